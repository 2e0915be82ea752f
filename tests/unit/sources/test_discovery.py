import pytest

from newstui.model import FeedCandidate, FeedOrigin
from newstui.sources.discovery import (
    find_declared_feeds,
    find_linked_feeds,
    find_main_feed,
    is_of_comments,
    list_usual_addresses,
    merge_formats,
)

URL = "https://paper.example/news/"


def declared(head: str, **about: str) -> list[tuple[str, str | None, str | None, str | None]]:
    page = f"<html><head>{head}</head><body><p>Text</p></body></html>".encode()
    found = find_declared_feeds(page, url=URL, **about)
    return [(each.url, each.title, each.kind, each.language) for each in found]


@pytest.mark.parametrize(
    ("link", "found"),
    [
        (
            '<link rel="alternate" type="application/rss+xml" title=" The\nPaper " href="/rss">',
            [("https://paper.example/rss", "The Paper", "rss", None)],
        ),
        (
            "<LINK REL='Alternate Home' TYPE='Application/Atom+XML; charset=utf-8' HREF=atom.xml hreflang=de_AT>",
            [("https://paper.example/news/atom.xml", None, "atom", "de-AT")],
        ),
        ('<link rel="feed" href="x" title="X">', [("https://paper.example/news/x", "X", None, None)]),
        (
            '<link rel=alternate type=application/feed+json href="feed.json#top">',
            [("https://paper.example/news/feed.json", None, "json", None)],
        ),
        ("<link rel=alternate type=text/xml href=/all.rss>", [("https://paper.example/all.rss", None, "rss", None)]),
        ("<link rel=alternate type=text/xml href=/sitemap>", []),
        ('<link rel=alternate type="application/json+oembed" href="/oembed?url=feed">', []),
        ('<link rel=alternate type="application/json" href="/wp-json/wp/v2/feed/1">', []),
        ('<link rel=alternate hreflang=de href="/de/">', []),
        ('<link rel=alternate type=text/html href="/feed/">', []),
        ('<link rel=stylesheet type="application/rss+xml" href="/rss">', []),
        ('<link rel=alternate type="application/rss+xml" href="javascript:alert(1)">', []),
        ('<link rel=alternate type="application/rss+xml" href="feed://paper.example/rss">', [("http://paper.example/rss", None, "rss", None)]),
        ('<base href="https://cdn.example/a/"><link rel=alternate type="application/rss+xml" href=r>', [("https://cdn.example/a/r", None, None, None)]),
        (
            '<link rel=alternate type="application/rss+xml" href=/rss><link rel=alternate type="application/rss+xml" href=/rss title=T>',
            [("https://paper.example/rss", "T", "rss", None)],
        ),
        ('<link rel=alternate type="application/rss+xml" title="\x1b[31mred" href=/rss>', [("https://paper.example/rss", "red", "rss", None)]),
    ],
)  # fmt: skip
def test_what_a_head_declares(link: str, found: list[tuple[str, str | None, str | None, str | None]]) -> None:
    expected = [(url, title, "rss" if "rss+xml" in link else kind, tag) for url, title, kind, tag in found]
    assert declared(link) == expected


def test_feeds_in_a_header() -> None:
    header = (
        '<https://paper.example/>; rel=canonical, </feed>; rel="alternate"; type="application/atom+xml"; title="All"'
    )
    assert declared("", link_header=header) == [("https://paper.example/feed", "All", "atom", None)]


@pytest.mark.parametrize(
    ("page", "head"),
    [
        ("@ann", '<link rel="canonical" href="https://www.youtube.com/channel/UCabc">'),
        ("@ann", '<meta property="og:url" content="https://www.youtube.com/channel/UCabc">'),
        ("watch?v=1", '<link rel="canonical" href="/watch?v=1"><meta itemprop="channelId" content="UCabc">'),
    ],
)
def test_a_page_without_feeds_may_say_that_it_belongs_to_a_well_known_site(page: str, head: str) -> None:
    (feed,) = find_declared_feeds(f"<html><head>{head}</head></html>".encode(), url=f"https://www.youtube.com/{page}")
    assert feed.url == "https://www.youtube.com/feeds/videos.xml?channel_id=UCabc"
    assert feed.origin is FeedOrigin.KNOWN


@pytest.mark.parametrize(
    ("body", "urls"),
    [
        ("<a href='/service/rss.html'>Our feeds</a>", ["https://paper.example/service/rss.html"]),
        (
            "<a href='/x'>RSS</a><a href='/all.rss'>All</a>",
            ["https://paper.example/all.rss", "https://paper.example/x"],
        ),
        ("<a href='/x'><img alt='RSS'></a>", ["https://paper.example/x"]),
        ("<a href='/feedback'>Feedback</a><a href='/press'>Press</a>", []),
        ("<a href='https://feedly.com/i/subscription/feed/x'>RSS</a>", []),
        ("<a href='mailto:rss@paper.example'>RSS</a>", []),
        ("<a href='/news/'>Newsfeed</a>", []),
        (
            '<script type="application/ld+json">{"@type": "DataFeed", "name": "N", "url": "/feeds/n.xml"}</script>',
            ["https://paper.example/feeds/n.xml"],
        ),
    ],
)
def test_links_that_seem_to_lead_to_feeds(body: str, urls: list[str]) -> None:
    found = find_linked_feeds(f"<html><body>{body}</body></html>".encode(), url=URL)
    assert [each.url for each in found] == urls


def test_usual_places_are_few_and_those_beside_the_page_come_first() -> None:
    places = list_usual_addresses("https://paper.example/blog")
    assert places[0] == "https://paper.example/blog/feed"
    assert "https://paper.example/feed" in places
    assert len(places) == len(set(places)) <= 14
    assert list_usual_addresses("https://paper.example")[0] == "https://paper.example/feed"
    assert len(list_usual_addresses("https://paper.example/?q=1")) == 8


def feed(url: str, title: str | None = None, kind: str | None = None, language: str | None = None) -> FeedCandidate:
    return FeedCandidate(url=f"https://paper.example{url}", title=title, kind=kind, language=language)


@pytest.mark.parametrize(
    ("candidates", "kept"),
    [
        ([feed("/rss.xml", "RSS", "rss"), feed("/atom.xml", "Atom", "atom")], ["/atom.xml"]),
        ([feed("/feed/", "Paper » Feed", "rss"), feed("/feed/atom/", "Paper » Atom Feed", "atom")], ["/feed/atom/"]),
        ([feed("/?feed=rss2", None, "rss"), feed("/?feed=atom", None, "atom")], ["/?feed=atom"]),
        ([feed("/feed.json", "P", "json"), feed("/feed.xml", "P", "rss")], ["/feed.json"]),
        ([feed("/news.rss", None, "rss"), feed("/sport.atom", None, "atom")], ["/news.rss", "/sport.atom"]),
        ([feed("/a", "News", "rss"), feed("/b", "Sport", "atom")], ["/a", "/b"]),
        ([feed("/a", "News", "rss", "de"), feed("/b", "News", "atom", "fr")], ["/a", "/b"]),
        ([feed("/a", "News", "rss"), feed("/b", "News", "rss")], ["/a", "/b"]),
        ([feed("/feed", "P", "rss"), feed("/comments/feed", "P", "atom")], ["/feed", "/comments/feed"]),
    ],
)
def test_one_feed_in_several_formats(candidates: list[FeedCandidate], kept: list[str]) -> None:
    assert [each.url.removeprefix("https://paper.example") for each in merge_formats(candidates)] == kept


@pytest.mark.parametrize(
    ("candidates", "main"),
    [
        ([feed("/feed")], "/feed"),
        ([feed("/feed", "Paper » Feed"), feed("/comments/feed/", "Paper » Comments Feed")], "/feed"),
        ([feed("/feed", "Blatt"), feed("/k", "Blatt » Kommentar-Feed")], "/feed"),
        ([feed("/feed", "Foglio"), feed("/x/feed", "Foglio » Commenti a “Storia”")], "/feed"),
        ([feed("/feed"), feed("/x/feed", "「話」のコメントのフィード")], "/feed"),
        ([feed("/comments/feed/")], "/comments/feed/"),
        ([feed("/news"), feed("/sport")], None),
        ([], None),
    ],
)
def test_the_feed_that_is_meant(candidates: list[FeedCandidate], main: str | None) -> None:
    found = find_main_feed(candidates)
    assert (found and found.url) == (main and f"https://paper.example{main}")


def test_a_host_that_is_named_for_comments_is_not_its_feeds() -> None:
    assert not is_of_comments(FeedCandidate(url="https://comment.example/feed"))
