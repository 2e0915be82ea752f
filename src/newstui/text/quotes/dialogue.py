"""Dialogue that is set with dashes rather than marks, as French, Spanish and Portuguese do.

    —Aquí no se fía —contestó Lola desde la barra—. Y punto.
    — Feche a porta — pediu Amélia.
    — Tu n'auras rien, répondit Colette.
    —No lo sé. —Lola miró la barra—. Quizá mañana.

Who has no dash at hand sets a hyphen with spaces; then a verb must show that it is no list.
The speaker's words end where an inserted clause begins: behind a second dash, or in French behind a comma or a stop,
and the clause begins with a verb of saying. A paragraph without such a clause is speech when it stands among others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

from newstui.model import BlockKind
from newstui.text.quotes.lexicon import Lexicon
from newstui.text.quotes.passages import Passage
from newstui.text.quotes.traits import CLITIC, DETERMINER, FILLER, REPORTING, ROLE

_BEGIN: Final = re.compile(r"\s*(?:[—–―]\s*|-\s+)(?=[^\W_]|[¿¡«“\"'‘(…])")
_DASH: Final = re.compile(r"\s*[—–―](?=\s|[^\W_])\s*|\s+-\s+")
_ASIDE: Final = re.compile(r"[.!?…]\s+[—–―](?=[^\W\d_a-zà-öø-ÿ])")
"""A narrator's sentence in Spanish: its dash leans on the word behind, a turn's own stop stands before it."""
_PAUSE: Final = re.compile(r"[,!?…](?:\s*[»”\"])?\s+(?=[^\W\d_])")
_AGAIN: Final = re.compile(r"(?:\s*[—–―]|\s+-(?=\s))\s*[.,;:]?\s*")
_COMMA: Final = re.compile(r",\s+")
_CLAUSE_GAP: Final = re.compile(r"(?:[,;]|(?<!\b\w)(?<!\b\w\w)(?<!\b\w\w\w)\.)\s+(?=\S)")
"""Not behind an abbreviation: M., Dr., Sra."""
_CLAUSE_END: Final = re.compile(r"[,.;:]")
_LIGHT: Final = 3
"""So many pronouns and auxiliaries may stand before the verb of the inserted clause: me lo había dicho."""


def find_turns(passages: Sequence[Passage], index: int, lexicon: Lexicon) -> list[tuple[int, int, int]]:
    """Return what is spoken in a dialogue paragraph: where the dash or the words begin, where the words begin and end.

    Code points, half-open; empty where the dash begins no dialogue.
    """
    passage = passages[index]
    begin = _BEGIN.match(passage.text)
    if not lexicon.dialogue_dashes or begin is None or passage.kind not in (BlockKind.PARAGRAPH, BlockKind.QUOTE):
        return []
    text = passage.text
    turns: list[tuple[int, int, int]] = []
    outer, start = begin.start() + len(text) - len(text.lstrip()), begin.end()
    while True:
        inserted = _find_inserted(text, start, lexicon)
        if inserted is None:
            if turns or (text[outer] != "-" and _is_among_others(passages, index)):
                turns.append((outer, start, len(text.rstrip())))
            return [turn for turn in turns if turn[2] > turn[1]]
        end, verb_at, dashed = inserted
        turns.append((outer, start, end))
        again = _AGAIN.search(text, verb_at) if dashed else _resume_behind_comma(text, verb_at)
        if again is None or not text[again.end() :].strip():
            return turns
        outer, start = again.start(), again.end()


def list_spoken(text: str, start: int, end: int, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return what is spoken between two marks without the clauses inserted there: « La loi, a dit Paul, est votée ».

    Code points, half-open; French sets marks so, and Spanish and Portuguese now and then.
    """
    spoken: list[tuple[int, int]] = []
    while True:
        inserted = _find_behind_pause(text, start, end, lexicon)
        if inserted is None:
            return [*spoken, (start, end)]
        words_end, verb_at = inserted
        spoken.append((start, words_end))
        again = _CLAUSE_GAP.search(text, verb_at, end)
        if again is None:
            return spoken
        start = again.end()


def _find_inserted(text: str, start: int, lexicon: Lexicon) -> tuple[int, int, bool] | None:
    """Return where the words end, where the inserted clause begins, and whether a dash sets it off."""
    for found in _DASH.finditer(text, start):
        if found.start() > start and _begins_with_verb(text, found.end(), lexicon):
            return found.start(), found.end(), True
        if _ASIDE.match(text, found.start() - 1):
            return found.start(), found.end(), True
    behind = _find_behind_pause(text, start, len(text), lexicon)
    return (*behind, False) if behind is not None else None


def _find_behind_pause(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return where the words end that a verb of saying and its subject follow, and where that clause begins."""
    for found in _PAUSE.finditer(text, start, end):
        if _begins_with_verb(text, found.end(), lexicon, inverted=True):
            return found.start() if found.group()[0] == "," else found.start() + 1, found.end()
    return None


def _begins_with_verb(text: str, at: int, lexicon: Lexicon, *, inverted: bool = False) -> bool:
    """Say whether a clause begins with a verb of saying; `inverted`: and its subject follows, as in «dit-il»."""
    table = lexicon.table
    ahead = islice(lexicon.token.finditer(text, at, min(len(text), at + 80)), _LIGHT + 2)
    words = [table[found.group()] for found in ahead]
    if not inverted and len(words) > 1 and words[0].text[0].islower() and words[1].is_capital:
        return True  # — mandou Tomás: set off by a dash, a verb needs no list
    for position, word in enumerate(words[: _LIGHT + 1]):
        if word.is_capital:
            return False
        if word.traits & REPORTING:
            following = words[position + 1 : position + 2]
            subject = any(word.is_capital or word.traits & (CLITIC | DETERMINER | ROLE) for word in following)
            return not inverted or subject or any(word.traits & CLITIC for word in words[:position])  # a-t-il dit
        if not word.traits & FILLER:
            return False
    return False


def _resume_behind_comma(text: str, at: int) -> re.Match[str] | None:
    """«Viens, dit-il, on part»: the words go on behind a comma that ends the inserted clause."""
    end = _CLAUSE_END.search(text, at)
    return _COMMA.match(text, end.start()) if end is not None else None


def _is_among_others(passages: Sequence[Passage], index: int) -> bool:
    """Say whether the paragraph before or behind is dialogue too, or the one before announces it with a colon."""
    near = [passages[other] for other in (index - 1, index + 1) if 0 <= other < len(passages)]
    announced = index > 0 and passages[index - 1].text.rstrip().endswith(":")
    return announced or any(_BEGIN.match(passage.text) for passage in near)
