"""Laying what a reader says of names over what the rules say: these are one person's, this one is somebody else's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from newstui.text.names import NameGroup

Pair = tuple[str, str]


def apply_verdicts(
    groups: Sequence[NameGroup], counts: Mapping[str, int], same: Iterable[Pair], apart: Sequence[Pair]
) -> list[NameGroup]:
    """Return the people whom names mean when two names of each pair in `same` are one person's.

    The first name of a pair in `apart` is taken out of a group that has the second, and stands by itself; it does so
    before names are joined, and after, since joining may bring both together again. `counts` says how often each stands.
    """
    parted = [part for group in groups for part in _part(group, counts, apart)]
    joined = _join(parted, counts, same)
    return sorted(
        (part for group in joined for part in _part(group, counts, apart)), key=lambda group: (-group.count, group.name)
    )


def _part(group: NameGroup, counts: Mapping[str, int], apart: Sequence[Pair]) -> Iterator[NameGroup]:
    names = set(group.spellings)
    out = [name for name in group.spellings if any(name == one and other in names for one, other in apart)]
    kept = [name for name in group.spellings if name not in out]
    for names_of_one in ([kept] if kept else []) + [[name] for name in out]:
        yield NameGroup(tuple(names_of_one), sum(counts[name] for name in names_of_one))


def _join(groups: Sequence[NameGroup], counts: Mapping[str, int], same: Iterable[Pair]) -> list[NameGroup]:
    place = {name: number for number, group in enumerate(groups) for name in group.spellings}
    members = {number: [number] for number in range(len(groups))}
    for one, other in same:
        left, right = place.get(one), place.get(other)
        if left is None or right is None or members[left] is members[right]:
            continue
        members[left] += members[right]
        for number in members[right]:
            members[number] = members[left]
    distinct = {id(numbers): numbers for numbers in members.values()}
    return [_merge([groups[number] for number in numbers], counts) for numbers in distinct.values()]


def _merge(groups: Sequence[NameGroup], counts: Mapping[str, int]) -> NameGroup:
    """Return one person of several, under the name of the one who is meant most."""
    if len(groups) == 1:
        return groups[0]
    shown = max(groups, key=lambda group: (group.count, counts[group.name], group.name)).name
    names = {name for group in groups for name in group.spellings} - {shown}
    others = sorted(names, key=lambda name: (-counts[name], name))
    return NameGroup((shown, *others), sum(group.count for group in groups))
