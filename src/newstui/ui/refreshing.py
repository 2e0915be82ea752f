"""A refresh in the background: its progress as messages, its failures with their reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from threading import Event

from textual.dom import DOMNode
from textual.message import Message
from textual.worker import Worker

from newstui.errors import NewstuiError
from newstui.i18n import _, format_number, ngettext
from newstui.library.facade import Library
from newstui.model import FulltextResult, RefreshResult, RefreshStatus, RefreshSummary
from newstui.record import record
from newstui.ui.threads import Threads


@record
class Progress:
    """How far a refresh is: sources done of how many, articles that are new, then pages of how many."""

    done: int = 0
    total: int = 0
    new: int = 0
    pages: int = 0
    all_pages: int = 0


class Refreshing:
    """Runs one refresh at a time. Messages go to the screen; `failures` are those of the last refresh."""

    class Progressed(Message):
        """One more source is done, or one more page."""

        def __init__(self, progress: Progress) -> None:
            super().__init__()
            self.progress = progress

        def can_replace(self, message: Message) -> bool:
            """Only the newest counts: a thousand sources do not flood the screen."""
            return isinstance(message, type(self))

    class Finished(Message):
        """The refresh has ended; `summary` is None if it could not be done at all, and `error` says why."""

        def __init__(
            self, summary: RefreshSummary | None, error: NewstuiError | None = None, arrived: Sequence[str] = ()
        ) -> None:
            """`arrived` are the articles of the sources that brought new ones."""
            super().__init__()
            self.summary, self.error, self.arrived = summary, error, arrived

    def __init__(self, node: DOMNode, library: Library, threads: Threads) -> None:
        self._node = node
        self._library = library
        self._threads = threads
        self._cancelled = Event()
        self._worker: Worker[None] | None = None
        self.failures: dict[str, RefreshResult] = {}

    @property
    def running(self) -> bool:
        """Whether a refresh is going on."""
        return self._worker is not None and not self._worker.is_finished

    @property
    def was_cancelled(self) -> bool:
        """Whether the last refresh was stopped."""
        return self._cancelled.is_set()

    def start(self, references: Sequence[str] | None = None, *, force: bool = False) -> bool:
        """Start a refresh of what is due, or of the sources named; False if one is going on."""
        if self.running:
            return False
        run = _Run(self._node, Event())
        self._cancelled = run.cancelled

        def refresh() -> RefreshSummary:
            return self._library.refresh(
                references,
                force=force,
                on_start=run.start,
                on_result=run.take,
                on_fulltext=run.take_page,
                cancelled=run.cancelled.is_set,
            )

        def finish(summary: RefreshSummary) -> None:
            self._note_failures(run)
            arrived = [id_ for result in run.results if result.new for id_ in result.arrived]
            self._node.post_message(self.Finished(summary, arrived=arrived))

        def fail(error: NewstuiError) -> None:
            self._note_failures(run)
            self._node.post_message(self.Finished(None, error))

        self._worker = self._threads.ask("refresh", refresh, finish, failed=fail, long=True)
        return True

    def stop(self) -> bool:
        """Stop the refresh after the sources that are being fetched; False if there is none."""
        if not self.running or self._cancelled.is_set():
            return False
        self._cancelled.set()
        return True

    def _note_failures(self, run: _Run) -> None:
        for result in run.results:
            if result.status is RefreshStatus.FAILED:
                self.failures[result.source] = result
            else:
                self.failures.pop(result.source, None)


@dataclass(slots=True)
class _Run:
    """One refresh as its thread sees it."""

    node: DOMNode
    cancelled: Event
    progress: Progress = field(default_factory=Progress)
    results: list[RefreshResult] = field(default_factory=list)

    def start(self, total: int) -> None:
        self.progress = replace(self.progress, total=total)
        self.node.post_message(Refreshing.Progressed(self.progress))

    def take(self, result: RefreshResult) -> None:
        self.results.append(result)
        self.progress = replace(self.progress, done=len(self.results), new=self.progress.new + result.new)
        self.node.post_message(Refreshing.Progressed(self.progress))

    def take_page(self, result: FulltextResult) -> None:
        self.progress = replace(self.progress, pages=result.done, all_pages=result.total)
        self.node.post_message(Refreshing.Progressed(self.progress))


def share_done(progress: Progress) -> float:
    """Return which part of a refresh is done, from 0 to 1: of its sources, then of the pages that follow them."""
    done, total = (progress.pages, progress.all_pages) if progress.all_pages else (progress.done, progress.total)
    return done / max(1, total)


def describe_progress(progress: Progress, stop: str) -> str:
    """Return how far a refresh is; `stop` is the key that stops it, empty where there is none."""
    said = _("Refreshing {done} of {total}")
    text = said.format(done=format_number(progress.done), total=format_number(progress.total))
    if progress.new:
        new = ngettext("{count} new", "{count} new", progress.new).format(count=format_number(progress.new))
        text = f"{text} · {new}"
    if progress.all_pages:
        pages = _("full texts: {done} of {total}")
        pages = pages.format(done=format_number(progress.pages), total=format_number(progress.all_pages))
        text = f"{text} · {pages}"
    way = _("stop: {key}").format(key=stop)
    return f"{text} · {way}" if stop else text


def describe_summary(summary: RefreshSummary, key: str, *, stopped: bool) -> str:
    """Return what a refresh came to; `key` shows the reasons of what failed."""
    if summary.failed == summary.total and summary.failed > 1:
        said = _("None of {count} sources could be reached. Is there a network? Press {key} to see why.")
        return said.format(count=format_number(summary.failed), key=key)
    count = format_number(summary.new)
    new = ngettext("{count} new article.", "{count} new articles.", summary.new).format(count=count)
    parts = [new if summary.new else _("Nothing new.")]
    if stopped:
        parts.append(_("The refresh was stopped."))
    if summary.failed:
        failed = ngettext(
            "{count} source failed; press {key} to see why.",
            "{count} sources failed; press {key} to see why.",
            summary.failed,
        )
        parts.append(failed.format(count=format_number(summary.failed), key=key))
    return " ".join(parts)
