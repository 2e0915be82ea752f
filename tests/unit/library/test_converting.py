from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from newstui.library.converting import ConversionJob, Converted, convert, convert_all
from newstui.model import KnownArticle, NewsboatArticle
from newstui.refresh.decide import decide, list_arrivals
from newstui.sources.feeds import parse_feed

URL = "https://paper.example/feeds/all"
NOW = datetime(2026, 1, 6, 12, tzinfo=UTC)


def kept(guid: str, url: str = "", **about: Any) -> NewsboatArticle:
    values: dict[str, Any] = {
        "guid": guid,
        "title": f"Title {guid}",
        "author": "",
        "url": url,
        "base": "",
        "content": "The text of the article, and all that is in it.",
        "mime_type": "",
        "enclosure_url": "",
        "enclosure_type": "",
        "published": datetime(2026, 1, 5, 9, tzinfo=UTC),
        "unread": True,
        "flags": "",
        "deleted": False,
    }
    return NewsboatArticle(**(values | about))


def job(*articles: NewsboatArticle, key: str = "k") -> ConversionJob:
    return ConversionJob(key=key, url=URL, title="Paper", language="en", kept=articles, now=NOW)


def keys_of(item: str) -> set[str]:
    """What a refresh would know an entry by."""
    feed = parse_feed(f"<rss version='2.0'><channel>{item}</channel></rss>".encode(), url=URL)
    (arrival,) = list_arrivals(feed.articles, (URL,), NOW)
    return set(arrival.keys)


DATE = "Mon, 05 Jan 2026 09:00:00 GMT"
ENTRIES = {
    # what newsboat makes of an entry: its guid and its address
    "<item><title>Title g</title><guid isPermaLink='false'>g</guid></item>": ("g", ""),
    "<item><title>Title g</title><guid>g</guid></item>": ("g", ""),
    "<item><title>T</title><guid>urn:uuid:6ba7b810-9dad-11d1-80b4-00c04fd430c8</guid></item>": (
        "urn:uuid:6ba7b810-9dad-11d1-80b4-00c04fd430c8",
        "",
    ),
    "<item><title>T</title><link>https://paper.example/1</link></item>": (
        "https://paper.example/1",
        "https://paper.example/1",
    ),
    f"<item><title>T</title><link>https://paper.example/1</link><pubDate>{DATE}</pubDate></item>": (
        f"https://paper.example/1{DATE}",
        "https://paper.example/1",
    ),
    "<item><title>T</title><link>https://paper.example/1?utm_source=x</link><guid>77</guid></item>": (
        "77",
        "https://paper.example/1?utm_source=x",
    ),
}


@pytest.mark.parametrize(("item", "made"), ENTRIES.items())
def test_a_refresh_knows_the_article_again(item: str, made: tuple[str, str]) -> None:
    (arrival,) = convert(job(kept(*made))).arrivals
    assert keys_of(item) & set(arrival.keys)


def test_what_newsboat_did_not_keep_is_no_news_to_the_first_refresh() -> None:
    (kept_here,) = convert(
        job(kept("https://paper.example/1", "https://paper.example/1", content="All of it."))
    ).arrivals
    item = """<item><title>Title https://paper.example/1</title><link>https://paper.example/1</link>
        <description>A summary.</description><content:encoded>All of it.</content:encoded><author>Ann Lee</author>
        <enclosure url="https://paper.example/1.mp3" type="audio/mpeg" length="7"/></item>"""
    body = f"""<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
        <title>T</title><language>en</language>{item}</channel></rss>"""
    (arrival,) = list_arrivals(parse_feed(body.encode(), url=URL).articles, (URL,), NOW)
    known = KnownArticle(kept_here.id, kept_here.content_hash)
    decision = decide([arrival], dict.fromkeys(kept_here.keys, known), "s")
    assert [each.article.summary for each in decision.arrivals] == ["A summary."]
    assert (decision.new, decision.updated) == (0, 0)


def test_an_entry_with_nothing_but_a_title_and_a_date() -> None:
    (arrival,) = convert(job(kept("T", title="T"))).arrivals
    assert keys_of(f"<item><title>T</title><pubDate>{DATE}</pubDate></item>") & set(arrival.keys)


def states(converted: Converted) -> list[tuple[str, bool, bool]]:
    return [
        (each.article.title, each.id in converted.read, each.id in converted.starred) for each in converted.arrivals
    ]


def test_states_follow_their_articles() -> None:
    done = convert(job(kept("1"), kept("2", unread=False), kept("3", flags="b"), kept("4", unread=False, flags="x")))
    assert states(done) == [
        ("Title 1", False, False),
        ("Title 2", True, False),
        ("Title 3", False, True),
        ("Title 4", True, True),
    ]
    assert done.deleted == ()


def test_two_entries_of_one_article_are_read_when_both_are() -> None:
    address = "https://paper.example/1"
    for second, read in ((True, False), (False, True)):
        entries = [kept(f"{address}{DATE}", address, unread=False), kept(address, address, unread=second, flags="a")]
        (state,) = states(convert(job(*entries)))
        assert state[1:] == (read, True)


def test_deleted_articles_are_told_by_what_they_would_be_known_by() -> None:
    done = convert(job(kept("1"), kept("2", deleted=True)))
    assert [each.article.title for each in done.arrivals] == ["Title 1"]
    (keys,) = done.deleted
    for attributes in ("", " isPermaLink='false'"):
        assert keys_of(f"<item><title>Title 2</title><guid{attributes}>2</guid></item>") & set(keys)


def test_what_is_here_under_another_entry_is_not_deleted() -> None:
    address = "https://paper.example/1"
    done = convert(job(kept("1", address), kept("2", address, title="Title 1", deleted=True)))
    assert (len(done.arrivals), done.deleted) == (1, ())


def test_processes_give_the_same_in_the_same_order() -> None:
    jobs = [job(*(kept(f"{number}.{each}") for each in range(3)), key=str(number)) for number in range(12)]
    here = list(convert_all(jobs, 36))
    assert [each.key for each in here] == [str(number) for number in range(12)]
    assert list(convert_all(iter(jobs), 1_000_000)) == here
