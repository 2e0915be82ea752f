"""The server: the page, what belongs to it, and a websocket to a reader's process for each visit.

Everything lies below the token in the address; nothing is fetched from another host.
"""

from __future__ import annotations

import asyncio
import json
import platform
import signal
import sys
from collections.abc import Awaitable, Callable, Sequence
from contextlib import redirect_stdout
from importlib.resources import files
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import textual_serve
from aiohttp import WSMsgType, web
from textual_serve.download_manager import DownloadManager

from newstui.errors import N_, UsageError
from newstui.ui.web.access import Access, grant_access
from newstui.ui.web.page import write_page
from newstui.ui.web.process import ReaderProcess

_STATIC: Final = Path(textual_serve.__file__).parent / "static"
_MOST: Final = 16
"""So many visits at once: each has a process of its own."""
_MESSAGE: Final = 4_000_000
"""The bytes that a browser may send at once: what is pasted."""
_WIDEST, _HIGHEST = 1000, 500
_PATIENCE: Final = 10.0
"""Seconds that visits have to end when the server does."""
_TYPES: Final = {".css": "text/css", ".js": "text/javascript"}
_ACCESS: Final = web.AppKey("access", Access)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def serve_reader(words: Sequence[str], host: str, port: int, listening: Callable[[str], None]) -> None:
    """Serve the reader that the command `words` starts, until interrupted; `listening` is told the address.

    Raises UsageError where the server cannot listen.
    """
    asyncio.run(_serve(words, host, port, listening))


async def _serve(words: Sequence[str], host: str, port: int, listening: Callable[[str], None]) -> None:
    access, ended = grant_access(host, platform.node()), _watch_for_end()
    runner = web.AppRunner(make_server(words, access), access_log=None, shutdown_timeout=_PATIENCE)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        try:
            await site.start()
        except OSError as error:
            raise UsageError(
                N_("{host}:{port} cannot be listened at: {reason}; choose another with --port"),
                host=host,
                port=port,
                reason=error.strerror or error,
            ) from None
        listening(_write_address(host, runner.addresses[0][1], access))
        with redirect_stdout(sys.stderr):  # where textual-serve says why a reader failed
            await ended.wait()
    finally:
        await runner.cleanup()


def _watch_for_end() -> asyncio.Event:
    """Return what is set when the process is asked to end."""
    ended, loop = asyncio.Event(), asyncio.get_running_loop()
    if sys.platform != "win32":  # there Ctrl+C interrupts the loop itself
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, ended.set)
    return ended


def _write_address(host: str, port: int, access: Access) -> str:
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/{access.token}/"


def make_server(words: Sequence[str], access: Access) -> web.Application:
    """Return the server's routes; the reader is started by the command `words`."""
    visits = _Visits(words)
    app = web.Application(middlewares=[_guard])
    app[_ACCESS] = access
    app.add_routes(
        [
            web.get("/{token}/", _show_page),
            web.get("/{token}/page.css", _show_file),
            web.get("/{token}/page.js", _show_file),
            web.get("/{token}/ws", visits.visit),
            web.get("/{token}/download/{key}", visits.download),
            web.static("/{token}/static/".replace("{token}", access.token), _STATIC),
        ]
    )
    app.on_response_prepare.append(_add_headers)
    app.on_shutdown.append(visits.end)
    app.on_cleanup.append(visits.wait)
    return app


@web.middleware
async def _guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse whoever may not come in, before anything else is looked at."""
    access = request.app[_ACCESS]
    if not access.is_ours(request.headers.get("Host")):
        raise web.HTTPForbidden(text="newstui: this is not the name of this server")
    if not access.knows_token(request.path.split("/")[1]):
        raise web.HTTPForbidden(text="newstui: open the address that newstui serve has printed")
    return await handler(request)


async def _add_headers(request: web.Request, response: web.StreamResponse) -> None:
    """Let the page load nothing from elsewhere, be framed by nobody, and tell nobody its address."""
    host = request.headers.get("Host", "")
    rules = {
        "default-src": "'none'",
        "connect-src": f"'self' ws://{host}",
        "font-src": "'self'",
        "img-src": "'self' data:",
        "script-src": "'self'",
        "style-src": "'self' 'unsafe-inline'",  # the terminal writes its cells' sizes into a sheet of its own
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }
    response.headers["Content-Security-Policy"] = "; ".join(f"{name} {value}" for name, value in rules.items())
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store"


async def _show_page(request: web.Request) -> web.Response:
    socket = f"ws://{request.headers['Host']}{request.path}ws"
    return web.Response(text=write_page(socket), content_type="text/html")


async def _show_file(request: web.Request) -> web.Response:
    name = request.path.rpartition("/")[2]
    text = files("newstui.ui.web").joinpath(name).read_text(encoding="utf-8")
    return web.Response(text=text, content_type=_TYPES[Path(name).suffix])


class _Visits:
    """The browsers that are here, each with its reader."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self._sockets: set[web.WebSocketResponse] = set()
        self._readers: set[ReaderProcess] = set()
        self._downloads = DownloadManager()

    async def visit(self, request: web.Request) -> web.WebSocketResponse:
        """Start a reader and be between it and the browser until one of them leaves."""
        if not request.app[_ACCESS].comes_from_here(request.headers.get("Origin"), request.headers.get("Host")):
            raise web.HTTPForbidden(text="newstui: another page may not read along")
        if len(self._sockets) >= _MOST:
            raise web.HTTPServiceUnavailable(text="newstui: too many readers are open")
        socket = web.WebSocketResponse(heartbeat=15, max_msg_size=_MESSAGE)
        await socket.prepare(request)
        self._sockets.add(socket)
        reader = ReaderProcess(
            self._words,
            write_bytes=socket.send_bytes,
            write_str=socket.send_str,
            close=socket.close,
            downloads=self._downloads,
        )
        self._readers.add(reader)
        try:
            query = request.query
            await reader.start(_clamp(query.get("width"), 80, _WIDEST), _clamp(query.get("height"), 24, _HIGHEST))
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    await _pass_on(message.data, reader, socket)
        finally:
            self._sockets.discard(socket)
            await reader.stop()
            self._readers.discard(reader)
        return socket

    async def download(self, request: web.Request) -> web.StreamResponse:
        """Hand over a file that a reader offers; each once."""
        key = request.match_info["key"]
        try:
            offered = await self._downloads.get_download_metadata(key)
        except KeyError:
            raise web.HTTPNotFound from None
        response = web.StreamResponse()
        response.headers["Content-Type"] = f"{offered.mime_type or 'text/plain'}; charset=utf-8"
        response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(offered.file_name)}"
        await response.prepare(request)
        async for chunk in self._downloads.download(key):
            await response.write(chunk)
        await response.write_eof()
        return response

    async def end(self, _app: web.Application) -> None:
        """Say goodbye to every browser; its reader is ended behind it."""
        await asyncio.gather(*(socket.close() for socket in self._sockets.copy()))

    async def wait(self, _app: web.Application) -> None:
        """Wait until every reader has ended."""
        await asyncio.gather(*(reader.stop() for reader in self._readers.copy()))


async def _pass_on(text: str, reader: ReaderProcess, socket: web.WebSocketResponse) -> None:
    """Give the reader what its browser says; what is nothing that one says is left out."""
    try:
        kind, *rest = json.loads(text)
        match kind, rest:
            case "stdin", [str(typed)]:
                await reader.send_bytes(typed.encode("utf-8", "replace"))
            case "resize", [{"width": width, "height": height}]:
                await reader.set_terminal_size(_clamp(width, 80, _WIDEST), _clamp(height, 24, _HIGHEST))
            case "focus", _:
                await reader.focus()
            case "blur", _:
                await reader.blur()
            case "ping", [token]:
                await socket.send_json(["pong", token])
    except (ValueError, TypeError):
        return


def _clamp(given: Any, otherwise: int, most: int) -> int:
    """Return a number of cells: what was given where that can be meant."""
    try:
        return min(max(int(given), 1), most)
    except (TypeError, ValueError):
        return otherwise
