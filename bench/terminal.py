"""A full-screen program in a pseudo-terminal, timed from outside: when a text is on its screen, or anything changes.

The output is stamped as it arrives, in a thread that does nothing else, so that drawing the screen here (with pyte)
costs the program under measurement nothing.
"""

from __future__ import annotations

import codecs
import contextlib
import fcntl
import os
import pty
import queue
import re
import select
import signal
import struct
import termios
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

_UNKNOWN = re.compile(r"\x1b(?:\][^\x07\x1b]*(?:\x07|\x1b\\)|\[[<>=][0-9;:]*[A-Za-z]|\[\??[0-9;]*\$[a-z])")
"""What a terminal of today understands and pyte would print."""
_CUT = re.compile(r"\x1b(?:\][^\x07\x1b]*\x1b?|\[[<>=?]?[0-9;:$]*)?$")
"""A sequence at the end of a chunk whose rest is still to come."""
_ANSWERS = {
    "\x1b[c": "\x1b[?62;22c",
    "\x1b[6n": "\x1b[1;1R",
    "\x1b[?2026$p": "\x1b[?2026;2$y",
    "\x1b[?2048$p": "\x1b[?2048;0$y",
    "\x1b[?u": "\x1b[?0u",
}
"""What programs ask of a terminal at their start, and wait for."""
_SILENCE = 0.08
"""Seconds without output after which a program is taken to have finished drawing."""


class Terminal:
    """A program that runs in a terminal of its own; leaving the context ends it."""

    def __init__(self, words: Sequence[str], *, columns: int = 120, rows: int = 40) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._cut = ""
        self._chunks: queue.SimpleQueue[tuple[float, bytes]] = queue.SimpleQueue()
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
        for name in ("TMUX", "STY", "COLUMNS", "LINES"):
            environment.pop(name, None)
        self._started = time.perf_counter()
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            with contextlib.suppress(OSError):
                os.execvpe(words[0], list(words), environment)
            os._exit(127)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        threading.Thread(target=self._read, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._fd)

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(self._screen.display)

    def wait_for(self, pattern: str, *, timeout: float = 120) -> float:
        """Seconds from the start of the program until the pattern is on the screen."""
        return self._wait(lambda: re.search(pattern, self.text) is not None, timeout) - self._started

    def see(self, pattern: str, *, timeout: float = 120) -> None:
        """Wait until the pattern is on the screen, if it is not there already."""
        if re.search(pattern, self.text) is None:
            self._wait(lambda: re.search(pattern, self.text) is not None, timeout)

    def press(self, keys: str, pattern: str = "", *, timeout: float = 120) -> float:
        """Seconds from a key to the pattern on the screen, or without one to the first change of it."""
        self._settle()
        before = self._signature()

        def changed() -> bool:
            return re.search(pattern, self.text) is not None if pattern else self._signature() != before

        begun = time.perf_counter()
        os.write(self._fd, keys.encode())
        return self._wait(changed, timeout) - begun

    def type(self, keys: str) -> None:
        """Press keys one after the other, each when the screen has come to rest."""
        for key in keys:
            self._settle()
            os.write(self._fd, key.encode())
        self._settle()

    def memory(self) -> float:
        """Megabytes of the program and those that it started, pages that they share counted once."""
        return sum(_read_pss(pid) for pid in _list_family(self._pid)) / 1024

    def _read(self) -> None:
        while True:
            try:
                chunk = os.read(self._fd, 65536)
            except OSError:
                chunk = b""
            self._chunks.put((time.perf_counter(), chunk))
            if not chunk:
                return

    def _wait(self, reached: Callable[[], bool], timeout: float) -> float:
        """Return the stamp of the output with which something was reached."""
        end = time.perf_counter() + timeout
        while True:
            try:
                stamp, chunk = self._chunks.get(timeout=max(0.0, end - time.perf_counter()))
            except queue.Empty:
                raise TimeoutError(self.text) from None
            if not chunk:
                raise EOFError(self.text)
            self._draw(chunk)
            if reached():
                return stamp

    def _settle(self) -> None:
        with contextlib.suppress(queue.Empty):
            while True:
                _stamp, chunk = self._chunks.get(timeout=_SILENCE)
                if not chunk:
                    raise EOFError(self.text)
                self._draw(chunk)

    def _draw(self, chunk: bytes) -> None:
        text = self._cut + self._decoder.decode(chunk)
        for question, reply in _ANSWERS.items():
            for _asked in range(text.count(question)):
                self._send(reply)
        text = _UNKNOWN.sub("", text)
        cut = _CUT.search(text)
        self._cut = cut[0] if cut else ""
        self._stream.feed(text[: len(text) - len(self._cut)])

    def _send(self, reply: str) -> None:
        if select.select([], [self._fd], [], 0)[1]:
            os.write(self._fd, reply.encode())

    def _signature(self) -> int:
        cursor = self._screen.cursor
        cells = tuple(tuple(self._screen.buffer[row].items()) for row in range(self._screen.lines))
        return hash((cursor.x, cursor.y, cells))


def _list_family(first: int) -> list[int]:
    """The process and all that descend from it."""
    children: dict[int, list[int]] = {}
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            parent = int((process / "stat").read_text().rpartition(")")[2].split()[1])
            children.setdefault(parent, []).append(int(process.name))
    family = [first]
    for pid in family:
        family += children.get(pid, [])
    return family


def _read_pss(pid: int) -> int:
    """The proportional set size in kilobytes, 0 for a process that has gone."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0
