"""Examples after UAX 9; capitals stand for right-to-left letters, as they do there."""

from __future__ import annotations

import pytest

from newstui.text.bidi import find_levels, is_right_to_left, order_line, reverse, show_in_order, split_clusters

_HEBREW = {chr(ord("A") + n): chr(0x05D0 + n) for n in range(26)}
_BACK = {letter: capital for capital, letter in _HEBREW.items()}


def hebrew(text: str) -> str:
    return "".join(_HEBREW.get(character, character) for character in text)


def capitals(text: str) -> str:
    return "".join(_BACK.get(character, character) for character in text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("only latin", "only latin", id="nothing to do"),
        pytest.param("CAR", "RAC", id="a word"),
        pytest.param("car is THE CAR in arabic", "car is RAC EHT in arabic", id="a run in a paragraph from the left"),
        pytest.param("CAR MEANS car.", ".car SNAEM RAC", id="a run in a paragraph from the right"),
        pytest.param("he said THE 123 CARS", "he said SRAC 123 EHT", id="a number keeps its order"),
        pytest.param("ABC 12.50 DEF", "FED 12.50 CBA", id="a decimal point belongs to the number"),
        pytest.param("ABC 50% DEF", "FED 50% CBA", id="a percent sign belongs to the number"),
        pytest.param("ABC (DEF) GHI", "IHG (FED) CBA", id="brackets are mirrored"),
        pytest.param("a (BC) d", "a (CB) d", id="brackets of a run inside stay with the paragraph"),
        pytest.param("AB(CD[&ef]!)gh", "gh(![ef&]DC)BA", id="UAX 9, N0, example 1"),
        pytest.param("smith (fabrikam ARABIC) HEBREW", "smith (fabrikam CIBARA) WERBEH", id="UAX 9, N0, example 2"),
        pytest.param("ARABIC book(s)", "book(s) CIBARA", id="UAX 9, N0, example 3"),
        pytest.param("ABC\ndef GHI", "CBA\ndef IHG", id="each line by itself"),
        pytest.param("«ABC» said", "said «CBA»", id="guillemets"),
    ],
)
def test_show_in_order(text: str, expected: str) -> None:
    assert capitals(show_in_order(hebrew(text))) == expected


def test_arabic_numbers_after_arabic_letters() -> None:
    assert show_in_order("عام 2026/11 كان") == "ناك 2026/11 ماع"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("abc", False), ("12 ABC", True), ("a ABC", False), ("(ABC", True), ("12", False), ("", False)],
)
def test_direction_of_a_paragraph(text: str, expected: bool) -> None:
    assert is_right_to_left(hebrew(text)) is expected


def test_a_line_of_a_paragraph_is_ordered_by_the_levels_of_the_whole() -> None:
    text = hebrew("ABC def GHI ")
    levels = find_levels(text, right_to_left=True)
    first = order_line(text, levels, 0, 7, right_to_left=True)
    assert [(run.start, run.end, run.right_to_left) for run in first] == [(4, 7, False), (0, 4, True)]
    rest = order_line(text, levels, 7, len(text), right_to_left=True)
    assert [(run.start, run.end) for run in rest] == [(7, 12)], "the space at the end has the paragraph's direction"


def test_marks_stay_on_their_letters() -> None:
    assert split_clusters("بَي\u200dأ") == ["بَ", "ي\u200dأ"]
    assert reverse("بَي") == "يبَ"
