"""The texts of an article in reading order, each with its number, as the engine walks through them."""

from __future__ import annotations

from typing import NamedTuple

from newstui.model import SUMMARY, TITLE, Block, BlockKind, Document, SpanKind

_SILENT = frozenset({BlockKind.CODE, BlockKind.RULE})


class Passage(NamedTuple):
    """A title, a summary or a block.

    `number` is the block's index, TITLE or SUMMARY. `marked` are the ranges of HTML <q> elements: code points,
    half-open, their marks included where there are any.
    """

    number: int
    text: str
    kind: BlockKind
    marked: tuple[tuple[int, int], ...] = ()


def list_passages(document: Document, title: str, summary: str | None) -> list[Passage]:
    """Return what can hold a quotation: code, rules and empty blocks are left out."""
    passages = [Passage(TITLE, title, BlockKind.HEADING)] if title else []
    if summary:
        passages.append(Passage(SUMMARY, summary, BlockKind.PARAGRAPH))
    passages += [
        Passage(number, block.text, block.kind, _list_marked(block))
        for number, block in enumerate(document.blocks)
        if block.text and block.kind not in _SILENT
    ]
    return passages


def _list_marked(block: Block) -> tuple[tuple[int, int], ...]:
    return tuple((span.start, span.end) for span in block.spans if span.kind is SpanKind.QUOTE)
