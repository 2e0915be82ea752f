"""Articles as newsboat keeps them, to articles as a refresh of the same feed would make them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from newstui.model import Document, Enclosure, LanguageOrigin, NewsboatArticle, ParsedArticle
from newstui.sources.feeds.compose import file_name, make_title, read_names, shorten, without_title
from newstui.sources.feeds.limits import DEFAULT_LIMITS
from newstui.sources.markup import fragment_text, parse_fragment, parse_plain, resolve_link
from newstui.text.clean import clean_line
from newstui.text.detect import detect_language

_SAMPLES: Final = 6
"""So many articles of a feed, if they are in one language, speak for all."""
_GOLDEN: Final = 0.618_033_988_75
"""The golden ratio: its multiples lie evenly between whole numbers and in step with no pattern."""
_ENOUGH: Final = 1_200  # code points of a text
_DATE: Final = re.compile(r"(?=.*(?:19|20)\d\d).*(?:\s|\d\d-\d\dT\d\d:).*")


def make_articles(
    kept: Sequence[NewsboatArticle], feed_url: str, *, feed_title: str | None, language: str | None
) -> list[ParsedArticle]:
    """Return the articles of one feed, in the same order; `language` is what the user says that the feed is in.

    newsboat notes no language: where none is given it is detected, on a few articles if these agree.
    """
    texts = [_read_body(each, feed_url) for each in kept]
    languages = [language] * len(kept) if language else _detect_languages(kept, texts)
    origin = LanguageOrigin.CONFIGURED if language else LanguageOrigin.DETECTED
    return [
        _make_article(each, text, feed_url, feed_title, tag, origin)
        for each, text, tag in zip(kept, texts, languages, strict=True)
    ]


def _make_article(
    kept: NewsboatArticle,
    document: Document,
    feed_url: str,
    feed_title: str | None,
    language: str | None,
    origin: LanguageOrigin,
) -> ParsedArticle:
    url = resolve_link(kept.url, kept.base or feed_url)
    guid = _find_guid(kept, url)
    enclosures = tuple(_list_enclosures(kept, url or feed_url))
    own = shorten(fragment_text(kept.title[: 10 * DEFAULT_LIMITS.title]), DEFAULT_LIMITS.title)
    title = own or make_title(document, None, (file_name(enclosures), url, guid, feed_title))
    return ParsedArticle(
        guid=guid,
        title=title,
        document=without_title(document, title),
        url=url,
        authors=read_names([kept.author]),
        published=kept.published,
        updated=None,
        language=language,
        language_origin=origin if language else None,
        enclosures=enclosures,
    )


def _find_guid(kept: NewsboatArticle, url: str | None) -> str | None:
    """Return the feed's own identifier of an article.

    Where a feed has none newsboat makes one, of the address with the date behind it, or of the title alone: then the
    address identifies the article, or nothing does.
    """
    guid = clean_line(kept.guid)
    if url and guid.startswith(kept.url) and _DATE.fullmatch(guid.removeprefix(kept.url)):
        return url
    if not url and guid == clean_line(kept.title):
        return None
    return guid or None


def _read_body(kept: NewsboatArticle, feed_url: str) -> Document:
    if kept.mime_type == "text/plain":
        return parse_plain(kept.content)
    return parse_fragment(kept.content, resolve_link(kept.url, kept.base or feed_url) or feed_url)


def _list_enclosures(kept: NewsboatArticle, base: str) -> Iterable[Enclosure]:
    if url := resolve_link(kept.enclosure_url, base):
        yield Enclosure(url, clean_line(kept.enclosure_type).lower()[:100] or None)


def _detect_languages(kept: Sequence[NewsboatArticle], texts: Sequence[Document]) -> list[str | None]:
    places = {int(len(kept) * (sample * _GOLDEN % 1)) for sample in range(_SAMPLES)} if kept else set()
    sampled = {number: _detect(kept[number], texts[number]) for number in places}
    if len(set(sampled.values())) == 1:
        return [next(iter(sampled.values()))] * len(kept)
    return [
        sampled[number] if number in sampled else _detect(each, text)
        for number, (each, text) in enumerate(zip(kept, texts, strict=True))
    ]


def _detect(kept: NewsboatArticle, text: Document) -> str | None:
    found = detect_language(f"{kept.title}\n{text.plain_text()}"[:_ENOUGH])
    return found[0] if found else None
