"""Sources to start with, by language: facts collected from public lists of feeds."""

from __future__ import annotations

from pathlib import Path

from newstui.record import record

_TABLE = Path(__file__).with_name("starters.tsv")


@record
class Starter:
    """A source offered at the first start."""

    publisher: str
    language: str
    url: str


def list_starters(languages: tuple[str, ...] = ()) -> list[Starter]:
    """Return the sources offered, those in `languages` (or all) in the order of `languages`."""
    rows = [line.split("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    starters = [Starter(*row[:3]) for row in rows]
    if not languages:
        return starters
    wanted = {tag.split("-")[0]: rank for rank, tag in reversed(list(enumerate(languages)))}
    return sorted((s for s in starters if s.language in wanted), key=lambda starter: wanted[starter.language])
