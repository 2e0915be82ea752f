from email.message import Message
from importlib.metadata import PackageNotFoundError

import pytest

from newstui import __version__
from newstui.fetch import exchange
from newstui.fetch.exchange import FetchSettings, name_program


def package(*addresses: str) -> Message:
    about = Message()
    for address in addresses:
        about["Project-URL"] = address
    return about


@pytest.mark.parametrize(
    ("addresses", "where"),
    [
        (
            ("Changes, https://newstui.example/changes", "Homepage, https://newstui.example"),
            "+https://newstui.example; ",
        ),
        (("Changes, https://newstui.example/changes",), ""),
        ((), ""),
    ],
)
def test_the_program_says_who_it_is_and_where_more_stands(
    monkeypatch: pytest.MonkeyPatch, addresses: tuple[str, ...], where: str
) -> None:
    monkeypatch.setattr(exchange, "metadata", lambda _: package(*addresses))
    said = name_program.__wrapped__()
    assert said == f"newstui/{__version__} ({where}a news reader for the terminal; asks only for what changed)"


def test_a_program_that_is_not_installed_still_says_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def find_nothing(name: str) -> Message:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(exchange, "metadata", find_nothing)
    assert name_program.__wrapped__().startswith(f"newstui/{__version__} (a news reader")
    assert FetchSettings().user_agent == name_program()


def test_servers_are_told_where_the_user_can_be_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "metadata", lambda _: package("Homepage, https://newstui.example"))
    said = name_program.__wrapped__("mailto:me@paper.example")
    assert said.startswith(f"newstui/{__version__} (+mailto:me@paper.example; +https://newstui.example; a news")
