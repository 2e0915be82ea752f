"""Words as the index knows them: folded, and scripts without spaces in pairs of characters.

The index folds case and takes the accents of Latin letters off by itself; here is what Unicode does not decompose (ß,
œ, ø, ł, dotless i and their like), and what other scripts write or leave out (text.scripts), done alike to what is
indexed and what is asked for.

Scripts without spaces between words, and Korean, whose words carry their particles, are indexed as overlapping pairs:
東京都 as 東京 京都 都, so that any part of two characters or more is a phrase of pairs, and one character the beginning
of a pair. (Trigrams would not find words of two characters, which are most in Japanese and Chinese.)
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from newstui.text.letters import spell_out
from newstui.text.scripts import MARKS, fold_script

_UNSPACED: Final = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u0edc-\u0edf\u1000-\u103f\u1050-\u109f\u1780-\u17d3\u3005-\u3007"
    "\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
UNSPACED_RUN: Final = re.compile(f"[{_UNSPACED}]+")
WORD: Final = re.compile(rf"[^\W_{_UNSPACED}](?:[^\W_{_UNSPACED}]|[{MARKS}])*")
"""A word of letters and digits as it stands in a text, with the marks on them."""


class Phrase(NamedTuple):
    """Tokens that follow each other in the index; `prefix`: the last one may go on."""

    tokens: tuple[str, ...]
    prefix: bool


def prepare_text(text: str) -> str:
    """Return text as it is given to the index."""
    if text.isascii():
        return text
    folded = fold_script(spell_out(text))
    return UNSPACED_RUN.sub(_pair_run, folded)


def read_phrase(text: str, *, prefix: bool = False) -> Phrase:
    """Return what a text is in the index; no tokens where it has no letter or digit."""
    tokens: list[str] = []
    folded = fold_script(spell_out(text))
    at = 0
    for run in UNSPACED_RUN.finditer(folded):
        tokens += WORD.findall(folded[at : run.start()])
        at = run.end()
        # At the end of what is asked for, the run may go on in the text.
        last = not (WORD.search(folded, at) or UNSPACED_RUN.search(folded, at))
        tokens += _pairs(run[0], closed=not last)
        prefix = prefix or (last and len(run[0]) == 1)
    tokens += WORD.findall(folded[at:])
    return Phrase(tuple(tokens), prefix and bool(tokens))


def has_words(text: str) -> bool:
    """Whether there is a letter or digit to look for."""
    return bool(read_phrase(text).tokens)


def _pair_run(run: re.Match[str]) -> str:
    return f" {' '.join(_pairs(run[0], closed=True))} "


def _pairs(run: str, *, closed: bool) -> list[str]:
    """A run as overlapping pairs; a closed one ends with its last character alone."""
    pairs = [run[at : at + 2] for at in range(len(run) - 1)]
    return [*pairs, run[-1]] if closed or not pairs else pairs
