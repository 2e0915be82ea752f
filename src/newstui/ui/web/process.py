"""A reader's process, and what passes between it and a browser: Textual's packets on its standard input and output."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from typing import Final

from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from newstui.ui.served import SERVED

_PATIENCE: Final = 5.0
"""Seconds that a reader has to end by itself."""
_STRANGERS: Final = ("TMUX", "STY", "VTE_VERSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "WT_SESSION")
"""What the terminal in which the server runs says of itself: the reader is shown elsewhere."""


class ReaderProcess(AppService):
    """One visit's reader. It is started without a shell, and ended when it does not end by itself."""

    def __init__(
        self,
        words: Sequence[str],
        *,
        write_bytes: Callable[[bytes], Awaitable[None]],
        write_str: Callable[[str], Awaitable[None]],
        close: Callable[[], Awaitable[object]],
        downloads: DownloadManager,
    ) -> None:
        """`words` are the command; `close` is called when the reader has ended, whatever the reason."""

        async def close_it() -> None:
            await close()

        super().__init__(
            words[0], write_bytes=write_bytes, write_str=write_str, close=close_it, download_manager=downloads
        )
        self._words = tuple(words)
        self._ending: asyncio.Future[None] | None = None

    async def run(self) -> None:
        """Pass on what the reader says until it ends."""
        await super().run()
        with suppress(ConnectionError):
            await self.remote_close()

    async def stop(self) -> None:
        """Have the reader end, and wait until it has; whoever calls this again waits for the same end."""
        if self._ending is None:
            self._ending = asyncio.ensure_future(self._end())
        await asyncio.shield(self._ending)

    async def _end(self) -> None:
        if self._process is None:
            return
        await self._download_manager.cancel_app_downloads(app_service_id=self.app_service_id)
        await self.send_meta({"type": "quit"})
        try:
            await asyncio.wait_for(self._process.wait(), _PATIENCE)
        except TimeoutError:
            with suppress(ProcessLookupError):
                self._process.kill()
            await self._process.wait()
        if self._task is not None:
            await asyncio.wait({self._task}, timeout=_PATIENCE)

    async def _open_app_process(self, width: int = 80, height: int = 24) -> asyncio.subprocess.Process:
        process = await asyncio.create_subprocess_exec(
            *self._words,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=make_environment(self._build_environment(width, height)),
            start_new_session=True,  # Ctrl+C is the server's, which lets its readers end in order
        )
        self._process, self._stdin = process, process.stdin
        return process


def make_environment(textual: Mapping[str, str]) -> dict[str, str]:
    """Return a served reader's environment: what Textual's driver wants, in a terminal that can do everything."""
    kept = {name: value for name, value in textual.items() if name not in _STRANGERS}
    return kept | {"TERM": "xterm-256color", "COLORTERM": "truecolor", SERVED: "1"}
