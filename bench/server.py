"""Serves feeds on many loopback addresses, with ETag and Last-Modified, after a pause: run in a process of its own.

    python bench/server.py FOLDER PORT HOSTS PAUSE_MS

`/day/2` turns to the second day; `/counts` tells how many answers of each status were given.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections import Counter
from email.utils import formatdate
from hashlib import blake2b
from pathlib import Path


class Feeds:
    """What is served today."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.day = "1"
        self.counts: Counter[int] = Counter()
        self._read: dict[str, tuple[bytes, str, str]] = {}

    def find(self, name: str) -> tuple[bytes, str, str] | None:
        """A feed's bytes, ETag and date on this day; on the second day those of the first where nothing changed."""
        for day in (self.day, "1"):
            key = f"{day}/{name}"
            if key not in self._read and (file := self._folder / key).is_file():
                body = file.read_bytes()
                tag = f'"{blake2b(body, digest_size=8).hexdigest()}"'
                self._read[key] = body, tag, f"Tue, 0{5 + int(day)} Jan 2026 09:30:00 GMT"
            if key in self._read:
                return self._read[key]
        return None


async def answer(feeds: Feeds, pause: float, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer requests on one connection until it is closed."""
    try:
        while request := await reader.readuntil(b"\r\n\r\n"):
            line, *fields = request.decode("latin-1").split("\r\n")
            headers = {name.lower(): value.strip() for name, _, value in (field.partition(":") for field in fields)}
            path = line.split(" ")[1].strip("/")
            if path.startswith("day/"):
                feeds.day = path[4:]
                _send(writer, 200, b"ok")
            elif path == "counts":
                _send(writer, 200, json.dumps(feeds.counts).encode())
                feeds.counts.clear()
            else:
                await asyncio.sleep(pause)
                status = _serve(feeds, writer, path, headers)
                feeds.counts[status] += 1
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        writer.close()


def _serve(feeds: Feeds, writer: asyncio.StreamWriter, name: str, headers: dict[str, str]) -> int:
    found = feeds.find(name)
    if found is None:
        _send(writer, 404, b"")
        return 404
    body, tag, date = found
    if headers.get("if-none-match") == tag:
        _send(writer, 304, b"", tag, date)
        return 304
    _send(writer, 200, body, tag, date)
    return 200


def _send(writer: asyncio.StreamWriter, status: int, body: bytes, tag: str = "", date: str = "") -> None:
    head = [f"HTTP/1.1 {status} -", f"Date: {formatdate(usegmt=True)}", f"Content-Length: {len(body)}"]
    if tag:
        head += [f"ETag: {tag}", f"Last-Modified: {date}", "Content-Type: application/xml"]
    writer.write("\r\n".join(head).encode() + b"\r\n\r\n" + body)


async def serve(folder: Path, port: int, hosts: int, pause: float) -> None:
    """Serve on 127.0.0.1 and the addresses after it until the process ends; "ready" on stdout says when."""
    feeds = Feeds(folder)

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await answer(feeds, pause, reader, writer)

    addresses = [f"127.0.0.{host + 1}" for host in range(hosts)]
    server = await asyncio.start_server(connected, addresses, port, backlog=512)
    print("ready", flush=True)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]) / 1000))
