"""Quotations of stored articles: found once by each version of the rules, then kept; see docs/notes/speakers.md."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from newstui.errors import UsageError
from newstui.library.alone import hold_alone
from newstui.model import Article, Document, Quote
from newstui.store import Store
from newstui.text.names import NAMES_VERSION
from newstui.text.quotes import RULES_VERSION, find_quotes

Progress = Callable[[int, int], None]
"""Is told how many articles of how many have been looked through."""

_BATCH: Final = 10
"""So many articles are stored at once: some milliseconds in which nobody else can write."""
_FEW: Final = 60
"""So many articles are looked through faster than a process starts."""
_PROGRAM: Final = "import sys; from newstui.library.quoting import serve; serve(sys.argv[1])"
_NAMES: Final = "names"
"""The mark that says which version of the rules for names the speakers are known by."""


def quotes_of(article: Article, document: Document) -> tuple[Quote, ...]:
    """Find an article's quotations."""
    return find_quotes(document, title=article.title, summary=article.summary, language=article.language)


def list_quotes(store: Store, article: Article, document: Document) -> tuple[Quote, ...]:
    """Return a stored article's quotations, and store them if they had to be found."""
    kept = store.quotes.find(article.id, RULES_VERSION)
    if kept is not None:
        return kept
    found = quotes_of(article, document)
    if not store.read_only and _is_unchanged(store, article, document):
        store.quotes.save(article.id, found, RULES_VERSION)
    return found


def count_missing(store: Store) -> int:
    """In how many articles this version of the rules has not looked."""
    return store.quotes.count_unlooked(RULES_VERSION)


def look_aside(store: Store, on_progress: Progress, cancelled: Callable[[], bool]) -> int:
    """Do as look_through does, in a process of its own where there are many: other threads go on undisturbed.

    Where another reader of the library is at it, there is nothing to do: it looks for all.
    """
    total, done = count_missing(store), 0
    if total > _FEW and store.path is not None:
        with hold_alone(store.path.with_name("quotes.lock")) as alone:
            if not alone:
                return 0
            with suppress(OSError):  # no process can be started here
                done = _follow(_start(store.path), total, on_progress, cancelled)
    # What that one left: nothing, unless it could not begin or was ended by somebody else.
    return done + look_through(store, lambda more, left: on_progress(done + more, done + left), cancelled)


def look_through(store: Store, on_progress: Progress, cancelled: Callable[[], bool]) -> int:
    """Look through all articles in which this version of the rules has not looked, and return how many that were.

    What has been found when it is cancelled, or interrupted, is kept.
    """
    _renew_names(store, cancelled)
    done, total = 0, count_missing(store)
    while not cancelled() and (waiting := store.quotes.list_unlooked(RULES_VERSION, _BATCH)):
        found = _find_all(store, waiting)
        if not found:
            break
        store.quotes.save_found(found, RULES_VERSION)
        done += len(found)
        on_progress(done, max(done, total))
    return done


def serve(path: str) -> None:
    """Look through the library at `path`, as a process of its own: a line for each batch, until nobody reads them."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever started this process, and ends it
    if hasattr(os, "nice"):
        os.nice(10)

    def tell(done: int, _total: int) -> None:
        print(done, flush=True)  # noqa: T201  the line that the other side waits for

    try:
        with Store(Path(path)) as store:
            look_through(store, tell, lambda: False)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _renew_names(store: Store, cancelled: Callable[[], bool]) -> None:
    """Bring the speakers to what the rules for names say now, a few at a time."""
    last: int | None = 0 if store.get_mark(_NAMES) != str(NAMES_VERSION) else None
    while last is not None and not cancelled():
        last = store.speakers.renew_spellings(last)
        if last is None:
            store.set_mark(_NAMES, str(NAMES_VERSION))


def _find_all(store: Store, ids: Sequence[str]) -> dict[str, tuple[Quote, ...]]:
    """Find the quotations of these articles, but of those that change or go meanwhile."""
    found = {}
    for article_id in ids:
        with suppress(UsageError):  # it has gone
            article, document = store.articles.get(article_id), store.articles.get_document(article_id)
            quotes = _find_any(article, document)
            if _is_unchanged(store, article, document):
                found[article_id] = quotes
    return found


def _find_any(article: Article, document: Document) -> tuple[Quote, ...]:
    try:
        return quotes_of(article, document)
    except Exception:  # noqa: BLE001  one text that the rules break down on must not keep all others waiting for ever
        return ()


def _is_unchanged(store: Store, article: Article, document: Document) -> bool:
    """Whether an article still says what it said; a refresh may have brought another wording meanwhile."""
    now = store.articles.find(article.id)
    return (
        now is not None
        and (now.title, now.summary) == (article.title, article.summary)
        and store.articles.get_document(article.id) == document
    )


def _start(path: Path) -> subprocess.Popen[bytes]:
    # -P: a file in the current directory that is named like a module must not be taken for it.
    return subprocess.Popen(
        [sys.executable, "-P", "-c", _PROGRAM, str(path)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(part for part in sys.path if part)},
    )


def _follow(process: subprocess.Popen[bytes], total: int, on_progress: Progress, cancelled: Callable[[], bool]) -> int:
    """Hear what the process has done until it ends, or end it when that is asked for."""
    done = 0
    with process:
        try:
            for line in process.stdout or ():
                done = int(line)
                on_progress(done, max(done, total))
                if cancelled():
                    break
        finally:
            process.kill()
    return done
