"""Articles as plain text."""

from __future__ import annotations

import textwrap

from newstui.i18n import _
from newstui.model import Block, BlockKind, Reading
from newstui.printing.lines import byline, enclosure_line


def write_text(reading: Reading, width: int = 80) -> str:
    """Return an article as plain text, its lines at most `width` columns wide."""
    article = reading.article
    parts = [textwrap.fill(article.title, width), byline(article), article.url or article.path or ""]
    head = "\n".join(part for part in parts if part)
    summary = [textwrap.fill(article.summary, width)] if article.summary else []
    blocks = [_block_text(block, width) for block in reading.document.blocks]
    enclosures = ["\n".join(map(enclosure_line, article.enclosures))]
    return "\n\n".join(part for part in [head, *summary, *blocks, *enclosures] if part)


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
