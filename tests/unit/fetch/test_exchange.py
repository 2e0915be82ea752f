from __future__ import annotations

import pytest

from newstui import __version__
from newstui.fetch.exchange import FetchSettings, name_program


@pytest.mark.parametrize(
    ("contact", "where"),
    [("", ""), ("https://me.example/bot", "+https://me.example/bot; "), ("me@x.example", "+me@x.example; ")],
)
def test_the_program_says_who_it_is_and_where_its_user_is_reached(contact: str, where: str) -> None:
    said = name_program(contact)
    assert said == f"newstui/{__version__} ({where}a news reader for the terminal; asks only for what changed)"


def test_without_a_contact_nothing_is_told_of_the_user() -> None:
    assert FetchSettings().user_agent == name_program()
