"""Stretches: the words that stand in one pair of marks, though they run over several paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final, NamedTuple

from newstui.model import BlockKind
from newstui.text.quotes.dialogue import find_turns
from newstui.text.quotes.lexicon import Lexicon
from newstui.text.quotes.marks import NEVER, NO_MARK, Mark, find_marks, read_marks, take_vote
from newstui.text.quotes.pairing import Pair, Reading, read_pairs
from newstui.text.quotes.passages import Passage

_CITE: Final = re.compile(r"[—–―-]+\s*([^\W\d_][^\n]{2,80})")
_CITE_LINE: Final = re.compile(r"(?:^|\n)\s*[—–―-]+\s*([^\W\d_][^\n]{2,80})$")
_WORD: Final = re.compile(r"[^\W_]")
_PROSE: Final = 600
"""A passage with more marks than this is no prose, and none of them is read."""
_CHAIN: Final = 40
"""So many paragraphs at most a quotation runs over that opens anew in each of them."""
_CLEAR: Final = 0.5
"""So much it costs at most to open with a mark that stands as an opening one should."""
_APOSTROPHE: Final = 0.5
"""So much less it costs to leave alone what stands like an opening mark but can be an apostrophe too."""
_SLIPPED: Final = 1.5
"""So much it costs at most to close with a mark that a space has slipped before."""
_GAP: Final = 6
"""So many paragraphs at most a quotation runs over that none of them opens anew."""


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


@dataclass(frozen=True, slots=True)
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
        read_marks(passage, found, habits, lexicon.apostrophes) if 0 < len(found) <= _PROSE or passage.marked else []
        for passage, found in zip(passages, places, strict=True)
    ]
    spoken = _find_spoken(passages, lexicon)
    stretches: list[Stretch] = []
    index = 0
    while index < len(passages):
        if not marks[index]:
            index += 1
            continue
        alone = read_pairs(marks[index])
        chain = _follow_chain(passages, marks, index, alone.cost if alone is not None else NEVER)
        if chain is None:
            stretches += _make_stretches(passages, index, alone.pairs if alone is not None else ())
            index += 1
        else:
            found, index = chain
            stretches += found
    spoken += find_blocks(passages, {part.passage for stretch in stretches for part in stretch.parts})
    if spoken:
        stretches = [stretch for stretch in stretches if not any(_overlap(stretch, turn) for turn in spoken)] + spoken
        stretches.sort(key=lambda stretch: (stretch.first.passage, stretch.first.start))
    return stretches


def find_blocks(passages: Sequence[Passage], marked: AbstractSet[int]) -> list[Stretch]:
    """Return the blocks that are set as quotations (HTML <blockquote>) and that somebody is named for.

    By a line of its own (— Jane Doe) at the block's end or behind it, or by a sentence before that ends with a colon.
    `marked` are the passages that hold marks: there the marks say what is quoted.
    """
    found: list[Stretch] = []
    index = 0
    while index < len(passages):
        end = index
        while end < len(passages) and passages[end].kind is BlockKind.QUOTE and end not in marked:
            end += 1
        if end == index:
            index += 1
            continue
        words_end, source = _find_source(passages, index, end)
        if source is not None:
            lengths = [len(passage.text.rstrip()) for passage in passages[index:end]]
            lengths[-1] = min(lengths[-1], words_end)
            parts = [Part(index + at, 0, length, 0, length) for at, length in enumerate(lengths) if length]
            if parts:
                stretch = _join_parts(passages, parts)
                found.append(Stretch(stretch.parts, stretch.text, Form.BLOCK, source))
        index = end
    return found


def _find_source(passages: Sequence[Passage], start: int, end: int) -> tuple[int, Source | None]:
    """Return where the words of the last block end, and who is named for them."""
    last = passages[end - 1].text.rstrip()
    cite = _CITE_LINE.search(last)
    if cite:
        return len(last[: cite.start()].rstrip()), Source(end - 1, cite.start(1), cite.end(1), is_cite=True)
    behind = _CITE.fullmatch(passages[end].text.strip()) if end < len(passages) else None
    if behind and end < len(passages):
        at = passages[end].text.index(behind.group(1))
        return len(last), Source(end, at, at + len(behind.group(1)), is_cite=True)
    if start and passages[start - 1].text.rstrip().endswith(":"):
        return len(last), Source(start - 1, 0, len(passages[start - 1].text), is_cite=False)
    return len(last), None


def _find_spoken(passages: Sequence[Passage], lexicon: Lexicon) -> list[Stretch]:
    if not lexicon.dialogue_dashes:
        return []
    return [
        Stretch((Part(index, outer, end, start, end),), passages[index].text[start:end], Form.DASH)
        for index in range(len(passages))
        for outer, start, end in find_turns(passages, index, lexicon)
        if _WORD.search(passages[index].text, start, end)
    ]


def _overlap(stretch: Stretch, turn: Stretch) -> bool:
    other = turn.first
    return any(
        part.passage == other.passage and part.outer_start < other.outer_end and other.outer_start < part.outer_end
        for part in stretch.parts
    )


def _follow_chain(
    passages: Sequence[Passage], marks: Sequence[list[Mark]], index: int, alone: float
) -> tuple[list[Stretch], int] | None:
    """Return a quotation over several paragraphs with what stands beside it, and the passage to go on at.

    Its first paragraph does not close it, each of the following begins with a mark that opens anew, the last one
    closes it. Some leave the opening marks out: then a closing one must turn up soon that nothing else opens.
    None if the paragraph holds no such quotation, or if to read each by itself is cheaper. `alone` is what that costs
    for the first.
    """
    if not alone:  # every mark stands as it should: to leave one open can only cost more
        return None
    char = _reopens(passages, marks, index + 1)
    first = read_pairs(marks[index], may_stay_open=char) if char else None
    if first is None or first.open_mark is None or alone <= first.cost:
        first = _find_left_open(marks[index], alone)
        char = None
    if first is None or first.open_mark is None:
        return None
    opened, cost = first.open_mark.char, first.cost
    found = _make_stretches(passages, index, first.pairs)
    parts = [_make_part(passages, index, first.open_mark.at, len(passages[index].text) + 1)]
    for following in range(index + 1, min(index + (_CHAIN if char else _GAP), len(passages))):
        if _is_boundary(passages, following):
            return None
        further = _reopens(passages, marks, following + 1) == opened if char else True
        reading = read_pairs(
            marks[following], carried=opened, reopened=char is not None, may_stay_open=opened if further else None
        )
        if reading is None:
            return None
        cost += reading.cost
        apart = read_pairs(marks[following])
        alone += apart.cost if apart is not None else NEVER
        start = marks[following][0].at if char else -1
        end = reading.carried_to
        if end is not None and not char and opened in "'’" and not _closes(marks[following], end, 0):
            end = None  # an apostrophe: the quotation goes on
        if end is not None:
            if not char and (cost >= alone or not _closes(marks[following], end, _SLIPPED)):
                return None
            parts.append(_make_part(passages, following, start, end + 1))
            found += _join_words(passages, parts)
            return found + _make_stretches(passages, following, reading.pairs), following + 1
        parts.append(_make_part(passages, following, start, len(passages[following].text) + 1))
    return None


def _closes(marks: Sequence[Mark], at: int, most: float) -> bool:
    """Say whether the mark at a code point closes at no higher cost: at none it stands as a closing one should."""
    return any(mark.at == at and mark.closes <= most for mark in marks)


def _find_left_open(marks: Sequence[Mark], cost: float) -> Reading | None:
    """Return the cheapest reading that leaves a clear opening mark open; whether it pays, the paragraphs behind show."""
    best = None
    clear = {mark.char for mark in marks if mark.opens <= _CLEAR and mark.skips >= NO_MARK - _APOSTROPHE}
    for char in sorted(clear):
        reading = read_pairs(marks, may_stay_open=char)
        if reading is not None and reading.open_mark is not None and reading.cost < cost:
            best = reading if best is None or reading.cost < best.cost else best
    return best


def _is_boundary(passages: Sequence[Passage], index: int) -> bool:
    return passages[index].number <= 0 or BlockKind.HEADING in (passages[index].kind, passages[index - 1].kind)


def _reopens(passages: Sequence[Passage], marks: Sequence[list[Mark]], index: int) -> str | None:
    """Return the opening mark that a paragraph begins with: French may set the closing guillemet there instead."""
    if index >= len(passages) or not marks[index] or _is_boundary(passages, index):
        return None
    first = marks[index][0]
    if passages[index].text[: first.at].strip():
        return None
    return "«" if first.char == "»" and first.opens > first.closes else first.char


def _make_stretches(passages: Sequence[Passage], index: int, pairs: tuple[Pair, ...]) -> list[Stretch]:
    made: list[Stretch] = []
    for pair in pairs:
        made += _join_words(
            passages, [_peel(passages, _make_part(passages, index, pair.opening, pair.closing + 1), pair)]
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


def _join_words(passages: Sequence[Passage], parts: list[Part]) -> list[Stretch]:
    """Return the stretch of these parts, or nothing where no word is in them."""
    parts = [part for part in parts if part.start < part.end]
    stretch = _join_parts(passages, parts)
    return [stretch] if _WORD.search(stretch.text) else []


def _make_part(passages: Sequence[Passage], index: int, outer_start: int, outer_end: int) -> Part:
    text = passages[index].text
    start, end = outer_start + 1, min(outer_end - 1, len(text))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Part(index, max(0, outer_start), min(outer_end, len(text)), start, end)


def _join_parts(passages: Sequence[Passage], parts: list[Part]) -> Stretch:
    if len(parts) == 1:
        only = parts[0]
        return Stretch((only,), passages[only.passage].text[only.start : only.end])
    words = [passages[part.passage].text[part.start : part.end] for part in parts]
    return Stretch(tuple(parts), "\n".join(words))
