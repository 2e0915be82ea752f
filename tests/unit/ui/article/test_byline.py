"""What stands under the title."""

from __future__ import annotations

import pytest

from newstui.ui.article.lines import Role
from newstui.ui.article.parts import list_parts
from tests.ui.samples import paragraph, reading


@pytest.mark.parametrize(
    ("words", "width", "expected"),
    [
        (184 * 12, 40, "The Paper · 12\N{NO-BREAK SPACE}min"),
        (184 * 12, 14, "The Paper"),
        (184 * 12, 0, "The Paper"),
        (90, 40, "The Paper"),
    ],
)
def test_the_time_to_read_stands_behind_the_byline_where_there_is_room(words: int, width: int, expected: str) -> None:
    parts = list_parts(reading(paragraph("word " * words)), width)
    assert next(part.text for part in parts if part.role is Role.BYLINE) == expected
