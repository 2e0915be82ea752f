"""Right-to-left text in the order in which it is shown: the Unicode Bidirectional Algorithm (UAX 9).

Without its explicit formatting (rules X1 to X8), whose characters no text of ours holds: `clean_text` takes them out.
What is left is base direction (P2, P3), weak and neutral types with paired brackets (W, N), levels (I) and order (L).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Final, NamedTuple

from newstui.text.patterns import compile_late

_RIGHT_TO_LEFT = compile_late(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_MARKS: Final = frozenset({"Mn", "Me"})
_JOINER: Final = "\u200d"

_PAIRS: Final = "()[]{}⁅⁆⁽⁾₍₎〈〉❨❩❪❫⟦⟧⟨⟩⟪⟫⟮⟯⦅⦆〈〉《》「」『』【】〔〕〖〗〘〙〚〛（）［］｛｝｟｠｢｣"
_OPENING: Final = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_CLOSING: Final = {close: open_ for open_, close in _OPENING.items()}
_CANONICAL: Final = {"〈": "〈", "〉": "〉"}
_MIRRORED: Final = _OPENING | _CLOSING | dict(zip("<>«»‹›≤≥≪≫", "><»«›‹≥≤≫≪", strict=True))

_NUMBERS: Final = frozenset({"EN", "AN"})
_NEUTRAL: Final = frozenset({"B", "S", "WS", "ON", "BN"})
_SPACES: Final = frozenset({"B", "S", "WS", "BN"})
_DEEPEST_BRACKETS: Final = 63
"""UAX 9 gives up on brackets that are nested deeper."""


class DisplayRun(NamedTuple):
    """A range of a text, half-open, in which all is read in one direction."""

    start: int
    end: int
    right_to_left: bool


def has_right_to_left(text: str) -> bool:
    """Whether any of it may be read from right to left; quick."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def is_right_to_left(text: str) -> bool:
    """Whether a paragraph is one: whether its first strong character is (P2, P3)."""
    if not has_right_to_left(text):
        return False
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind == "L":
            return False
        if kind in ("R", "AL"):
            return True
    return False


def find_levels(text: str, *, right_to_left: bool) -> list[int]:
    """Return each character's embedding level in a paragraph of this direction; odd ones are read from right to left."""
    base = int(right_to_left)
    original = [unicodedata.bidirectional(character) or "L" for character in text]
    kinds = _resolve_weak(original, "R" if base else "L")
    _resolve_brackets(text, kinds, original, base)
    _resolve_neutrals(kinds, base)
    levels = [base + _RISE[base][kind] for kind in kinds]
    # L1 for tabs and line feeds, as far as it does not depend on lines.
    for place, kind in enumerate(original):
        if kind in ("B", "S"):
            _lay_down(original, levels, place, base)
    return levels


_RISE: Final = ({"L": 0, "R": 1, "AN": 2, "EN": 2}, {"L": 1, "R": 0, "AN": 1, "EN": 1})
"""How far a type lies above its paragraph's level, which is even or odd (I1, I2)."""


def order_line(text: str, levels: Sequence[int], start: int, end: int, *, right_to_left: bool) -> list[DisplayRun]:
    """Return the runs of a line, a range of a paragraph, from left to right as they are shown (L1, L2)."""
    base = int(right_to_left)
    line = list(levels[start:end])
    for place in range(len(line) - 1, -1, -1):
        if unicodedata.bidirectional(text[start + place]) not in _SPACES:
            break
        line[place] = base
    runs = [(level, [place for place, _level in group]) for level, group in groupby(enumerate(line), itemgetter(1))]
    ordered = [(level, start + places[0], start + places[-1] + 1) for level, places in runs]
    highest = max((level for level, _from, _to in ordered), default=0)
    for level in range(highest, 0, -1):
        ordered = list(_turn_around(ordered, level))
    return [DisplayRun(first, last, bool(level % 2)) for level, first, last in ordered]


def show_in_order(text: str) -> str:
    """Return a line as it is shown where nobody else puts it in order."""
    if not has_right_to_left(text):
        return text
    return "\n".join(_show_line(line) for line in text.split("\n"))


def reverse(text: str) -> str:
    """Return text that is read from right to left as it is shown: clusters turned round, brackets mirrored (L3, L4)."""
    return "".join(
        mirrored if (mirrored := _MIRRORED.get(cluster)) else cluster for cluster in reversed(split_clusters(text))
    )


def split_clusters(text: str) -> list[str]:
    """Return characters, each with the marks on it and what is joined to it."""
    clusters: list[str] = []
    for character in text:
        joined = clusters and (
            character == _JOINER or clusters[-1].endswith(_JOINER) or unicodedata.category(character) in _MARKS
        )
        if joined:
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters


@lru_cache(maxsize=2048)
def _show_line(text: str) -> str:
    right_to_left = is_right_to_left(text)
    levels = find_levels(text, right_to_left=right_to_left)
    return "".join(
        reverse(text[run.start : run.end]) if run.right_to_left else text[run.start : run.end]
        for run in order_line(text, levels, 0, len(text), right_to_left=right_to_left)
    )


def _turn_around(runs: list[tuple[int, int, int]], level: int) -> Iterator[tuple[int, int, int]]:
    """Turn round each sequence of runs at this level or above (L2)."""
    for high, group in groupby(runs, lambda run: run[0] >= level):
        same = list(group)
        yield from reversed(same) if high else same


def _lay_down(kinds: Sequence[str], levels: list[int], place: int, base: int) -> None:
    """Give a separator and the spaces before it the paragraph's level (L1)."""
    while place >= 0 and kinds[place] in _SPACES:
        levels[place] = base
        place -= 1


# Weak types


def _resolve_weak(original: Sequence[str], edge: str) -> list[str]:
    """Resolve numbers, their separators and marks (W1 to W7)."""
    kinds = list(original)
    before = strong = edge
    for place, written in enumerate(original):
        if written == "BN":
            continue
        kind = kinds[place] = before if written == "NSM" else written  # W1
        before = kind
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":  # W2
            kinds[place] = before = "AN"
    kinds = ["R" if kind == "AL" else kind for kind in kinds]  # W3
    _join_numbers(kinds)
    strong = edge
    for place, kind in enumerate(kinds):
        if kind in ("ES", "CS", "ET"):  # W6
            kinds[place] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":  # W7
            kinds[place] = "L"
    return kinds


def _join_numbers(kinds: list[str]) -> None:
    """Have a separator between two numbers be of them (W4), and a sign beside one (W5)."""
    for place in range(1, len(kinds) - 1):
        before, kind, after = kinds[place - 1 : place + 2]
        if before == after and ((kind == "CS" and before in _NUMBERS) or (kind == "ES" and before == "EN")):
            kinds[place] = before
    for beside, group in groupby(range(len(kinds)), lambda place: kinds[place] in ("ET", "EN", "BN")):
        places = list(group)
        if beside and any(kinds[place] == "EN" for place in places):
            for place in places:
                if kinds[place] == "ET":
                    kinds[place] = "EN"


# Brackets and neutrals


def _resolve_brackets(text: str, kinds: list[str], original: Sequence[str], base: int) -> None:
    """Give both brackets of a pair the direction of what they hold (N0)."""
    own, other = ("R", "L") if base else ("L", "R")
    for first, last in _pair_brackets(text, kinds):
        inside = {_strength(kind) for kind in kinds[first + 1 : last]}
        if own in inside:
            direction = own
        elif other in inside:
            before = next((strong for kind in reversed(kinds[:first]) if (strong := _strength(kind))), own)
            direction = other if before == other else own
        else:
            continue
        for bracket in (first, last):
            kinds[bracket] = direction
            place = bracket + 1
            while place < len(kinds) and original[place] in ("NSM", "BN"):
                kinds[place] = direction
                place += 1


def _pair_brackets(text: str, kinds: Sequence[str]) -> list[tuple[int, int]]:
    """Return the pairs of brackets by their openings' places (BD16)."""
    open_: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for place, character in enumerate(text):
        if kinds[place] != "ON":
            continue
        if character in _OPENING:
            if len(open_) == _DEEPEST_BRACKETS:
                return []
            open_.append((_CANONICAL.get(_OPENING[character], _OPENING[character]), place))
        elif character in _CLOSING:
            wanted = _CANONICAL.get(character, character)
            for depth in range(len(open_) - 1, -1, -1):
                if open_[depth][0] == wanted:
                    pairs.append((open_[depth][1], place))
                    del open_[depth:]
                    break
    return sorted(pairs)


def _resolve_neutrals(kinds: list[str], base: int) -> None:
    """Give neutrals the direction of both sides where these agree, else the paragraph's (N1, N2)."""
    edge = "R" if base else "L"
    before = edge
    place = 0
    for neutral, group in groupby(list(kinds), lambda kind: kind in _NEUTRAL):
        size = len(list(group))
        if neutral:
            after = _strength(kinds[place + size]) if place + size < len(kinds) else edge
            kinds[place : place + size] = [before if before == after else edge] * size
        else:
            before = _strength(kinds[place + size - 1])
        place += size


def _strength(kind: str) -> str:
    """The direction that a type counts as for what stands beside it: numbers count as right to left."""
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(kind, "")
