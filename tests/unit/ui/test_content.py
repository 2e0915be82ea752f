from __future__ import annotations

from collections.abc import Iterator

import pytest

from newstui.ui.content import foreign_content, leave_order_to_terminal, put_in_order

HEBREW, SHOWN = "שלום (אבג) abc", "abc (גבא) םולש"


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    leave_order_to_terminal(True)


def test_a_terminal_that_puts_words_in_order_gets_them_as_they_are() -> None:
    leave_order_to_terminal(True)
    assert put_in_order(HEBREW) == HEBREW


def test_another_gets_them_turned_round() -> None:
    leave_order_to_terminal(False)
    assert put_in_order(HEBREW) == SHOWN
    assert foreign_content(HEBREW).plain == SHOWN
    assert foreign_content("[b]no markup[/b]", "bold").plain == "[b]no markup[/b]"


def test_what_will_be_wrapped_stays_in_its_order() -> None:
    leave_order_to_terminal(False)
    assert put_in_order(HEBREW * 20) == HEBREW * 20
