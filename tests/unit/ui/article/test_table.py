from __future__ import annotations

import pytest

from newstui.model import Block, BlockKind
from newstui.ui.article.layout import Layout
from newstui.ui.article.table import fit_columns
from tests.ui.samples import reading
from tests.unit.ui.article.test_layout import set_lines


def set_table(text: str, width: int) -> list[str]:
    return set_lines(Layout(reading(Block(BlockKind.TABLE, text)), width))[4:]


@pytest.mark.parametrize(
    ("natural", "least", "width", "expected"),
    [
        ([3, 4], [3, 4], 20, [3, 4]),
        ([3, 40], [3, 8], 20, [3, 15]),
        ([30, 30], [8, 8], 22, [10, 10]),
        ([30, 30], [14, 6], 22, [14, 6]),
        ([10, 10], [8, 8], 18, [8, 8]),
        ([10, 10], [8, 8], 17, None),
        ([2, 2, 2], [2, 2, 2], 5, None),
    ],
)
def test_fit_columns(natural: list[int], least: list[int], width: int, expected: list[int] | None) -> None:
    assert fit_columns(natural, least, width) == expected


def test_words_are_not_cut_to_keep_columns() -> None:
    assert set_table("Frankreich\tvor allem aus Afghanistan", 20) == ["Frankreich", "vor allem aus", "Afghanistan"]


def test_cells_are_wrapped_in_their_columns() -> None:
    assert set_table("Name\tNote\n東京\tone two three four", 18) == [
        "Name  Note",
        "──────────────────",
        "東京  one two",
        "      three four",
    ]


def test_numbers_stand_right() -> None:
    assert set_table("Land\tN\nA\t5\nB\t1 200", 40)[2:] == ["A         5", "B     1 200"]


def test_a_narrow_pane_sets_rows_as_records() -> None:
    text = "Country\tTown\tMayor\nFrance\tParis\tAnne Hidalgo the first\nSpain\tMadrid\tX"
    assert set_table(text, 20) == [
        "Country: France",
        "Town: Paris",
        "Mayor: Anne Hidalgo",
        "       the first",
        "",
        "Country: Spain",
        "Town: Madrid",
        "Mayor: X",
    ]


def test_a_very_narrow_pane_sets_labels_above_values() -> None:
    assert set_table("Land\tCapital\nFrance\tParis", 10) == ["Land:", "France", "Capi…:", "Paris"]


def test_a_row_may_be_shorter_than_its_head() -> None:
    assert set_table("A\tB\tC\n1\n\t2", 30)[2:] == ["1", "   2"]


def test_a_single_row_has_no_head() -> None:
    assert set_table("A\tB", 30) == ["A  B"]
