from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from newstui.library.connection import (
    Connection,
    ask_program,
    is_near,
    list_due_near,
    read_linux,
    read_macos,
    tell_connection,
)
from newstui.model import Source, SourceKind

HEAD = "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n"
LAN = "eth0\t000200C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0\n"
CABLE = "eth0\t00000000\t010200C0\t0003\t0\t0\t100\t00000000\t0\t0\t0\n"
PHONE = "wlan0\t00000000\t010200C0\t0003\t0\t0\t600\t00000000\t0\t0\t0\n"
ZEROS = "0" * 32
CABLE_6 = f"{ZEROS} 00 {ZEROS} 00 fe80000000000000 00000064 00000001 00000000 00000003     eth0\n"
REJECT_6 = f"{ZEROS} 00 {ZEROS} 00 {ZEROS} ffffffff 00000001 00000000 00200200       lo\n"
LOCAL_6 = f"fe80{ZEROS[4:]} 40 {ZEROS} 00 {ZEROS} 00000100 00000001 00000000 00000001     eth0\n"
NOW = datetime(2026, 1, 2, tzinfo=UTC)


class Nmcli:
    """Answers for devices that are metered."""

    def __init__(self, metered: dict[str, str], code: int = 0) -> None:
        self.metered, self.code, self.asked = metered, code, list[Sequence[str]]()

    def __call__(self, words: Sequence[str]) -> tuple[int, str] | None:
        self.asked.append(words)
        return self.code, f"GENERAL.METERED:{self.metered.get(words[-1], 'unknown')}\n"


@pytest.mark.parametrize(
    ("routes", "routes_6", "found"),
    [
        (HEAD + CABLE + LAN, None, Connection.OPEN),
        (HEAD + LAN, LOCAL_6 + REJECT_6, Connection.NONE),
        (HEAD, "", Connection.NONE),
        (HEAD + LAN, CABLE_6 + REJECT_6, Connection.OPEN),
        (HEAD + PHONE, None, Connection.METERED),
        (HEAD + PHONE + CABLE, None, Connection.OPEN),  # the cable is preferred
        (HEAD + CABLE.replace("0003", "0002"), None, Connection.NONE),  # it is down
        (HEAD + CABLE.replace("0003", "0203"), None, Connection.NONE),  # what goes there is refused
        (None, None, Connection.OPEN),
        (HEAD + "nonsense\n", "more nonsense\n", Connection.NONE),
    ],
)
def test_what_the_tables_of_routes_say(routes: str | None, routes_6: str | None, found: Connection) -> None:
    assert read_linux(routes, routes_6, Nmcli({"wlan0": "yes (guessed)", "eth0": "no (guessed)"})) is found


@pytest.mark.parametrize("answer", [None, (0, ""), (0, "GENERAL.METERED:no\n"), (8, "GENERAL.METERED:yes\n")])
def test_whoever_does_not_say_that_it_is_metered(answer: tuple[int, str] | None) -> None:
    assert read_linux(HEAD + PHONE, None, lambda _words: answer) is Connection.OPEN


def test_the_device_of_the_preferred_route_is_asked_for() -> None:
    nmcli = Nmcli({})
    read_linux(HEAD + PHONE + CABLE, None, nmcli)
    assert [words[-1] for words in nmcli.asked] == ["eth0"]


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ((0, "   route to: default\n  interface: en0\n"), Connection.OPEN),
        ((1, ""), Connection.NONE),
        ((0, "route: writing to routing socket: not in table\n"), Connection.NONE),
        (None, Connection.OPEN),
    ],
)
def test_what_route_says_on_macos(answer: tuple[int, str] | None, found: Connection) -> None:
    assert read_macos(lambda _words: answer) is found


def test_behind_a_proxy_no_route_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newstui.library.connection._read_table", lambda _path: HEAD)
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    assert tell_connection() is Connection.NONE
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:3128")
    assert tell_connection() is Connection.OPEN


def test_a_program_is_asked_in_english_and_not_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ask_program([sys.executable, "-c", "import os; print(os.environ['LC_ALL'])"]) == (0, "C\n")
    assert ask_program([sys.executable, "-c", "raise SystemExit(3)"]) == (3, "")
    assert ask_program(["no-such-program"]) is None
    monkeypatch.setattr("newstui.library.connection._PATIENCE", 0.05)
    assert ask_program([sys.executable, "-c", "import time; time.sleep(60)"]) is None


@pytest.mark.parametrize(
    ("kind", "url", "near"),
    [
        (SourceKind.FILE, None, True),
        (SourceKind.DIRECTORY, None, True),
        (SourceKind.FEED, "http://127.0.0.1:80/f", True),
        (SourceKind.FEED, "http://localhost/f", True),
        (SourceKind.FEED, "http://192.168.1.7/f", True),
        (SourceKind.FEED, "http://[fd00::1]/f", True),
        (SourceKind.FEED, "https://a.example/f", False),
        (SourceKind.FEED, "https://9.9.9.9/f", False),
        (SourceKind.FEED, "exec:feed-of-mine", False),
        (SourceKind.FEED, None, False),
    ],
)
def test_what_needs_no_network(kind: SourceKind, url: str | None, near: bool) -> None:
    assert is_near(Source(key="1", kind=kind, title="", url=url)) is near


def test_of_what_is_near_what_is_due() -> None:
    def near(key: str, due: datetime | None) -> Source:
        return Source(key=key, kind=SourceKind.FILE, title="", next_due=due)

    later, far = NOW + timedelta(seconds=1), Source(key="far", kind=SourceKind.FEED, title="", url="https://a.example")
    assert list_due_near([near("a", None), near("b", NOW), near("c", later), far], NOW) == ["a", "b"]
