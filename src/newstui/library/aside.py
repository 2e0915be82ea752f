"""Comparing articles in a process of its own, so that the one that draws a screen keeps its interpreter to itself."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from newstui.library.alone import hold_alone

_PROGRAM: Final = "from newstui.library.aside import main; main()"
_BLINK: Final = 0.05
"""How many seconds pass between two looks whether anybody has cancelled."""


def match_aside(library: Path, *, seconds: float, cancelled: Callable[[], bool]) -> int:
    """Do what match_arrivals does, in another process; no ties where none can be started, or where it breaks down.

    Where another reader of the library is at it, there is nothing to do: it ties for all.
    """
    with hold_alone(library.with_name("matching.lock")) as alone:
        return _follow(library, seconds, cancelled) if alone else 0


def _follow(library: Path, seconds: float, cancelled: Callable[[], bool]) -> int:
    try:
        process = _start(library, seconds)
    except OSError:
        return 0
    while True:
        try:
            answer, _ = process.communicate(timeout=_BLINK)
        except subprocess.TimeoutExpired:
            if cancelled():
                process.kill()
        else:
            return int(answer) if answer.isdigit() else 0


def _start(library: Path, seconds: float) -> subprocess.Popen[bytes]:
    # -P: a file in the current directory that is named like a module must not be taken for it.
    return subprocess.Popen(
        [sys.executable, "-P", "-c", _PROGRAM, str(library), str(seconds)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
    )


def main() -> None:
    """Serve the process that started this one: the library's file and the seconds are the arguments.

    When that process has ended, however it did, nobody wants the answer any more.
    """
    from newstui.library.matching import match_arrivals
    from newstui.store import Store

    parent = os.getppid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the reader
    if hasattr(os, "nice"):
        os.nice(10)
    with Store(Path(sys.argv[1])) as store:
        ties = match_arrivals(store, seconds=float(sys.argv[2]), cancelled=lambda: os.getppid() != parent)
    sys.stdout.write(str(ties))
