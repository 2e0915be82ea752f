"""RSS, Atom, RDF and CDF to articles."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newstui.errors import SourceError
from newstui.model import Edition, Enclosure, LanguageOrigin, ParsedArticle, Reason
from newstui.sources.feeds import FeedLimits, parse_feed

URL = "https://news.example/dir/feed.xml"
NAMESPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:media="http://search.yahoo.com/mrss/"'
)


def rss(item: str, channel: str = "<title>T</title>") -> bytes:
    return f'<rss version="2.0" {NAMESPACES}><channel>{channel}<item>{item}</item></channel></rss>'.encode()


def atom(entry: str, feed: str = "<title>T</title>", attributes: str = "") -> bytes:
    return f'<feed xmlns="http://www.w3.org/2005/Atom" {attributes}>{feed}<entry>{entry}</entry></feed>'.encode()


def only(body: bytes, url: str | None = URL) -> ParsedArticle:
    (article,) = parse_feed(body, url=url).articles
    return article


def text(article: ParsedArticle) -> str:
    return article.document.plain_text()


def test_a_feed_says_who_it_is() -> None:
    feed = parse_feed(
        rss(
            "<title>x</title>",
            "<title>A &amp;amp; B</title><link>/home</link><language>pt_br</language><ttl>90</ttl>",
        ),
        url=URL,
    )
    assert (feed.title, feed.site, feed.language, feed.interval) == (
        "A & B",
        "https://news.example/home",
        "pt-BR",
        5400,
    )


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (rss("<title>A &amp;amp; B</title>"), "A & B"),
        (rss("<title>5 &lt; 6 &amp; 7</title>"), "5 < 6 & 7"),
        (rss("<title>&lt;b&gt;bold&lt;/b&gt; words</title>"), "bold words"),
        (rss("<title>How &lt;script&gt; works</title>"), "How <script> works"),
        (rss("<title><![CDATA[An &eacute;t&eacute;]]></title>"), "An été"),
        (rss("<title>two\n lines</title>"), "two lines"),
        (rss("<title>[bold]x[/nope]</title>"), "[bold]x[/nope]"),
        (atom("<title>AT&amp;amp;T</title>"), "AT&amp;T"),
        (atom("<title type='html'>AT&amp;amp;T</title>"), "AT&T"),
        (atom("<title type='html'>a &amp;lt;b&amp;gt;</title>"), "a <b>"),
        (
            atom("<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>a <em>b</em> &lt;c></div></title>"),
            "a b <c>",
        ),
        (rss("<title>bad &nbsp;&#27;[31mred&#x202e; &hellip;</title>"), "bad \xa0red …"),
    ],
)
def test_titles_are_plain_whatever_their_type(body: bytes, title: str) -> None:
    assert only(body).title == title


@pytest.mark.parametrize(
    ("item", "title"),
    [
        (f"<description>{'word ' * 30}</description>", "word " * 15 + "word…"),
        ("<description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</description>", "One."),
        ("<enclosure url='https://x.example/a/My%20talk.mp3'/>", "My talk.mp3"),
        ("<link>https://x.example/1</link>", "https://x.example/1"),
        ("<guid isPermaLink='false'>tag:1</guid>", "tag:1"),
        ("<pubDate>Tue, 06 Jan 2026 09:30:00 GMT</pubDate>", "T"),
    ],
)
def test_an_entry_without_a_title_gets_one(item: str, title: str) -> None:
    assert only(rss(item)).title == title


@pytest.mark.parametrize("other", ["", "<itunes:author xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'/>"])
def test_a_guid_that_is_no_address_is_made_none(other: str) -> None:
    article = only(rss(f"<title>t</title><guid>77</guid>{other}"))
    assert (article.guid, article.url) == ("77", None)


def test_an_entry_with_nothing_in_it_is_no_article() -> None:
    assert parse_feed(rss("")).articles == ()


@pytest.mark.parametrize(
    ("item", "body", "summary"),
    [
        ("<description>all of it</description>", "all of it", None),
        (
            "<description>Teaser.</description><content:encoded>&lt;p&gt;Long text.</content:encoded>",
            "Long text.",
            "Teaser.",
        ),
        (
            "<description>Long te…</description><content:encoded>&lt;p&gt;Long text.</content:encoded>",
            "Long text.",
            None,
        ),
        (
            """<description>Long text. The post &lt;a href='x'&gt;X&lt;/a&gt; appeared first on Y.</description>
            <content:encoded>&lt;p&gt;Long text. And more.</content:encoded>""",
            "Long text. And more.",
            None,
        ),
        (
            """<description>&lt;p&gt;One &lt;b&gt;two&lt;/b&gt;&lt;/p&gt; three</description>
            <content:encoded>Something else entirely</content:encoded>""",
            "Something else entirely",
            "One two three",
        ),
        ("<itunes:subtitle>About it</itunes:subtitle>", "About it", None),
    ],
)
def test_the_longest_text_is_the_body_and_the_summary_says_something_else(
    item: str, body: str, summary: str | None
) -> None:
    article = only(rss(f"<title>x</title>{item}"))
    assert (text(article), article.summary) == (body, summary)


def test_a_description_far_longer_than_the_content_is_the_body() -> None:
    article = only(
        rss(f"<title>x</title><content:encoded>Short.</content:encoded><description>{'long ' * 90}</description>")
    )
    assert (text(article), article.summary) == (("long " * 90).strip(), "Short.")


def test_a_heading_that_repeats_the_title_is_not_in_the_body() -> None:
    assert text(only(rss("<title>The Title</title><description>&lt;h1&gt;The title&lt;/h1&gt;x</description>"))) == "x"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<content type='text'>1 &lt; 2 &lt;b>x\n\ny</content>", "1 < 2 <b>x\n\ny"),
        ("<content type='html'>&lt;p>a&lt;p>b</content>", "a\n\nb"),
        ("<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>a</p><p>b</p></div></content>", "a\n\nb"),
        ("<content type='image/png'>aGVsbG8=</content><summary>s</summary>", "s"),
    ],
)
def test_atom_content_by_type(content: str, expected: str) -> None:
    assert text(only(atom(f"<title>x</title>{content}"))) == expected


@pytest.mark.parametrize(
    ("item", "authors"),
    [
        ("<author>me@x.example (Ann Lee)</author>", ("Ann Lee",)),
        ("<author>Ann Lee &lt;me@x.example&gt;</author>", ("Ann Lee",)),
        ("<author>me@x.example</author>", ("me@x.example",)),
        ("<dc:creator>Ann Lee</dc:creator><dc:creator>Bo Ek</dc:creator>", ("Ann Lee", "Bo Ek")),
        ("<dc:creator>Ann Lee, Bo Ek and Cy Fox</dc:creator>", ("Ann Lee", "Bo Ek", "Cy Fox")),
        ("<dc:creator>Lee, Ann</dc:creator>", ("Lee, Ann",)),
        ("<dc:creator>Lee, A., Ek, B. C.</dc:creator>", ("Lee, A.", "Ek, B. C.")),
        ("<dc:creator>Dow &amp;amp; Company</dc:creator>", ("Dow & Company",)),
        ("<dc:creator>Ann Lee; Ek</dc:creator>", ("Ann Lee", "Ek")),
        ("<itunes:author>Ann Lee</itunes:author>", ("Ann Lee",)),
    ],
)
def test_authors(item: str, authors: tuple[str, ...]) -> None:
    assert only(rss(f"<title>x</title>{item}")).authors == authors


def test_an_atom_feeds_author_counts_for_entries_without_one() -> None:
    feed = "<title>T</title><author><name>Ann Lee</name></author>"
    assert only(atom("<title>x</title>", feed)).authors == ("Ann Lee",)
    assert only(atom("<title>x</title><author><name>Bo</name></author>", feed)).authors == ("Bo",)
    assert only(atom("<title>x</title><contributor><name>Bo</name></contributor>")).authors == ()


@pytest.mark.parametrize(
    ("body", "published", "updated"),
    [
        (rss("<pubDate>Tue, 06 Jan 2026 09:30:00 +0200</pubDate>"), "2026-01-06T07:30", None),
        (rss("<dc:date>2026-01-06T09:30:00-05:00</dc:date>"), "2026-01-06T14:30", "2026-01-06T14:30"),
        (
            atom("<published>2026-01-06T09:30:00Z</published><updated>2026-01-07T09:30:00Z</updated>"),
            "2026-01-06T09:30",
            "2026-01-07T09:30",
        ),
        (atom("<updated>2026-01-07T09:30:00Z</updated>"), "2026-01-07T09:30", "2026-01-07T09:30"),
        (rss("<title>x</title><pubDate>yesterday</pubDate>"), None, None),
    ],
)
def test_dates_are_aware_and_in_utc(body: bytes, published: str | None, updated: str | None) -> None:
    article = only(body)
    for date, expected in ((article.published, published), (article.updated, updated)):
        assert date == (datetime.fromisoformat(expected).replace(tzinfo=UTC) if expected else None)


@pytest.mark.parametrize(
    ("body", "language"),
    [
        (rss("<title>x</title><dc:language>DE_at</dc:language>", "<language>en</language>"), "de-AT"),
        (rss("<title>x</title>", "<language>en-us</language>"), "en-US"),
        (atom("<title xml:lang='fr'>x</title>", attributes="xml:lang='en'"), "fr"),
        (atom("<title>x</title><content xml:lang='nl'>y</content>", attributes="xml:lang='en'"), "nl"),
        (atom("<title>x</title>", attributes="xml:lang='zh-hant-tw'"), "zh-Hant-TW"),
        (rss("<title>x</title>", "<language>English, please</language>"), None),
    ],
)
def test_the_entrys_language_comes_before_the_feeds(body: bytes, language: str | None) -> None:
    article = only(body)
    assert article.language == language
    assert article.language_origin is (LanguageOrigin.DECLARED if language else None)


@pytest.mark.parametrize(
    ("body", "link"),
    [
        (rss("<link>https://x.example/1?a=1&amp;b=2</link>"), "https://x.example/1?a=1&b=2"),
        (rss("<link>/1</link>"), "https://news.example/1"),
        (rss("<guid>https://x.example/1</guid>"), "https://x.example/1"),
        (rss("<title>x</title><guid isPermaLink='false'>https://x.example/1</guid>"), None),
        (rss("<title>x</title><link>javascript:alert(1)</link>"), None),
        (atom("<link href='1' xml:base='https://x.example/d/'/>"), "https://x.example/d/1"),
        (atom("<link rel='related' href='/r'/><link href='/a'/>"), "https://news.example/a"),
    ],
)
def test_links_are_absolute(body: bytes, link: str | None) -> None:
    assert only(body).url == link


def test_links_in_a_text_are_resolved_against_the_entry() -> None:
    article = only(rss("<link>https://x.example/d/1</link><description>&lt;a href='2'&gt;y&lt;/a&gt;</description>"))
    assert [link.url for link in article.document.links] == ["https://x.example/d/2"]
    article = only(
        atom("<link href='/1'/><content type='html' xml:base='https://y.example/e/'>&lt;a href='2'>y&lt;/a></content>")
    )
    assert [link.url for link in article.document.links] == ["https://y.example/e/2"]


def test_alternates_in_other_languages_are_editions() -> None:
    links = "".join(
        f"<link rel='alternate' hreflang='{tag}' href='/{tag}/1' title='{tag}!'/>" for tag in ("de", "en", "fr")
    )
    article = only(atom(f"<title xml:lang='en'>x</title>{links}"))
    assert article.url == "https://news.example/en/1"
    assert article.editions == (
        Edition("de", title="de!", url="https://news.example/de/1", reason=Reason.FEED),
        Edition("fr", title="fr!", url="https://news.example/fr/1", reason=Reason.FEED),
    )


def test_a_home_page_is_no_edition() -> None:
    links = "<link href='/en/town/old-bridge-1'/>" + "".join(
        f"<link rel='alternate' hreflang='{tag}' href='{path}'/>"
        for tag, path in (
            ("de", "/de/"),
            ("fr", "/fr/index.html"),
            ("es", "/es/ciudad/puente-viejo-1"),
            ("nl", "/nieuws"),
        )
    )
    article = only(atom(f"<title xml:lang='en'>x</title>{links}"))
    assert [edition.language for edition in article.editions] == ["es"]


def test_files_and_the_lead_image() -> None:
    article = only(
        rss(
            "<title>x</title><itunes:duration>1:02:03</itunes:duration>"
            "<enclosure url='/a.mp3' type='audio/mpeg' length='1234'/>"
            "<media:content url='/a.mp3' type='audio/mpeg'/>"
            "<media:content url='/v.mp4' type='video/mp4' fileSize='9' duration='12'/>"
            "<media:thumbnail url='/t.jpg'/>"
        )
    )
    assert article.enclosures == (
        Enclosure("https://news.example/a.mp3", "audio/mpeg", 1234, 3723),
        Enclosure("https://news.example/v.mp4", "video/mp4", 9, 12),
    )
    assert article.image == "https://news.example/t.jpg"


def test_categories_are_listed_once() -> None:
    assert only(
        rss("<title>x</title><category>A &amp;amp; B</category><category>C</category><category>C</category>")
    ).categories == (
        "A & B",
        "C",
    )
    assert only(atom("<title>x</title><category term='t' label='Label'/>")).categories == ("Label",)


@pytest.mark.parametrize(
    "body",
    [
        b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
        <channel><title>T</title></channel><item rdf:about='x'><title>one</title></item></rdf:RDF>""",
        b'<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>T</title><entry><title>one</title></entry></feed>',
        b"<rss version='0.91'><channel><title>T</title><item><title>one</title></item></channel></rss>",
        b"<CHANNEL><TITLE>T</TITLE><ITEM><TITLE>one</TITLE></ITEM></CHANNEL>",
        b"<rss><channel><title>T</title><item><title>one</title><description>never closed &nbsp; <b>",
        b"  \n\n<rss><channel><title>T</title><item><title>one</title></item></channel></rss>",
        "\ufeff<rss><channel><title>T</title><item><title>one</title></item></channel></rss>".encode(),
        '<?xml version="1.0" encoding="utf-16"?><rss><channel><title>T</title><item><title>one</title></item></channel></rss>'.encode(
            "utf-16"
        ),
        '<?xml version="1.0" encoding="cp037"?><rss><channel><title>T</title><item><title>one</title></item></channel></rss>'.encode(
            "cp037"
        ),
    ],
)
def test_every_format_and_many_kinds_of_breakage(body: bytes) -> None:
    feed = parse_feed(body)
    assert [article.title for article in feed.articles] == ["one"]
    assert feed.title == "T"


@pytest.mark.parametrize(
    ("body", "content_type", "title"),
    [
        (b"<rss><channel><item><title>caf\xe9</title></item></channel></rss>", "text/xml; charset=iso-8859-1", "café"),
        ("<rss><channel><item><title>café</title></item></channel></rss>".encode(), "text/xml", "café"),
        ("<rss><channel><item><title>café</title></item></channel></rss>".encode(), None, "café"),
        (
            b"<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><item><title>caf\xe9</title></item></channel></rss>",
            "application/rss+xml",
            "café",
        ),
        (
            "\ufeff<rss><channel><item><title>café …</title></item></channel></rss>".encode(),
            "text/xml; charset=iso-8859-1",
            "café …",
        ),
    ],
)
def test_encodings(body: bytes, content_type: str | None, title: str) -> None:
    (article,) = parse_feed(body, content_type=content_type).articles
    assert article.title == title


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "The feed X cannot be read: it is empty"),
        (b"\x00\x9f\x92\x96 noise", "(line 1, column 1)"),
        (b"<rss version='2.0'>\n<channel>\n <chan", "it ends in the middle of a tag (line 3, column 2)"),
        (b"<rss>\n<channel></rss>", "a tag is closed that is not the open one (line 2, column 12)"),
        (b"<urlset><url/></urlset>", "it is XML, but <urlset> is no feed"),
        (b"<opml version='2.0'><body/></opml>", "`newstui import` takes it"),
        (
            b"<!DOCTYPE html>\n<html><head><title>x</title></head><body><p>y</p></body></html>",
            "X is a web page, not a feed; `newstui add X`",
        ),
        (b"just some words", "cannot be read"),
    ],
)
def test_what_is_no_feed_says_why_and_where(body: bytes, words: str) -> None:
    with pytest.raises(SourceError) as caught:
        parse_feed(body, name="X")
    assert words in str(caught.value)


def test_an_empty_feed_is_a_feed() -> None:
    feed = parse_feed(b"<rss version='2.0'><channel></channel></rss>")
    assert (feed.title, feed.articles) == (None, ())


def test_impossible_references_lose_only_themselves() -> None:
    article = only(
        b"<rss><channel><item><title>a &#99999999999; b &#x110000; c &nosuch; d</title></item></channel></rss>"
    )
    assert article.title == "a b c &nosuch; d"


def test_a_title_without_end_is_cut() -> None:
    assert len(only(rss(f"<title>{'x' * 500_000}</title>")).title) <= FeedLimits().title
