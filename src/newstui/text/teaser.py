"""Whether a feed gives an article's text or only the beginning of it, by its length and by how it ends."""

from __future__ import annotations

import re
from typing import Final

from newstui.model import Document

_PARAGRAPH: Final = 500
"""How many characters a paragraph of news has, a long one; teasers of feeds have 100 to 400."""

_DENSE: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Kana, ideographs, Hangul: a text in them has less than half of the characters that it has in letters."""

_CUT: Final = re.compile(r"(?:…|\.\.\.|\[(?:…|\.\.\.|&hellip;)\]|\((?:…|\.\.\.)\))\W*$")
"""The marks of what was cut off at the end of a text."""


def is_teaser(summary: str | None, document: Document) -> bool:
    """Whether summary and text together are less than a paragraph, or break off within the first."""
    texts = [block.text for block in document.blocks if block.text.strip()]
    said = "".join((summary or "", *texts))
    if len(said) + len(_DENSE.findall(said[:_PARAGRAPH])) < _PARAGRAPH:
        return True
    return len(texts) <= 1 and bool(_CUT.search(texts[0] if texts else said))


def measure_text(document: Document) -> int:
    """Return how many characters a document has to read."""
    return sum(len(block.text) for block in document.blocks)
