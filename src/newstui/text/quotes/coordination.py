"""Coordination: what governs the first of several stretches governs them all: Parolen wie „…“, „…“ oder „…“."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newstui.text.quotes.kinds import Clue
from newstui.text.quotes.sentences import Token
from newstui.text.quotes.traits import ARTICLE, CONJUNCTION, PREDICATE, PREPOSITION

_GOVERNED: Final = frozenset({Clue.FRAME, Clue.LABELLING, Clue.SAYING_NOUN, Clue.SO_CALLED, Clue.WORK, Clue.NAMING})
"""What a word outside shows of all that depends on it."""
_LINKS = 3
"""So many tokens stand between two stretches at most: a sign, «or», and an article or a preposition."""


def list_chains(tokens: Sequence[Token], places: Sequence[int]) -> list[list[int]]:
    """Return the stretches that are coordinated, as runs of two or more of their tokens."""
    chains: list[list[int]] = []
    for place in places:
        if chains and is_coordinated(tokens, chains[-1][-1], place):
            chains[-1].append(place)
        else:
            chains.append([place])
    return [chain for chain in chains if len(chain) > 1]


def is_coordinated(tokens: Sequence[Token], left: int, right: int) -> bool:
    """Say whether nothing but a comma or a conjunction links two stretches, be it with an article: „…“ oder das „…“."""
    between = tokens[left + 1 : right]
    if not 0 < len(between) <= _LINKS:
        return False
    link, *rest = between
    if link.text != "," and (not link.traits & CONJUNCTION or link.traits & PREDICATE):
        return False
    return all(token.traits & (ARTICLE | CONJUNCTION | PREPOSITION) and not token.traits & PREDICATE for token in rest)


def share_clues(clues: Sequence[set[Clue]]) -> None:
    """Give what governs the first of some coordinated stretches to the others, too."""
    shared = clues[0] & _GOVERNED
    for other in clues[1:]:
        other.update(shared)
