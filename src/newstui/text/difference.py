"""The difference between two wordings of a text: which paragraphs came, went or changed, and in those which words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

from newstui.record import record
from newstui.text.folding import UNSPACED_RUN

_ALIKE: Final = 0.4
"""From this share of common words on a paragraph counts as changed, and not as another one."""
_MOST_WORDS: Final = 3000
"""Words of a paragraph beyond which its words are not compared: that takes time with their square."""
_WORD: Final = re.compile(r"\w+|\s+|[^\w\s]")


class Change(StrEnum):
    """What became of a paragraph, or of words in it; CHANGED is said of paragraphs only."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@record
class Piece:
    """Words of a paragraph, with the spaces between them."""

    change: Change
    text: str


@record
class Passage:
    """A paragraph; without its added pieces it is the older wording, without the removed ones the newer."""

    change: Change
    pieces: tuple[Piece, ...]


def compare_texts(older: Sequence[str], newer: Sequence[str]) -> tuple[Passage, ...]:
    """Return the paragraphs of both wordings in order, what was removed before what took its place."""
    passages: list[Passage] = []
    matcher = SequenceMatcher(None, older, newer, autojunk=False)
    for kind, from_older, to_older, from_newer, to_newer in matcher.get_opcodes():
        if kind == "equal":
            passages += [_whole(Change.SAME, text) for text in newer[from_newer:to_newer]]
        else:
            passages += _compare_run(older[from_older:to_older], newer[from_newer:to_newer])
    return tuple(passages)


def _compare_run(older: Sequence[str], newer: Sequence[str]) -> Iterator[Passage]:
    """Paragraphs none of which stayed as it was: each newer one beside the first older one that is like it."""
    words = [_split(text) for text in older]
    at = 0
    for text in newer:
        own = _split(text)
        like = next((place for place in range(at, len(older)) if _are_alike(words[place], own)), None)
        if like is None:
            yield _whole(Change.ADDED, text)
            continue
        yield from (_whole(Change.REMOVED, gone) for gone in older[at:like])
        yield Passage(Change.CHANGED, tuple(_join(_compare_words(words[like], own))))
        at = like + 1
    yield from (_whole(Change.REMOVED, gone) for gone in older[at:])


def _whole(change: Change, text: str) -> Passage:
    return Passage(change, (Piece(change, text),))


def _split(text: str) -> list[str]:
    """Words, runs of spaces and single signs; each character of a script without spaces is a word."""
    return [part for found in _WORD.findall(text) for part in (list(found) if UNSPACED_RUN.search(found) else [found])]


def _are_alike(older: Sequence[str], newer: Sequence[str]) -> bool:
    if len(older) + len(newer) > _MOST_WORDS:
        return False
    told, new = ([part for part in parts if part[0].isalnum()] for parts in (older, newer))
    return SequenceMatcher(None, told, new, autojunk=False).quick_ratio() >= _ALIKE


def _compare_words(older: Sequence[str], newer: Sequence[str]) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, older, newer, autojunk=False)
    for kind, from_older, to_older, from_newer, to_newer in matcher.get_opcodes():
        if kind == "equal":
            yield Piece(Change.SAME, "".join(newer[from_newer:to_newer]))
        else:
            yield Piece(Change.REMOVED, "".join(older[from_older:to_older]))
            yield Piece(Change.ADDED, "".join(newer[from_newer:to_newer]))


def _join(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The same with words that changed side by side as one piece each way: a space between two is read over."""
    removed = added = ""
    for piece in pieces:
        if piece.change is Change.REMOVED:
            removed += piece.text
        elif piece.change is Change.ADDED:
            added += piece.text
        elif piece.text.isspace() and (removed or added):
            removed, added = removed + piece.text, added + piece.text
        else:
            yield from _tell(removed, added)
            removed = added = ""
            yield piece
    yield from _tell(removed, added)


def _tell(removed: str, added: str) -> Iterator[Piece]:
    """What was removed, what was added, and the spaces that both end with behind them as they were."""
    end = len(removed) - len(removed.rstrip())
    space = removed[len(removed) - end :] if end and added.endswith(removed[len(removed) - end :]) else ""
    for change, text in ((Change.REMOVED, removed), (Change.ADDED, added)):
        if own := text.removesuffix(space):
            yield Piece(change, own)
    if space:
        yield Piece(Change.SAME, space)
