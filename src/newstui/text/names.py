"""People's names: one key for the spellings of one name, and which names belong to one person.

A name from another script is spelt by ear in each language: Selenskyj, Zelensky, Zelenski. Such names are known by
their endings, which each language writes in its own way but always writes, and only they are folded by sound. A name
that is written with Latin letters at home is spelt alike everywhere but for its diacritics: Meyer is not Meier.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from newstui.record import record
from newstui.text.romanisation import (
    ARTICLES,
    fold_letters,
    fold_sounds,
    fold_umlauts,
    is_romanised,
    skeleton,
    strip_article,
)

NAMES_VERSION: Final = 2
"""Is raised when names fold to other keys or other words: a library then works out its speakers anew."""

_WORD: Final = re.compile(r"[^\W_]+(?:['’‘ʼ`-][^\W_]+|(?<=\w)\.-?[^\W_]+)*")
_PARTICLES: Final = frozenset(
    "al el as ash ibn bin ben bint von vom zu zur zum van der den de het ten ter te dem di da do dos das du del della"  # noqa: SIM905  words read better so
    " la le les los las os die the een".split()
)
"""What belongs to a surname but is written or left out as it comes, and articles."""
_AND: Final = frozenset(("und", "and", "et", "en", "y", "e"))
"""Two people in one breath are neither of them, and a surname of two such parts is cut by nobody."""
_GENERATIONS: Final = frozenset("jr sr jun sen junior senior ii iii iv".split())  # noqa: SIM905  likewise
_FIRST_SURNAMES: Final = frozenset(
    "bai cai cao chen cheng cui deng ding dong du fan fang feng fu gao gu guo han hao he hou hu huang jia jiang jin"  # noqa: SIM905  likewise
    " kong lai lei li liang liao lin liu long lu luo ma mao meng peng qian qin qiu ren shao shen shi song su sun tan"
    " tang tao tian wan wang wei wen wu xi xia xiao xie xiong xu xue yan yang yao ye yin yu yuan zeng zhang zhao zheng"
    " zhong zhou zhu zou kim lee park choi yoon moon cho kang".split()
)
"""Chinese and Korean family names, which stand before the given name."""
_SYLLABLE: Final = r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?[aeiou]{1,3}(?:ng|[nklmp])?"
_GIVEN: Final = re.compile(rf"{_SYLLABLE}(?:[ '-]?{_SYLLABLE})?")
_DOMINANT: Final = 0.8
"""The share of the quotes of all whom a short form may mean that makes it mean the one."""


@record
class NameGroup:
    """The spellings of one person's name, the one to be shown first, then by frequency; `count` is of them all."""

    spellings: tuple[str, ...]
    count: int

    @property
    def name(self) -> str:
        """The most frequent of the full forms."""
        return self.spellings[0]


@record
class _Parts:
    given: tuple[str, ...]
    surname: str
    romanised: bool

    @property
    def key(self) -> str:
        return " ".join((*self.given, self.surname))

    @property
    def is_full(self) -> bool:
        return any(not _is_initial(word) for word in self.given)


def fold_name(name: str) -> str:
    """Return the key of a name: equal for spellings that differ in case, diacritics or romanisation only."""
    return _read(name).key


def fold_surname(name: str) -> str:
    """Return the key of a name's surname: people whose keys differ are never one."""
    return _read(name).surname


def same_name(left: str, right: str) -> bool:
    """Whether two names may mean one person: the surnames equal after folding, the given names compatible or missing."""
    one, other = _read(left), _read(right)
    if one.surname != other.surname:
        return False
    shorter, longer = sorted((one.given, other.given), key=lambda given: (len(given), given))
    by_sound = one.romanised or other.romanised
    return _agree(shorter, longer, by_sound=by_sound) or _agree(longer, shorter, by_sound=by_sound)


def group_names(counts: Mapping[str, int]) -> list[NameGroup]:
    """Return the people whom these names mean, the most frequent first; `counts` says how often each name stands.

    A form that several people share (a surname, an initial) goes to the one who is meant nearly always, else to none.
    """
    by_surname: dict[str, list[str]] = defaultdict(list)
    for name in sorted(counts, key=lambda name: (-counts[name], name)):
        by_surname[fold_surname(name)].append(name)
    groups = [group for names in by_surname.values() for group in _group(names, counts)]
    return sorted(groups, key=lambda group: (-group.count, group.name))


def list_words(name: str) -> frozenset[str]:
    """Return the words by which a name is found when their beginnings are typed: as written, and folded by sound."""
    written = (fold_letters(part) for part in re.findall(r"[^\W_]+", name))
    return frozenset([*filter(None, written), *fold_name(name).split()])


def _group(names: Sequence[str], counts: Mapping[str, int]) -> Iterable[NameGroup]:
    """Group names of one surname, which come by frequency: the full forms first, then what they may be short for."""
    groups: list[list[str]] = []
    for name in sorted(names, key=lambda name: (not _read(name).is_full, not _read(name).given)):
        fitting = [group for group in groups if all(same_name(name, other) for other in group)]
        weights = [sum(counts[other] for other in group) for group in fitting]
        if fitting and max(weights) >= _DOMINANT * sum(weights):
            fitting[weights.index(max(weights))].append(name)
        else:
            groups.append([name])
    for group in groups:
        shown = min(group, key=lambda name: (not _read(name).is_full, -counts[name], -len(name), name))
        others = sorted((name for name in group if name != shown), key=lambda name: (-counts[name], name))
        yield NameGroup((shown, *others), sum(counts[name] for name in group))


def _agree(shorter: Sequence[str], longer: Sequence[str], *, by_sound: bool) -> bool:
    """Whether given names may be one person's: the first alike and the others in order, or the last of the longer."""
    if not shorter:
        return True
    if len(shorter) > len(longer):
        return False
    if tuple(shorter) == tuple(longer[-len(shorter) :]):
        return True
    if not _match(shorter[0], longer[0], by_sound=by_sound):
        return False
    rest = iter(longer[1:])
    return all(any(_match(word, other, by_sound=by_sound) for other in rest) for word in shorter[1:])


def _match(word: str, other: str, *, by_sound: bool) -> bool:
    if word == other:
        return True
    if _is_initial(word) or _is_initial(other):
        return [part[0] for part in word.split("-") if part] == [part[0] for part in other.split("-") if part]
    return by_sound and skeleton(word) == skeleton(other)


def _is_initial(word: str) -> bool:
    """Whether a given name is cut down to its initials: J., J.-L."""
    return all(len(part) <= 1 for part in word.split("-"))


@lru_cache(maxsize=20_000)
def _read(name: str) -> _Parts:
    """Take a name apart; what is left has been folded until nothing changes any more."""
    parts = _read_once(name)
    romanised = parts.romanised
    while (again := _read_once(parts.key)).key != parts.key:
        parts, romanised = again, romanised or again.romanised
    return _Parts(parts.given, parts.surname, romanised)


def _read_once(name: str) -> _Parts:
    words = [folded for word in _WORD.findall(name) if (folded := fold_letters(word))]
    while len(words) > 1 and words[-1] in _GENERATIONS:
        words.pop()
    if not words:
        return _Parts((), " ".join(name.casefold().split()), romanised=False)
    if not _AND.isdisjoint(_WORD.findall(name)[1:-1]):
        return _Parts((), " ".join(fold_umlauts(word) for word in words), romanised=False)
    if words[0] in _FIRST_SURNAMES and 1 < len(words) <= 3 and _GIVEN.fullmatch(" ".join(words[1:])):
        return _Parts(("".join(words[1:]).replace("-", ""),), words[0], romanised=False)
    romanised = is_romanised(words[-1]) or (len(words) > 1 and words[-2] in ARTICLES)
    words = [word for word in words[:-1] if word not in _PARTICLES] + [strip_article(words[-1])]
    fold = fold_sounds if romanised else fold_umlauts
    return _Parts(tuple(fold(word) for word in words[:-1]), fold(words[-1]), romanised)
