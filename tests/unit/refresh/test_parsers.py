import io
import os
import pickle
import signal
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec import DecodeError

from newstui.errors import SourceError, fill
from newstui.model import LanguageOrigin
from newstui.refresh import RefreshSettings
from newstui.refresh.jobs import Failure, FeedJob, FileJob
from newstui.refresh.parsers import Parsers
from newstui.refresh.pipes import take_answer
from newstui.refresh.worker import parse, serve
from newstui.sources import feeds
from newstui.sources.feeds import FeedLimits

NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)
JOB = FeedJob(
    body=b"<rss version='2.0'><channel><title>Feed</title><item><guid>tag:paper.example,2026:1</guid><title>A title</title>"
    b"<description>The words of this article are in a language that everybody knows.</description></item></channel></rss>",
    url="https://paper.example/feed",
    content_type="application/rss+xml",
    scopes=("https://paper.example/feed",),
    language=None,
    limits=FeedLimits(),
    now=NOW,
)


@pytest.fixture
def parsers() -> Iterator[Parsers]:
    parsers = Parsers(RefreshSettings(parsers=1))
    yield parsers
    parsers.close()


def find_worker(parsers: Parsers) -> int:
    (process,) = parsers._started
    return process._popen.pid


def test_a_feed_comes_back_as_arrivals(parsers: Parsers) -> None:
    parsed = parsers.parse(JOB)
    assert parsed == parse(JOB)
    assert parsed.feed is not None
    assert (parsed.feed.title, parsed.feed.articles) == ("Feed", ())
    assert [arrival.article.title for arrival in parsed.arrivals] == ["A title"]


def test_one_process_does_one_job_after_the_other(parsers: Parsers) -> None:
    parsers.parse(JOB)
    first = find_worker(parsers)
    parsers.parse(JOB)
    assert find_worker(parsers) == first


def test_processes_that_are_started_ahead_do_the_jobs() -> None:
    parsers = Parsers(RefreshSettings(parsers=2))
    try:
        parsers.start_ahead(0)
        assert not parsers._started
        parsers.start_ahead(1)
        first = find_worker(parsers)
        assert parsers.parse(JOB) == parse(JOB)
        assert find_worker(parsers) == first
        parsers.start_ahead(500)
        assert len(parsers._started) == 2
    finally:
        parsers.close()
    assert not parsers._started


def test_a_process_that_cannot_be_started_ahead_is_told_of_when_it_is_needed(
    parsers: Parsers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", "/no/such/python")
    parsers.start_ahead(1)
    with pytest.raises(SourceError, match="No process"):
        parsers.parse(JOB)


def test_what_is_no_feed_is_said_in_the_parsers_words(parsers: Parsers) -> None:
    with pytest.raises(SourceError, match=r"paper\.example/feed") as caught:
        parsers.parse(replace(JOB, body=b"nothing like a feed"))
    assert "{" in caught.value.template
    assert parsers.parse(JOB).arrivals


def test_a_process_that_is_killed_costs_one_feed(parsers: Parsers) -> None:
    parsers.parse(JOB)
    os.kill(find_worker(parsers), signal.SIGKILL)
    time.sleep(0.1)
    with pytest.raises(SourceError, match="the parser broke down"):
        parsers.parse(JOB)
    assert parsers.parse(JOB).arrivals


def test_a_process_that_hangs_is_killed_and_costs_one_feed() -> None:
    parsers = Parsers(RefreshSettings(parsers=1, parse_timeout=1.5))
    try:
        parsers.parse(JOB)
        os.kill(find_worker(parsers), signal.SIGSTOP)
        with pytest.raises(SourceError, match=r"takes more than 1\.5 s to parse"):
            parsers.parse(JOB)
        assert parsers.parse(JOB).arrivals
    finally:
        parsers.close()


def test_no_process_at_all_is_a_failure_like_any_other(parsers: Parsers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    with pytest.raises(SourceError, match="No process could be started to parse feeds: No such file"):
        parsers.parse(JOB)


def test_closing_ends_what_is_under_way(parsers: Parsers) -> None:
    parsers.parse(JOB)
    pid = find_worker(parsers)
    os.kill(pid, signal.SIGSTOP)
    failures: list[SourceError] = []

    def parse_in_vain() -> None:
        try:
            parsers.parse(JOB)
        except SourceError as error:
            failures.append(error)

    thread = threading.Thread(target=parse_in_vain)
    thread.start()
    time.sleep(0.1)
    parsers.close()
    thread.join(5)
    assert len(failures) == 1
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    with pytest.raises(SourceError, match="cancelled"):
        parsers.parse(JOB)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (MemoryError(), "https://paper.example/feed is too large or too deep"),
        (RecursionError(), "https://paper.example/feed is too large or too deep"),
        (ZeroDivisionError("a bug"), "https://paper.example/feed cannot be parsed: ZeroDivisionError: a bug"),
    ],
)
def test_whatever_a_parser_breaks_down_with_is_told(
    monkeypatch: pytest.MonkeyPatch, error: Exception, words: str
) -> None:
    def break_down(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(feeds, "parse_feed", break_down)
    results = io.BytesIO()
    serve(io.BytesIO(pickle.dumps(JOB) * 2), results)
    results.seek(0)
    failures = [take_answer(results) for _ in range(2)]
    assert all(isinstance(failure, Failure) for failure in failures)
    assert all(fill(failure.template, failure.arguments).startswith(words) for failure in failures)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "answered",
    [b"", b"\0\0", b"\0\0\0\x05abc", b"\0\0\0\x01\xc1", b"\0\0\0\x02\x91\x01", pickle.dumps(Failure("No.", {}))],
    ids=["nothing", "half a length", "half an answer", "no MessagePack", "something else", "a pickle"],
)
def test_what_is_no_answer_is_not_taken_for_one(answered: bytes) -> None:
    with pytest.raises((EOFError, DecodeError)):
        take_answer(io.BytesIO(answered))


def test_a_file_whose_name_is_not_utf8_says_so_and_stops_nobody(tmp_path: Path, parsers: Parsers) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.md")
    path.write_text("# A title\n\nWords.\n")
    job = FileJob(path=path, language=None, limits=FeedLimits(), now=NOW)
    with pytest.raises(SourceError, match=r"caf\\udce9.md has a name that is not UTF-8") as caught:
        parsers.parse(job)
    assert fill(caught.value.template, caught.value.arguments).isprintable()
    assert parsers.parse(replace(job, path=path.rename(tmp_path / "café.md"))).arrivals


@pytest.mark.parametrize(
    ("configured", "language", "origin"),
    [(None, "en", LanguageOrigin.DETECTED), ("nl", "nl", LanguageOrigin.CONFIGURED)],
)
def test_a_language_that_is_not_declared_is_configured_or_detected(
    configured: str | None, language: str, origin: LanguageOrigin
) -> None:
    (arrival,) = parse(replace(JOB, language=configured)).arrivals
    assert (arrival.article.language, arrival.article.language_origin) == (language, origin)


def test_a_declared_language_stays() -> None:
    body = JOB.body.replace(b"<title>Feed", b"<language>fr</language><title>Feed")
    (arrival,) = parse(replace(JOB, body=body, language="nl")).arrivals
    assert (arrival.article.language, arrival.article.language_origin) == ("fr", LanguageOrigin.DECLARED)


def test_a_file_may_hold_an_article_or_a_feed(tmp_path: Path) -> None:
    article, feed = tmp_path / "article.md", tmp_path / "feed.xml"
    article.write_text("# A headline\n\nThe words of an article.\n")
    feed.write_bytes(JOB.body)
    parsed = parse(FileJob(path=article, language=None, limits=FeedLimits(), now=NOW))
    assert parsed.feed is None
    assert [arrival.keys for arrival in parsed.arrivals] == [(f"path:{article}",)]
    parsed = parse(FileJob(path=feed, language=None, limits=FeedLimits(), now=NOW))
    assert parsed.feed is not None
    assert [arrival.keys for arrival in parsed.arrivals] == [("guid:tag:paper.example,2026:1",)]


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"gone\.txt cannot be read: No such file"):
        parse(FileJob(path=tmp_path / "gone.txt", language=None, limits=FeedLimits(), now=NOW))
