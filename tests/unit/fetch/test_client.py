import asyncio
import gzip
import time
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from newstui.errors import FetchError
from newstui.fetch import FetchRequest, FetchResponse, FetchSettings
from newstui.fetch.client import FetchClient, fetch_page
from tests.loopback import Exchange, Handler, Loopback, hang, run_loopback, says, trickle

NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)
QUICK = FetchSettings(
    connect_timeout=2, read_timeout=1, total_timeout=2, wire_bytes=100_000, body_bytes=300_000, patience=0.2
)


@pytest.fixture(scope="module")
def server() -> Iterator[Loopback]:
    with run_loopback(hosts=8) as server:
        yield server


async def fetch(url: str, settings: FetchSettings = QUICK, **fields: str | None) -> FetchResponse:
    async with FetchClient(settings, now=lambda: NOW) as client:
        return await client.fetch(FetchRequest(url=url, **fields))  # type: ignore[arg-type]


async def fail(url: str, settings: FetchSettings = QUICK) -> FetchError:
    with pytest.raises(FetchError) as caught:
        await fetch(url, settings)
    return caught.value


async def test_validators_go_back_exactly_as_they_came(server: Loopback) -> None:
    async def handle(exchange: Exchange) -> None:
        known = exchange.asked.headers.get("if-none-match") == 'W/"é;1"'
        await exchange.answer(304 if known else 200, b"body", ETag='W/"é;1"', Last_Modified="yesterday, I think")

    server.routes["/etag"] = handle
    first = await fetch(server.url("/etag"))
    assert (first.status, first.body) == (200, b"body")
    again = await fetch(server.url("/etag"), etag=first.headers["etag"], last_modified=first.headers["last-modified"])
    assert (again.status, again.body) == (304, b"")
    assert server.asked[-1].headers["if-modified-since"] == "yesterday, I think"


async def test_the_request_says_who_asks_and_nothing_about_where_from(server: Loopback) -> None:
    server.routes["/who"] = says(200, b"", Set_Cookie="id=1")
    async with FetchClient(FetchSettings(user_agent="newstui/1 (+https://newstui.example)")) as client:
        for _ in range(2):
            await client.fetch(FetchRequest(url=server.url("/who")))
    headers = server.asked[-1].headers
    assert headers["user-agent"] == "newstui/1 (+https://newstui.example)"
    assert "application/atom+xml" in headers["accept"]
    assert not {"referer", "cookie", "from"} & headers.keys()


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [
        ("gzip", gzip.compress),
        ("gzip", lambda body: gzip.compress(body[:500]) + gzip.compress(body[500:])),
        ("deflate", zlib.compress),
        ("deflate", lambda body: zlib.compress(body)[2:-4]),
        ("identity", bytes),
    ],
    ids=["gzip", "two members", "zlib", "raw", "identity"],
)
async def test_compressed_bodies_are_unpacked(server: Loopback, encoding: str, pack: type[bytes]) -> None:
    body = bytes(range(256)) * 10
    server.routes["/packed"] = says(200, pack(body), Content_Encoding=encoding)
    assert (await fetch(server.url("/packed"))).body == body


@pytest.mark.parametrize(
    ("statuses", "moved_to"),
    [
        ((301,), 1),
        ((308,), 1),
        ((302,), None),
        ((303,), None),
        ((307,), None),
        ((301, 308), 2),
        ((301, 302), 1),
        ((302, 301), None),
    ],
)
async def test_only_a_line_of_permanent_redirects_from_the_start_moves(
    server: Loopback, statuses: tuple[int, ...], moved_to: int | None
) -> None:
    for number, status in enumerate(statuses):
        server.routes[f"/hop{number}"] = says(status, b"elsewhere", Location=f"/hop{number + 1}")
    server.routes[f"/hop{len(statuses)}"] = says(200, b"here")
    response = await fetch(server.url("/hop0"))
    assert (response.body, response.url) == (b"here", server.url(f"/hop{len(statuses)}"))
    assert response.moved_to == (None if moved_to is None else server.url(f"/hop{moved_to}"))


async def break_off(exchange: Exchange) -> None:
    await exchange.send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<rss>")
    exchange.writer.close()


async def close(exchange: Exchange) -> None:
    exchange.writer.close()


async def talk_nonsense(exchange: Exchange) -> None:
    await exchange.send(b"SMTP ready\r\n\r\n")


async def never_end(exchange: Exchange) -> None:
    await exchange.send(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        await exchange.send(b"<!-- -->" * 1000)


BOMB = gzip.compress(bytes(20_000_000))


@pytest.mark.parametrize(
    ("handler", "words", "status"),
    [
        (says(404), "answers 404 Not Found", 404),
        (says(500), "answers 500 Internal Server Error", 500),
        (says(799), "answers 799", 799),
        (says(204), "answers 204 No Content", 204),
        (says(304), "answers 304 Not Modified", 304),
        (says(410), "gone for good", 410),
        (says(429), "left alone until 2026-01-05 12:10 UTC", 429),
        (says(429, Retry_After="120"), "left alone until 2026-01-05 12:02 UTC", 429),
        (says(429, Retry_After=format_datetime(NOW + timedelta(hours=2), usegmt=True)), "until 2026-01-05 14:00", 429),
        (says(503, Retry_After="60"), "left alone until 2026-01-05 12:01 UTC", 503),
        (says(503), "answers 503 Service Unavailable", 503),
        (says(302), "redirects to nowhere", 302),
        (says(302, Location="/broken"), "in a circle", 302),
        (says(302, Location="file:///etc/passwd"), "not a web address", 302),
        (says(200, bytes(100_001)), "larger than", 200),
        (says(200, BOMB, Content_Encoding="gzip"), "larger than", 200),
        (never_end, "larger than", 200),
        (says(200, b"plain", Content_Encoding="gzip"), "is damaged", 200),
        (says(200, gzip.compress(bytes(1000))[:20], Content_Encoding="gzip"), "broke off", 200),
        (says(200, b"", Content_Encoding="compress"), "compressed as compress", 200),
        (break_off, "broke off", None),
        (close, "closed without an answer", None),
        (talk_nonsense, "is not HTTP", None),
        (hang, "too long", None),
        (trickle, "too long", None),
    ],
)
async def test_failures_are_told_in_words(server: Loopback, handler: Handler, words: str, status: int | None) -> None:
    server.routes["/broken"] = handler
    error = await fail(server.url("/broken"))
    assert words in str(error)
    assert server.url("/broken") in str(error) or "file:" in str(error)
    assert error.http_status == status


async def test_a_bomb_is_known_by_its_ratio_long_before_the_limit(server: Loopback) -> None:
    server.routes["/bomb"] = says(200, BOMB, Content_Encoding="gzip")
    assert "more than 100 times its size" in str(await fail(server.url("/bomb"), FetchSettings()))
    text = b"".join(b"<p>%d</p>" % number for number in range(400_000))
    server.routes["/long"] = says(200, gzip.compress(text), Content_Encoding="gzip")
    assert (await fetch(server.url("/long"), FetchSettings())).body == text


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://name.invalid/feed", "the name name.invalid is not known"),
        ("http://127.0.0.1:1/feed", "refuses the connection"),
        ("ftp://127.0.0.1/feed", "not a web address"),
        ("http://127.0.0.1:port/feed", "not a web address"),
        ("paper.example/feed", "not a web address"),
        ("", "not a web address"),
    ],
)
async def test_addresses_that_lead_nowhere(url: str, words: str) -> None:
    assert words in str(await fail(url))


async def test_a_server_without_tls_is_no_secure_one() -> None:
    async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        writer.close()

    listener = await asyncio.start_server(refuse, "127.0.0.1")
    async with listener:
        port = listener.sockets[0].getsockname()[1]
        error = await fail(f"https://127.0.0.1:{port}/feed")
    assert "no secure connection: wrong version number" in str(error)


async def test_redirects_end_somewhere(server: Loopback) -> None:
    for number in range(9):
        server.routes[f"/far{number}"] = says(302, Location=f"/far{number + 1}")
    assert "more than 5 redirects" in str(await fail(server.url("/far0")))
    assert server.count("/far5") == 1
    assert server.count("/far6") == 0


async def test_a_password_is_sent_but_never_told(server: Loopback) -> None:
    server.routes["/secret"] = says(401)
    error = await fail(server.url("/secret").replace("//", "//me:pass%20word@"))
    assert server.asked[-1].headers["authorization"] == "Basic bWU6cGFzcyB3b3Jk"
    assert "pass" not in str(error)


async def test_a_host_that_wants_peace_is_left_alone_by_all(server: Loopback) -> None:
    server.routes["/calm/first"] = says(429, Retry_After="600")
    paths = [f"/calm/{number}" for number in range(10)]
    async with FetchClient(FetchSettings(connections_per_host=1), now=lambda: NOW) as client:
        results = await asyncio.gather(
            *(client.fetch(FetchRequest(url=server.url(path, "127.0.0.8"))) for path in ["/calm/first", *paths]),
            return_exceptions=True,
        )
        errors = [result for result in results if isinstance(result, FetchError)]
        assert {error.retry_at for error in errors} == {NOW + timedelta(seconds=600)}
        assert [error.http_status for error in errors] == [429, *[None] * 10]
        with pytest.raises(FetchError, match="was not asked"):
            await client.fetch(FetchRequest(url=server.url("/calm/later", "127.0.0.8")))
    assert sum(asked.path.startswith("/calm") for asked in server.asked) == 1


async def test_a_wait_from_before_is_kept(server: Loopback) -> None:
    async with FetchClient(QUICK, now=lambda: NOW) as client:
        client.leave_alone(server.url("/anything"), NOW + timedelta(hours=1))
        with pytest.raises(FetchError, match="wants to be left alone until 2026-01-05 13:00"):
            await client.fetch(FetchRequest(url=server.url("/waited")))
    assert server.count("/waited") == 0


async def test_few_connections_a_host_and_in_all() -> None:
    async def slowly(exchange: Exchange) -> None:
        await asyncio.sleep(0.01)
        await exchange.answer(200, b"x" * 1000)

    with run_loopback(hosts=8) as server:
        paths = [f"/many/{number}" for number in range(64)]
        server.routes.update(dict.fromkeys(paths, slowly))
        async with FetchClient(FetchSettings(connections=6)) as client:
            requests = [
                FetchRequest(url=server.url(path, f"127.0.0.{1 + number % 8}")) for number, path in enumerate(paths)
            ]
            responses = await asyncio.gather(*map(client.fetch, requests))
        assert all(response.status == 200 for response in responses)
        assert max(server.most_open.values()) <= 2
        assert server.most_in_all <= 6
        # A connection stays with its host while there is more to ask: far fewer connections than requests.
        assert server.connections < 32


async def test_one_host_gets_both_its_connections(server: Loopback) -> None:
    both = asyncio.Barrier(2)

    async def meet(exchange: Exchange) -> None:
        await both.wait()  # neither is answered before the other has been asked
        await exchange.answer(200)

    server.routes["/meet"] = meet
    async with FetchClient(QUICK) as client:
        await asyncio.gather(*(client.fetch(FetchRequest(url=server.url("/meet"))) for _ in range(2)))
    assert server.count("/meet") == 2


async def test_slow_ones_cost_the_others_no_more_than_their_patience() -> None:
    with run_loopback({"/hang": hang, "/trickle": trickle, "/good": says(200, b"good")}, hosts=8) as server:
        arrived: list[float] = []

        async def fetch_good(client: FetchClient, host: int) -> None:
            await client.fetch(FetchRequest(url=server.url("/good", f"127.0.0.{host}")))
            arrived.append(time.monotonic() - started)

        async with FetchClient(FetchSettings(connections=4, patience=0.1, total_timeout=30)) as client:
            started = time.monotonic()
            bad = [
                asyncio.ensure_future(client.fetch(FetchRequest(url=server.url(path, f"127.0.0.{1 + number % 8}"))))
                for number, path in enumerate(["/hang", "/trickle"] * 8)
            ]
            await asyncio.wait_for(asyncio.gather(*(fetch_good(client, 1 + n % 8) for n in range(40))), 10)
            assert max(arrived) < 4
            # The server notices a moment later that a connection was given up.
            assert server.most_in_all <= 8
            for task in bad:
                task.cancel()
            await asyncio.gather(*bad, return_exceptions=True)


async def test_a_network_that_falls_silent_for_a_moment_is_nobodys_fault() -> None:
    silent_until = 0.0

    async def answer(exchange: Exchange) -> None:
        nonlocal silent_until
        if exchange.asked.path == "/20":
            silent_until = time.monotonic() + 0.9
        if (rest := silent_until - time.monotonic()) > 0:
            await asyncio.sleep(rest)
        await exchange.answer(200, b"good")

    with run_loopback({f"/{number}": answer for number in range(60)}, hosts=30) as server:
        async with FetchClient(FetchSettings(connections=8, patience=0.7)) as client:
            requests = [
                FetchRequest(url=server.url(f"/{number}", f"127.0.0.{1 + number % 30}")) for number in range(60)
            ]
            await asyncio.gather(*map(client.fetch, requests))
        assert len(server.asked) == 60, "nobody was asked twice"


async def test_one_who_is_only_a_little_slow_is_not_asked_twice(server: Loopback) -> None:
    async def slowly(exchange: Exchange) -> None:
        await asyncio.sleep(0.5)
        await exchange.answer(200, b"slow")

    server.routes["/slow"] = slowly
    assert (await fetch(server.url("/slow"))).body == b"slow"
    assert server.count("/slow") == 1


async def test_a_caller_who_goes_away_frees_the_connection(server: Loopback) -> None:
    server.routes |= {"/hang": hang, "/good": says(200, b"good")}
    async with FetchClient(FetchSettings(connections=1)) as client:
        task = asyncio.create_task(client.fetch(FetchRequest(url=server.url("/hang"))))
        await asyncio.sleep(0.1)
        task.cancel()
        async with asyncio.timeout(1):
            assert (await client.fetch(FetchRequest(url=server.url("/good")))).body == b"good"


async def test_closing_the_client_ends_everything_at_once(server: Loopback) -> None:
    server.routes["/hang"] = hang
    started = time.monotonic()
    async with FetchClient(FetchSettings()) as client:
        tasks = [asyncio.create_task(client.fetch(FetchRequest(url=server.url("/hang")))) for _ in range(5)]
        await asyncio.sleep(0.1)
    await asyncio.gather(*tasks, return_exceptions=True)
    assert all(task.cancelled() for task in tasks)
    assert time.monotonic() - started < 1


async def test_pausing_holds_what_has_not_begun(server: Loopback) -> None:
    server.routes["/paused"] = says(200)
    async with FetchClient(QUICK) as client:
        client.pause()
        task = asyncio.create_task(client.fetch(FetchRequest(url=server.url("/paused"))))
        await asyncio.sleep(0.1)
        assert server.count("/paused") == 0
        client.resume()
        assert (await task).status == 200


async def test_closing_a_paused_client_leaves_nobody_waiting(server: Loopback) -> None:
    async with FetchClient(QUICK) as client:
        client.pause()
        task = asyncio.create_task(client.fetch(FetchRequest(url=server.url("/never"))))
        await asyncio.sleep(0.05)
    await asyncio.wait({task}, timeout=1)
    assert task.cancelled()


def test_a_page_is_fetched_from_a_plain_thread(server: Loopback) -> None:
    server.routes["/page"] = says(200, b"<p>", Content_Type="text/html")
    assert fetch_page(server.url("/page"), QUICK).headers["content-type"] == "text/html"
    assert server.asked[-1].headers["accept"].startswith("text/html")
    with pytest.raises(FetchError, match="private network"):
        fetch_page(server.url("/page"), QUICK, by_hand=False)


async def test_addresses_beyond_ascii_are_asked_as_utf8(server: Loopback) -> None:
    server.routes["/caf%C3%A9?q=%C3%A9"] = says(200, b"ici")
    assert (await fetch(server.url("/café?q=é"))).body == b"ici"
