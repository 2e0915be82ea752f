"""The small parts of reading feeds: what bytes look like, intervals, dates, durations, shortening."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import PurePath

import pytest

from newstui.model import Block, BlockKind, Document, RestTimes
from newstui.sources.feeds import is_feed_name, looks_like_feed
from newstui.sources.feeds.compose import choose_summary, read_duration, read_number, shorten
from newstui.sources.feeds.dates import read_date
from newstui.sources.feeds.interval import find_interval, find_rest


@pytest.mark.parametrize(
    ("body", "content_type", "expected"),
    [
        (b"<rss version='2.0'>", None, True),
        (b"<?xml version='1.0'?>\n<!-- <html> -->\n<feed xmlns='x'>", "text/html", True),
        (b"<?xml version='1.0'?><a:feed xmlns:a='x'>", None, True),
        (b"<rdf:RDF >", None, True),
        (b"\xef\xbb\xbf \n<rss>", None, True),
        ("<?xml version='1.0'?><rss>".encode("utf-16"), None, True),
        ("<?xml version='1.0'?><rss>".encode("utf-16-be"), None, True),
        (b"<!DOCTYPE rss SYSTEM 'x' [<!ENTITY a 'b'>]><rss>", None, True),
        (b'{"version": "https:\\/\\/jsonfeed.org\\/version\\/1", "items": []}', "application/json", True),
        (b'{"items": []}', "application/feed+json", True),
        (b'{"items": []}', "application/json", False),
        (b"broken <", "application/rss+xml; charset=utf-8", True),
        (b"<!DOCTYPE html><html><body>&lt;rss> <rss>", "application/rss+xml", False),
        (b"<html><head><link type='application/rss+xml'></head>", "text/html", False),
        (b"<opml version='2.0'>", "text/xml", False),
        (b"plain words about <feedback>", "text/plain", False),
        (b"", None, False),
    ],
)
def test_what_looks_like_a_feed(body: bytes, content_type: str | None, expected: bool) -> None:
    assert looks_like_feed(body, content_type) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.rss", True), ("b.ATOM", True), ("c.rdf", True), ("e.html", False), ("notes.txt", False)],
)
def test_names_of_feeds(name: str, expected: bool) -> None:
    assert is_feed_name(PurePath("dir") / name) is expected


def test_looking_loads_no_parser() -> None:
    code = (
        "import sys; from newstui.sources.feeds import looks_like_feed; looks_like_feed(b'<rss>'); print(*sys.modules)"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"feedparser", "lxml", "lxml.etree"} & set(loaded)


@pytest.mark.parametrize(
    ("feed", "seconds"),
    [
        ({}, None),
        ({"ttl": "60"}, 3600),
        ({"ttl": "-5"}, None),
        ({"ttl": "soon"}, None),
        ({"sy_updateperiod": "hourly"}, 3600),
        ({"sy_updateperiod": "Daily", "sy_updatefrequency": "4"}, 21600),
        ({"sy_updateperiod": "daily", "ttl": "60"}, 86400),
        ({"sy_updateperiod": "whenever"}, None),
    ],
)
def test_intervals(feed: dict[str, str], seconds: int | None) -> None:
    assert find_interval(feed) == seconds


@pytest.mark.parametrize(
    ("body", "hours", "days"),
    [
        (b"<hour>9</hour><day>Monday</day>", set(), set()),
        (b"<skipHours><hour>1</hour><hour> 24</hour></skipHours><hour>9</hour>", {0, 1}, set()),
        (b"<skiphours><hour>x</hour><hour>99</hour></skiphours>", set(), set()),
        (b"<skipDays><day>Saturday</day>\n<day> sunday </day><day>Someday</day></skipDays>", set(), {5, 6}),
        (b"<skipDays><day>Monday</day></skipDays> <skipHours><hour>2</hour></skipHours>", {2}, {0}),
        (b"<skipHours>" + b"".join(b"<hour>%d</hour>" % n for n in range(24)) + b"</skipHours>", set(), set()),
    ],
)
def test_rest(body: bytes, hours: set[int], days: set[int]) -> None:
    assert find_rest(body) == RestTimes(frozenset(hours), frozenset(days))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-01-06T09:30:00+01:00", datetime(2026, 1, 6, 8, 30, tzinfo=UTC)),
        ("2026-01-06", datetime(2026, 1, 6, tzinfo=UTC)),
        ("Tue, 06 Jan 2026 09:30:00 GMT", datetime(2026, 1, 6, 9, 30, tzinfo=UTC)),
        ("0001-01-01T00:00:00+14:00", None),
        ("soon", None),
        ("", None),
    ],
)
def test_dates(text: str, expected: datetime | None) -> None:
    assert read_date(text) == expected


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("3723", 3723),
        ("1:02:03", 3723),
        ("62:03", 3723),
        (61.5, 61),
        ("1:2:3:4", None),
        ("long", None),
        (None, None),
        ("0", None),
    ],
)
def test_durations(value: object, seconds: int | None) -> None:
    assert read_duration(value) == seconds


@pytest.mark.parametrize(
    ("value", "number"), [("12", 12), (12, 12), ("0", None), ("-1", None), ("x", None), (None, None)]
)
def test_numbers(value: object, number: int | None) -> None:
    assert read_number(value) == number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("short", "short"),
        ("one two three", "one two…"),
        ("one, two three", "one, two…"),
        ("abcdefghijklmnop", "abcdefghij…"),
    ],
)
def test_shortening_keeps_words_whole(text: str, expected: str) -> None:
    assert shorten(text, 11) == expected


@pytest.mark.parametrize(
    ("summary", "expected"),
    [
        ("The beginning of", None),
        ("the  Beginning […]", None),
        ("The beginning of it all Weiterlesen auf der Seite", None),
        ("The beginning of it all. Der Beitrag X erschien zuerst auf Y.", None),
        ("Something else", "Something else"),
        ("Something else [...]", "Something else"),
        ("Read more", "Read more"),
        ("", None),
    ],
)
def test_a_summary_that_the_text_begins_with_is_none(summary: str, expected: str | None) -> None:
    document = Document((Block(BlockKind.PARAGRAPH, "The beginning"), Block(BlockKind.PARAGRAPH, "of it all.")))
    assert choose_summary(summary, document, 1_000) == expected
