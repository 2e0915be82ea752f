"""JSON Feed 1.0 and 1.1 (jsonfeed.org), which feedparser does not read."""

from __future__ import annotations

import html as entities
import json
from collections.abc import Iterable
from typing import Any

from newstui.errors import N_, SourceError
from newstui.model import Document, Enclosure, LanguageOrigin, ParsedArticle, ParsedFeed
from newstui.sources.feeds.compose import (
    choose_summary,
    file_name,
    make_title,
    read_names,
    read_number,
    read_terms,
    shorten,
    without_title,
)
from newstui.sources.feeds.dates import read_date
from newstui.sources.feeds.entry import FeedFacts
from newstui.sources.feeds.failure import refuse
from newstui.sources.feeds.limits import FeedLimits
from newstui.sources.markup import parse_fragment, parse_plain, resolve_link
from newstui.text.clean import clean_line
from newstui.text.languages import normalise_tag


def parse_json(body: bytes, name: str, url: str | None, limits: FeedLimits) -> ParsedFeed:
    """Return what a JSON Feed says, or RSS in JSON; raises SourceError for other JSON and for what is none."""
    if len(body) > limits.bytes:
        raise refuse(name, SourceError(N_("it is larger than {limit} MB"), limit=limits.bytes // 1024**2))
    feed = _load(body, name)
    rss = feed.get("rss") if isinstance(feed, dict) else None
    if isinstance(rss, dict) and isinstance(rss.get("channel"), dict):
        from newstui.sources.feeds.rssjson import write_rss
        from newstui.sources.feeds.xmlfeed import parse_xml

        return parse_xml(write_rss(rss), name, url, None, limits)
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        raise refuse(name, SourceError(N_("it is JSON, but no JSON Feed")))
    site = resolve_link(_text(feed.get("home_page_url")), url)
    language = normalise_tag(_text(feed.get("language")))
    base = url or resolve_link(_text(feed.get("feed_url")))
    title = _read_title(feed, limits) or None
    facts = FeedFacts(title, base, site, language, _list_authors(feed), limits)
    articles = (_parse_item(item, facts) for item in _choose_newest(feed["items"], limits) if isinstance(item, dict))
    return ParsedFeed(
        title=title,
        articles=tuple(article for article in articles if article is not None),
        site=site,
        language=language,
    )


def _load(body: bytes, name: str) -> Any:
    try:
        return json.loads(body.decode("utf-8-sig", "replace"), strict=False)
    except json.JSONDecodeError as error:
        reason = SourceError(N_("it is not JSON: {words}"), words=error.msg)
        raise refuse(name, reason, (error.lineno, error.colno)) from None
    except RecursionError:
        raise refuse(name, SourceError(N_("it nests too deep"))) from None
    except ValueError:  # a number of thousands of digits
        raise refuse(name, SourceError(N_("a number in it is too large"))) from None


def _parse_item(item: dict[str, Any], feed: FeedFacts) -> ParsedArticle | None:
    if not item:
        return None
    language = normalise_tag(_text(item.get("language"))) or feed.language
    address = _text(item.get("url")) or _text(item.get("external_url"))
    guid = clean_line(_text(item.get("id"))) or None
    url = resolve_link(address, feed.site or feed.url) or resolve_link(guid)
    document = _read_body(item, url or feed.site or feed.url, language)
    summary = choose_summary(_read_line(_text(item.get("summary"))), document, feed.limits.summary)
    enclosures = tuple(_list_attachments(item, url or feed.url))
    own_title = _read_title(item, feed.limits)
    title = own_title or make_title(document, summary, (file_name(enclosures), url, guid, feed.title))
    published, updated = read_date(_text(item.get("date_published"))), read_date(_text(item.get("date_modified")))
    tags = item.get("tags")
    return ParsedArticle(
        guid=guid,
        title=title,
        document=without_title(document, title),
        summary=summary,
        url=url,
        authors=_list_authors(item) or feed.authors,
        published=published or updated,
        updated=updated,
        language=language,
        language_origin=LanguageOrigin.DECLARED if language else None,
        categories=read_terms(_text(tag) for tag in tags) if isinstance(tags, list) else (),
        enclosures=enclosures,
        image=resolve_link(_text(item.get("image")), url or feed.url)
        or resolve_link(_text(item.get("banner_image")), url or feed.url),
    )


def _read_title(holder: dict[str, Any], limits: FeedLimits) -> str:
    return shorten(_read_line(_text(holder.get("title"))[: 10 * limits.title]), limits.title)


def _read_line(text: str) -> str:
    """Return plain text as a line; many sites write the entities of HTML into it all the same."""
    return clean_line(entities.unescape(text))


def _read_body(item: dict[str, Any], base: str | None, language: str | None) -> Document:
    html = _text(item.get("content_html"))
    if html:
        return parse_fragment(html, base, language=language)
    return parse_plain(_text(item.get("content_text")))


def _list_authors(holder: dict[str, Any]) -> tuple[str, ...]:
    """The authors of 1.1, then the one author of 1.0."""
    people = holder.get("authors")
    everyone = [*(people if isinstance(people, list) else ()), holder.get("author")]
    return read_names(_text(person.get("name")) for person in everyone if isinstance(person, dict))


def _list_attachments(item: dict[str, Any], base: str | None) -> Iterable[Enclosure]:
    attachments = item.get("attachments")
    for given in attachments if isinstance(attachments, list) else ():
        url = resolve_link(_text(given.get("url")), base) if isinstance(given, dict) else None
        if url is not None:
            kind = clean_line(_text(given.get("mime_type"))).lower()[:100] or None
            yield Enclosure(
                url, kind, read_number(given.get("size_in_bytes")), read_number(given.get("duration_in_seconds"))
            )


def _choose_newest(items: list[Any], limits: FeedLimits) -> list[Any]:
    """Return the newest items; the dates of the first and the last say in which order they stand."""
    if len(items) <= limits.entries:
        return items
    ends = [
        read_date(_text(end.get("date_published"))) if isinstance(end, dict) else None for end in (items[0], items[-1])
    ]
    oldest_first = ends[0] is not None and ends[1] is not None and ends[0] < ends[1]
    return items[-limits.entries :] if oldest_first else items[: limits.entries]


def _text(value: Any) -> str:
    """Return a string as it is, a number as its digits, everything else as nothing."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else ""
