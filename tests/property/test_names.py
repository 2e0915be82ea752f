from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from newstui.text.names import fold_name, fold_surname, group_names, same_name

_SYLLABLES = st.sampled_from(
    "Sel Zel ens kyj sky ow ov ew jew Tsch Kh sj zj ou oe j y i in ine enko ß ü é ğ al- -  ' . J. von der de Xi ping Kim und y"  # noqa: SIM905  words read better so
    " witsch vich Jr. Anna Müller ski ja a e ck qu gu ts tz ss x".split(" ")
)
NAMES = st.one_of(st.lists(_SYLLABLES, min_size=1, max_size=8).map("".join), st.text(max_size=20))


@given(NAMES)
def test_folding_again_changes_nothing(name: str) -> None:
    assert fold_name(fold_name(name)) == fold_name(name)


@given(NAMES, NAMES)
def test_likeness_is_mutual_and_begins_with_oneself(left: str, right: str) -> None:
    assert same_name(left, left)
    assert same_name(left, right) == same_name(right, left)
    if same_name(left, right):
        assert fold_surname(left) == fold_surname(right)


@given(NAMES)
def test_case_makes_no_difference(name: str) -> None:
    assert fold_name(name.upper()) == fold_name(name.upper().lower())


@given(st.dictionaries(NAMES, st.integers(1, 50), max_size=12))
def test_every_name_stands_in_one_group_of_names_that_may_be_one(counts: dict[str, int]) -> None:
    groups = group_names(counts)
    assert Counter(name for group in groups for name in group.spellings) == Counter(counts.keys())
    assert sum(group.count for group in groups) == sum(counts.values())
    assert all(same_name(one, other) for group in groups for one in group.spellings for other in group.spellings)
    assert groups == group_names(dict(reversed(counts.items())))
