"""The processes that parse, seen from the one that wants something parsed."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from contextlib import suppress
from queue import Empty, LifoQueue
from typing import BinaryIO, Final, cast

from msgspec import DecodeError

from newstui.errors import N_, SourceError
from newstui.refresh.jobs import Failure, FileJob, Job, Parsed
from newstui.refresh.pipes import send_job, take_answer
from newstui.refresh.settings import RefreshSettings

_PROGRAM: Final = "from newstui.refresh.worker import main; main(ahead={ahead})"


class Parsers:
    """A few processes that parse, started when they are first needed; any thread may ask.

    The one that was used last is used first, so that a second one is started only when two are needed at once. One
    that takes too long is killed, and only what it was parsing fails.
    """

    def __init__(self, settings: RefreshSettings) -> None:
        self._settings = settings
        self._idle: LifoQueue[_Process | None] = LifoQueue()
        self._started: set[_Process] = set()
        self._closed = False
        for _ in range(settings.parsers):
            self._idle.put(None)

    def start_ahead(self, feeds: int) -> None:
        """Start processes for so many feeds that are certain to be parsed; they load while the network is waited for.

        One that cannot be started is tried again, and told of, when it is needed.
        """
        processes = [self._idle.get_nowait() for _ in range(min(feeds, self._settings.parsers))]
        for process in processes:
            started = process
            with suppress(SourceError):
                started = process or self._start(ahead=True)
            self._idle.put(started)

    def parse(self, job: Job) -> Parsed:
        """Have a job done, waiting for a process to be free; raises SourceError."""
        process = self._idle.get()
        try:
            if self._closed:
                raise SourceError(N_("The refresh was cancelled"))
            if process is None:
                process = self._start()
            return process.parse(job)
        finally:
            if process is not None and not process.is_alive():
                self._started.discard(process)
                process.dispose()
                process = None
            self._idle.put(process)

    def _start(self, *, ahead: bool = False) -> _Process:
        try:
            process = _Process(self._settings, ahead=ahead)
        except OSError as error:
            reason = error.strerror or str(error)
            raise SourceError(N_("No process could be started to parse feeds: {reason}"), reason=reason) from error
        self._started.add(process)
        return process

    def close(self) -> None:
        """End all processes at once; what they were parsing fails."""
        self._closed = True
        for started in list(self._started):
            started.kill()
        # One that is parsing is disposed of by the thread that waits for it.
        idle: list[_Process | None] = []
        with suppress(Empty):
            while True:
                idle.append(self._idle.get_nowait())
        for process in idle:
            if process is not None:
                self._started.discard(process)
                process.dispose()
            self._idle.put(None)


class _Process:
    """One process that parses one thing at a time."""

    def __init__(self, settings: RefreshSettings, *, ahead: bool) -> None:
        self._timeout = settings.parse_timeout
        # -P: a file in the current directory that is named like a module must not be taken for it.
        self._popen = subprocess.Popen(
            [sys.executable, "-P", "-c", _PROGRAM.format(ahead=ahead), str(settings.parse_memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        )

    def parse(self, job: Job) -> Parsed:
        """Have a job done; raises SourceError, and kills the process, when it takes too long or dies of it."""
        alarm = threading.Timer(self._timeout, self._popen.kill)
        alarm.daemon = True
        alarm.start()
        try:
            result = self._exchange(job)
        except (EOFError, OSError, DecodeError) as error:
            overdue = not alarm.is_alive()
            self.kill()
            self._popen.wait()
            name = job.path if isinstance(job, FileJob) else job.url
            if overdue:
                raise SourceError(
                    N_("{name} takes more than {seconds} s to parse"), name=name, seconds=f"{self._timeout:g}"
                ) from error
            raise SourceError(N_("{name} cannot be parsed: the parser broke down"), name=name) from error
        finally:
            alarm.cancel()
        if isinstance(result, Failure):
            raise SourceError(result.template, **result.arguments)
        return result

    def _exchange(self, job: Job) -> Parsed | Failure:
        jobs, results = self._pipes
        send_job(job, jobs)
        return take_answer(results)

    @property
    def _pipes(self) -> tuple[BinaryIO, BinaryIO]:
        jobs, results = self._popen.stdin, self._popen.stdout
        assert jobs is not None
        assert results is not None
        return cast("BinaryIO", jobs), cast("BinaryIO", results)

    def is_alive(self) -> bool:
        """Whether the process can take another job."""
        return self._popen.poll() is None

    def kill(self) -> None:
        """End the process, whatever it is doing; any thread may."""
        self._popen.kill()

    def dispose(self) -> None:
        """Give back what a killed process held; only a thread that is the only one to use it may."""
        self._popen.wait()
        for pipe in self._pipes:
            with suppress(OSError):  # what could not be sent any more
                pipe.close()
