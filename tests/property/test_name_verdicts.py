"""What must hold whatever a reader says of names."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newstui.text.name_verdicts import Pair, apply_verdicts
from newstui.text.names import group_names

NAMES = ("Anna Weber", "Weber", "A. Weber", "Joe Biden", "Biden", "Jill Biden", "Bob Dylan", "Robert Zimmerman")
COUNTS = st.dictionaries(st.sampled_from(NAMES), st.integers(1, 9), min_size=1)
PAIRS = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda pair: pair[0] != pair[1]))


@given(COUNTS, PAIRS, PAIRS)
def test_every_name_is_somebody_s_and_what_is_apart_stays_apart(
    counts: dict[str, int], same: list[Pair], apart: list[Pair]
) -> None:
    groups = apply_verdicts(group_names(counts), counts, same, apart)
    assert sorted(name for group in groups for name in group.spellings) == sorted(counts)
    assert all(group.count == sum(counts[name] for name in group.spellings) for group in groups)
    for one, other in apart:
        assert not any({one, other} <= set(group.spellings) for group in groups)


@given(COUNTS, PAIRS)
def test_what_is_one_is_together(counts: dict[str, int], same: list[Pair]) -> None:
    groups = apply_verdicts(group_names(counts), counts, same, [])
    for one, other in same:
        if one in counts and other in counts:
            assert any({one, other} <= set(group.spellings) for group in groups)
    again = apply_verdicts(groups, counts, same, [])
    assert {frozenset(group.spellings) for group in again} == {frozenset(group.spellings) for group in groups}
