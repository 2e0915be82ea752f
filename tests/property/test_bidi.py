"""What holds for the order of any line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newstui.text.bidi import find_levels, order_line, show_in_order

TEXTS = st.text(st.sampled_from("ab אבעלם 12 ٣٤()[]«».,:+-%€!\u0301\u064e\t\u200f"), max_size=40)


@given(TEXTS, st.booleans(), st.data())
def test_the_runs_of_a_line_hold_each_character_once(text: str, right_to_left: bool, data: st.DataObject) -> None:
    levels = find_levels(text, right_to_left=right_to_left)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    runs = order_line(text, levels, start, end, right_to_left=right_to_left)
    assert sorted(place for run in runs for place in range(run.start, run.end)) == list(range(start, end))
    assert all(levels[place] >= right_to_left for place in range(len(text)))


@given(TEXTS)
def test_nothing_is_lost(text: str) -> None:
    mirrored = str.maketrans("([»", ")]«")
    before, after = (sorted(words.translate(mirrored)) for words in (text, show_in_order(text)))
    assert before == after
