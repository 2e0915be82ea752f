from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from newstui.errors import SourceError
from newstui.model import Enclosure
from newstui.sources.feeds import looks_like_feed, parse_feed
from newstui.sources.feeds.rssjson import write_rss

FEED = {
    "rss": {
        "version": "2.0",
        "xmlns:source": "http://source.example/",
        "channel": {
            "title": "The Harbour & the Sea",
            "link": "https://harbour.example/",
            "language": "en-gb",
            "cloud": {"domain": "rpc.example", "port": 5337},
            "source:account": [{"service": "a", "#value": "b"}, {"service": "c", "#value": "d"}],
            "undeclared:thing": "left out",
            "item": [
                {
                    "title": "Ferry <b>returns</b>",
                    "link": "https://harbour.example/ferry",
                    "description": "<p>The night ferry is back.</p><p>It sails at “twelve”.\u0000</p>",
                    "pubDate": "Tue, 06 Jan 2026 09:30:00 GMT",
                    "guid": {"isPermaLink": False, "#value": "ferry-1"},
                    "category": ["sea", {"domain": "x", "#value": "town"}],
                    "enclosure": {"url": "https://harbour.example/ferry.mp3", "type": "audio/mpeg", "length": 1234},
                    "bad name <": "left out",
                },
                {"description": "Without a title.", "guid": "https://harbour.example/2", "author": None},
                "no item",
            ],
        },
    }
}


def test_it_is_read_as_the_rss_that_it_is() -> None:
    body = json.dumps(FEED).encode()
    assert looks_like_feed(body)
    feed = parse_feed(body, url="https://harbour.example/rss.json", content_type="application/json")
    assert (feed.title, feed.site, feed.language) == ("The Harbour & the Sea", "https://harbour.example/", "en-GB")
    first, second, *_ = feed.articles
    assert (first.guid, first.url, first.title) == ("ferry-1", "https://harbour.example/ferry", "Ferry returns")
    assert [block.text for block in first.document.blocks] == ["The night ferry is back.", "It sails at “twelve”."]
    assert first.published == datetime(2026, 1, 6, 9, 30, tzinfo=UTC)
    assert first.categories == ("sea", "town")
    assert first.enclosures == (Enclosure("https://harbour.example/ferry.mp3", "audio/mpeg", 1234),)
    assert second.url == "https://harbour.example/2"


def test_one_item_needs_no_list() -> None:
    channel = {"title": "T", "item": {"title": "Alone", "guid": "1"}}
    (article,) = parse_feed(json.dumps({"rss": {"channel": channel}}).encode()).articles
    assert article.title == "Alone"


@pytest.mark.parametrize("body", [b'{"rss": {}}', b'{"rss": {"channel": []}}', b'{"rss": "2.0"}', b'{"feed": {}}'])
def test_other_json_is_no_feed(body: bytes) -> None:
    with pytest.raises(SourceError, match="no JSON Feed"):
        parse_feed(body)


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text() | st.sampled_from(["item", "#value"]), inner, max_size=4)
    ),
    max_leaves=20,
)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from(["channel", "version", "xmlns:a", "xmlns:&", "title"]), _VALUES, max_size=4))
def test_whatever_it_holds_is_well_formed(rss: dict[str, Any]) -> None:
    assert etree.fromstring(write_rss(rss)).tag == "rss"
