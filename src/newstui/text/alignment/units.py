"""What is aligned: a block or a sentence, by its length and by what survives translation in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from newstui.model import Block, BlockKind, Document, SpanKind
from newstui.record import record
from newstui.text.anchors import Anchor, find_anchors, find_marks
from newstui.text.expansion import as_in_english

_LITTLE: Final = 1000.0  # letters
_FLOWING: Final = {BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM}


@record
class Unit:
    """`length` in letters that the same would have in English, as far as that is known of its language."""

    length: float
    anchors: frozenset[str]
    kind: BlockKind = BlockKind.PARAGRAPH

    @property
    def flowing(self) -> bool:
        """Whether it might be merged with its neighbours."""
        return self.kind in _FLOWING


def measure_document(document: Document, language: str | None) -> list[Unit]:
    """One unit for each block; its kind, the address of an image and those of links count as anchors."""
    return [
        Unit(
            as_in_english(len(block.text), language),
            frozenset({f"{Anchor.MARK}{block.kind}", *_addresses(block, document), *_anchors_of(block.text, language)}),
            block.kind,
        )
        for block in document.blocks
    ]


def measure_texts(texts: Iterable[str], language: str | None) -> list[Unit]:
    """One unit for each text."""
    return [Unit(as_in_english(len(text), language), frozenset(_anchors_of(text, language))) for text in texts]


def estimate_stretch(left: Iterable[Unit], right: Iterable[Unit]) -> float:
    """How much longer the right side is than the left beyond what their languages explain; little text hardly says."""
    of_left, of_right = (sum(unit.length for unit in side) + _LITTLE for side in (left, right))
    return of_right / of_left


def _anchors_of(text: str, language: str | None) -> set[str]:
    anchors = find_anchors(text, language)
    anchors.update(find_marks(text))
    return anchors


def _addresses(block: Block, document: Document) -> Iterator[str]:
    if block.kind is BlockKind.IMAGE and block.info:
        yield Anchor.ADDRESS + block.info
    for span in block.spans:
        if span.kind is SpanKind.LINK and span.link is not None:
            yield Anchor.ADDRESS + document.links[span.link].url
