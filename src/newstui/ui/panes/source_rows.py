"""What stands in the pane of sources, from top to bottom: a pure function of the sources."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Final

from newstui.model import Source, SourceKind, View

_FRESH: Final = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A row: what it is called, what it shows, how many are unread.

    `key` is the row's own name: "all", "unread", "starred", "opened", "welcome", "folder:NAME" or "source:KEY". `title` is
    empty for the rows that have no name of their own. `folded` is None for what cannot be folded.
    """

    key: str
    view: View
    title: str = ""
    unread: int = 0
    depth: int = 0
    folded: bool | None = None
    source: Source | None = None

    @property
    def failed(self) -> bool:
        """Whether the last refresh of it failed."""
        return self.source is not None and self.source.last_status == "failed"

    def is_stale(self, now: datetime) -> bool:
        """Whether a feed has not answered for so long that what it holds is old."""
        if self.source is None or self.source.kind is not SourceKind.FEED or self.source.last_good is None:
            return False
        return now - self.source.last_good > _FRESH


def list_rows(
    sources: Iterable[Source],
    unread: int,
    *,
    folded: Collection[str] = (),
    opened: SourceRow | None = None,
) -> list[SourceRow]:
    """Return the rows: what was opened, all, unread, starred, then sources without a folder, then folders by name.

    `unread` counts the library's unread stories; `folded` names the folders whose sources are hidden.
    """
    rows = [opened] if opened is not None else []
    rows += [
        SourceRow("all", View(), unread=unread),
        SourceRow("unread", View(unread=True), unread=unread),
        SourceRow("starred", View(starred=True)),
    ]
    subscribed = [source for source in sources if source.subscribed]
    rows += [_row(source, 0) for source in subscribed if not source.folder]
    rows += _folders([source for source in subscribed if source.folder], folded)
    return rows


def _folders(sources: list[Source], folded: Collection[str]) -> Iterator[SourceRow]:
    in_order = sorted(sources, key=lambda source: (source.folder or "").casefold())
    for name, members in groupby(in_order, key=lambda source: source.folder or ""):
        inside = list(members)
        hidden = name in folded
        yield SourceRow(
            f"folder:{name}", View(folder=name), name, sum(source.unread for source in inside), folded=hidden
        )
        if not hidden:
            yield from (_row(source, 1) for source in inside)


def _row(source: Source, depth: int) -> SourceRow:
    return SourceRow(
        f"source:{source.key}", View(sources=(source.key,)), source.title, source.unread, depth, source=source
    )
