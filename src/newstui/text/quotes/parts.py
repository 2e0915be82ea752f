"""Parts: what a stretch is made of, one in each passage that it runs over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto
from typing import Final, NamedTuple

from newstui.record import record
from newstui.text.quotes.pairing import Pair
from newstui.text.quotes.passages import Passage

_WORD: Final = re.compile(r"[^\W_]")


class Form(Enum):
    """What sets the words apart."""

    MARKS = auto()
    DASH = auto()
    BLOCK = auto()


class Part(NamedTuple):
    """The part of a stretch in one passage, code points, half-open.

    `outer_start` to `outer_end` are its words with marks, `start` to `end` without them and without inner space.
    """

    passage: int
    outer_start: int
    outer_end: int
    start: int
    end: int


@record
class Source:
    """Where the speaker of a block is named: a range of a passage; `is_cite`: it is a name alone, not a sentence."""

    passage: int
    start: int
    end: int
    is_cite: bool


class Stretch(NamedTuple):
    """Words that are set apart, outermost only; `passage` of a part is an index into the list of passages."""

    parts: tuple[Part, ...]
    text: str
    form: Form = Form.MARKS
    source: Source | None = None

    @property
    def goes_on(self) -> bool:
        """It stands in the same marks as the stretch before, behind an inserted clause."""
        return self.form is Form.MARKS and self.parts[0].outer_start == self.parts[0].start

    @property
    def first(self) -> Part:
        """The part that the words before it introduce."""
        return self.parts[0]

    @property
    def last(self) -> Part:
        """The part that the words after it follow."""
        return self.parts[-1]


def make_stretches(passages: Sequence[Passage], index: int, pairs: tuple[Pair, ...]) -> list[Stretch]:
    """Return what stands between the marks of each pair of a passage, if there is a word in it."""
    made: list[Stretch] = []
    for pair in pairs:
        made += join_words(
            passages, [_peel(passages, make_part(passages, index, pair.opening, pair.closing + 1), pair)]
        )
    return made


def _peel(passages: Sequence[Passage], part: Part, pair: Pair) -> Part:
    """Leave out a mark that is written twice: ''…'', ``…''."""
    text = passages[part.passage].text
    if len(pair.inner) != 1 or (pair.inner[0].opening, pair.inner[0].closing) != (part.start, part.end - 1):
        return part
    if text[pair.opening] != text[part.start] or text[pair.closing] != text[part.end - 1]:
        return part
    return part._replace(start=part.start + 1, end=part.end - 1)


def join_words(passages: Sequence[Passage], parts: list[Part]) -> list[Stretch]:
    """Return the stretch of these parts, or nothing where no word is in them."""
    parts = [part for part in parts if part.start < part.end]
    stretch = join_parts(passages, parts)
    return [stretch] if _WORD.search(stretch.text) else []


def make_part(passages: Sequence[Passage], index: int, outer_start: int, outer_end: int) -> Part:
    """Return the part of a stretch from its opening mark to behind its closing one; either may lie past the text."""
    text = passages[index].text
    start, end = outer_start + 1, min(outer_end - 1, len(text))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Part(index, max(0, outer_start), min(outer_end, len(text)), start, end)


def join_parts(passages: Sequence[Passage], parts: list[Part]) -> Stretch:
    """Return the stretch of these parts, a line break between each two."""
    if len(parts) == 1:
        only = parts[0]
        return Stretch((only,), passages[only.passage].text[only.start : only.end])
    words = [passages[part.passage].text[part.start : part.end] for part in parts]
    return Stretch(tuple(parts), "\n".join(words))
