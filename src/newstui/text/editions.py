"""Editions of a story by what names them: file names and the list of languages that a site puts under its articles."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePath

from newstui.model import Edition, Reason
from newstui.text.languages import matches, normalise_tag


def split_name(path: PurePath) -> tuple[str, str | None]:
    """Return the name of the story that a file is an edition of, and the language that its name says."""
    stem, _, last = path.stem.rpartition(".")
    tag = normalise_tag(last) if stem else None
    return (stem, tag) if tag else (path.stem, None)


def find_siblings(path: Path, listing: Iterable[Path]) -> tuple[Edition, ...]:
    """Return the other files of a listing that are editions of the same story by their names."""
    story, own = split_name(path)
    editions = []
    for other in listing:
        name, tag = split_name(other)
        if other != path and name == story and tag and not (own and matches(tag, own)):
            editions.append(Edition(tag, path=str(other), available=True, reason=Reason.NAME))
    return tuple(editions)
