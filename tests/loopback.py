"""A small HTTP server on loopback that does exactly what a test tells it, however wrong, and counts what it sees."""

from __future__ import annotations

import asyncio
import threading
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came; the names of `headers` are in lower case."""

    path: str
    headers: dict[str, str]
    address: str
    at: float


@dataclass(slots=True)
class Exchange:
    """One request and the connection to answer it on."""

    asked: Asked
    writer: asyncio.StreamWriter

    async def send(self, data: bytes) -> None:
        """Send bytes as they are."""
        self.writer.write(data)
        await self.writer.drain()

    async def answer(self, status: int = 200, body: bytes = b"", **headers: str) -> None:
        """Send a proper answer; `_` in a header's name stands for a hyphen."""
        lines = [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        head = "\r\n".join([f"HTTP/1.1 {status} Said So", *lines, f"Content-Length: {len(body)}", "", ""])
        await self.send(head.encode("latin-1") + (b"" if status == 304 else body))


Handler = Callable[[Exchange], Coroutine[None, None, None]]


def says(status: int = 200, body: bytes = b"", **headers: str) -> Handler:
    """A handler that always gives the same answer."""

    async def handle(exchange: Exchange) -> None:
        await exchange.answer(status, body, **headers)

    return handle


async def hang(exchange: Exchange) -> None:
    """A handler that never answers."""
    await asyncio.sleep(3600)


async def trickle(exchange: Exchange) -> None:
    """A handler whose answer never ends, a byte at a time."""
    await exchange.send(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
    while True:
        await exchange.send(b" ")
        await asyncio.sleep(0.05)


@dataclass(slots=True)
class Loopback:
    """The server: what it answers by path, and what it has seen. A path without a handler is answered with 404."""

    routes: dict[str, Handler] = field(default_factory=dict)
    port: int = 0
    asked: list[Asked] = field(default_factory=list)
    open: Counter[str] = field(default_factory=Counter)
    most_open: Counter[str] = field(default_factory=Counter)
    most_in_all: int = 0
    connections: int = 0

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """The address of a path, on any of the loopback addresses."""
        return f"http://{host}:{self.port}{path}"

    def count(self, path: str) -> int:
        """How often a path was asked for."""
        return sum(asked.path == path for asked in self.asked)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the requests of one connection."""
        address = writer.get_extra_info("sockname")[0]
        self.connections += 1
        self.open[address] += 1
        self.most_open[address] = max(self.most_open[address], self.open[address])
        self.most_in_all = max(self.most_in_all, self.open.total())
        try:
            async for asked in _read_requests(reader, address):
                self.asked.append(asked)
                handling = asyncio.ensure_future(self.routes.get(asked.path, says(404))(Exchange(asked, writer)))
                while not handling.done():
                    await asyncio.wait({handling}, timeout=0.01)
                    if reader.at_eof() and not handling.done():
                        handling.cancel()
                await handling
        except (ConnectionError, asyncio.CancelledError):
            pass
        finally:
            self.open[address] -= 1
            writer.close()


async def _read_requests(reader: asyncio.StreamReader, address: str) -> AsyncIterator[Asked]:
    while True:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
        except asyncio.IncompleteReadError:
            return
        first, *lines = head.decode("latin-1").rstrip("\r\n").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        yield Asked(first.split(" ")[1], headers, address, time.monotonic())


@contextmanager
def run_loopback(routes: dict[str, Handler] | None = None, hosts: int = 1) -> Iterator[Loopback]:
    """Serve in a thread on 127.0.0.1 (and as many addresses after it as `hosts` says) until the context ends."""
    server = Loopback(routes or {})
    ready = threading.Event()
    stop: list[Callable[[], object]] = []

    async def main() -> None:
        loop, done = asyncio.get_running_loop(), asyncio.Event()
        stop.append(lambda: loop.call_soon_threadsafe(done.set))
        listeners = []
        for number in range(hosts):
            listener = await asyncio.start_server(server.serve, f"127.0.0.{number + 1}", server.port, backlog=1024)
            server.port = listener.sockets[0].getsockname()[1]
            listeners.append(listener)
        ready.set()
        await done.wait()
        for listener in listeners:
            listener.close()

    thread = threading.Thread(target=asyncio.run, args=(main(),), daemon=True)
    thread.start()
    assert ready.wait(10)
    try:
        yield server
    finally:
        stop[0]()
        thread.join(10)
