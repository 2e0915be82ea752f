"""The process that parses: whatever a feed does to a parser, it does it here.

It is started with its sides as standard input and output: jobs come in, answers go out, one for one, until the input
ends. It touches no network, and no file but those that it is given to read.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, Final

from newstui.errors import N_, NewstuiError, SourceError
from newstui.model import ParsedArticle
from newstui.refresh.decide import list_arrivals
from newstui.refresh.jobs import Failure, FeedJob, FileJob, Job, PageJob, Parsed
from newstui.refresh.pipes import pack_answer, send_answer, take_job
from newstui.sources.feeds import FeedLimits
from newstui.store.documents import pack_arrivals

_LINE: Final = (
    b'<rss version="2.0"><channel><language>en</language><item><title>One</title>'
    b"<description>&lt;p&gt;One line&lt;/p&gt;</description></item></channel></rss>"
)


def parse(job: Job) -> Parsed:
    """Do a job in this process; raises SourceError."""
    match job:
        case FileJob():
            return _read_file(job)
        case PageJob():
            return _read_page(job)
        case FeedJob():
            return _parse_feed(job)


def _parse_feed(job: FeedJob, name: str | None = None) -> Parsed:
    from newstui.sources.feeds import parse_feed  # noqa: PLC0415  the parsers belong to this process alone

    feed = parse_feed(job.body, url=job.url, content_type=job.content_type, limits=job.limits, name=name)
    articles = _tell_languages(feed.articles, job.language)
    arrivals = list_arrivals(articles, job.scopes, job.now)
    # Their bodies are made here, where another processor may do it; and one string of bytes travels faster than blocks.
    return Parsed(pack_arrivals(arrivals), replace(feed, articles=()))


def _read_file(job: FileJob) -> Parsed:
    from newstui.sources.feeds import is_feed_name, looks_like_feed  # noqa: PLC0415  likewise
    from newstui.sources.files import read_article  # noqa: PLC0415  likewise

    _check_name(job.path)
    try:
        with job.path.open("rb") as file:
            is_feed = is_feed_name(job.path) or looks_like_feed(file.read(4096))
            body = b"" if not is_feed else job.path.read_bytes()
    except OSError as error:
        raise SourceError(
            N_("{path} cannot be read: {reason}"), path=job.path, reason=error.strerror or str(error)
        ) from error
    if is_feed:
        url = job.path.absolute().as_uri()
        feed = FeedJob(
            body=body,
            url=url,
            content_type=None,
            scopes=(url,),
            language=job.language,
            limits=job.limits,
            now=job.now,
        )
        return _parse_feed(feed, str(job.path))
    articles = _tell_languages([read_article(job.path)], job.language)
    return Parsed(list_arrivals(articles, (None,), job.now))


def _check_name(path: Path) -> None:
    """Raise SourceError for a name that no library can hold."""
    try:
        str(path).encode()
    except UnicodeEncodeError as error:
        raise SourceError(
            N_("{path} has a name that is not UTF-8; give it another one and refresh again"), path=path
        ) from error


def _read_page(job: PageJob) -> Parsed:
    from newstui.sources.page import find_wall, read_page  # noqa: PLC0415  likewise

    wall = find_wall(job.body, url=job.url, content_type=job.content_type)
    if wall is not None:
        return Parsed((), wall=wall.value)
    page = read_page(job.body, url=job.url, content_type=job.content_type, link_header=job.link_header)
    return Parsed(list_arrivals(_tell_languages([page], job.language), (None,), job.now))


def _tell_languages(articles: Iterable[ParsedArticle], configured: str | None) -> list[ParsedArticle]:
    from newstui.text.article_language import tell_language  # noqa: PLC0415  its model is large

    return [tell_language(article, configured) for article in articles]


def serve(jobs: BinaryIO, results: BinaryIO) -> None:
    """Do jobs until there are no more."""
    while True:
        try:
            job = take_job(jobs)
        except EOFError:
            return
        send_answer(_attempt(job), results)


def _attempt(job: Job) -> bytes:
    """Do a job, and return what is to be answered."""
    try:
        return pack_answer(parse(job))
    except NewstuiError as error:
        failure = Failure(error.template, {name: _flatten(value) for name, value in error.arguments.items()})
    except (MemoryError, RecursionError):
        failure = Failure(N_("{name} is too large or too deep to be parsed"), {"name": _tell_name(job)})
    except Exception as error:  # noqa: BLE001  a parser's own mistake: that feed fails, the next one may be well
        reason = f"{type(error).__name__}: {error}"
        failure = Failure(N_("{name} cannot be parsed: {reason}"), {"name": _tell_name(job), "reason": reason})
    return pack_answer(failure)


def _flatten(value: Any) -> int | float | str:
    """Return an argument as something that travels: numbers and texts as they are, all else as text."""
    return value if isinstance(value, (int, float)) else _show(str(value))


def _tell_name(job: Job) -> str:
    return _show(str(job.path)) if isinstance(job, FileJob) else job.url


def _show(text: str) -> str:
    """Return a text without lone surrogates, which stand in names of files for bytes that are not UTF-8."""
    return text.encode("utf-8", "backslashreplace").decode()


def main(*, ahead: bool) -> None:
    """Serve the process that started this one, with the number of bytes that this one may use as the argument.

    `ahead`: feeds are certain to come, so that what reads them is loaded before the first one is here.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the reader, which ends this process when it ends
    jobs, results = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not come between the results
    _limit_memory(int(sys.argv[1]))
    if ahead:
        _load_feed_parsers()
    # Hardly anything that is made here is circular; to look for it as often as usual takes a tenth of the time.
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    serve(jobs, results)


def _load_feed_parsers() -> None:
    """Parse a feed of a line: what reads feeds is loaded then."""
    now = datetime.now(UTC)
    parse(FeedJob(body=_LINE, url="", content_type=None, scopes=("",), language=None, limits=FeedLimits(), now=now))


def _limit_memory(size: int) -> None:
    """Let a feed that wants all memory fail, where the system knows of such limits."""
    try:
        import resource  # noqa: PLC0415  there is none on Windows
    except ImportError:
        return
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (size, resource.getrlimit(resource.RLIMIT_AS)[1]))
