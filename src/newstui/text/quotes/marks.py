"""Quotation marks: which characters they are, and what it costs to read each of them as an opening or a closing one.

Nothing is decided here. Each mark gets three costs from its neighbours and from the document's own habits: to open,
to close, to be no quotation mark at all (an apostrophe, minutes of arc, a slip). `pairing` then looks for the
cheapest reading of a whole paragraph. A cost of 0 is what the rules of typography ask for, 1 is a common slip,
3 and more is what nobody writes on purpose.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from newstui.text.quotes.lexicon import Apostrophes
from newstui.text.quotes.passages import Passage

_MARK: Final = re.compile('[„“”"‟«»‹›‚‘\'’´`](?:(?<=[„“”"‟«»‹›‚‘])|(?<![^\\W_].)|(?![^\\W_]))')
"""What is no apostrophe in a word (l'accord, it's, zo'n, 5'000). All marks stand first: so a search skips to them."""

_ENDING: Final = 8
"""So many letters before an apostrophe are compared with the ends of words that one stands behind."""

NEVER: Final = 99.0
SLIP: Final = 1.0
NO_MARK: Final = 3.0
"""What it costs to leave a mark alone that can be nothing but a quotation mark."""

CLOSERS: Final[dict[str, dict[str, float]]] = {
    "„": {"“": 0, "”": 0, "‟": 0, '"': 0.6, "„": 2, "’": 3},
    "“": {"”": 0, '"': 0.6, "“": 0.8, "‟": 1, "’": 3},
    "”": {"”": 0},
    "‟": {"”": 0},
    '"': {'"': 0, "“": 0.6, "”": 0.6},
    "«": {"»": 0},
    "»": {"«": 0},
    "‹": {"›": 0},
    "›": {"‹": 0},
    "‚": {"‘": 0, "’": 0, "'": 0.6},
    "‘": {"’": 0, "'": 0.6, "´": 0.6, "‘": 0.8, "”": 3},
    "’": {"’": 0},
    "'": {"'": 0, "’": 0.8},
    "´": {"´": 0},
    "`": {"´": 0, "'": 0, "`": 0},
}
"""By opening mark, what may close it, and what the slip costs. The six languages' own pairs and their mixtures."""

_SINGLE: Final = frozenset("'’´`‘")
_OPENING: Final = frozenset("„“‚‘«‹")
_CLOSING: Final = frozenset("”’")
_HARD_SPACES: Final = frozenset("\u00a0\u202f\u2009")
_BEFORE_OPENING: Final = frozenset("([{—–-/…:;,¿¡|•*=")
_AFTER_CLOSING: Final = frozenset(")]}.,;:!?…—–-/|*=")
_ANY_MARK: Final = frozenset("„“”\"‟«»‹›‚‘'’´`")
_ROCK_N_ROLL: Final = re.compile(r"(?<=\w)['’`]n['’](?=\w)|(?<=\s)['’`]n['’](?=\s)", re.IGNORECASE)


class Mark(NamedTuple):
    """One mark: `at` is its code point in the passage; `char` is what pairs (for an HTML <q> a name of its own)."""

    at: int
    char: str
    opens: float
    closes: float
    skips: float


class Habits(NamedTuple):
    """How a document sets its quotations: the vote that is taken before anything is paired.

    `reversed_guillemets`: »…« and ›…‹ rather than «…» and ‹…›. `single`: '…' or ’…’ is seen to open before a word and to close after
    punctuation, so it is not an apostrophe only. `low`: „ is used, so “ closes.
    """

    reversed_guillemets: bool
    single: bool
    low: bool


def find_marks(passage: Passage) -> list[int]:
    """Return where the characters stand that can be quotation marks."""
    return [found.start() for found in _MARK.finditer(passage.text)]


def take_vote(passages: Sequence[Passage], places: Sequence[Sequence[int]], apostrophes: Apostrophes) -> Habits:
    """Return the habits that the marks in clear positions show; `places` are those of each passage's marks."""
    opens: Counter[str] = Counter()
    closes: Counter[str] = Counter()
    for passage, marks in zip(passages, places, strict=True):
        text = passage.text
        for at in marks:
            char = text[at]
            before, after = text[at - 1 : at], text[at + 1 : at + 2]
            if _is_free_before(before) and (after.isalnum() or after in _HARD_SPACES):
                if char not in _SINGLE or not _is_leading(text, at, apostrophes):
                    opens[char] += 1
            elif before in _HARD_SPACES or (not before.isspace() and (before in ",.!?…" or after in _AFTER_CLOSING)):
                closes[char] += bool(before)
    singles = min(opens["'"], closes["'"]) + min(opens["’"], closes["’"])
    return Habits(opens["»"] + opens["›"] > opens["«"] + opens["‹"], singles > 0, opens["„"] > 0)


def read_marks(passage: Passage, places: Sequence[int], habits: Habits, apostrophes: Apostrophes) -> list[Mark]:
    """Return the marks of a passage in order, with their costs; an HTML <q> pairs with itself alone."""
    text = passage.text
    marks = [_weigh_mark(text, at, habits, apostrophes) for at in places]
    for start, end in passage.marked:
        name = f"q{start}"
        if text[start] in _ANY_MARK and text[end - 1] in _ANY_MARK and end - start > 2:
            marks = [mark for mark in marks if mark.at not in (start, end - 1)]
            marks += [Mark(start, name, 0, NEVER, NEVER), Mark(end - 1, name, NEVER, 0, NEVER)]
            marks.sort(key=lambda mark: mark.at)
    return marks


def _weigh_mark(text: str, at: int, habits: Habits, apostrophes: Apostrophes) -> Mark:
    char = text[at]
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if char in _SINGLE and (char != "‘" or (_is_free_before(before) and _is_leading(text, at, apostrophes))):
        opens, closes = _weigh_opening(before, after), _weigh_closing(before, after)
        return _weigh_single(text, at, opens, closes, habits, apostrophes)
    return Mark(at, char, *_weigh_double(char, before, after, habits))


@lru_cache(maxsize=2048)
def _weigh_double(char: str, before: str, after: str, habits: Habits) -> tuple[float, float, float]:
    """Weigh a mark that is no apostrophe: what it costs to open, to close and to be none."""
    opens, closes = _weigh_opening(before, after), _weigh_closing(before, after)
    if char in "«»‹›":
        backwards = (char in "»›") != habits.reversed_guillemets
        opens, closes = min(opens, SLIP), min(closes, SLIP)
        return opens + 1.5 * backwards, closes + 1.5 * (not backwards), NO_MARK
    if char in _OPENING:
        opens = min(opens, SLIP)
    if char == "“" and habits.low:
        opens += SLIP
    if char in _CLOSING:
        opens, closes = opens + 0.8, min(closes, SLIP)
    inches = char == '"' and before.isdigit() and not after.isalnum()
    return opens, closes, 1.0 if inches else NO_MARK


def _weigh_single(text: str, at: int, opens: float, closes: float, habits: Habits, apostrophes: Apostrophes) -> Mark:
    """Weigh a mark that can be an apostrophe too: by the words that carry one in this language, and by its place."""
    char = text[at]
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if _ROCK_N_ROLL.match(text, at) or (_ROCK_N_ROLL.match(text, at - 2) if at >= 2 else None):
        return Mark(at, char, NEVER, NEVER, 0)
    if _is_free_before(before) and _is_leading(text, at, apostrophes):
        return Mark(at, char, 1.6 + opens, closes + SLIP, 0)
    if before.isalnum() and _is_joining(text, at, apostrophes):
        return Mark(at, char, NEVER, closes + 1.6, 0)
    if char in "’´":
        opens += 0.8 if habits.single else 2
    elif not habits.single:
        opens += 0.5
    if before.isdigit():  # feet, minutes of arc
        return Mark(at, char, opens, closes, 0.6)
    if before.isalpha():
        possessive = text[max(0, at - _ENDING) : at].lower().endswith(apostrophes.final)
        word_follows = after.isspace() and text[at + 2 : at + 3].isalnum()
        if possessive and word_follows:  # the ministers' plan, Hans' Auto, goin' home
            return Mark(at, char, opens, closes + 0.6, 0.4)
        return Mark(at, char, opens, closes, 0.8 if possessive else 1.4)
    return Mark(at, char, opens, closes, 2.5)


def _weigh_opening(before: str, after: str) -> float:
    """A mark that opens stands after a space or a bracket and before a word; French sets a space inside it."""
    if not _is_free_before(before):
        return 4.0
    if not after or after == "\n" or after in ".,;:!?)":
        return 4.0
    if after.isspace():
        if before and not before.isspace() and before not in _ANY_MARK:
            return 4.0
        return 0.0 if after in _HARD_SPACES else 1.2
    return 0.0


def _weigh_closing(before: str, after: str) -> float:
    if not before or before == "\n":
        return 4.0
    if after and after.isalnum():
        return 3.5
    if before.isspace():
        return 0.0 if before in _HARD_SPACES else 1.2
    if before in "([{¿¡":
        return 3.0
    return 0.0


def _is_free_before(before: str) -> bool:
    return not before or before.isspace() or before in _BEFORE_OPENING or before in _ANY_MARK


def _is_leading(text: str, at: int, apostrophes: Apostrophes) -> bool:
    """Say whether the mark belongs to the word behind it: '90s, 's avonds, 't, 'em."""
    found = apostrophes.leading.match(text, at + 1)
    return found is not None


def _is_joining(text: str, at: int, apostrophes: Apostrophes) -> bool:
    """Say whether the mark ends a word that leans on the next, which stands in marks itself: l'« effort »."""
    start = at
    while start and text[start - 1].isalpha():
        start -= 1
    return text[start:at].lower() in apostrophes.joining and not text[at + 1 : at + 2].isspace()
