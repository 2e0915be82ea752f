"""Programs as sources: run without a shell, within limits of time and bytes, and only if the user allows them."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from newstui.errors import N_, SourceError
from newstui.fetch import FetchRequest, FetchResponse, FetchSettings
from newstui.fetch.client import FetchClient
from newstui.refresh.settings import RefreshSettings
from newstui.text.clean import clean_line
from newstui.text.programs import Program, read_program

NOT_ALLOWED: Final = N_(
    "{address} was not run: programs as sources are off; to allow them write programs = true under [refresh] in the"
    " configuration"
)
_AT_ONCE: Final = 4
_PIECE: Final = 1 << 16
_A_MOMENT: Final = 1.0
"""Seconds that a program that was killed has to be gone."""
_COMPLAINT: Final = 4096
"""Bytes of what a program says on its standard error that are kept, and code points of it that are told: a tenth."""


class Programs:
    """Runs the programs of one refresh, a few at once; made and used within one event loop."""

    def __init__(self, settings: RefreshSettings) -> None:
        self._allowed = settings.programs
        self._limits = settings.fetch
        self._turn = asyncio.Semaphore(_AT_ONCE)

    async def answer(self, address: str, fetch: Callable[[str], Awaitable[FetchResponse]]) -> FetchResponse:
        """Return what a program writes as if a server had answered it; `fetch` gets what a filter is given.

        The status is 0 where no server had a part in it. Raises SourceError, and FetchError for a filter's feed.
        """
        if not self._allowed:
            raise SourceError(NOT_ALLOWED, address=address)
        program = read_program(address)
        if program.url is None:
            async with self._turn:
                return FetchResponse(status=0, url=address, body=await run_program(address, program, b"", self._limits))
        response = await fetch(program.url)
        if response.body:
            async with self._turn:
                body = await run_program(address, program, response.body, self._limits)
            headers = {name: value for name, value in response.headers.items() if name != "content-type"}
            response = replace(response, body=body, headers=headers)
        # Where the filtered feed has moved to is no address of this source.
        return replace(response, moved_to=None)


async def ask_program(address: str, settings: RefreshSettings) -> FetchResponse:
    """Return what one program writes, outside of a refresh; raises SourceError, FetchError."""
    async with FetchClient(settings.fetch) as client:
        return await Programs(settings).answer(address, lambda url: client.fetch(FetchRequest(url=url)))


async def run_program(address: str, program: Program, given: bytes, limits: FetchSettings) -> bytes:
    """Return what a program writes to its standard output when it reads `given`; raises SourceError.

    It runs in the user's home directory, and is ended with everything that it has started when it takes too long or
    writes too much.
    """
    name, *arguments = _expand(program.words)
    try:
        process = await asyncio.create_subprocess_exec(
            name,
            *arguments,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            start_new_session=True,
            cwd=Path.home(),
        )
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        words = N_("{address}: {program} cannot be run: {reason}")
        raise SourceError(words, address=address, program=name, reason=reason) from error
    try:
        async with asyncio.timeout(limits.total_timeout):
            written, complaint, _ = await asyncio.gather(
                _read(process.stdout, limits.body_bytes, lambda: _kill(process)),
                _read_end(process.stderr),
                _write(process.stdin, given),
            )
            status = await process.wait()
    except TimeoutError:
        seconds = f"{limits.total_timeout:g}"
        raise SourceError(
            N_("{address}: the program takes more than {seconds} s"), address=address, seconds=seconds
        ) from None
    finally:
        await _end(process)
    if written is None:
        megabytes = max(1, limits.body_bytes // (1 << 20))
        words = N_("{address}: the program writes more than {megabytes} MB")
        raise SourceError(words, address=address, megabytes=megabytes)
    if status:
        words = N_("{address}: the program ended with status {status}: {complaint}")
        raise SourceError(words, address=address, status=status, complaint=complaint or "–")
    return written


def _expand(words: Iterable[str]) -> Iterator[str]:
    """Return words with the user's home directory for a tilde at their beginning, as a shell would."""
    return (os.path.expanduser(word) for word in words)  # noqa: PTH111  a word need not be a path


def _kill(process: asyncio.subprocess.Process) -> None:
    """Kill a program with everything that it has started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


async def _end(process: asyncio.subprocess.Process) -> None:
    """Kill a program and wait until it has gone.

    asyncio takes a program for gone when its pipes have ended, too, and sees the end of one only when all that was
    written to it has been read. What has left the program's session may hold a pipe for ever, and is not waited for.
    """
    _kill(process)
    with suppress(TimeoutError):
        async with asyncio.timeout(_A_MOMENT):
            for stream in (process.stdout, process.stderr):
                while stream is not None and await stream.read(_PIECE):
                    pass
            await process.wait()


async def _read(stream: asyncio.StreamReader | None, limit: int, stop: Callable[[], None]) -> bytes | None:
    """Return what a program writes; None for more than `limit` bytes, at which it is stopped."""
    assert stream is not None
    pieces: list[bytes] = []
    size = 0
    while piece := await stream.read(_PIECE):
        size += len(piece)
        if size > limit:
            stop()
            pieces.clear()
        else:
            pieces.append(piece)
    return b"".join(pieces) if size <= limit else None


async def _read_end(stream: asyncio.StreamReader | None) -> str:
    """Return the last line that a program says on its standard error: that is where interpreters say what is wrong."""
    assert stream is not None
    end = b""
    while piece := await stream.read(_PIECE):
        end = (end + piece)[-_COMPLAINT:]
    lines = [clean_line(line) for line in end.decode("utf-8", "replace").splitlines()]
    return next((line[-_COMPLAINT // 10 :] for line in reversed(lines) if line), "")


async def _write(stream: asyncio.StreamWriter | None, given: bytes) -> None:
    """Give a program its input; one that does not read it to its end is free to."""
    assert stream is not None
    with suppress(ConnectionError):
        stream.write(given)
        await stream.drain()
    with suppress(ConnectionError):
        stream.close()
