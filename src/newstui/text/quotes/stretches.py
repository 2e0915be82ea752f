"""Stretches: the words that stand in one pair of marks, though they run over several paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from newstui.model import BlockKind
from newstui.text.quotes.dialogue import find_turns
from newstui.text.quotes.lexicon import Lexicon
from newstui.text.quotes.marks import Mark, find_marks, read_marks, take_vote
from newstui.text.quotes.pairing import Pair, read_pairs
from newstui.text.quotes.passages import Passage


class Form(Enum):
    """What sets the words apart."""

    MARKS = auto()
    DASH = auto()
    BLOCK = auto()


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a stretch in one passage, code points, half-open.

    `outer_start` to `outer_end` are its words with marks, `start` to `end` without them and without inner space.
    """

    passage: int
    outer_start: int
    outer_end: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that are set apart, outermost only; `passage` of a part is an index into the list of passages."""

    parts: tuple[Part, ...]
    text: str
    form: Form = Form.MARKS

    @property
    def first(self) -> Part:
        """The part that the words before it introduce."""
        return self.parts[0]

    @property
    def last(self) -> Part:
        """The part that the words after it follow."""
        return self.parts[-1]


def find_stretches(passages: Sequence[Passage], lexicon: Lexicon) -> list[Stretch]:
    """Return what stands in quotation marks, in reading order."""
    places = [find_marks(passage) for passage in passages]
    habits = take_vote(passages, places, lexicon.apostrophes)
    marks = [
        read_marks(passage, found, habits, lexicon.apostrophes) for passage, found in zip(passages, places, strict=True)
    ]
    spoken = _find_spoken(passages, lexicon)
    stretches: list[Stretch] = []
    index = 0
    while index < len(passages):
        if not marks[index]:
            index += 1
            continue
        chain = _follow_chain(passages, marks, index)
        if chain is None:
            reading = read_pairs(marks[index])
            pairs = reading.pairs if reading else ()
            stretches += _make_stretches(passages, index, pairs)
            index += 1
        else:
            found, index = chain
            stretches += found
    if spoken:
        stretches = [stretch for stretch in stretches if not any(_overlap(stretch, turn) for turn in spoken)] + spoken
        stretches.sort(key=lambda stretch: (stretch.first.passage, stretch.first.start))
    return stretches


def _find_spoken(passages: Sequence[Passage], lexicon: Lexicon) -> list[Stretch]:
    return [
        Stretch((Part(index, outer, end, start, end),), passages[index].text[start:end], Form.DASH)
        for index in range(len(passages))
        for outer, start, end in find_turns(passages, index, lexicon)
    ]


def _overlap(stretch: Stretch, turn: Stretch) -> bool:
    other = turn.first
    return any(
        part.passage == other.passage and part.outer_start < other.outer_end and other.outer_start < part.outer_end
        for part in stretch.parts
    )


def _follow_chain(
    passages: Sequence[Passage], marks: Sequence[list[Mark]], index: int
) -> tuple[list[Stretch], int] | None:
    """Return a quotation over several paragraphs with what stands beside it, and the passage to go on at.

    Its first paragraph does not close it, each of the following begins with a mark that opens anew, the last one
    closes it. None if the paragraph holds no such quotation.
    """
    char = _reopens(passages, marks, index + 1)
    if char is None:
        return None
    alone = read_pairs(marks[index])
    reading = read_pairs(marks[index], may_stay_open=char)
    if reading is None or reading.open_mark is None or (alone is not None and alone.cost <= reading.cost):
        return None
    found = _make_stretches(passages, index, reading.pairs)
    parts = [_make_part(passages, index, reading.open_mark.at, len(passages[index].text) + 1)]
    while True:
        index += 1
        following = _reopens(passages, marks, index + 1)
        reading = read_pairs(marks[index], carried=char, may_stay_open=char if following == char else None)
        if reading is None:
            return None
        opening = marks[index][0].at
        if reading.carried_to is not None:
            parts.append(_make_part(passages, index, opening, reading.carried_to + 1))
            found.append(_join_parts(passages, parts))
            found += _make_stretches(passages, index, reading.pairs)
            return found, index + 1
        parts.append(_make_part(passages, index, opening, len(passages[index].text) + 1))


def _reopens(passages: Sequence[Passage], marks: Sequence[list[Mark]], index: int) -> str | None:
    """Return the opening mark that a paragraph begins with: French may set the closing guillemet there instead."""
    if index >= len(passages) or not marks[index] or passages[index].number <= 0:
        return None
    if passages[index].kind is BlockKind.HEADING or passages[index - 1].kind is BlockKind.HEADING:
        return None
    first = marks[index][0]
    if passages[index].text[: first.at].strip():
        return None
    return "«" if first.char == "»" and first.opens > first.closes else first.char


def _make_stretches(passages: Sequence[Passage], index: int, pairs: tuple[Pair, ...]) -> list[Stretch]:
    made = []
    for pair in pairs:
        part = _make_part(passages, index, pair.opening, pair.closing + 1)
        if any(letter.isalnum() for letter in passages[index].text[part.start : part.end]):
            made.append(_join_parts(passages, [part]))
    return made


def _make_part(passages: Sequence[Passage], index: int, outer_start: int, outer_end: int) -> Part:
    text = passages[index].text
    start, end = outer_start + 1, outer_end - 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Part(index, outer_start, min(outer_end, len(text)), start, end)


def _join_parts(passages: Sequence[Passage], parts: list[Part]) -> Stretch:
    words = [passages[part.passage].text[part.start : part.end] for part in parts]
    return Stretch(tuple(parts), "\n".join(words))
