"""Whatever is typed or published: what comes out are web addresses without anything that acts on a terminal."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import example, given
from hypothesis import strategies as st

from newstui.errors import SourceError
from newstui.model import FeedCandidate
from newstui.sources.discovery import (
    find_declared_feeds,
    find_linked_feeds,
    find_main_feed,
    list_usual_addresses,
    merge_formats,
)
from newstui.sources.newsboat import read_urls
from newstui.text.addresses import find_known_feeds, list_web_addresses, looks_like_feed_address
from newstui.text.clean import clean_line

TYPED = st.text(max_size=40) | st.text(alphabet="htps:/@.[]?#=&r1aü%feedxml ", max_size=40)
ATTRIBUTE = st.text(alphabet="abc/:.?&=#[]% \x1b\u202e“é", max_size=20)
HOSTS = st.sampled_from(
    ["youtube.com", "github.com", "gitlab.com", "www.reddit.com", "medium.com", "a.substack.com", "x.example"]
)


@given(TYPED)
@example("//[")
@example("https://[::1")
def test_what_is_typed(typed: str) -> None:
    for address in list_web_addresses(typed):
        assert address.lower().startswith(("http://", "https://"))
        assert not any(letter.isspace() for letter in address)
        find_known_feeds(address)
        looks_like_feed_address(address)


@given(HOSTS, st.lists(st.text(alphabet="ab-@._~%é ", max_size=8), max_size=5), ATTRIBUTE)
def test_feeds_of_well_known_sites_are_addresses_that_are_not_searched_again(
    host: str, path: list[str], query: str
) -> None:
    for feed in find_known_feeds(f"https://{host}/{'/'.join(path)}?list={query}"):
        assert list_web_addresses(feed) == (feed,)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["alternate", "feed", "canonical"]),
            st.sampled_from(["application/rss+xml", "application/atom+xml", "text/xml", ""]),
            ATTRIBUTE,
            ATTRIBUTE,
        ),
        max_size=6,
    ),
    st.text(max_size=30),
)
def test_what_a_page_says(links: list[tuple[str, str, str, str]], text: str) -> None:
    head = "".join(f'<link rel="{rel}" type="{kind}" href="{url}" title="{title}">' for rel, kind, url, title in links)
    body = "".join(f'<a href="{url}" title="{title}">RSS {title}</a>' for _, _, url, title in links)
    page = f"<html><head>{head}</head><body>{body}{text}</body></html>".encode("utf-8", "replace")
    with suppress(SourceError):
        found = find_declared_feeds(page, url="https://x.example/a/b") + find_linked_feeds(
            page, url="https://x.example/a/b"
        )
        for candidate in found:
            check(candidate)
        merged = merge_formats(found)
        assert merge_formats(merged) == merged
        main = find_main_feed(merged)
        assert main is None or main in merged


def check(candidate: FeedCandidate) -> None:
    assert candidate.url.lower().startswith(("http://", "https://"))
    assert clean_line(candidate.url) == candidate.url
    assert candidate.title is None or clean_line(candidate.title) == candidate.title != ""
    assert all(place.startswith("http") for place in list_usual_addresses(candidate.url))


@given(st.text(max_size=200) | st.lists(st.text(alphabet='htp:/x."~!# \\\t', max_size=30), max_size=6).map("\n".join))
def test_newsboats_lines(text: str) -> None:
    with suppress(SourceError):
        found = read_urls(text.encode("utf-8", "replace"))
        for subscription in found.subscriptions:
            assert subscription.url or subscription.path
            assert subscription.title is None or clean_line(subscription.title) == subscription.title
            assert 1 <= subscription.line <= text.count("\n") + 1
