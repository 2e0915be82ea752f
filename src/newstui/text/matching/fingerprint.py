"""What of an article survives translation, in a few hundred bytes."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit
from zlib import crc32

from newstui.model import Document
from newstui.record import record
from newstui.text.anchors import COGNATE_LENGTH, Anchor, find_anchors
from newstui.text.expansion import as_in_english

KINDS: Final = (Anchor.NUMBER, Anchor.DATE, Anchor.NAME, Anchor.MEANING, Anchor.COGNATE, Anchor.ADDRESS)
FINGERPRINT_VERSION: Final = 1
"""Raised when the vocabulary or the rules for anchors change: fingerprints of two versions do not compare."""
_MOST: Final = 96  # features: the beginning of an article tells its story
_KIND_BITS: Final = 28  # a feature is its kind in the upper four bits, and the checksum of its anchor below


@record
class Fingerprint:
    """What of an article survives translation, to be stored as it is.

    `length` is that of the whole text, in letters that it would have in English. `features` holds numbers of four bytes, little-endian: anchors, hashed, and the address of the lead image. They
    stand in the order of the text, are the same on every machine, and change when the vocabulary or the anchors' rules do.
    """

    language: str | None
    published: datetime | None
    length: int
    features: bytes

    def unpack(self) -> array[int]:
        """The features as numbers."""
        numbers = array("I", self.features)
        if sys.byteorder == "big":
            numbers.byteswap()
        return numbers


def fingerprint(
    title: str,
    summary: str | None,
    document: Document,
    *,
    language: str | None,
    published: datetime | None,
    image: str | None = None,
) -> Fingerprint:
    """Take an article's fingerprint; `image` is the address of its lead image."""
    texts = (title, summary or "", *(block.text for block in document.blocks))
    features = dict.fromkeys(_hash_image(image) if image else ())
    for text in texts:
        if len(features) >= _MOST:
            break
        anchors = filter(_tells, find_anchors(text, language))
        features.update(dict.fromkeys(sorted(map(hash_anchor, anchors))))
    numbers = array("I", list(features)[:_MOST])
    if sys.byteorder == "big":
        numbers.byteswap()
    length = as_in_english(sum(map(len, texts)), language)
    return Fingerprint(language, published, round(length), numbers.tobytes())


def hash_anchor(anchor: str) -> int:
    """The number of an anchor."""
    return KINDS.index(Anchor(anchor[0])) << _KIND_BITS | crc32(anchor.encode()) >> 32 - _KIND_BITS


def kind_of(feature: int) -> Anchor:
    """What kind of anchor a feature is."""
    return KINDS[feature >> _KIND_BITS]


def _tells(anchor: str) -> bool:
    """Whether an anchor adds something: the beginning of a longer name stands for it already, as a cognate."""
    return anchor[0] != Anchor.NAME or len(anchor) <= COGNATE_LENGTH


def _hash_image(url: str) -> Iterator[int]:
    """An image by its path: hosts, sizes asked for in the query and schemes differ between editions."""
    if (path := urlsplit(url).path.lower().rstrip("/")).count("/"):
        yield hash_anchor(Anchor.ADDRESS + path)
