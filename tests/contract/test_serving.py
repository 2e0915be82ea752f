"""The whole way: `newstui serve`, its address, a websocket, the reader behind it, and a file that it offers."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")

STORY = """Headline of a short story

The first paragraph says that the council has met and that the mayor was there with all of her people.
"""
_PATIENCE = 60
"""Seconds; the machine that tests may be busy."""
_ESCAPES = re.compile(rb"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\x07]*\x07)")


@pytest_asyncio.fixture
async def server(tmp_path: Path) -> AsyncIterator[Process]:
    story = tmp_path / "story.txt"
    await asyncio.to_thread(story.write_text, STORY, encoding="utf-8")
    places = ["--offline", "--config", str(tmp_path / "c.toml"), "--data-dir", str(tmp_path), "--cache-dir"]
    process = await asyncio.create_subprocess_exec(
        *[sys.executable, "-m", "newstui", *places, str(tmp_path), "serve", "--port", "0", str(story)],
        stdout=PIPE,
        stderr=PIPE,
        env=os.environ | {"LANG": "C.UTF-8", "LANGUAGE": "en"},
    )
    yield process
    if process.returncode is None:
        process.kill()
    await process.communicate()


async def read_until(socket: ClientWebSocketResponse, words: str) -> bytes:
    """What the reader shows, until the words are there."""
    shown = b""
    while words.encode() not in _ESCAPES.sub(b"", shown):
        message = await socket.receive(_PATIENCE)
        assert message.type is WSMsgType.BINARY, message
        shown += message.data
    return shown


async def read_file(session: ClientSession, address: str, socket: ClientWebSocketResponse) -> str:
    """The next file that the reader offers."""
    while (message := await socket.receive(_PATIENCE)).type is not WSMsgType.TEXT:
        assert message.type is WSMsgType.BINARY, message
    kind, key = message.json()
    assert kind == "deliver_file_start"
    async with session.get(f"{address}download/{key}") as answer:
        assert answer.headers["Content-Disposition"] == "attachment; filename*=UTF-8''headline-of-a-short-story.md"
        text = await answer.text()
    async with session.get(f"{address}download/{key}") as again:
        assert again.status == 404
    return text


async def test_a_visit_to_the_reader(server: Process) -> None:
    assert server.stdout is not None
    address = (await asyncio.wait_for(server.stdout.readline(), _PATIENCE)).decode().strip()
    origin = re.sub(r"(?<=\d)/.*", "", address)
    async with ClientSession() as session:
        headers = {"Origin": origin}
        socket = await session.ws_connect(f"{address}ws?width=90&height=30", headers=headers)
        await read_until(socket, "The first paragraph says that the council has met")
        await socket.send_json(["stdin", "\x13"])
        await read_until(socket, "Save the article")
        await socket.send_json(["stdin", "\r"])
        assert (await read_file(session, address, socket)).startswith("# Headline of a short story\n")
        await socket.send_json(["stdin", "\x11"])
        while (message := await socket.receive(_PATIENCE)).type is not WSMsgType.CLOSE:
            assert message.type is WSMsgType.BINARY, message
    server.send_signal(signal.SIGINT)
    _out, err = await asyncio.wait_for(server.communicate(), _PATIENCE)
    assert server.returncode == 0
    assert b"Traceback" not in err
