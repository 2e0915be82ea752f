"""One entry of RSS, Atom, RDF or CDF, as feedparser has taken it apart, to an article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from newstui.model import Document, Edition, Enclosure, LanguageOrigin, ParsedArticle, Reason
from newstui.record import record
from newstui.sources.feeds.compose import (
    choose_summary,
    file_name,
    make_title,
    read_duration,
    read_names,
    read_number,
    read_terms,
    shorten,
    without_title,
)
from newstui.sources.feeds.dates import from_parts
from newstui.sources.feeds.limits import FeedLimits
from newstui.sources.markup import fragment_text, parse_fragment, parse_plain, resolve_link
from newstui.text.clean import clean_line
from newstui.text.edition_links import leads_to_story
from newstui.text.languages import normalise_tag

Entry = Mapping[str, Any]
"""feedparser's dictionary; it is read by dict.get, since its own lookup answers one key's question with another's value."""

_TELLING: Final = (
    *("title", "summary", "subtitle", "content", "link", "links", "id", "author", "authors", "tags", "image"),
    *("published_parsed", "updated_parsed", "created_parsed", "media_content", "media_thumbnail"),
)
"""What makes an entry an article; one with nothing but other fields holds nothing to read."""

_HTML: Final = frozenset(("text/html", "application/xhtml+xml", ""))


@record
class FeedFacts:
    """What a feed says for all of its entries."""

    title: str | None
    url: str | None
    site: str | None
    language: str | None
    authors: tuple[str, ...]
    limits: FeedLimits


def get(entry: Entry, key: str) -> Any:
    """Return exactly this key's value, or None."""
    return dict.get(entry, key)  # type: ignore[call-overload]


def parse_entry(entry: Entry, feed: FeedFacts) -> ParsedArticle | None:
    """Return the article that an entry is, or None where it holds nothing at all."""
    if all(get(entry, key) is None for key in _TELLING):
        return None
    language = _find_language(entry) or feed.language
    url, editions = _find_link(entry, feed, language)
    body, summary = _read_texts(entry, url or feed.site or feed.url, feed, language)
    enclosures, image = _list_files(entry, url or feed.url)
    own_title = read_text(get(entry, "title"), get(entry, "title_detail"), feed.limits.title)
    guid = clean_line(get(entry, "id") or "") or None
    title = own_title or make_title(body, summary, (file_name(enclosures), url, guid, feed.title))
    published = from_parts(get(entry, "published_parsed")) or from_parts(get(entry, "created_parsed"))
    updated = from_parts(get(entry, "updated_parsed"))
    return ParsedArticle(
        guid=guid,
        title=title,
        document=without_title(body, title),
        summary=summary,
        url=url,
        authors=_list_authors(entry) or feed.authors,
        published=published or updated,
        updated=updated,
        language=language,
        language_origin=LanguageOrigin.DECLARED if language else None,
        categories=read_terms(tag.get("label") or tag.get("term") for tag in get(entry, "tags") or ()),
        enclosures=enclosures,
        image=image,
        editions=editions,
    )


def read_text(value: str | None, detail: Mapping[str, Any] | None, longest: int) -> str:
    """Return a title or a summary as one line; `detail` says whether it is HTML."""
    if not value:
        return ""
    cut = value[: 10 * longest]
    is_html = (detail or {}).get("type", "text/html") in _HTML
    return shorten(fragment_text(cut) if is_html else clean_line(cut), longest)


def _find_language(entry: Entry) -> str | None:
    """What the entry says (dc:language), then the xml:lang of its text and of its title."""
    contents = get(entry, "content") or ()
    details = (*contents, get(entry, "title_detail") or {}, get(entry, "summary_detail") or {})
    said = (get(entry, "language"), *(detail.get("language") for detail in details))
    return next((tag for given in said if given and (tag := normalise_tag(given))), None)


def _find_link(entry: Entry, feed: FeedFacts, language: str | None) -> tuple[str | None, tuple[Edition, ...]]:
    """Return where the entry is read, and the addresses of its editions in other languages."""
    base = feed.url or feed.site
    link = get(entry, "link")
    # A guid is taken for an address where its feed does not say that it is none.
    link = None if link and link == get(entry, "id") and "/" not in link else resolve_link(link, base)
    own: str | None = None
    editions: dict[str, Edition] = {}
    for candidate in get(entry, "links") or ():
        if candidate.get("rel") != "alternate":
            continue
        address = resolve_link(candidate.get("href"), base)
        tag = normalise_tag(candidate.get("hreflang"))
        if address is None:
            continue
        if tag is None or tag == language:
            own = own or address
        else:
            title = clean_line(candidate.get("title") or "") or None
            editions.setdefault(tag, Edition(tag, title=title, url=address, reason=Reason.FEED))
    if editions and own:
        link = own
    link = link or own
    return link, tuple(each for each in editions.values() if each.url != link and leads_to_story(each.url or "", link))


def _read_texts(entry: Entry, base: str | None, feed: FeedFacts, language: str | None) -> tuple[Document, str | None]:
    """Return the longest text of an entry as its body, and its summary where that says something else."""
    contents = [content for content in get(entry, "content") or () if _is_readable(content)]
    said_in = "summary" if get(entry, "summary") else "subtitle"  # itunes:subtitle
    summary, detail = get(entry, said_in) or "", get(entry, f"{said_in}_detail") or {}
    best = max(contents, key=lambda content: len(content["value"]), default=None)
    if best is None or len(summary) > 2 * len(best["value"]) + 200:
        best, summary, detail = {**detail, "value": summary}, best["value"] if best else "", best or {}
    document = _parse_body(best, base, feed, language)
    if not summary or summary == best["value"]:
        return document, None
    said = read_text(summary, detail, feed.limits.summary)
    return document, choose_summary(said, document, feed.limits.summary)


def _is_readable(content: Mapping[str, Any]) -> bool:
    kind, value = content.get("type") or "", content.get("value") or ""
    if kind == "application/octet-stream":  # what was base64 and is text now has spaces or tags
        return " " in value or "<" in value
    return bool(value) and (kind in _HTML or kind.startswith("text/") or kind.endswith(("+xml", "/xml")))


def _parse_body(content: Mapping[str, Any], base: str | None, feed: FeedFacts, language: str | None) -> Document:
    value = content["value"]
    if not (content.get("type") or "").startswith("text/") or content["type"] in _HTML:
        declared = content.get("base")
        around = declared if declared and declared != feed.url else base
        return parse_fragment(value, around or base, language=language)
    return parse_plain(value)


def _list_authors(entry: Entry) -> tuple[str, ...]:
    """The people of an entry; one alone is read as it was written, since feedparser cuts long top-level domains."""
    people = [person.get("name") or person.get("email") for person in get(entry, "authors") or () if person]
    return read_names(people if len(people) > 1 and any(people) else [get(entry, "author")])


def _list_files(entry: Entry, base: str | None) -> tuple[tuple[Enclosure, ...], str | None]:
    """Return the files that come with an entry, and its lead image."""
    files: dict[str, Enclosure] = {}
    images: list[str] = []
    duration = read_duration(get(entry, "itunes_duration"))
    for given, address, medium in _list_attachments(entry):
        url = resolve_link(address, base)
        kind = clean_line(str(given.get("type") or "")).lower()[:100] or None
        if url is None or url.startswith("mailto:"):
            continue
        if medium == "image" or (kind or "").startswith("image/"):
            images.append(url)
        if medium != "image":
            length = read_number(given.get("length") or given.get("filesize"))
            seconds = read_duration(given.get("duration")) or (duration if not files else None)
            files.setdefault(url, Enclosure(url, kind, length, seconds))
    return tuple(files.values()), images[0] if images else None


def _list_attachments(entry: Entry) -> Iterator[tuple[Mapping[str, Any], str | None, str]]:
    """Yield an entry's files: their attributes, their address, and "image" where one is only a picture of the entry."""
    for link in get(entry, "links") or ():
        if link.get("rel") == "enclosure":
            yield link, link.get("href"), "file"
    for media in get(entry, "media_content") or ():
        kind = str(media.get("type") or media.get("medium") or "")
        if kind.startswith(("audio", "video")):
            yield media, media.get("url"), "file"
        elif kind.startswith("image") or not kind:
            yield media, media.get("url"), "image"
    for thumbnail in get(entry, "media_thumbnail") or ():
        yield {}, thumbnail.get("url"), "image"
    picture = get(entry, "image")
    if isinstance(picture, Mapping):
        yield {}, picture.get("href"), "image"
