"""Files and directories as sources: what was added, edited, renamed or deleted since they were last read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from newstui.errors import N_, NewstuiError, SourceError
from newstui.model import (
    Arrival,
    FeedState,
    KnownArticle,
    KnownFile,
    ParsedFeed,
    RefreshResult,
    RefreshStatus,
    Source,
    SourceKind,
)
from newstui.record import record
from newstui.refresh.decide import Decision, decide
from newstui.refresh.jobs import FileJob, Parsed
from newstui.refresh.pages import choose_wanted
from newstui.refresh.parsers import Parsers
from newstui.refresh.settings import RefreshSettings

if TYPE_CHECKING:
    from newstui.store import Store


@record
class Scan:
    """A directory against what is known of it; `changed` holds new and edited files as they are now."""

    unchanged: tuple[KnownFile, ...]
    changed: tuple[KnownFile, ...]
    vanished: tuple[KnownFile, ...]


@record
class _Reading:
    """What a source's files hold: all that are there and can be read, and the articles of those that had changed."""

    files: tuple[KnownFile, ...] = ()
    arrivals: tuple[Arrival, ...] = ()
    feed: ParsedFeed | None = None
    error: NewstuiError | None = None


def compare_files(present: Iterable[KnownFile], known: Iterable[KnownFile]) -> Scan:
    """Return what has changed, the newest files first; a file with the same time and size is the same."""
    before = {file.path: file for file in known}
    unchanged: list[KnownFile] = []
    changed: list[KnownFile] = []
    for file in present:
        old = before.pop(file.path, None)
        if old is not None and (old.mtime, old.size) == (file.mtime, file.size):
            unchanged.append(old)
        else:
            changed.append(file)
    changed.sort(key=lambda file: (-file.mtime, file.path))
    return Scan(tuple(unchanged), tuple(changed), tuple(before.values()))


def find_renamed(vanished: Iterable[KnownFile], arrivals: Iterable[Arrival]) -> Mapping[str, Arrival]:
    """Return, by the id of an article whose file has vanished, the file with the same content that has appeared."""
    homeless = {file.content_hash: file.article for file in vanished if file.article and file.content_hash}
    renamed: dict[str, Arrival] = {}
    for arrival in arrivals:
        article = homeless.pop(arrival.content_hash, None)
        if article is not None and article != arrival.id:
            renamed[article] = arrival
    return renamed


def refresh_local(
    store: Store,
    source: Source,
    state: FeedState,
    *,
    parsers: Parsers,
    now: Callable[[], datetime],
    settings: RefreshSettings,
    cancelled: Callable[[], bool],
) -> RefreshResult:
    """Read what has changed in a file or a directory, store it, and return what it came to.

    What was deleted stays as an article. A file that cannot be read is tried again each time.
    """
    try:
        scan = compare_files(_list_files(source), store.list_known_files(source.key))
    except OSError as error:
        reason = error.strerror or str(error)
        failure = SourceError(N_("{path} cannot be read: {reason}"), path=source.path, reason=reason)
        return _save(store, state, Decision(), _Reading(error=failure), now())
    reading = _read_files(scan, source, parsers, now(), settings, cancelled)
    for article, arrival in find_renamed(scan.vanished, reading.arrivals).items():
        store.rename_article(article, keys=arrival.keys, path=arrival.article.path or "")
    known = store.find_known((key for arrival in reading.arrivals for key in arrival.keys), dropped=True)
    decision = decide(reading.arrivals, known, source.key)
    wanted = choose_wanted(source.fulltext, decision.arrivals, known)
    return _save(store, state, decision, _name_articles(reading, known), now(), wanted)


def _list_files(source: Source) -> list[KnownFile]:
    """Return the files of a source as they are now; raises OSError if it cannot be looked at."""
    from newstui.sources.files import list_article_files  # noqa: PLC0415  loads the readers of files too

    path = Path(source.path or "")
    if source.kind is not SourceKind.DIRECTORY:
        return [_look_at(path)]
    found = []
    for each in list_article_files(path):
        with suppress(OSError):  # deleted since it was listed
            found.append(_look_at(each))
    return found


def _look_at(path: Path) -> KnownFile:
    status = path.stat()
    return KnownFile(path=str(path), mtime=status.st_mtime_ns, size=status.st_size)


def _read_files(
    scan: Scan,
    source: Source,
    parsers: Parsers,
    now: datetime,
    settings: RefreshSettings,
    cancelled: Callable[[], bool],
) -> _Reading:
    """Read what has changed, as many files at once as there are processes that parse."""

    def read(file: KnownFile) -> Parsed | NewstuiError | None:
        if cancelled():
            return None
        job = FileJob(path=Path(file.path), language=source.language, limits=settings.limits, now=now)
        try:
            return parsers.parse(job)
        except NewstuiError as error:
            return error

    files: list[KnownFile] = list(scan.unchanged)
    arrivals: list[Arrival] = []
    errors: list[NewstuiError] = []
    feed: ParsedFeed | None = None
    with ThreadPoolExecutor(settings.parsers, thread_name_prefix="newstui-parse") as executor:
        for file, parsed in zip(scan.changed, executor.map(read, scan.changed), strict=True):
            if isinstance(parsed, NewstuiError):
                errors.append(parsed)
            elif parsed is not None:
                files.append(file)
                arrivals += parsed.arrivals
                feed = parsed.feed
    return _Reading(tuple(files), tuple(arrivals), feed, _sum_up(errors, len(files)))


def _sum_up(errors: Sequence[NewstuiError], read: int) -> NewstuiError | None:
    """Return one error for the files that could not be read."""
    if len(errors) < 2 and not read:
        return errors[0] if errors else None
    if not errors:
        return None
    return SourceError(
        N_("{count} of {total} files could not be read: {reason}"),
        count=len(errors),
        total=len(errors) + read,
        reason=errors[0],
    )


def _name_articles(reading: _Reading, known: Mapping[str, KnownArticle]) -> _Reading:
    """Return the files with the articles that were read from them."""
    by_path = {arrival.article.path: arrival for arrival in reading.arrivals if arrival.article.path}

    def name(file: KnownFile) -> KnownFile:
        arrival = by_path.get(file.path)
        if arrival is None:
            return file
        match = known.get(arrival.keys[0])
        return replace(file, article=match.id if match else arrival.id, content_hash=arrival.content_hash)

    return replace(reading, files=tuple(name(file) for file in reading.files))


def _save(
    store: Store, state: FeedState, decision: Decision, reading: _Reading, now: datetime, wanted: Sequence[str] = ()
) -> RefreshResult:
    """Store what was read; a source of which nothing could be read has failed."""
    failed = reading.error is not None and not reading.files
    if failed:
        status = RefreshStatus.FAILED
    else:
        status = RefreshStatus.NEW if decision.new or decision.updated else RefreshStatus.UNCHANGED
    result = RefreshResult(
        source=state.source,
        status=status,
        new=decision.new,
        updated=decision.updated,
        error=reading.error,
        arrived=tuple(arrival.id for arrival in decision.arrivals),
    )
    store.save_refresh(
        state.source,
        now=now,
        state=replace(
            state,
            last_fetch=now,
            last_good=state.last_good if failed else now,
            failures=state.failures + 1 if failed else 0,
        ),
        result=result,
        title=reading.feed.title if reading.feed else None,
        site=reading.feed.site if reading.feed else None,
        language=reading.feed.language if reading.feed else None,
        arrivals=decision.arrivals,
        seen=decision.seen,
        wanted=wanted,
        files=None if failed else reading.files,
    )
    return result
