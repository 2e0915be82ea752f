"""The short way through a feed answers what feedparser answers, or it declines."""

from __future__ import annotations

from html import escape
from unittest.mock import patch

from hypothesis import event, given, settings
from hypothesis import strategies as st

from newstui.model import ParsedFeed
from newstui.sources.feeds import parse_feed, xmlfeed
from newstui.sources.feeds.limits import DEFAULT_LIMITS
from newstui.sources.feeds.strict import read_strictly

NAMESPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/" '
    'xmlns:x="urn:unknown" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" '
)
words = st.sampled_from(
    (
        "",
        "plain words",
        "  spaces\n around ",
        "AT&T &amp; co",
        "5 < 6 &hellip; &#8217;",
        "&nosuch; thing",
        "<p>One <b>two</b></p><p><a href='x?a=1&amp;b=2'>three</a></p>",
        "café „naïve“ \x85\u00a0",
        "cafÃ©",
        "<script>x</script> y",
        "a\n\nb",
        "]]",
        "é",
    )
)
addresses = st.sampled_from(
    (
        "https://a.example/1",
        "/2?x=1&y=2;",
        "3",
        "http:///four",
        "https://a.example/?",
        "javascript:x",
        "",
        "urn:x:5",
        "//b.example/é",
    )
)
dates = st.sampled_from(
    (
        "Tue, 06 Jan 2026 09:30:00 GMT",
        "6 Jan 2026 09:30:00 -0530",
        "2026-01-06T09:30:00Z",
        "2026-01-06T09:30:00.123+02:00",
        "2026-02-31T09:30:00Z",
        "yesterday",
        "",
    )
)
people = st.sampled_from(("Ann Lee", "me@x.example (Ann Lee)", "Ann &amp; Bo", "", "a@b.com"))
around = st.sampled_from(
    ("", "", "", "xml:lang='de'", "xml:lang=''", "xml:base='https://c.example/d/'", "xml:base='e/'", "lang='fr'")
)


def element(name: str, content: st.SearchStrategy[str], attributes: str = "") -> st.SearchStrategy[str]:
    written = st.one_of(
        content.map(lambda text: escape(text, quote=False)),
        content.map(lambda text: f"<![CDATA[{text}]]>"),
        content.map(lambda text: f"{escape(text, quote=False)}<!-- c -->"),
    )
    return st.builds(lambda text, extra: f"<{name} {attributes} {extra}>{text}</{name}>", written, around)


def linked(template: str) -> st.SearchStrategy[str]:
    return addresses.map(lambda address: template.format(escape(address)))


rss_fields = st.one_of(
    element("title", words),
    element("description", words),
    element("content:encoded", words),
    element("link", addresses),
    element("guid", addresses),
    element("guid", addresses, "isPermaLink='false'"),
    element("pubDate", dates),
    element("dc:date", dates),
    element("author", people),
    element("dc:creator", people),
    element("category", words),
    element("dc:language", st.sampled_from(("de", "xx-", "pt_br"))),
    element("slash:comments", st.just("3")),
    element("x:title", words),
    linked("<enclosure url='{}' type='Audio/MPEG' length='12'/>"),
    linked("<media:content url='{}' type='image/png'/>"),
    linked("<media:thumbnail url='{}'/>"),
    linked("<atom:link xmlns:atom='http://www.w3.org/2005/Atom' href='{}'/>"),
)
rss_channel = st.one_of(
    element("title", words),
    element("link", addresses),
    element("description", words),
    element("language", st.sampled_from(("en", "nl_be", ""))),
    element("ttl", st.sampled_from(("60", "x"))),
    element("sy:updatePeriod", st.just("daily")),
    element("sy:updateFrequency", st.just("2")),
    st.just("<image><title>no</title><link>https://no.example/</link></image>"),
    linked("<atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='self' href='{}'/>"),
)
atom_fields = st.one_of(
    element("title", words),
    element("title", words, "type='html'"),
    element("summary", words),
    element("summary", words, "type='html'"),
    element("content", words, "type='html'"),
    element("content", words, "type='text'"),
    element("id", addresses),
    element("published", dates),
    element("updated", dates),
    element("author", st.just("")),
    people.map(lambda name: f"<author><name>{escape(name, quote=False)}</name><email>a@b.com</email></author>"),
    people.map(lambda name: f"<author>\n<name>{escape(name, quote=False)}</name>\n</author>"),
    words.map(lambda term: f"<category term='{escape(term)}'/>"),
    linked("<link href='{}'/>"),
    linked("<link rel='alternate' type='text/html' hreflang='fr' href='{}'/>"),
    linked("<link rel='enclosure' type='audio/mpeg' length='5' href='{}'/>"),
    linked("<link rel='alternate' type='application/json' href='{}'/>"),
)
atom_feed = st.one_of(
    element("title", words),
    element("subtitle", words),
    element("id", addresses),
    element("updated", dates),
    people.map(lambda name: f"<author><name>{escape(name, quote=False)}</name></author>"),
    linked("<link href='{}'/>"),
    linked("<link rel='self' href='{}'/>"),
)


def listed(fields: st.SearchStrategy[str], longest: int) -> st.SearchStrategy[str]:
    return st.lists(fields, max_size=longest, unique_by=lambda text: text.split()[0]).map("\n".join)


@st.composite
def feeds(draw: st.DrawFn) -> str:
    extra = draw(around)
    if draw(st.booleans()):
        items = "".join(f"<item>{fields}</item>" for fields in draw(st.lists(listed(rss_fields, 8), max_size=3)))
        return f'<rss version="2.0" {NAMESPACES} {extra}><channel>{draw(listed(rss_channel, 4))}{items}</channel></rss>'
    entries = "".join(f"<entry>{fields}</entry>" for fields in draw(st.lists(listed(atom_fields, 8), max_size=3)))
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom" {NAMESPACES} {extra}>{draw(listed(atom_feed, 3))}{entries}</feed>'
    )


def parse_the_long_way(body: bytes, url: str | None) -> ParsedFeed:
    with patch.object(xmlfeed, "read_strictly", return_value=None):
        return parse_feed(body, url=url)


@settings(deadline=None)
@given(feeds(), st.sampled_from((None, "https://news.example/feeds/all.xml")))
def test_the_short_way_agrees_or_declines(feed: str, url: str | None) -> None:
    body = feed.encode()
    if read_strictly(body, url, None, DEFAULT_LIMITS) is None:
        event("declined")
    else:
        event("read")
        assert parse_feed(body, url=url) == parse_the_long_way(body, url)


def test_the_short_way_is_taken() -> None:
    item = "<title>t</title><link>https://a.example/1</link><description>d</description><pubDate>Tue, 06 Jan 2026 09:30:00 GMT</pubDate>"
    body = f"<rss version='2.0'><channel><title>T</title><item>{item}</item></channel></rss>".encode()
    with patch.object(xmlfeed, "_run_feedparser", side_effect=AssertionError):
        assert parse_feed(body).articles[0].title == "t"
