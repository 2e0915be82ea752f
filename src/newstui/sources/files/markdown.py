"""A Markdown file (CommonMark with tables and strikethrough, with or without front matter) to an article."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from newstui.model import Block, BlockKind, Document, ParsedArticle
from newstui.sources.files.footnotes import render_with_notes
from newstui.sources.files.front_matter import FrontMatter, take_front_matter
from newstui.sources.files.head import derive_title, read_byline
from newstui.sources.files.switch import list_editions, take_block_switch, tell_language
from newstui.sources.markup import parse_fragment
from newstui.text.clean import clean_line, clean_text
from newstui.text.dates import parse_date
from newstui.text.languages import find_by_name, normalise_tag

_AND: Final = re.compile(r"\s*(?:;|&|\bund\b|\band\b|\bet\b|\ben\b|\by\b|\be\b)\s+|,\s+")


def read_markdown(text: str, path: Path, language: str | None) -> ParsedArticle:
    """Return the article in a Markdown file; `language` is what its name says, which its front matter overrules."""
    fields, body = take_front_matter(clean_text(text))
    document = _render(body)
    title, document = _take_title(fields, document, path)
    summary = _get(fields, "summary", "description", "abstract", "excerpt", "lead", "subtitle", "deck")
    document, switch = take_block_switch(_without(document, summary))
    declared = _get(fields, "language", "lang", "locale")
    named = (normalise_tag(declared) or find_by_name(declared) if declared else None) or language
    language, origin = tell_language(named, switch, f"{title}\n{document.plain_text()}")
    authors, document = _take_authors(fields, document)
    return ParsedArticle(
        guid=str(path),
        path=str(path),
        url=_find_url(fields),
        title=title,
        summary=summary,
        authors=authors,
        published=parse_date(_get(fields, "date", "published", "publishdate", "pubdate", "created")),
        updated=parse_date(_get(fields, "updated", "lastmod", "modified", "last_modified")),
        language=language,
        language_origin=origin,
        categories=tuple(_get_list(fields, "categories", "category", "tags", "keywords")),
        image=_find_image(fields),
        document=document,
        editions=list_editions(switch, language),
        translation_of=_get(
            fields,
            "translation_of",
            "translationof",
            "translation-of",
            "translationkey",
            "translation_key",
            "ref",
            "slug",
        ),
    )


def _render(body: str) -> Document:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return parse_fragment(render_with_notes(parser, body))


def _get(fields: FrontMatter, *names: str) -> str | None:
    for name in names:
        value = fields.get(name)
        text = clean_line(value[0] if isinstance(value, list) and value else value if isinstance(value, str) else "")
        if text:
            return text
    return None


def _get_list(fields: FrontMatter, *names: str) -> list[str]:
    for name in names:
        value = fields.get(name)
        if isinstance(value, list):
            return [text for item in value if (text := clean_line(item))]
        if value:
            return [text for item in _AND.split(value) if (text := clean_line(item))]
    return []


def _find_url(fields: FrontMatter) -> str | None:
    address = _get(fields, "url", "canonical_url", "canonical", "source_url", "original_url", "link", "source")
    return address if address and re.match(r"https?://", address) else None


def _find_image(fields: FrontMatter) -> str | None:
    address = _get(fields, "image", "cover", "cover.image", "featured_image", "thumbnail", "image.src")
    return address if address and re.match(r"https?://", address) else None


def _take_title(fields: FrontMatter, document: Document, path: Path) -> tuple[str, Document]:
    """Return the title, from the front matter, else the first heading, else the first sentence; and the rest."""
    title = _get(fields, "title", "headline")
    blocks = document.blocks
    heading = next((number for number, block in enumerate(blocks[:4]) if block.kind is BlockKind.HEADING), None)
    before = all(block.kind in {BlockKind.IMAGE, BlockKind.RULE} for block in blocks[: heading or 0])
    if heading is not None and before and (title is None or _same(blocks[heading].text, title)):
        return title or clean_line(blocks[heading].text), _drop(document, heading)
    if title:
        return title, document
    first = next((block.text for block in blocks if block.kind is BlockKind.PARAGRAPH), "")
    return (derive_title(clean_line(first)) if first else path.stem), document


def _take_authors(fields: FrontMatter, document: Document) -> tuple[tuple[str, ...], Document]:
    names = _get_list(fields, "author", "authors", "byline", "author.name")
    if names:
        return tuple(names), document
    first = next(iter(document.blocks), None)
    found = read_byline(clean_line(first.text)) if first and first.kind is BlockKind.PARAGRAPH else ()
    return (found, _drop(document, 0)) if found else ((), document)


def _without(document: Document, summary: str | None) -> Document:
    first = next(iter(document.blocks), None)
    return _drop(document, 0) if summary and first and _same(first.text, summary) else document


def _same(text: str, other: str) -> bool:
    return clean_line(text).casefold().rstrip(" .") == other.casefold().rstrip(" .")


def _drop(document: Document, number: int) -> Document:
    blocks: tuple[Block, ...] = document.blocks[:number] + document.blocks[number + 1 :]
    return Document(blocks, document.links)
