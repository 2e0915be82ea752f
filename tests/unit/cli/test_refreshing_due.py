"""`refresh --due`: what a timer asks for waits for a network."""

from __future__ import annotations

from pathlib import Path

import pytest

from newstui.library.connection import Connection
from newstui.library.facade import Library
from tests.unit.cli.conftest import Shell


@pytest.fixture
def sources(shell: Shell, feed: Path) -> Shell:
    shell("add", feed)
    shell("--offline", "add", "https://far.example/feed.xml")
    return shell


@pytest.mark.parametrize(
    ("connection", "said"), [(Connection.NONE, "Paused: no network"), (Connection.METERED, "Paused: metered network")]
)
def test_what_is_far_waits_and_has_not_failed(
    sources: Shell, monkeypatch: pytest.MonkeyPatch, connection: Connection, said: str
) -> None:
    monkeypatch.setattr(Library, "tell_connection", lambda _library: connection)
    _near, before = sources("sources", "--json").rows
    done = sources("refresh", "--due", "--json")
    assert done.code == 0
    assert said in done.err
    near, far = sources("sources", "--json").rows
    assert near["last_status"] == "unchanged"
    assert far == before


def test_where_everything_is_near_nobody_is_asked(shell: Shell, feed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shell("add", feed)
    monkeypatch.setattr(Library, "tell_connection", None)
    done = shell("refresh", "--due")
    assert (done.code, "Paused" in done.err) == (0, False)
