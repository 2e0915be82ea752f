"""A parsed body: blocks of plain text with character ranges that mean something.

All offsets are code points into the block's own text, half-open, `0 <= start < end <= len(text)`.

These four are made by the hundred for each article that arrives, so they are msgspec's structs: made in a fifth of a
dataclass' time, and written and read as JSON by compiled code. The order of their fields is that of the stored form
(store/documents.py); a new field comes last and has a default.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class BlockKind(StrEnum):
    """What a block is; the values are the ones that `show --json` prints."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    LIST_ITEM = "list_item"
    CODE = "code"
    TABLE = "table"
    IMAGE = "image"
    RULE = "rule"


class SpanKind(StrEnum):
    """What a range of characters is."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    LINK = "link"
    STRIKE = "strike"
    QUOTE = "quote"
    """An HTML <q>: the range holds the words and the marks around them, which are put into the text."""
    PLACE = "place"
    """Words that lead to a place in the document itself, such as the mark of a footnote, or a note's way back."""


class Span(Struct, frozen=True, array_like=True, gc=False):
    """A range of a block's text.

    `link` is an index into the document's links where the kind is LINK; where it is PLACE, a number that the block has
    among its `places` to which the words lead. There may be no such block: texts are cut.
    """

    start: int
    end: int
    kind: SpanKind
    link: int | None = None


class Block(Struct, frozen=True, array_like=True, gc=False):
    """A structural unit of a document.

    `level` is a heading's rank (1 to 6), or how deep a list item or a quotation is nested (from 1).
    `info` is what the kind alone does not say: a list item's number ("3."; None for a bullet), the language of a
    block of code, the address of an image (whose text is its caption). A table's text holds a row a line, its
    cells apart by tabs. A paragraph may hold line breaks that its author set. A rule's text is empty.
    `places` are numbers of the document's own, by which spans of the kind PLACE lead here.
    """

    kind: BlockKind
    text: str
    level: int | None = None
    spans: tuple[Span, ...] = ()
    info: str | None = None
    places: tuple[int, ...] = ()


class Link(Struct, frozen=True, array_like=True, gc=False):
    """Where words lead; the address is absolute and http, https or mailto."""

    text: str
    url: str


class Document(Struct, frozen=True, array_like=True, gc=False):
    """A body: neither the title nor the summary of its article is in it."""

    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()

    def plain_text(self) -> str:
        """All blocks' texts, a blank line between two."""
        return "\n\n".join(block.text for block in self.blocks if block.text)
