"""A refresh as lines: at the reader's word with its progress, or by itself behind what is being read."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from newstui.config import Settings
from newstui.errors import NewstuiError, unforeseen
from newstui.i18n import _, format_number, ngettext, translate_error
from newstui.library.connection import PAUSED, list_due_near, tell_hindrance
from newstui.library.facade import Library
from newstui.library.rule_words import tell_notice
from newstui.model import RefreshResult, RefreshStatus, RefreshSummary
from newstui.ui.linear.wording import sentence

_STEPS: Final = 4
"""So often progress is said, at most: every line interrupts."""


def refresh_aloud(library: Library, say: Callable[[str], None]) -> None:
    """Refresh all sources and say how far it is; Ctrl+C stops it."""
    with stopped_by_keys() as stopped:
        progress = _Progress(say)
        summary = library.refresh(
            force=True, on_start=progress.begin, on_result=progress.take, cancelled=stopped.is_set
        )
        library.tie_and_index(cancelled=stopped.is_set)
        if stopped.is_set():
            say(_("The refresh was stopped."))
    for line in describe_summary(summary):
        say(line)


def describe_summary(summary: RefreshSummary) -> list[str]:
    """Return what a refresh came to, and what the rules have to tell of it."""
    count = format_number(summary.new)
    new = ngettext("{count} new article.", "{count} new articles.", summary.new).format(count=count)
    lines = [new, _("l lists the headlines anew.")] if summary.new else [_("Nothing new.")]
    for notice in summary.notices:
        if notice.titles:
            lines.append(tell_notice(notice))
        if notice.error is not None:
            lines.append(translate_error(notice.error))
    return lines


@contextmanager
def stopped_by_keys() -> Iterator[threading.Event]:
    """Have Ctrl+C set an event, for as long as something goes on that looks at it."""
    stopped = threading.Event()
    before = signal.signal(signal.SIGINT, lambda *_: stopped.set())
    try:
        yield stopped
    finally:
        signal.signal(signal.SIGINT, before)


class _Progress:
    """Says failures as they come, and some numbers on the way."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._total = self._done = 0

    def begin(self, total: int) -> None:
        self._total = total
        said = ngettext("Refreshing {count} source.", "Refreshing {count} sources.", total)
        self._say(said.format(count=format_number(total)))

    def take(self, result: RefreshResult) -> None:
        self._done += 1
        if result.status is RefreshStatus.FAILED and result.error is not None:
            self._say(f"{result.title or result.source}: {translate_error(result.error)}")
        step = -(-self._total // _STEPS)
        if self._total > 2 * _STEPS and self._done % step == 0 and self._done < self._total:
            said = _("{done} of {total} done.")
            self._say(said.format(done=format_number(self._done), total=format_number(self._total)))


class Background:
    """A refresh of what is due, in a thread; `take` returns what it came to once, when it has ended."""

    def __init__(self, library: Library, settings: Settings) -> None:
        self._library = library
        self._settings = settings
        self._stopped = threading.Event()
        self._lines: list[str] = []
        self._thread: threading.Thread | None = None

    @property
    def running(self) -> bool:
        """Whether it is still going on."""
        return self._thread is not None and self._thread.is_alive()

    def start(self) -> None:
        """Begin, where there is something to refresh and a network for it."""
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def take(self) -> list[str]:
        """Return the lines that are to be said of it."""
        if self.running:
            return []
        lines, self._lines = self._lines, []
        return lines

    def stop(self) -> None:
        """Have it end soon, and wait for that."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join(5)

    def _run(self) -> None:
        try:
            self._lines = self._refresh()
        except NewstuiError as error:
            self._lines = [translate_error(error)]
        except Exception as error:  # noqa: BLE001  it is told; at the end the library may be closed before this is
            self._lines = [translate_error(unforeseen(error))]

    def _refresh(self) -> list[str]:
        library = self._library
        sources = library.list_sources()
        hindrance = tell_hindrance(library, self._settings, sources)
        lines = [sentence(_(PAUSED[hindrance]))] if hindrance in PAUSED else []
        near = list_due_near(sources, library.now()) if lines else None
        if near == []:
            return lines
        summary = library.refresh(near, cancelled=self._stopped.is_set)
        library.tie_and_index(cancelled=self._stopped.is_set)
        return lines + (describe_summary(summary) if summary.new or summary.notices else [])
