"""Whatever bytes come in as a feed, they are read or refused in words, and nothing in them can act."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from newstui.errors import SourceError
from newstui.sources.feeds import looks_like_feed, parse_feed

RSS = b"""<?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY e "x">]><rss version="2.0"
 xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>T &e;</title>
<link>/</link><ttl>60</ttl><item><title>One &amp; two</title><link>/1</link><guid>g</guid><pubDate>Tue, 06 Jan 2026 09:30:00 GMT</pubDate>
<author>a@b.example (A)</author><category>c</category><description><![CDATA[<p>Text <a href="x">y</a></p>]]></description>
<enclosure url="/a.mp3" type="audio/mpeg" length="5"/><itunes:duration>1:02</itunes:duration><media:thumbnail url="t.png"/></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title type="html">T</title><entry><id>urn:1</id>
<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">x <b>y</b></div></title><link hreflang="fr" href="/f"/>
<updated>2026-01-06T09:30:00Z</updated><author><name>A</name></author><content type="html">&lt;p>z</content></entry></feed>"""
JSON = b"""{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": 1, "content_html": "<p>x</p>",
"date_published": "2026-01-06T09:30:00Z", "authors": [{"name": "A"}], "attachments": [{"url": "http://x.example/a", "size_in_bytes": 1}]}]}"""

pieces = st.one_of(
    st.binary(max_size=6),
    st.sampled_from(
        (
            b"<",
            b">",
            b"&",
            b"&#27;",
            b"&#x9b;",
            b"&#xD800;",
            b"&#99999999;",
            b"\x1b[31m",
            b"\xe2\x80\xae",
            b"]]>",
            b"<![CDATA[",
            b"<!--",
        )
    ),
    st.sampled_from(
        (
            b"</item>",
            b"<item>",
            b"<title>",
            b"null",
            b"[",
            b"{",
            b'"',
            b"-1",
            b"1e999",
            b"\\ud800",
            b"xml:base='http://[x'",
            b"\x00",
        )
    ),
)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    body = draw(st.sampled_from((RSS, ATOM, JSON)))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(body)))
        end = min(len(body), start + draw(st.sampled_from((0, 0, 1, 5, 40))))
        body = body[:start] + draw(pieces) + body[end:]
    return draw(st.sampled_from((body, body, body, body.decode("utf-8", "replace").encode("utf-16"))))


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from strings(part)


@settings(deadline=None)
@given(
    st.one_of(damaged(), st.binary(max_size=200)), st.sampled_from((None, "https://x.example/f", "file:///tmp/f.xml"))
)
def test_any_bytes_are_read_or_refused(body: bytes, url: str | None) -> None:
    looks_like_feed(body, None)
    try:
        feed = parse_feed(body, url=url)
    except SourceError:
        return
    for text in strings(feed):
        assert all(letter in "\n\t" or unicodedata.category(letter) not in ("Cc", "Cs") for letter in text)
        assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
