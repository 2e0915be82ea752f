"""Where connections lead: what is checked is what is connected to."""

import asyncio
import socket
from collections.abc import Iterator, Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Any

import httpcore
import pytest

from newstui.errors import FetchError
from newstui.fetch import FetchRequest, FetchSettings
from newstui.fetch.client import FetchClient
from newstui.fetch.connecting import Connector, PrivateHostError
from tests.loopback import Loopback, run_loopback, says

SETTINGS = FetchSettings(connect_timeout=2, read_timeout=2, total_timeout=5)
PUBLIC, HOME = "127.0.0.2", "127.0.0.1"


class Names:
    """A name server that tells something else each time, and a world in which 127.0.0.2 counts as public."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.answers: dict[str, list[Sequence[str]]] = {}
        self.asked: list[str] = []
        monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", self._look_up)
        monkeypatch.setattr("newstui.fetch.connecting.is_private", lambda address: str(address) != PUBLIC)

    async def _look_up(self, host: str, *_: Any, **__: Any) -> list[Any]:
        self.asked.append(host)
        answers = self.answers[host]
        addresses = answers.pop(0) if len(answers) > 1 else answers[0]
        if not addresses:
            raise socket.gaierror(socket.EAI_NONAME, "no name")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 0)) for address in addresses]


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Names:
    return Names(monkeypatch)


@pytest.fixture
def server() -> Iterator[Loopback]:
    with run_loopback({"/feed": says(200, b"body")}, hosts=2) as server:
        yield server


async def fetch(url: str, *, by_hand: bool) -> bool:
    async with FetchClient(SETTINGS) as client:
        return (await client.fetch(FetchRequest(url=url, by_hand=by_hand))).home


async def test_a_name_that_changes_its_mind_is_looked_up_once_for_check_and_connection(
    names: Names, server: Loopback
) -> None:
    names.answers["rebinding.example"] = [[PUBLIC], [HOME]]
    url = server.url("/feed", "rebinding.example")
    assert not await fetch(url, by_hand=False)
    assert names.asked == ["rebinding.example"]
    with pytest.raises(FetchError, match="lies in a private network; add it by hand if you trust it"):
        await fetch(url, by_hand=False)
    assert [asked.address for asked in server.asked] == [PUBLIC]
    assert server.connections == 1, "nobody even knocked at the door of the private host"


async def test_one_private_address_among_public_ones_is_enough(names: Names, server: Loopback) -> None:
    names.answers["both.example"] = [[PUBLIC, HOME]]
    with pytest.raises(FetchError, match="private network"):
        await fetch(server.url("/feed", "both.example"), by_hand=False)
    assert not server.connections


async def test_what_the_user_gave_may_be_private_and_is_known_as_such(names: Names, server: Loopback) -> None:
    names.answers["nas.example"] = [[HOME]]
    assert await fetch(server.url("/feed", "nas.example"), by_hand=True)
    assert not await fetch(server.url("/feed", PUBLIC), by_hand=True)


async def test_a_redirect_leads_home_only_from_home(names: Names, server: Loopback) -> None:
    names.answers["nas.example"] = [[HOME]]
    server.routes["/away"] = says(302, Location=server.url("/feed", "nas.example"))
    with pytest.raises(FetchError, match=r"a redirect leads into a private network, to nas\.example"):
        await fetch(server.url("/away", PUBLIC), by_hand=True)
    assert await fetch(server.url("/away", HOME), by_hand=True)


async def test_a_connection_that_was_allowed_is_not_used_for_what_is_not(names: Names, server: Loopback) -> None:
    names.answers["nas.example"] = [[HOME]]
    url = server.url("/feed", "nas.example")
    async with FetchClient(SETTINGS) as client:
        by_hand = client.fetch(FetchRequest(url=url))
        by_feed = client.fetch(FetchRequest(url=url, by_hand=False))
        first, second = await asyncio.gather(by_hand, by_feed, return_exceptions=True)
    assert not isinstance(first, BaseException)
    assert isinstance(second, FetchError)
    assert server.count("/feed") == 1


async def test_a_dead_address_costs_a_head_start_and_no_more(names: Names, server: Loopback) -> None:
    names.answers["two.example"] = [["127.0.0.99", HOME]]  # nothing listens at the first
    assert await fetch(server.url("/feed", "two.example"), by_hand=True)
    names.answers["dead.example"] = [["127.0.0.98", "127.0.0.99"]]
    with pytest.raises(FetchError, match="refuses the connection"):
        await fetch(server.url("/feed", "dead.example"), by_hand=True)


async def test_a_silent_address_does_not_hold_up_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    async def connect(_: Any, host: str, *__: Any) -> httpcore.AsyncNetworkStream:
        tried.append(host)
        if host != "93.184.216.35":
            await asyncio.sleep(60)
        return httpcore.AsyncMockStream([])

    async def look_up(_: str) -> Sequence[IPv4Address | IPv6Address]:
        return [ip_address(text) for text in ("2606:2800:220:1::1", "2606:2800:220:1::2", "93.184.216.35")]

    monkeypatch.setattr(httpcore.AnyIOBackend, "connect_tcp", connect)
    monkeypatch.setattr("newstui.fetch.connecting.look_up", look_up)
    await Connector().connect_tcp("six.example", 80, timeout=10)
    assert tried == ["2606:2800:220:1::1", "93.184.216.35"], "the two families take turns"


async def test_a_proxy_may_lie_anywhere_and_leads_home_only_by_hand(
    monkeypatch: pytest.MonkeyPatch, server: Loopback
) -> None:
    monkeypatch.setattr(
        "newstui.fetch.lane.getproxies", lambda: {"http": server.url("", HOME).replace("//", "//me:word@")}
    )
    server.routes |= {url: says(200, b"body") for url in ("http://paper.invalid/feed", "http://10.1.2.3/feed")}
    assert not await fetch("http://paper.invalid/feed", by_hand=False), "where the proxy lies says nothing of the feed"
    assert server.asked[-1].headers["proxy-authorization"] == "Basic bWU6d29yZA=="
    assert not await fetch("http://10.1.2.3/feed", by_hand=True)
    with pytest.raises(FetchError, match="private network"):
        await fetch("http://10.1.2.3/feed", by_hand=False)
    assert server.count("http://10.1.2.3/feed") == 1


async def test_a_name_that_is_not_known(names: Names) -> None:
    names.answers["gone.example"] = [[]]
    with pytest.raises(FetchError, match=r"the name gone\.example is not known"):
        await fetch("http://gone.example/feed", by_hand=True)


@pytest.mark.parametrize("host", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "::ffff:10.0.0.1", "2130706433"])
async def test_literal_addresses_are_checked_too(host: str) -> None:
    with pytest.raises(PrivateHostError):
        await Connector().connect_tcp(host, 9, timeout=2)
