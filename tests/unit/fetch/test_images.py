from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from newstui.errors import FetchError
from newstui.fetch import FetchResponse, FetchSettings
from newstui.fetch.images import LARGEST_IMAGE, WantedImage, fetch_images
from tests.loopback import Exchange, Loopback, hang, run_loopback, says

Outcomes = dict[str, FetchResponse | FetchError]


def fetch(server: Loopback, *paths: str, host: str = "127.0.0.1", **options: object) -> Outcomes:
    found: Outcomes = {}
    fetch_images(
        [WantedImage(server.url(path, host), server.url("/feed")) for path in paths],
        FetchSettings(total_timeout=5.0),
        on_image=lambda image, outcome: found.update({image.url.rpartition("/")[2]: outcome}),
        waits=options.get("waits", {}),  # type: ignore[arg-type]
        cancelled=options.get("cancelled", lambda: False),  # type: ignore[arg-type]
    )
    return found


def test_a_host_sees_two_connections_and_neither_cookies_nor_a_referrer() -> None:
    async def slowly(exchange: Exchange) -> None:
        await exchange.answer(200, b"image", Set_Cookie="who=you")

    names = [f"/{number}" for number in range(12)]
    with run_loopback(dict.fromkeys(names, slowly)) as server:
        found = fetch(server, *names)
        assert all(isinstance(outcome, FetchResponse) and outcome.body == b"image" for outcome in found.values())
        assert len(found) == 12
        assert max(server.most_open.values()) <= 2
        assert {"cookie", "referer"}.isdisjoint(name for asked in server.asked for name in asked.headers)
        assert {asked.headers["accept"].split(",")[0] for asked in server.asked} == {"image/avif"}


@pytest.mark.parametrize("told", [True, False])
def test_what_is_too_large_is_left_where_it_is(told: bool) -> None:
    async def large(exchange: Exchange) -> None:
        head = f"Content-Length: {LARGEST_IMAGE + 1}\r\n" if told else ""
        await exchange.send(f"HTTP/1.1 200 OK\r\n{head}\r\n".encode())
        for _ in range(0 if told else LARGEST_IMAGE // 65_536 + 2):
            await exchange.send(b"x" * 65_536)
        exchange.writer.close()

    with run_loopback({"/large": large}) as server:
        assert isinstance(fetch(server, "/large")["large"], FetchError)


def test_another_private_host_is_not_asked() -> None:
    with run_loopback({"/1": says(200, b"image")}, hosts=2) as server:
        assert isinstance(fetch(server, "/1", host="127.0.0.2")["1"], FetchError)
        assert server.asked == []


def test_a_host_that_wants_peace_is_left_alone() -> None:
    with run_loopback({"/1": says(200, b"image")}) as server:
        waits = {server.url("/feed"): datetime.now(UTC) + timedelta(hours=1)}
        assert isinstance(fetch(server, "/1", waits=waits)["1"], FetchError)
        assert server.asked == []


def test_what_is_cancelled_waits_for_nobody() -> None:
    with run_loopback({"/1": hang}) as server:
        assert fetch(server, "/1", cancelled=lambda: bool(server.asked)) == {}
