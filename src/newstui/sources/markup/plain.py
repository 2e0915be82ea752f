"""Plain text to blocks: paragraphs between blank lines, addresses as links."""

from __future__ import annotations

import re
from typing import Final

from newstui.model import Block, BlockKind, Document, Link, Span, SpanKind
from newstui.text.clean import clean_text

_BLANK_LINES: Final = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_SPACES: Final = re.compile(r"[ \t]+")
_ADDRESS: Final = re.compile(r"\bhttps?://[^\s<>\"“”«»]+[^\s<>\"“”«».,;:!?'’…)\]]")
_WRAPPED: Final = range(50, 86)
"""Code points in a line that an editor or a mailer has broken."""


def parse_plain(text: str, *, keep_lines: bool = True) -> Document:
    """Return the paragraphs of a plain text.

    Lines stay as their author broke them, unless they are all of the length that hard-wrapped lines have; without
    `keep_lines` they are joined.
    """
    blocks: list[Block] = []
    numbers: dict[str, int] = {}
    for part in _BLANK_LINES.split(clean_text(text).replace("\u00ad", "")):
        lines = [line for raw in part.split("\n") if (line := _SPACES.sub(" ", raw).strip())]
        if not lines:
            continue
        paragraph = ("\n" if keep_lines and not _is_wrapped(lines) else " ").join(lines)
        blocks.append(Block(BlockKind.PARAGRAPH, paragraph, spans=_find_links(paragraph, numbers)))
    return Document(tuple(blocks), tuple(Link(url, url) for url in numbers))


def _is_wrapped(lines: list[str]) -> bool:
    return len(lines) > 1 and all(len(line) in _WRAPPED for line in lines[:-1]) and len(lines[-1]) < _WRAPPED.stop


def _find_links(text: str, numbers: dict[str, int]) -> tuple[Span, ...]:
    """Find the addresses in a paragraph; a new one gets the next number."""
    return tuple(
        Span(found.start(), found.end(), SpanKind.LINK, numbers.setdefault(found[0], len(numbers)))
        for found in (_ADDRESS.finditer(text) if "://" in text else ())
    )
