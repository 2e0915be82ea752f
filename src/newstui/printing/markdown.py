"""Articles and quotations as Markdown."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from newstui.i18n import format_date
from newstui.model import Article, Block, BlockKind, Quote, Reading, Span, SpanKind
from newstui.printing.lines import byline
from newstui.text.markdown import escape_markdown


def write_markdown(reading: Reading) -> str:
    """Return an article as Markdown."""
    article = reading.article
    address = f"<{article.url}>" if article.url else article.path or ""
    parts = [
        f"# {escape_markdown(article.title)}",
        "  \n".join(part for part in (escape_markdown(byline(article)), address) if part),
    ]
    if article.summary:
        parts.append(f"*{escape_markdown(article.summary)}*")
    links = [link.url for link in reading.document.links]
    parts += [_block_markdown(block, links) for block in reading.document.blocks]
    parts.append("\n".join(f"- <{enclosure.url}>" for enclosure in article.enclosures))
    return "\n\n".join(part for part in parts if part)


def write_markdown_collection(title: str, readings: Iterable[Reading]) -> str:
    """Return many articles as Markdown, a rule between two; the title is metadata, as pandoc and others read it."""
    # A string of JSON is one of YAML.
    head = f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---"
    return "\n\n".join([head, "\n\n---\n\n".join(map(write_markdown, readings))]) + "\n"


def _block_markdown(block: Block, links: list[str]) -> str:
    text = _inline_markdown(block, links)
    depth = "    " * ((block.level or 1) - 1)
    match block.kind:
        case BlockKind.HEADING:
            return f"{'#' * min((block.level or 2), 6)} {text}"
        case BlockKind.LIST_ITEM:
            return f"{depth}{block.info or '-'} {text}"
        case BlockKind.QUOTE:
            return "\n".join("> " * (block.level or 1) + line for line in text.splitlines())
        case BlockKind.CODE:
            fence = "`" * max(3, 1 + max(map(len, re.findall("`+", block.text)), default=0))
            return f"{fence}{block.info or ''}\n{block.text}\n{fence}"
        case BlockKind.TABLE:
            rows = [[escape_markdown(cell) for cell in line.split("\t")] for line in block.text.splitlines()]
            lines = [f"| {' | '.join(row)} |" for row in rows]
            return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]]) if rows else ""
        case BlockKind.IMAGE:
            return f"![{text}]({block.info})" if block.info else text
        case BlockKind.RULE:
            return "---"
        case _:
            return text.replace("\n", "  \n")


_MARKS = {SpanKind.STRONG: "**", SpanKind.EMPHASIS: "*", SpanKind.CODE: "`", SpanKind.STRIKE: "~~"}


def _inline_markdown(block: Block, links: list[str]) -> str:
    """Put marks at both ends of every span; spans that overlap are closed in the order in which they opened."""
    opening: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    for span in sorted(block.spans, key=lambda span: (span.start, -span.end)):
        left, right = _span_marks(span, links)
        opening.setdefault(span.start, []).append(left)
        closing.setdefault(span.end, []).insert(0, right)
    out = []
    for offset in range(len(block.text) + 1):
        out += closing.get(offset, []) + opening.get(offset, [])
        out.append(escape_markdown(block.text[offset : offset + 1]))
    return "".join(out)


def _span_marks(span: Span, links: list[str]) -> tuple[str, str]:
    if span.kind is SpanKind.LINK and span.link is not None:
        return "[", f"]({links[span.link]})"
    mark = _MARKS.get(span.kind, "")
    return mark, mark


def cite_markdown(quote: Quote, article: Article) -> str:
    """Return a quotation as a Markdown block quote with its source."""
    lines = "\n".join(f"> {escape_markdown(line)}" for line in quote.text.splitlines())
    source = [quote.speaker, article.source_title, format_date(article.published) if article.published else None]
    address = f"<{article.url}>" if article.url else article.path
    said = ", ".join([escape_markdown(part) for part in source if part] + ([address] if address else []))
    return f"{lines}\n>\n> — {said}" if said else lines
