"""Stretches: the words of an article that are set apart, by marks, by a dash or as a block."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from newstui.text.quotes.block_quotes import find_blocks
from newstui.text.quotes.chains import Chains
from newstui.text.quotes.dialogue import find_turns, list_spoken
from newstui.text.quotes.lexicon import Lexicon
from newstui.text.quotes.marks import NEVER, find_marks, read_marks, take_vote
from newstui.text.quotes.pairing import read_pairs
from newstui.text.quotes.parts import Form, Part, Stretch, make_stretches
from newstui.text.quotes.passages import Passage

_WORD: Final = re.compile(r"[^\W_]")
_PROSE: Final = 6000
"""A passage with more marks than this is no prose, and none of them is read."""


def find_stretches(passages: Sequence[Passage], lexicon: Lexicon) -> list[Stretch]:
    """Return what stands in quotation marks, in reading order."""
    places = [find_marks(passage) for passage in passages]
    habits = take_vote(passages, places, lexicon.apostrophes)
    marks = [
        read_marks(passage, found, habits, lexicon.apostrophes) if 0 < len(found) <= _PROSE or passage.marked else []
        for passage, found in zip(passages, places, strict=True)
    ]
    spoken = _find_spoken(passages, lexicon)
    chains = Chains(passages, marks)
    stretches: list[Stretch] = []
    index = 0
    while index < len(passages):
        if not marks[index]:
            index += 1
            continue
        alone = read_pairs(marks[index])
        chain = chains.follow(index, alone.cost if alone is not None else NEVER)
        if chain is None:
            stretches += make_stretches(passages, index, alone.pairs if alone is not None else ())
            index += 1
        else:
            found, index = chain
            stretches += found
    if lexicon.dialogue_dashes:
        stretches = [turn for stretch in stretches for turn in _leave_out_inserted(stretch, passages, lexicon)]
    spoken += find_blocks(passages, {part.passage for stretch in stretches for part in stretch.parts})
    if spoken:
        turns: dict[int, list[Part]] = {}
        for turn in spoken:
            turns.setdefault(turn.first.passage, []).append(turn.first)
        stretches = [stretch for stretch in stretches if not _overlaps(stretch, turns)] + spoken
        stretches.sort(key=lambda stretch: (stretch.first.passage, stretch.first.start))
    return stretches


def _find_spoken(passages: Sequence[Passage], lexicon: Lexicon) -> list[Stretch]:
    if not lexicon.dialogue_dashes:
        return []
    return [
        Stretch((Part(index, outer, end, start, end),), passages[index].text[start:end], Form.DASH)
        for index in range(len(passages))
        for outer, start, end in find_turns(passages, index, lexicon)
        if _WORD.search(passages[index].text, start, end)
    ]


def _leave_out_inserted(stretch: Stretch, passages: Sequence[Passage], lexicon: Lexicon) -> list[Stretch]:
    """Return the stretches that are left of one when the clauses inserted in it are no part of it."""
    part = stretch.first
    text = passages[part.passage].text
    spoken = list_spoken(text, part.start, part.end, lexicon) if len(stretch.parts) == 1 else []
    if len(spoken) < 2 and (not spoken or spoken[0][1] == part.end):
        return [stretch]
    turns = [Part(part.passage, start, end, start, end) for start, end in spoken]
    turns[0] = turns[0]._replace(outer_start=part.outer_start)
    if turns[-1].end == part.end:
        turns[-1] = turns[-1]._replace(outer_end=part.outer_end)
    return [Stretch((turn,), text[turn.start : turn.end]) for turn in turns if _WORD.search(text, turn.start, turn.end)]


def _overlaps(stretch: Stretch, turns: Mapping[int, Sequence[Part]]) -> bool:
    """Say whether a stretch shares words with a turn; `turns` are those of each passage."""
    return any(
        part.outer_start < turn.outer_end and turn.outer_start < part.outer_end
        for part in stretch.parts
        for turn in turns.get(part.passage, ())
    )
