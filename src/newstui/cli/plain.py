"""Articles, headlines and quotations as plain text and as Markdown."""

from __future__ import annotations

import re
import shutil
import textwrap
from collections.abc import Iterable, Iterator
from datetime import datetime

from newstui.i18n import _, format_age, format_date, format_datetime, language_name, quoted
from newstui.model import (
    Article,
    Block,
    BlockKind,
    Edition,
    Enclosure,
    Image,
    Quote,
    QuoteKind,
    Reading,
    Reason,
    Span,
    SpanKind,
)

_SPECIAL = re.compile(r"([\\`*_\[\]<>])")


def text_width() -> int:
    """Return the columns that running text may take: the terminal's, at most 80."""
    return min(shutil.get_terminal_size((80, 24)).columns, 80)


def headline_line(article: Article, now: datetime) -> str:
    """Return one row of a list: id, marks, age, languages, title."""
    marks = ("★" if article.status.starred else " ") + (" " if article.status.read else "●")
    at = article.published or article.status.arrived_at
    languages = "·".join(dict.fromkeys(tag for tag in (article.language, *_available(article.editions)) if tag))
    return f"{article.id}  {marks}  {format_age(at, now) if at else '':>8}  {languages:<8}  {article.title}"


def _available(editions: Iterable[Edition]) -> Iterator[str]:
    return (edition.language for edition in editions if edition.available)


def byline(article: Article) -> str:
    """Return who wrote an article, when and where, on one line."""
    language = language_name(article.language) if article.language else None
    if language and article.overruled:
        declared = language_name(article.overruled)
        language = _("{language} (declared: {declared})").format(language=language, declared=declared)
    parts = [
        article.source_title,
        ", ".join(article.authors),
        format_datetime(article.published) if article.published else None,
        language,
    ]
    return " · ".join(part for part in parts if part)


def article_text(reading: Reading) -> str:
    """Return an article as plain text, wrapped."""
    article, width = reading.article, text_width()
    parts = [textwrap.fill(article.title, width), byline(article), article.url or article.path or ""]
    head = "\n".join(part for part in parts if part)
    summary = [textwrap.fill(article.summary, width)] if article.summary else []
    blocks = [_block_text(block, width) for block in reading.document.blocks]
    enclosures = ["\n".join(map(enclosure_line, article.enclosures))]
    return "\n\n".join(part for part in [head, *summary, *blocks, *enclosures] if part)


def enclosure_line(enclosure: Enclosure) -> str:
    """Return what comes with an article, on one line: "↓ audio/mpeg · 12:30 · 14 MB · https://…"."""
    size = f"{max(1, round(enclosure.length / 1_000_000))} MB" if enclosure.length else None
    length = _tell_duration(enclosure.duration) if enclosure.duration else None
    return "↓ " + " · ".join(fact for fact in (enclosure.type, length, size, enclosure.url) if fact)


def _tell_duration(seconds: int) -> str:
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"


def image_line(image: Image) -> str:
    """Return an image: whether it is kept, its kind, its caption, and where it is."""
    mark = "●" if image.path else "○"
    return " · ".join([f"{mark} {image.type or _('image')}", *filter(None, (image.caption, image.path or image.url))])


def _block_text(block: Block, width: int) -> str:
    depth = "  " * ((block.level or 1) - 1)
    match block.kind:
        case BlockKind.LIST_ITEM:
            mark = f"{depth}{block.info or '•'} "
            return textwrap.fill(block.text, width, initial_indent=mark, subsequent_indent=" " * len(mark))
        case BlockKind.QUOTE:
            return _fill_lines(block.text, width, depth + "> ")
        case BlockKind.CODE:
            return textwrap.indent(block.text, "    ")
        case BlockKind.TABLE:
            return "\n".join(" | ".join(line.split("\t")) for line in block.text.splitlines())
        case BlockKind.IMAGE:
            caption = block.text or _("image")
            return f"[{caption}]"
        case BlockKind.RULE:
            return "* * *"
        case _:
            return _fill_lines(block.text, width, "")


def _fill_lines(text: str, width: int, indent: str) -> str:
    return "\n".join(
        textwrap.fill(line, width, initial_indent=indent, subsequent_indent=indent) for line in text.splitlines()
    )


def article_markdown(reading: Reading) -> str:
    """Return an article as Markdown."""
    article = reading.article
    address = f"<{article.url}>" if article.url else article.path or ""
    parts = [f"# {_escape(article.title)}", "  \n".join(part for part in (_escape(byline(article)), address) if part)]
    if article.summary:
        parts.append(f"*{_escape(article.summary)}*")
    links = [link.url for link in reading.document.links]
    parts += [_block_markdown(block, links) for block in reading.document.blocks]
    parts.append("\n".join(f"- <{enclosure.url}>" for enclosure in article.enclosures))
    return "\n\n".join(part for part in parts if part)


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
            rows = [
                [_escape(cell).replace("|", "\\|") for cell in line.split("\t")] for line in block.text.splitlines()
            ]
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
        out.append(_escape(block.text[offset : offset + 1]))
    return "".join(out)


def _span_marks(span: Span, links: list[str]) -> tuple[str, str]:
    if span.kind is SpanKind.LINK and span.link is not None:
        return "[", f"]({links[span.link]})"
    mark = _MARKS.get(span.kind, "")
    return mark, mark


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def quote_line(quote: Quote) -> str:
    """Return a quotation with its speaker: ● for speech, ○ for a term."""
    mark = "●" if quote.kind is QuoteKind.SPEECH else "○"
    speaker = f" — {quote.speaker}" if quote.speaker else ""
    return f"{mark} {quoted(quote.text)}{speaker}"


def quote_markdown(quote: Quote, article: Article) -> str:
    """Return a quotation as a Markdown block quote with its source."""
    lines = "\n".join(f"> {_escape(line)}" for line in quote.text.splitlines())
    source = [quote.speaker, article.source_title, format_date(article.published) if article.published else None]
    address = f"<{article.url}>" if article.url else article.path
    said = ", ".join([_escape(part) for part in source if part] + ([address] if address else []))
    return f"{lines}\n>\n> — {said}" if said else lines


_REASONS = {
    Reason.USER: lambda: _("tied by you"),
    Reason.NAME: lambda: _("by its name"),
    Reason.DECLARED: lambda: _("declared by the page"),
    Reason.FEED: lambda: _("declared by the feed"),
    Reason.MATCHED: lambda: _("matched by its content"),
    Reason.LISTED: lambda: _("listed in the text"),
}


def edition_line(edition: Edition) -> str:
    """Return an edition: its language, where it is, and why it is one."""
    where = edition.path or edition.url or edition.id or _("no address known")
    mark = "●" if edition.available else "○"
    return f"{mark} {edition.language:<6} {language_name(edition.language):<14} {where}  ({_REASONS[edition.reason]()})"
