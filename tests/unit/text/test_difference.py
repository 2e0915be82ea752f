"""What became of paragraphs and words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.text.difference import Change, Passage, compare_texts

SIGNS = {Change.SAME: " ", Change.ADDED: "+", Change.REMOVED: "-", Change.CHANGED: "~"}


def write(passages: tuple[Passage, ...]) -> list[str]:
    """Each paragraph behind its sign; in changed ones {-what went-} and {+what came+}."""
    lines = []
    for passage in passages:
        text = "".join(
            piece.text if passage.change is not Change.CHANGED or piece.change is Change.SAME
            else f"{{{SIGNS[piece.change]}{piece.text}{SIGNS[piece.change]}}}"
            for piece in passage.pieces
        )  # fmt: skip
        lines.append(f"{SIGNS[passage.change]}{text}")
    return lines


@pytest.mark.parametrize(
    ("older", "newer", "expected"),
    [
        (["One.", "Two."], ["One.", "Two."], [" One.", " Two."]),
        (["One.", "Two."], ["One.", "Three four.", "Two."], [" One.", "+Three four.", " Two."]),
        (["One.", "Two."], ["Two."], ["-One.", " Two."]),
        (
            ["The bridge is closed until the spring."],
            ["The bridge is open until the summer."],
            ["~The bridge is {-closed-}{+open+} until the {-spring-}{+summer+}."],
        ),
        (["Nine people were hurt."], ["Nine people and a dog were hurt."], ["~Nine people{+ and a dog+} were hurt."]),
        (
            ["The old mayor spoke first that day."],
            ["The new governor spoke first that day."],
            ["~The {-old mayor-}{+new governor+} spoke first that day."],
        ),
        (["All of this went away for good."], ["Completely other words stand here."], None),
        (["東京都知事が会見した。"], ["東京都知事が退任した。"], ["~東京都知事が{-会見-}{+退任+}した。"]),
        ([], ["One."], ["+One."]),
        (["One."], [], ["-One."]),
    ],
)
def test_differences(older: list[str], newer: list[str], expected: list[str] | None) -> None:
    if expected is None:
        expected = [f"+{newer[0]}", f"-{older[0]}"]
        assert sorted(write(compare_texts(older, newer))) == sorted(expected)
    else:
        assert write(compare_texts(older, newer)) == expected


texts = st.lists(st.text("ab .東", min_size=1, max_size=12), max_size=6)


@given(texts, texts)
def test_both_wordings_are_in_the_difference(older: list[str], newer: list[str]) -> None:
    passages = compare_texts(older, newer)
    for own, missing in ((older, Change.ADDED), (newer, Change.REMOVED)):
        kept = [passage for passage in passages if passage.change is not missing]
        assert [
            "".join(piece.text for piece in passage.pieces if piece.change is not missing) for passage in kept
        ] == own


def test_a_paragraph_as_long_as_a_book_takes_no_time() -> None:
    older = " ".join(f"word{number % 700}" for number in range(20_000))
    passages = compare_texts([older], [f"{older} more"])
    assert {passage.change for passage in passages} == {Change.ADDED, Change.REMOVED}
