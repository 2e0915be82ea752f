"""The server on loopback, with a reader that is a few lines of Python."""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType, WSServerHandshakeError
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application, Request

from newstui.ui.web.access import Access, grant_access
from newstui.ui.web.process import make_environment
from newstui.ui.web.server import make_server

READER = r"""
import json, os, sys

def write(kind, payload):
    sys.stdout.buffer.write(kind + len(payload).to_bytes(4, "big") + payload)
    sys.stdout.buffer.flush()

def tell(**meta):
    write(b"M", json.dumps(meta).encode())

sys.stdout.buffer.write(b"__GANGLION__\n")
write(b"D", f"{os.environ['COLUMNS']}x{os.environ['ROWS']} {os.environ['NEWSTUI_SERVED']}".encode())
while head := sys.stdin.buffer.read(5):
    payload = sys.stdin.buffer.read(int.from_bytes(head[1:], "big"))
    if head[:1] == b"D":
        if payload == b"o":
            tell(type="open_url", url="https://a.example/", new_tab=True)
        elif payload == b"q":
            tell(type="exit")
        elif payload == b"!":
            sys.exit(1)
        else:
            write(b"D", b"typed " + payload)
    else:
        meta = json.loads(payload)
        if meta["type"] == "quit":
            break
        write(b"D", json.dumps(meta).encode())
"""


@pytest.fixture
def access() -> Access:
    return grant_access("127.0.0.1", "desk")


@pytest_asyncio.fixture
async def client(access: Access) -> AsyncIterator[TestClient[Request, Application]]:
    async with TestClient(TestServer(make_server([sys.executable, "-c", READER], access))) as client:
        yield client


async def open_socket(
    client: TestClient[Request, Application], access: Access, query: str = "", **headers: str
) -> ClientWebSocketResponse:
    given = {"Origin": f"http://127.0.0.1:{client.port}"} | headers
    return await client.ws_connect(f"/{access.token}/ws{query}", headers=given)


async def test_the_page_loads_nothing_from_elsewhere(client: TestClient[Request, Application], access: Access) -> None:
    answer = await client.get(f"/{access.token}/")
    page = await answer.text()
    assert answer.status == 200
    assert set(re.findall(r"\w+://[^/\"]+", page)) == {f"ws://127.0.0.1:{client.port}"}
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    for linked in re.findall(r'(?:src|href)="([^":]+)"', page):
        assert (await client.get(f"/{access.token}/{linked}")).status == 200


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/", {}),
        ("/wrong/", {}),
        ("/{token}x/", {}),
        ("/{token}", {"Host": "rebound.example"}),
        ("/{token}/", {"Host": "rebound.example"}),
        ("/{token}/static/js/textual.js", {"Host": "rebound.example:80"}),
        ("/wrong/static/js/textual.js", {}),
        ("/wrong/ws", {}),
        ("/ws", {}),
        ("/static/js/textual.js", {}),
        ("/download/x", {}),
    ],
)
async def test_strangers_are_refused(
    client: TestClient[Request, Application], access: Access, path: str, headers: dict[str, str]
) -> None:
    answer = await client.get(path.replace("{token}", access.token), headers=headers)
    assert answer.status == 403
    assert access.token not in await answer.text()


async def test_what_is_not_there(client: TestClient[Request, Application], access: Access) -> None:
    for path in ("download/none", "static/", "other"):
        assert (await client.get(f"/{access.token}/{path}")).status in {403, 404}


@pytest.mark.parametrize(
    ("token", "origin"),
    [("{token}", "http://evil.example"), ("{token}", "null"), ("{token}", None), ("wrong", "http://{here}")],
)
async def test_the_websocket_is_for_our_page_and_the_token(
    client: TestClient[Request, Application], access: Access, token: str, origin: str | None
) -> None:
    headers = {"Origin": origin.replace("{here}", f"127.0.0.1:{client.port}")} if origin else {}
    url = client.make_url(f"/{token.replace('{token}', access.token)}/ws")
    async with ClientSession() as session:
        with pytest.raises(WSServerHandshakeError, match="403"):
            await session.ws_connect(url, headers=headers)


async def test_a_visit(client: TestClient[Request, Application], access: Access) -> None:
    socket = await open_socket(client, access, "?width=100&height=30")
    assert await socket.receive_bytes() == b"100x30 1"
    await socket.send_json(["stdin", "ä"])
    assert await socket.receive_bytes() == "typed ä".encode()
    await socket.send_json(["resize", {"width": 90000, "height": 0}])
    assert await socket.receive_bytes() == b'{"type": "resize", "width": 1000, "height": 1}'
    await socket.send_json(["focus"])
    assert await socket.receive_bytes() == b'{"type": "focus"}'
    await socket.send_json(["stdin", "o"])
    assert await socket.receive_json() == ["open_url", {"url": "https://a.example/", "new_tab": True}]
    await socket.send_json(["ping", "7"])
    assert await socket.receive_json() == ["pong", "7"]
    await socket.send_json(["stdin", "q"])
    assert (await socket.receive()).type is WSMsgType.CLOSE


@pytest.mark.parametrize("said", ["", "{", "[]", "7", '["stdin"]', '["stdin", 7]', '["resize", {}]', '["x", 1]'])
async def test_what_no_browser_says_is_left_out(
    client: TestClient[Request, Application], access: Access, said: str
) -> None:
    socket = await open_socket(client, access, "?width=x&height=-4")
    assert await socket.receive_bytes() == b"80x1 1"
    await socket.send_str(said)
    await socket.send_json(["stdin", "a"])
    assert await socket.receive_bytes() == b"typed a"
    await socket.close()


async def test_a_reader_that_breaks_closes_its_page(client: TestClient[Request, Application], access: Access) -> None:
    socket = await open_socket(client, access)
    await socket.receive_bytes()
    await socket.send_json(["stdin", "!"])
    assert (await socket.receive()).type is WSMsgType.CLOSE


async def test_two_visits_have_a_reader_each_and_end_with_the_server(
    client: TestClient[Request, Application], access: Access
) -> None:
    one, other = await open_socket(client, access), await open_socket(client, access)
    for socket, typed in ((one, "1"), (other, "2")):
        await socket.receive_bytes()
        await socket.send_json(["stdin", typed])
        assert await socket.receive_bytes() == f"typed {typed}".encode()
    ends = asyncio.gather(one.receive(), other.receive())
    await client.server.close()
    assert [message.type for message in await ends] == [WSMsgType.CLOSE, WSMsgType.CLOSE]


def test_the_terminal_of_the_server_is_not_the_readers() -> None:
    given = {"TMUX": "/tmp/x", "KITTY_WINDOW_ID": "1", "TERM": "dumb", "HOME": "/h", "TEXTUAL_DRIVER": "web"}
    assert make_environment(given) == {
        "HOME": "/h",
        "TEXTUAL_DRIVER": "web",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "NEWSTUI_SERVED": "1",
    }
