"""Refreshes that come by themselves, where there is no network or one that is paid for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newstui.library.connection import Connection
from tests.ui.driver import Reader, open_reader
from tests.ui.fake_library import FakeLibrary


def refreshes(reader: Reader) -> list[str]:
    return [call for call in reader.library.calls if call.startswith("refresh")]


@pytest.mark.parametrize(
    ("connection", "said"),
    [(Connection.NONE, "Paused: no network"), (Connection.METERED, "Paused: metered network")],
)
async def test_they_wait_and_say_why_and_by_hand_always_goes(connection: Connection, said: str) -> None:
    library = FakeLibrary()
    library.connection = connection
    async with open_reader(library, options={"refresh.at_start": True}) as reader:
        assert refreshes(reader) == []
        assert said in reader.text().splitlines()[-2]
        await reader.press("R")
        assert refreshes(reader) == ["refresh None force=True"]
        assert said in reader.text().splitlines()[-2]  # it waits still


async def test_they_go_on_when_the_network_is_back() -> None:
    library = FakeLibrary()
    library.connection = Connection.NONE
    async with open_reader(library, options={"refresh.at_start": True}) as reader:
        library.connection = Connection.OPEN
        reader.office.source._pause.ask()
        await reader.settle()
        assert refreshes(reader) == ["refresh None force=False"]
        assert "Paused" not in reader.text()
        assert reader.office.source._pause._timer is None


async def test_a_metered_network_is_used_where_the_settings_say_so() -> None:
    library = FakeLibrary()
    library.connection = Connection.METERED
    async with open_reader(library, options={"refresh.at_start": True, "refresh.metered": "go"}) as reader:
        assert refreshes(reader) == ["refresh None force=False"]
        assert "Paused" not in reader.text()


async def test_what_is_near_is_read_without_a_network() -> None:
    library = FakeLibrary()
    library.connection = Connection.NONE
    library._sources[0] = replace(library._sources[0], url="http://127.0.0.1:8000/feed")
    async with open_reader(library, options={"refresh.at_start": True}) as reader:
        assert refreshes(reader) == [f"refresh ['{library._sources[0].key}'] force=False"]
        assert "Paused: no network" in reader.text()


async def test_where_everything_is_near_nobody_is_asked() -> None:
    library = FakeLibrary()
    library._sources = [replace(source, url="http://[::1]/feed") for source in library._sources]
    library.tell_connection = None  # type: ignore[method-assign,assignment]
    async with open_reader(library, options={"refresh.at_start": True}) as reader:
        assert refreshes(reader) == ["refresh None force=False"]
