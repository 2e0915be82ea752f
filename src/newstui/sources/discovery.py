"""From a page's bytes and its address to the feeds that it names, and which of several feeds is the one that is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

from newstui.model import FeedCandidate, FeedOrigin
from newstui.sources.markup import resolve_link
from newstui.sources.page.json_ld import list_strings, read_json_ld
from newstui.sources.page.tree import parse_page
from newstui.text.addresses import find_known_feeds, looks_like_feed_address
from newstui.text.clean import clean_line
from newstui.text.languages import normalise_tag

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_KINDS: Final = {
    "application/atom+xml": "atom",
    "application/x.atom+xml": "atom",
    "application/x-atom+xml": "atom",
    "application/rss+xml": "rss",
    "application/x-rss+xml": "rss",
    "text/rss+xml": "rss",
    "text/rss": "rss",
    "application/rdf+xml": "rdf",
    "application/feed+json": "json",
}
_VAGUE: Final = frozenset({"application/xml", "text/xml", "application/json", ""})
"""Types that feeds are declared with, and much else: the address must say that it is one."""

_PREFERENCE: Final = ("atom", "json", "rss", "rdf", None)
_USUAL: Final = ("feed", "rss.xml", "atom.xml", "feed.xml", "index.xml", "rss", "feed/atom", "feed.json")
_LONGEST_TITLE: Final = 200
_MOST: Final = 100
"""Candidates of one page: what names more is a directory of feeds."""

_HEADER_LINK: Final = re.compile(r"<([^<>]*)>((?:\s*;\s*[\w*]+\s*=\s*(?:\"[^\"]*\"|[^\s;,\"]*))*)")
_PARAMETER: Final = re.compile(r"([\w*]+)\s*=\s*(?:\"([^\"]*)\"|([^\s;,\"]*))")
_COMMENTS: Final = re.compile(
    r"comment|kommentar|comentario|comentário|reactie|/replies\b|antworten|komentarz|komentář|комментар|коментар|yorum"
    r"|コメント|评论|留言|댓글|تعليق",
    re.IGNORECASE,
)
_SAYS_FEED: Final = re.compile(r"\b(?:rss|atom|(?:news)?feeds?|flux|fil rss|rdf)\b", re.IGNORECASE)
_KIND_WORDS: Final = re.compile(
    r"(?i)\b(?:rss\d?|atom\d?|rdf|xml|json|feeds?|flux|via|in|as|format|v?[0-9.]+)\b|[\W_]+"
)
_READERS: Final = re.compile(
    r"(?:^|\.)(?:feedly\.com|inoreader\.com|newsblur\.com|netvibes\.com|yahoo\.com|bloglovin\.com|facebook\.com"
    r"|twitter\.com|x\.com|feedspot\.com|theoldreader\.com|subtome\.com|w3\.org|wikipedia\.org|google\.com)$"
)
"""Sites to which a page links to be subscribed to there, or to explain what a feed is."""


def find_declared_feeds(
    body: bytes, *, url: str, content_type: str | None = None, link_header: str | None = None
) -> tuple[FeedCandidate, ...]:
    """Return the feeds that a page declares in its head, or its server in a Link header (RFC 8288), each once.

    A page that says its own address at a well-known site (a YouTube handle's channel) has the feeds of that too.
    """
    tree = parse_page(body, content_type)
    base = _find_base(tree, url)
    declared = [*_read_links(tree, base), *_read_header(link_header, url)]
    own = [
        FeedCandidate(url=feed, kind=_guess_kind(feed), origin=FeedOrigin.KNOWN)
        for address in _list_own_addresses(tree, base)
        for feed in find_known_feeds(address)
    ]
    return _each_once(declared or own)


def find_linked_feeds(body: bytes, *, url: str, content_type: str | None = None) -> tuple[FeedCandidate, ...]:
    """Return where links in a page's body and its JSON-LD seem to lead to feeds, the likeliest first, each once."""
    tree = parse_page(body, content_type)
    base = _find_base(tree, url)
    found = [*_read_data_feeds(tree, base), *_read_anchors(tree, base)]
    found.sort(key=lambda candidate: not looks_like_feed_address(candidate.url))
    return _each_once(candidate for candidate in found if candidate.url != url)


def list_usual_addresses(url: str) -> tuple[str, ...]:
    """Return where the feed of a page's site usually lies: beside the page first, then at the root of its host."""
    folder = urljoin(url, ".") if urlsplit(url).path.endswith("/") else urljoin(url + "/", ".")
    root = urljoin(url, "/")
    beside = [urljoin(folder, name) for name in _USUAL[:5]] if folder != root else []
    return tuple(dict.fromkeys((*beside, *(urljoin(root, name) for name in _USUAL))))


def merge_formats(candidates: Iterable[FeedCandidate]) -> tuple[FeedCandidate, ...]:
    """Return candidates with one for each feed: where it comes in several formats Atom stands for it, then JSON."""
    merged: list[FeedCandidate] = []
    for candidate in candidates:
        twin = next((place for place, other in enumerate(merged) if _is_same_feed(candidate, other)), None)
        if twin is None:
            merged.append(candidate)
        elif _PREFERENCE.index(candidate.kind) < _PREFERENCE.index(merged[twin].kind):
            merged[twin] = candidate
    return tuple(merged)


def find_main_feed(candidates: Sequence[FeedCandidate]) -> FeedCandidate | None:
    """Return the one feed that is meant: the only one, or the only one that is not of comments."""
    articles = [candidate for candidate in candidates if not is_of_comments(candidate)]
    chosen = articles or list(candidates)
    return chosen[0] if len(chosen) == 1 else None


def is_of_comments(candidate: FeedCandidate) -> bool:
    """Whether a feed's title or address says that it holds comments."""
    return bool(_COMMENTS.search(urlsplit(candidate.url).path) or _COMMENTS.search(candidate.title or ""))


def _find_base(tree: HtmlElement, url: str) -> str:
    given = next((base.get("href") for base in tree.iter("base") if base.get("href")), None)
    return resolve_link(given, url) or url


def _read_links(tree: HtmlElement, base: str) -> Iterator[FeedCandidate]:
    for link in tree.iter("link"):
        relations = (link.get("rel") or "").lower().split()
        if "alternate" in relations or "feed" in relations:
            attributes = {name: link.get(name) or "" for name in ("href", "type", "title", "hreflang")}
            yield from _make_declared(attributes, base, is_feed="feed" in relations)


def _read_header(header: str | None, base: str) -> Iterator[FeedCandidate]:
    for found in _HEADER_LINK.finditer(header or ""):
        attributes = {one[1].lower(): one[2] or one[3] or "" for one in _PARAMETER.finditer(found[2])}
        if "alternate" in attributes.get("rel", "").lower().split():
            yield from _make_declared({**attributes, "href": found[1]}, base, is_feed=False)


def _make_declared(attributes: dict[str, str], base: str, *, is_feed: bool) -> Iterator[FeedCandidate]:
    """Yield the candidate that a declaration is, if it is one."""
    url = _resolve(attributes["href"], base)
    kind = attributes.get("type", "").partition(";")[0].strip().lower()
    if url is None or not (kind in _KINDS or is_feed or (kind in _VAGUE and looks_like_feed_address(url))):
        return
    if kind in {"", "application/json"} and "wp-json" in url:
        return
    yield FeedCandidate(
        url=url,
        title=clean_line(attributes.get("title", ""))[:_LONGEST_TITLE] or None,
        kind=_KINDS.get(kind) or _guess_kind(url),
        language=normalise_tag(attributes.get("hreflang")),
        origin=FeedOrigin.DECLARED,
    )


def _list_own_addresses(tree: HtmlElement, base: str) -> Iterator[str]:
    """Yield what a page says its own address is."""
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and (url := _resolve(link.get("href"), base)):
            yield url
    for meta in tree.iter("meta"):
        if meta.get("property") == "og:url" and (url := _resolve(meta.get("content"), base)):
            yield url
        # A video's page says whose channel it is in.
        if meta.get("itemprop") == "channelId" and (channel := meta.get("content")):
            yield urljoin(base, f"/channel/{channel}")


def _read_data_feeds(tree: HtmlElement, base: str) -> Iterator[FeedCandidate]:
    """Yield the feeds that JSON-LD describes (schema.org's DataFeed)."""
    for thing in read_json_ld(tree):
        if any(name in {"DataFeed", "DataDownload"} for name in list_strings(thing.get("@type"))):
            for address in (*list_strings(thing.get("contentUrl")), *list_strings(thing.get("url"))):
                if (url := _resolve(address, base)) and looks_like_feed_address(url):
                    title = next(iter(list_strings(thing.get("name"))), "")
                    yield _make_linked(url, title, None)


def _read_anchors(tree: HtmlElement, base: str) -> Iterator[FeedCandidate]:
    for anchor in tree.iter("a", "area"):
        url = _resolve(anchor.get("href"), base)
        if url is None or _READERS.search(urlsplit(url).hostname or ""):
            continue
        text = clean_line("".join(anchor.itertext()))
        said = " ".join((text if len(text) < 60 else "", anchor.get("title") or "", anchor.get("type") or ""))
        images = " ".join(image.get("alt") or "" for image in anchor.iter("img"))
        if looks_like_feed_address(url) or _SAYS_FEED.search(f"{said} {images}"):
            yield _make_linked(url, text or anchor.get("title") or images, anchor.get("hreflang"))


def _make_linked(url: str, title: str, language: str | None) -> FeedCandidate:
    return FeedCandidate(
        url=url,
        title=clean_line(title)[:_LONGEST_TITLE] or None,
        kind=_guess_kind(url),
        language=normalise_tag(language),
        origin=FeedOrigin.LINKED,
    )


def _resolve(address: str | None, base: str) -> str | None:
    """Return a web address made absolute, without its fragment; "feed:" stands for http."""
    address = re.sub(
        r"^feed:(?://)?(?=https?://)|^feed(?=://)",
        lambda found: "http" if found[0] == "feed" else "",
        (address or "").strip(),
    )
    url = resolve_link(address, base)
    return url.partition("#")[0] if url and url.lower().startswith("http") else None


def _guess_kind(url: str) -> str | None:
    """Return the format that an address names."""
    parts = urlsplit(url)
    found = re.search(r"atom|rss|rdf|json", f"{parts.path}?{parts.query}".lower())
    return found[0] if found else None


def _each_once(candidates: Iterable[FeedCandidate]) -> tuple[FeedCandidate, ...]:
    found: dict[str, FeedCandidate] = {}
    for candidate in candidates:
        known = found.setdefault(candidate.url, candidate)
        if known.title is None and candidate.title:
            found[candidate.url] = replace(known, title=candidate.title)
    return tuple(found.values())[:_MOST]


def _is_same_feed(one: FeedCandidate, other: FeedCandidate) -> bool:
    """Whether two candidates are one feed in two formats: they are called the same but for the formats' names.

    Where titles say nothing else than the format, the addresses must be the same but for that.
    """
    if one.kind == other.kind or one.language != other.language:
        return False
    if is_of_comments(one) != is_of_comments(other):
        return False
    titles = {_KIND_WORDS.sub("", each.title or "").casefold() for each in (one, other)}
    if len(titles) > 1:
        return False
    return titles != {""} or _stem(one.url) == _stem(other.url)


def _stem(url: str) -> str:
    parts = urlsplit(url)
    words = _KIND_WORDS.sub(" ", f"{parts.path} {parts.query}".replace("_", "-")).split()
    return f"{parts.hostname} {' '.join(word for word in words if word not in {'type', 'format', 'index'})}"
