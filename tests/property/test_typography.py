"""What must hold when any words are put into any marks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newstui.text.typography import TYPOGRAPHIES, choose_marks, find_outer_marks, set_quotation

WORDS = st.text(st.sampled_from("ab ,.'’‘“”„«»‹›\"‚\u00a0\u202f—"), max_size=40)
TAGS = st.sampled_from(sorted(TYPOGRAPHIES))
_LETTERS = frozenset("ab,.—")


@given(WORDS, TAGS, TAGS)
def test_letters_and_stops_stay_and_the_marks_are_the_first_level_s(words: str, tag: str, language: str) -> None:
    levels = choose_marks(tag)
    quotation = set_quotation(words, levels, language)
    assert quotation.startswith(levels[0].opening)
    assert quotation.endswith(levels[0].closing)
    assert [c for c in quotation if c in _LETTERS] == [c for c in words if c in _LETTERS]


@given(st.text(st.sampled_from("ab "), min_size=1).filter(str.strip), TAGS)
def test_marks_that_are_set_are_found_as_written(words: str, tag: str) -> None:
    first = choose_marks(tag)[0]
    quotation = set_quotation(words, choose_marks(tag))
    start, end = len(first.opening), len(quotation) - len(first.closing)
    assert find_outer_marks(quotation, start, end) == first
