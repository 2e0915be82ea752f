from __future__ import annotations

import pytest

from newstui.ui.web.access import grant_access, is_loopback


@pytest.mark.parametrize(
    ("listens", "asked", "ours"),
    [
        ("127.0.0.1", "127.0.0.1:8787", True),
        ("127.0.0.1", "localhost:8787", True),
        ("127.0.0.1", "LOCALHOST", True),
        ("127.0.0.1", "[::1]:8787", True),
        ("::1", "[::1]:8787", True),
        ("127.0.0.1", "rebound.example:8787", False),
        ("127.0.0.1", "localhost.rebound.example", False),
        ("127.0.0.1", "127.0.0.1.rebound.example", False),
        ("127.0.0.1", "192.168.1.4:8787", False),
        ("127.0.0.1", "desk:8787", False),
        ("127.0.0.1", "user@127.0.0.1.example", False),
        ("127.0.0.1", "[::1", False),
        ("127.0.0.1", "", False),
        ("127.0.0.1", None, False),
        ("0.0.0.0", "192.168.1.4:8787", True),
        ("0.0.0.0", "Desk:8787", True),
        ("0.0.0.0", "rebound.example", False),
        ("desk.lan", "desk.lan:1", True),
    ],
)
def test_a_name_that_is_not_ours_is_somebody_elses(listens: str, asked: str | None, ours: bool) -> None:
    assert grant_access(listens, "desk").is_ours(asked) is ours


@pytest.mark.parametrize(
    ("origin", "host", "here"),
    [
        ("http://127.0.0.1:8787", "127.0.0.1:8787", True),
        ("http://LOCALHOST:8787", "localhost:8787", True),
        ("http://127.0.0.1:8000", "127.0.0.1:8787", False),
        ("http://localhost:8787", "127.0.0.1:8787", False),
        ("https://127.0.0.1:8787", "127.0.0.1:8787", False),
        ("http://evil.example", "127.0.0.1:8787", False),
        ("null", "127.0.0.1:8787", False),
        (None, "127.0.0.1:8787", False),
        ("http://", None, False),
    ],
)
def test_only_our_own_page_may_open_the_websocket(origin: str | None, host: str | None, here: bool) -> None:
    assert grant_access("127.0.0.1", "desk").comes_from_here(origin, host) is here


def test_a_token_is_long_new_each_time_and_compared_whole() -> None:
    one, other = grant_access("127.0.0.1", "desk"), grant_access("127.0.0.1", "desk")
    assert one.token != other.token
    assert len(one.token) >= 32
    assert one.knows_token(one.token)
    for wrong in ("", one.token[:-1], one.token + "x", other.token, "ä\udcff"):
        assert not one.knows_token(wrong)


@pytest.mark.parametrize(
    ("host", "loopback"),
    [("127.0.0.1", True), ("127.9.9.9", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("desk", False)],
)
def test_what_only_this_machine_reaches(host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback
