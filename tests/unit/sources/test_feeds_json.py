"""JSON Feed to articles."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from newstui.errors import SourceError
from newstui.model import Enclosure, ParsedArticle
from newstui.sources.feeds import FeedLimits, parse_feed


def feed(*items: Any, **fields: Any) -> bytes:
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": items, **fields}).encode()


def only(**item: Any) -> ParsedArticle:
    (article,) = parse_feed(feed(item), url="https://x.example/feed.json").articles
    return article


def test_a_whole_item() -> None:
    article = only(
        id="1",
        url="https://x.example/1",
        title="A &amp; B",
        content_html="<p>Text <a href='/l'>link</a></p>",
        summary="Short",
        image="/i.jpg",
        date_published="2026-01-06T09:30:00+02:00",
        date_modified="2026-01-07T09:30:00Z",
        authors=[{"name": "Ann Lee"}, {"url": "https://nobody.example"}],
        tags=["one", "two", 3],
        language="de_de",
        attachments=[{"url": "/a.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 10, "duration_in_seconds": 61.5}, 7],
    )
    assert (article.guid, article.url, article.title) == ("1", "https://x.example/1", "A & B")
    assert (article.document.plain_text(), article.summary) == ("Text link", "Short")
    assert [link.url for link in article.document.links] == ["https://x.example/l"]
    assert article.published == datetime(2026, 1, 6, 7, 30, tzinfo=UTC)
    assert article.updated == datetime(2026, 1, 7, 9, 30, tzinfo=UTC)
    assert (article.authors, article.categories, article.language) == (("Ann Lee",), ("one", "two", "3"), "de-DE")
    assert article.enclosures == (Enclosure("https://x.example/a.mp3", "audio/mpeg", 10, 61),)
    assert article.image == "https://x.example/i.jpg"


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ({"content_text": "a <b> & c\n\nd"}, "a <b> & c\n\nd"),
        ({"content_html": "<i>a</i>", "content_text": "b"}, "a"),
        ({"content_html": 5}, "5"),
        ({"content_html": None, "title": "t"}, ""),
    ],
)
def test_texts(item: dict[str, Any], text: str) -> None:
    assert only(**item).document.plain_text() == text


def test_what_is_missing_is_made_up_for() -> None:
    assert only(content_text="Only a note.").title == "Only a note."
    assert only(id=12, title="t").guid == "12"
    assert only(id="https://x.example/9", title="t").url == "https://x.example/9"
    assert only(external_url="https://y.example/", title="t").url == "https://y.example/"
    assert only(title="t").published is None


def test_the_feeds_own_facts() -> None:
    parsed = parse_feed(feed({"title": "t"}, home_page_url="https://x.example/", language="nl", author={"name": "Bo"}))
    assert (parsed.title, parsed.site, parsed.language) == ("T", "https://x.example/", "nl")
    assert (parsed.articles[0].authors, parsed.articles[0].language) == (("Bo",), "nl")


def test_items_that_are_none_are_left_out() -> None:
    assert [a.title for a in parse_feed(feed("x", None, {}, {"title": "t"})).articles] == ["t"]


@pytest.mark.parametrize(
    ("first", "last", "kept"), [("2026-01-09", "2026-01-01", "9"), ("2026-01-01", "2026-01-09", "1")]
)
def test_the_newest_are_kept(first: str, last: str, kept: str) -> None:
    items = [{"title": "9", "date_published": first}, {"title": "5"}, {"title": "1", "date_published": last}]
    assert [a.title for a in parse_feed(feed(*items), limits=FeedLimits(entries=1)).articles] == [kept]


def test_raw_line_breaks_in_a_string_are_forgiven() -> None:
    assert parse_feed(b'{"items": [{"title": "a\nb"}]}').articles[0].title == "a b"


def test_nothing_acts_on_a_terminal() -> None:
    article = only(title="a\x1b[31mb\u202ec", content_text="d\x9b2Je", authors=[{"name": "f\x07"}], tags=["\ud800g"])
    assert (article.title, article.document.plain_text(), article.authors, article.categories) == (
        "abc",
        "de",
        ("f",),
        ("g",),
    )


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b'{"version": "x",\n "items": [}', r"not JSON: .* \(line 2, column 12\)"),
        (b'{"no": "items"}', "no JSON Feed"),
        (b'{"items": ' + b"[" * 100_000, "cannot be read"),
        (b'{"items": [], "n": ' + b"1" * 10_000 + b"}", "too large"),
    ],
)
def test_what_is_no_feed_says_why(body: bytes, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        parse_feed(body, name="X")
