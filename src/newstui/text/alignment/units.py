"""What is aligned: a block or a sentence, by its length and by what survives translation in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from newstui.model import Block, BlockKind, Document, SpanKind
from newstui.text.anchors import Anchor, find_anchors, find_marks

_FLOWING = {BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM}
# How many letters a language needs for what takes English a hundred.
_EXPANSION = {"de": 115, "nl": 112, "fr": 116, "es": 113, "pt": 111}


@dataclass(frozen=True, slots=True)
class Unit:
    """`length` in letters that the same would have in English; `flowing`: it might be merged with its neighbours."""

    length: float
    anchors: frozenset[str]
    flowing: bool = True


def measure_document(document: Document, language: str | None) -> list[Unit]:
    """One unit for each block; its kind, the address of an image and those of links count as anchors."""
    return [
        Unit(
            _measure(block.text, language),
            _anchors_of(block.text, language, [f"{Anchor.MARK}{block.kind}", *_addresses(block, document)]),
            block.kind in _FLOWING,
        )
        for block in document.blocks
    ]


def measure_texts(texts: Iterable[str], language: str | None) -> list[Unit]:
    """One unit for each text."""
    return [Unit(_measure(text, language), _anchors_of(text, language, ())) for text in texts]


def _measure(text: str, language: str | None) -> float:
    return len(text) * 100 / _EXPANSION.get((language or "").partition("-")[0], 100)


def _anchors_of(text: str, language: str | None, more: Iterable[str]) -> frozenset[str]:
    return frozenset(find_anchors(text, language).union(find_marks(text), more))


def _addresses(block: Block, document: Document) -> Iterable[str]:
    if block.kind is BlockKind.IMAGE and block.info:
        yield Anchor.ADDRESS + block.info
    for span in block.spans:
        if span.kind is SpanKind.LINK and span.link is not None:
            yield Anchor.ADDRESS + document.links[span.link].url
