"""Editions of a story by the names of files: story.de.txt, story_de.md, story-pt-BR.txt, de/story.txt, story/de.txt."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import Final

from newstui.model import Edition, Reason
from newstui.text.language_names import NAMES, REGIONAL
from newstui.text.languages import SIX, normalise_tag

UNDETERMINED: Final = "und"
"""The tag of a text whose language is not known (BCP 47)."""

_CODES: Final = frozenset(line.split(":", 1)[0] for line in NAMES.strip().splitlines())
_REGIONAL: Final = frozenset(line.split(":", 1)[0] for line in REGIONAL.strip().splitlines())
_MARK: Final = re.compile(r"[._-]")
_TAG: Final = re.compile(
    r"(?P<code>[a-z]{2,3})(?:[-_](?P<script>[a-z]{4}))?(?:[-_](?P<region>[a-z]{2}|\d{3}))?", re.IGNORECASE
)


def split_name(path: PurePath, listing: Iterable[PurePath] = ()) -> tuple[str, str | None]:
    """Return a key that a story's files share, and the language that a file's name says.

    After a point any language counts, after a hyphen or an underscore and as a directory the six and those with a
    region: "yes-or-no.txt" is not Norwegian. Any other needs a file in `listing` that differs from it by the
    language alone.
    """
    key, tag = _split(path, strict=True)
    if tag:
        return key, tag
    loose_key, loose_tag = _split(path, strict=False)
    if loose_tag and any(_is_counterpart(other, loose_key, loose_tag) for other in listing if other != path):
        return loose_key, loose_tag
    return key, None


def find_siblings(path: Path, listing: Iterable[Path]) -> tuple[Edition, ...]:
    """Return the other files of a listing that are editions of the same story by their names.

    A file without a language in its name ("story.txt" beside "story.de.txt") is an edition whose language is not
    known from here: "und". Of two files in one language that with the same suffix counts.
    """
    paths = list(listing)
    key, own = split_name(path, paths)
    # Whatever names the language, a story's files begin with its name: most of a large directory ends here.
    name = "" if key.endswith("/") else PurePath(key).name
    near = [other for other in paths if other.name.startswith(name)]
    found: dict[str, Path] = {}
    for other in sorted(near, key=lambda one: (one.suffix != path.suffix, one)):
        other_key, tag = _split(other, strict=True)
        if other_key != key:
            other_key, tag = _split(other, strict=False)
        if other != path and other_key == key and tag != own:
            found.setdefault(tag or UNDETERMINED, other)
    return tuple(
        Edition(tag, path=str(other), available=True, reason=Reason.NAME) for tag, other in sorted(found.items())
    )


def _is_counterpart(path: PurePath, key: str, tag: str) -> bool:
    for strict in (True, False):
        other_key, other_tag = _split(path, strict=strict)
        if other_key == key and other_tag != tag:
            return True
    return False


@functools.lru_cache(maxsize=4096)
def _split(path: PurePath, *, strict: bool) -> tuple[str, str | None]:
    stem = path.stem
    if tag := _read_tag(stem, strict=strict):
        return f"{path.parent}/", tag
    for mark in _MARK.finditer(stem, 1):
        tag = _read_tag(stem[mark.end() :], strict=strict and mark[0] != ".")
        if tag:
            return str(path.parent / stem[: mark.start()]), tag
    tag = _read_tag(path.parent.name, strict=strict)
    return (str(path.parent.parent / stem), tag) if tag else (str(path.parent / stem), None)


def _read_tag(text: str, *, strict: bool) -> str | None:
    found = _TAG.fullmatch(text)
    if not found or found["code"].lower() not in _CODES:
        return None
    tag = normalise_tag(text)
    if "-" in (tag or ""):
        known = tag in _REGIONAL or bool(found["script"]) or (found["region"] or "").isupper()
        return tag if known else None
    return tag if tag in SIX or not strict else None
