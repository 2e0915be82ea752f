"""Cutting the piece out of a text that shows what was found in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from newstui.model.search import Snippet
from newstui.text.query.terms import Mark, Term, find_marks, merge_marks

WIDTH: Final = 160
"""Code points of a snippet, about."""
_BEFORE: Final = 40
"""How much of them stands before the first hit."""
_REACH: Final = 24
"""How far a cut may move to the next space."""
_SPACE: Final = re.compile(r"\s")
_JOINERS: Final = "\u200d\ufe0e\ufe0f"
_ELLIPSIS: Final = "…"


def mark_text(text: str, terms: Sequence[Term]) -> Snippet:
    """Return the whole text on one line, with what was found in it."""
    line = _SPACE.sub(" ", text)
    return Snippet(line, tuple(merge_marks(find_marks(line, terms))))


def cut_snippet(
    texts: Sequence[str], terms: Sequence[Term], width: int = WIDTH, *, title: str = "", forms: Sequence[Term] = ()
) -> Snippet:
    """Return a piece of the text in which most terms are found, the earliest of equals; its beginning where none is.

    `forms` are looked for instead where one of the terms is nowhere, and not in the title either.
    """
    first: str | None = None
    best: tuple[int, str, list[Mark]] = (0, "", [])
    missing = {number for number, marks in enumerate(find_marks(title, terms)) if not marks}
    for text in texts:
        if not text:
            continue
        line = _SPACE.sub(" ", text)
        first = line if first is None else first
        found = find_marks(line, terms)
        missing.difference_update(number for number, marks in enumerate(found) if marks)
        score = sum(bool(marks) for marks in found)
        if score > best[0]:
            best = (score, line, merge_marks(found))
        if score and score == len(terms):
            break
    if missing and forms:
        return cut_snippet(texts, forms, width)
    return _cut(first or "", [], width) if not best[0] else _cut(best[1], best[2], width)


def _cut(text: str, marks: Sequence[Mark], width: int) -> Snippet:
    if len(text) <= width:
        return Snippet(text, tuple(marks))
    start = max(0, min(_best_start(marks, width) - _BEFORE, len(text) - width)) if marks else 0
    start = _move(text, start, forward=True)
    end = max(_move(text, min(len(text), start + width), forward=False), start)
    before = _ELLIPSIS if start else ""
    piece = text[start:end].strip()
    lead = len(text[start:end]) - len(text[start:end].lstrip())
    shift = len(before) - start - lead
    inside = [(max(begin, start + lead), min(stop, start + lead + len(piece))) for begin, stop in marks]
    kept = tuple((begin + shift, stop + shift) for begin, stop in inside if begin < stop)
    return Snippet(before + piece + (_ELLIPSIS if end < len(text) else ""), kept)


def _best_start(marks: Sequence[Mark], width: int) -> int:
    """The mark from which on most others are within reach."""
    reach = width - _BEFORE
    return max(marks, key=lambda mark: (sum(mark[0] <= other[0] < mark[0] + reach for other in marks), -mark[0]))[0]


def _move(text: str, at: int, *, forward: bool) -> int:
    """The next place where text may be cut: at a space nearby, or else between two characters as people see them."""
    if at <= 0 or at >= len(text):
        return at
    step = 1 if forward else -1
    for near in range(at, at + step * _REACH, step):
        if not 0 < near < len(text):
            break
        if text[near].isspace() or text[near - 1].isspace():
            return near
    while 0 < at < len(text) and not _is_break(text, at):
        at += step
    return at


def _is_break(text: str, at: int) -> bool:
    """Whether no grapheme cluster goes on over this place (Unicode Annex 29, as far as letters and emoji need it)."""
    after, before = text[at], text[at - 1]
    if unicodedata.category(after).startswith("M") or after in _JOINERS or before == "\u200d":
        return False
    return not ("\U0001f3fb" <= after <= "\U0001f3ff" or _is_flag(after) or "\u1160" <= after <= "\u11ff")


def _is_flag(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"
