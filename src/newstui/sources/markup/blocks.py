"""Blocks as they grow: what is open around a run of text decides which kind of block it becomes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from msgspec.structs import replace

from newstui.model import Block, BlockKind, Document, Link, Span, SpanKind
from newstui.sources.markup.inline import InlineText, Range

DEEPEST: Final = 9
"""Lists and quotations that are nested deeper count as this deep."""

_PARAGRAPH: Final = BlockKind.PARAGRAPH
_NEAR: Final = 20
"""Blocks between a caption and its image."""

_LONGEST_HEADING: Final = 300
"""Code points; a heading that nobody closed ends where the next block begins."""


@dataclass(slots=True)
class Container:
    """A list item or a quotation that is open. `written`: the item's own line is a block already."""

    kind: BlockKind
    level: int
    info: str | None = None
    written: bool = False


@dataclass(slots=True)
class Figure:
    """A figure that is open: the number of its first block, and its caption."""

    first: int
    caption: Block | None = None


@dataclass(slots=True)
class BlockWriter:
    """Collects blocks and links; the walker says what begins and ends."""

    text: InlineText = field(default_factory=InlineText)
    blocks: list[Block] = field(default_factory=list)
    containers: list[Container] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    heading: int | None = None
    in_caption: bool = False
    code: int = 0
    code_language: str | None = None
    in_cell: bool = False
    _depths: defaultdict[BlockKind, int] = field(default_factory=lambda: defaultdict(int))
    _links: list[Link] = field(default_factory=list)
    _numbers: dict[str, int] = field(default_factory=dict)
    _places: list[tuple[int, int]] = field(default_factory=list)
    """Each place's number, and that of the block that was written or would be the next when it was come by."""
    _images: list[tuple[str | None, str, str | None]] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Write text into the block that is open."""
        if self.code:
            self.text.add_kept(text)
        else:
            self.text.add(text)

    def add_line(self, text: str, ranges: Sequence[Range] = ()) -> None:
        """Write a block whose whole text this is."""
        if self.containers or self.heading is not None or self.in_caption or self.code:
            if text:
                self._write_block(text, ranges)
        elif text:
            self.blocks.append(Block(_PARAGRAPH, text, None, self._number(text, ranges) if ranges else ()))

    def add_item(self, text: str, info: str | None) -> None:
        """Write a list item whose whole text this is."""
        if text:
            level = min(self._depths[BlockKind.LIST_ITEM] + 1, DEEPEST)
            self.blocks.append(Block(BlockKind.LIST_ITEM, text, level, (), info))

    def add_heading(self, text: str, level: int) -> None:
        """Write a heading whose whole text this is."""
        self.heading = level
        self.add_line(text)
        self.heading = None

    def end_block(self) -> None:
        """An element of its own line begins or ends: so does a block, except where a block holds several lines."""
        if self.in_cell or (self.heading is not None and self.text.length < _LONGEST_HEADING):
            self.text.add(" ")
        elif self.code or self._is_in_item():
            if not self.text.line_is_blank:
                self.text.separate("\n")
        else:
            self.flush()

    def break_line(self) -> None:
        """A <br>: a line break, or the end of a paragraph where it is the second one."""
        if self.code:
            self.text.add_kept("\n")
        elif self.in_cell or self.heading is not None:
            self.text.add(" ")
        elif not self.text.line_is_blank:
            self.text.separate("\n")
        elif not self._is_in_item():
            self.flush()

    def flush(self) -> None:
        """Make a block of what was written, and of the images that stood in it."""
        if not self.text.is_blank:
            self._write_block(*self.text.take(keep_edges=bool(self.code) or self.in_cell))
        elif self.text.length:
            self.text.take()
        if self._images:
            images, self._images = self._images, []
            for image in images:
                self._write_image(*image)

    def add_image(self, url: str | None, words: str) -> None:
        """Write an image: here, or behind the block whose text it stands in."""
        leads_to = self.text.open_url()
        if self.text.is_blank and not self.in_cell:
            self._write_image(url, words, leads_to)
        else:
            self._images.append((url, words, leads_to))

    def add_linked_line(self, words: str, url: str) -> None:
        """Write a paragraph that is nothing but a link."""
        self.flush()
        self.text.open(SpanKind.LINK, url)
        self.text.add(words)
        self.text.close(SpanKind.LINK)
        self.flush()

    def add_rule(self) -> None:
        """Write a rule, unless nothing or another one stands before it."""
        self.flush()
        if self.blocks and self.blocks[-1].kind is not BlockKind.RULE:
            self.blocks.append(Block(BlockKind.RULE, ""))

    def write_table(self) -> None:
        """Make a table of what was written: a row a line, cells apart by tabs."""
        text, ranges = self.text.take(keep_edges=True)
        self.in_cell = False
        if text.strip():
            self.blocks.append(Block(BlockKind.TABLE, text, spans=self._number(text, ranges)))

    def begin_container(self, kind: BlockKind, info: str | None = None) -> None:
        """A list item or a quotation begins."""
        self.flush()
        self._depths[kind] += 1
        self.containers.append(Container(kind, min(self._depths[kind], DEEPEST), info))

    def end_container(self) -> None:
        """The innermost list item or quotation ends."""
        self.flush()
        self._depths[self.containers.pop().kind] -= 1

    def begin_figure(self) -> None:
        """A figure begins: its caption will be its image's text."""
        self.flush()
        self.figures.append(Figure(len(self.blocks)))

    def end_figure(self) -> None:
        """Give the caption to the figure's last image, or let it be a paragraph where there is none near its end."""
        self.flush()
        figure = self.figures.pop()
        if figure.caption is None:
            return
        caption = figure.caption
        for number in range(len(self.blocks) - 1, max(figure.first, len(self.blocks) - _NEAR) - 1, -1):
            block = self.blocks[number]
            if block.kind is BlockKind.IMAGE:
                self.blocks[number] = Block(BlockKind.IMAGE, caption.text, spans=caption.spans, info=block.info)
                return
        self.blocks.append(caption)

    def mark_place(self, number: int) -> None:
        """Links within the document lead here: to the block that is open, or to the next one."""
        self._places.append((number, len(self.blocks)))

    def finish(self) -> Document:
        """Return everything that was written."""
        self.flush()
        while self.blocks and self.blocks[-1].kind is BlockKind.RULE:
            self.blocks.pop()
        if self.blocks:
            for place, number in self._places:
                at = min(number, len(self.blocks) - 1)
                self.blocks[at] = replace(self.blocks[at], places=(*self.blocks[at].places, place))
        return Document(tuple(self.blocks), tuple(self._links))

    def _is_in_item(self) -> bool:
        return (
            bool(self.containers)
            and self.containers[-1].kind is BlockKind.LIST_ITEM
            and not self.containers[-1].written
            and self.heading is None
            and not self.in_caption
        )

    def _write_block(self, text: str, ranges: Sequence[Range]) -> None:
        spans = self._number(text, ranges) if ranges else ()
        container = self.containers[-1] if self.containers else None
        if self.in_caption and self.figures:
            figure, caption = self.figures[-1], Block(BlockKind.PARAGRAPH, text, spans=spans)
            if figure.caption is None:
                figure.caption = caption
            else:
                self.blocks.append(caption)
        elif self.code:
            self.blocks.append(Block(BlockKind.CODE, text, spans=spans, info=self.code_language))
        elif self.heading is not None and len(text) < _LONGEST_HEADING:
            self.blocks.append(Block(BlockKind.HEADING, text, self.heading, spans))
        elif container is None or container.written:
            self.blocks.append(Block(_PARAGRAPH, text, None, spans))
        else:
            self.blocks.append(Block(container.kind, text, container.level, spans, container.info))
            container.written = container.kind is BlockKind.LIST_ITEM

    def _write_image(self, url: str | None, words: str, leads_to: str | None) -> None:
        if any(block.kind is BlockKind.IMAGE and url is not None and block.info == url for block in self.blocks[-2:]):
            return
        spans = self._number(words, [Range(0, len(words), SpanKind.LINK, leads_to)]) if words and leads_to else ()
        self.blocks.append(Block(BlockKind.IMAGE, words, spans=spans, info=url))

    def _number(self, text: str, ranges: Sequence[Range]) -> tuple[Span, ...]:
        """Make spans of ranges; a link gets its number when its words are known."""
        spans = []
        for span in ranges:
            if span.kind is SpanKind.PLACE and span.url is not None:
                spans.append(Span(span.start, span.end, span.kind, int(span.url)))
            elif span.url is not None:
                if span.url not in self._numbers:
                    self._numbers[span.url] = len(self._links)
                    words = " ".join(text[span.start : span.end].split("\n"))
                    self._links.append(Link(words, span.url))
                spans.append(Span(span.start, span.end, span.kind, self._numbers[span.url]))
            elif span.kind is not SpanKind.LINK:
                spans.append(Span(span.start, span.end, span.kind))
        return tuple(spans)
