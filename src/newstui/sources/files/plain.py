"""A plain text, as somebody copied or wrote it, to an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from newstui.model import (
    Block,
    BlockKind,
    Document,
    Link,
    ParsedArticle,
    Span,
    SpanKind,
)
from newstui.sources.files.head import ends_quoted, has_stop, read_head
from newstui.sources.files.paragraphs import Paragraph, display_width, item_mark, read_paragraphs
from newstui.sources.files.switch import list_editions, tell_language
from newstui.text.clean import clean_text
from newstui.text.language_switch import take_language_switch

_WIDEST_HEADING: Final = 95  # columns
_LONGEST_HEADING: Final = 14  # words
_RULE: Final = re.compile(r"^(?:[-*_=~#]\s?){3,}$|^[⁂☆★]+$")
_QUOTED: Final = re.compile(r"^[\"'“„«‘‚»].*[\"'”“»’«]$|[:,]\s*[\"'“„«‘‚»].*[\"'”“»’«]$")
_NO_HEADING: Final = re.compile(r"[—–-]|http|[a-zß-ÿа-я]")
_URL: Final = re.compile(r"https?://[^\s<>\"'»”“)\]]+(?<![.,;:!?])")


def read_plain(text: str, path: Path, language: str | None) -> ParsedArticle:
    """Return the article in a text that holds one line at least; `language` is what its name says."""
    lines, switch = take_language_switch(clean_text(text.replace("\f", "\n\n")).split("\n"))
    head = read_head(read_paragraphs(lines) or [Paragraph("")])
    document = _build_document(head.body)
    language, origin = tell_language(
        language, switch, "\n".join((head.title, head.summary or "", document.plain_text()))
    )
    return ParsedArticle(
        guid=str(path),
        path=str(path),
        url=head.url,
        title=head.title or path.stem,
        summary=head.summary,
        authors=head.authors,
        published=head.published,
        language=language,
        language_origin=origin,
        categories=(head.kicker.strip(" :"),) if head.kicker else (),
        document=document,
        editions=list_editions(switch, language),
    )


def _build_document(paragraphs: Sequence[Paragraph]) -> Document:
    links: list[Link] = []
    blocks = []
    for position in range(len(paragraphs)):
        block = _build_block(paragraphs, position)
        spans = []
        for found in _URL.finditer(block.text):
            spans.append(Span(found.start(), found.end(), SpanKind.LINK, len(links)))
            links.append(Link(found[0], found[0]))
        blocks.append(Block(block.kind, block.text, block.level, tuple(spans), block.info))
    return Document(tuple(blocks), tuple(links))


def _build_block(paragraphs: Sequence[Paragraph], position: int) -> Block:
    paragraph = paragraphs[position]
    text = paragraph.text
    if _RULE.match(text):
        return Block(BlockKind.RULE, "")
    mark = item_mark(text)
    if mark and _in_list(paragraphs, position):
        number = f"{mark['number']}." if mark["number"] else None
        return Block(BlockKind.LIST_ITEM, text[mark.end() :], 1 + min(paragraph.indent // 2, 5), info=number)
    if paragraph.underlined or _is_heading(paragraphs, position):
        return Block(BlockKind.HEADING, text, 2)
    return Block(BlockKind.PARAGRAPH, text)


def _in_list(paragraphs: Sequence[Paragraph], position: int) -> bool:
    """Whether a neighbour has a mark of the same sort: a dash alone opens a line of dialogue, a number a date.

    Numbers must follow one another.
    """
    mark = item_mark(paragraphs[position].text)
    if mark is None:
        return False
    for step in (-1, 1):
        other = position + step
        near = item_mark(paragraphs[other].text) if 0 <= other < len(paragraphs) else None
        if near and near["number"] and mark["number"]:
            if int(near["number"]) - int(mark["number"]) == step:
                return True
        elif near and near["mark"] == mark["mark"]:
            return True
    return mark["mark"] in "*•‣▪◦"


def _is_heading(paragraphs: Sequence[Paragraph], position: int) -> bool:
    """Whether a paragraph is a heading by its look: short, no full stop, and a paragraph that is longer below it."""
    text = paragraphs[position].text
    if position + 1 == len(paragraphs) or display_width(text) > _WIDEST_HEADING or len(text.split()) > _LONGEST_HEADING:
        return False
    if has_stop(text) or ends_quoted(text) or _QUOTED.search(text) or _NO_HEADING.match(text):
        return False
    below = display_width(paragraphs[position + 1].text)
    if text.endswith(("!", "?", "！", "？", "؟")):
        above = display_width(paragraphs[position - 1].text) if position else _WIDEST_HEADING
        return above > 1.5 * _WIDEST_HEADING and below > 2 * _WIDEST_HEADING
    return below > 1.2 * display_width(text) and (below > 60 or has_stop(paragraphs[position + 1].text))
