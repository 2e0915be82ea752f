"""A list that has lost what was read in it holds that still, where it stood, however long the list is."""

from __future__ import annotations

from array import array
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from newstui.ui.snapshots import keep_read


@given(
    length=st.integers(0, 400),
    read=st.sets(st.integers(1, 400)),
    arrived=st.lists(
        st.tuples(st.integers(0, 400), st.integers(1001, 2000)), unique_by=lambda each: each[1], max_size=4
    ),
)
def test_what_was_read_stands_before_what_it_preceded(
    length: int, read: set[int], arrived: list[tuple[int, int]]
) -> None:
    shown = list(range(length, 0, -1))
    now = [story for story in shown if story not in read]
    for place, story in arrived:
        now.insert(min(place, len(now)), story)
    kept = list(keep_read(array("q", shown), array("q", now)))
    assert [story for story in kept if story not in read] == now
    assert sorted(kept) == sorted({*shown, *now})
    for above, below in pairwise(kept):
        if above in read and below <= length:
            assert below == above - 1
