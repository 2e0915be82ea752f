"""RSS, Atom, RDF and CDF through feedparser, which reads what other parsers give up on."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Mapping
from typing import Any, Final

from newstui.model import ParsedFeed
from newstui.sources.feeds.compose import read_names
from newstui.sources.feeds.cut import drop_cut_entry
from newstui.sources.feeds.entry import FeedFacts, get, parse_entry, read_text
from newstui.sources.feeds.failure import explain_xml, refuse_page
from newstui.sources.feeds.guard import guard
from newstui.sources.feeds.interval import find_interval, find_rest
from newstui.sources.feeds.limits import FeedLimits
from newstui.sources.feeds.sniff import looks_like_page
from newstui.sources.feeds.strict import read_strictly
from newstui.sources.markup import resolve_link
from newstui.text.languages import normalise_tag

_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_REFERENCE: Final = re.compile(rb"&#(x[0-9a-f]*|\d*);?", re.IGNORECASE)


def parse_xml(body: bytes, name: str, url: str | None, content_type: str | None, limits: FeedLimits) -> ParsedFeed:
    """Return what an XML feed says; raises SourceError where feedparser finds nothing in it."""
    charset = _CHARSET.search(content_type or "")
    result = read_strictly(body, url, charset[1] if charset else None, limits)
    seen = whole = body
    if result is None:
        whole = guard(body, name, limits)
        seen = drop_cut_entry(whole)
        result = _run_feedparser(seen, url, content_type)
    entries, feed = result["entries"], result["feed"]
    version = result.get("version") or ""
    if not version and looks_like_page(body):
        raise refuse_page(name)
    site = resolve_link(get(feed, "link"), url)
    language = normalise_tag(get(feed, "language"))
    title = read_text(get(feed, "title"), get(feed, "title_detail"), limits.title) or None
    facts = FeedFacts(title, url, site, language, _list_authors(feed, version), limits)
    articles = [article for entry in entries[: limits.entries] if (article := parse_entry(entry, facts))]
    if not articles and not title and not get(feed, "subtitle") and (result["bozo"] or not version):
        raise explain_xml(body, name)
    return ParsedFeed(
        title=title,
        articles=tuple(articles),
        site=site,
        language=language,
        interval=find_interval(feed),
        rest=find_rest(seen),
        is_cut=len(seen) < len(whole),
    )


def _run_feedparser(body: bytes, url: str | None, content_type: str | None) -> Any:
    """Run feedparser on bytes; a reference to a character that there is none of makes it stumble, so then without those."""
    import feedparser
    from feedparser.mixin import _FeedParserMixin

    # A guid is a name: "77" is not an address, though RSS lets one be where it does not say that it is none.
    _FeedParserMixin.can_be_relative_uri.discard("id")
    headers = {"content-type": _media_type(body, content_type)}
    if url:
        headers["content-location"] = url
    for attempt in (body, _drop_impossible(body)):
        try:
            return feedparser.parse(
                io.BytesIO(attempt), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
            )
        except (ValueError, OverflowError):
            continue
    return {"entries": [], "feed": {}, "bozo": True, "version": ""}


def _media_type(body: bytes, content_type: str | None) -> str:
    """Return a media type that keeps the server's charset and makes feedparser follow RFC 7303 for the rest.

    A byte order mark counts more than a charset; without either it is the XML declaration, then UTF-8.
    """
    charset = _CHARSET.search(content_type or "")
    if charset is None or body.startswith(codecs.BOM_UTF8):
        return "application/xml"
    return f"application/xml; charset={charset[1]}"


def _drop_impossible(body: bytes) -> bytes:
    return _REFERENCE.sub(lambda found: found[0] if _is_character(found[1]) else b"", body)


def _is_character(reference: bytes) -> bool:
    digits = reference.decode().lower()
    number = int(digits[1:] or "0", 16) if digits.startswith("x") else int(digits[:9] or "0")
    return 0 < number < 0xD800 or 0xE000 <= number <= 0x10FFFF


def _list_authors(feed: Mapping[str, Any], version: str) -> tuple[str, ...]:
    """Return the authors that count for entries without any, which only Atom has (RFC 4287, 4.2.1)."""
    if not version.startswith("atom"):
        return ()
    people = (person.get("name") or person.get("email") for person in get(feed, "authors") or () if person)
    return read_names(people)
