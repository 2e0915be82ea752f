"""HTML of a whole page to an article: main text, title, authors, dates, language, editions."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import PurePath
from typing import Final

from newstui.model import Block, BlockKind, Document, LanguageOrigin, ParsedArticle
from newstui.sources.markup import fragment_text, resolve_link
from newstui.sources.page.authors import find_authors
from newstui.sources.page.declared import find_declared
from newstui.sources.page.facts import Facts, read_facts
from newstui.sources.page.json_ld import list_strings, list_things
from newstui.sources.page.language import find_language
from newstui.sources.page.main_text import find_main_text
from newstui.sources.page.title import find_title
from newstui.sources.page.tree import parse_page
from newstui.text.clean import clean_line
from newstui.text.dates import parse_date

_SUMMARY_METAS: Final = (
    "og:description",
    "description",
    "twitter:description",
    "dc.description",
    "sailthru.description",
)
_PUBLISHED_METAS: Final = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "pubdate",
    "publishdate",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "og:published_time",
    "publication_date",
)
_UPDATED_METAS: Final = (
    "article:modified_time",
    "datemodified",
    "dcterms.modified",
    "og:updated_time",
    "lastmod",
    "last-modified",
)
_DATES: Final = (
    "(.//article | .//main | .//*[h1])//*[contains(@class,'date') or contains(@class,'Date') or contains(@class,'time')"
    " or contains(@class,'publi') or contains(@class,'datum') or contains(@class,'fecha')]"
    "[not(ancestor::aside or ancestor::nav or ancestor::footer)]"
)
"""Where a page shows when its article is from, if it says so nowhere else; a date in the site's header is today's."""
_LONGEST_DATE: Final = 80  # characters of an element that are looked through
_MOST_DATES: Final = 6
_REPEATS: Final = 4  # blocks at the beginning of a body among which its title and summary may stand again


def read_page(
    html: bytes,
    *,
    url: str | None,
    path: str | None = None,
    content_type: str | None = None,
    link_header: str | None = None,
) -> ParsedArticle:
    """Return the article that a page shows; one without an article still gives its title and what text it has.

    `url` is where the page was fetched from, None for a saved one, whose own canonical address counts then.
    `content_type` and `link_header` are the answer's headers, `link_header` several joined by commas (RFC 8288).
    Raises SourceError for bytes that hold no HTML.
    """
    facts = read_facts(parse_page(html, content_type), url)
    language = find_language(facts)
    title = find_title(facts)
    summary = _find_summary(facts)
    document = find_main_text(facts.tree, facts.base, language)
    return ParsedArticle(
        guid=path or facts.url,
        url=facts.url,
        path=path,
        title=title or (PurePath(path).stem if path else facts.url) or "",
        summary=summary,
        authors=find_authors(facts),
        published=_find_date(facts, "datePublished", _PUBLISHED_METAS, "dateCreated"),
        updated=_find_date(facts, "dateModified", _UPDATED_METAS),
        language=language,
        language_origin=LanguageOrigin.DECLARED if language else None,
        categories=_list_categories(facts),
        image=_find_image(facts),
        document=_drop_repeats(document, title, summary),
        editions=find_declared(facts, language, link_header),
    )


def _find_summary(facts: Facts) -> str | None:
    said = [*list_strings(facts.article.get("description")), *facts.list_metas(*_SUMMARY_METAS)]
    return next((text for one in said if (text := clean_line(fragment_text(one)))), None)


def _find_date(facts: Facts, key: str, metas: tuple[str, ...], *other_keys: str) -> datetime | None:
    said = [text for name in (key, *other_keys) for text in list_strings(facts.article.get(name))]
    marked = facts.tree.xpath(f".//*[@itemprop='{key}']")[:2] if not said else []
    said += facts.list_metas(*metas)
    said += [element.get("datetime") or element.get("content") or element.text_content() for element in marked]
    if key == "datePublished":
        said += [element.get("datetime") for element in list(facts.tree.iter("time"))[:1]]
        said += [
            "-".join(found.groups())
            for found in [re.search(r"/((?:19|20)\d\d)/([01]\d)/([0-3]\d)/", facts.url or "")]
            if found
        ]
        said += [element.text_content()[:_LONGEST_DATE] for element in facts.tree.xpath(_DATES)[:_MOST_DATES]]
    return next((moment for text in said if text and (moment := parse_date(text))), None)


def _find_image(facts: Facts) -> str | None:
    said = facts.list_metas("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src")
    for thing in list_things(facts.article.get("image"), facts.things):
        said += list_strings(thing.get("url") if isinstance(thing, dict) else thing)
    return next(
        (address for one in said if (address := resolve_link(one, facts.base)) and address.startswith("http")), None
    )


def _list_categories(facts: Facts) -> tuple[str, ...]:
    said = [*list_strings(facts.article.get("articleSection")), *facts.list_metas("article:section")]
    return tuple(dict.fromkeys(text for one in said if (text := clean_line(fragment_text(one))) and len(text) < 60))


def _drop_repeats(document: Document, title: str | None, summary: str | None) -> Document:
    """Take the title and the summary out of the beginning of a body that repeats them."""
    repeated = {_fold(text) for text in (title, summary) if text}
    kept: list[Block] = []
    for number, block in enumerate(document.blocks):
        if number < _REPEATS and block.kind is not BlockKind.IMAGE and _fold(block.text) in repeated:
            continue
        kept.append(block)
    return Document(tuple(kept), document.links)


def _fold(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
