"""Whether a feed gives an article's text or only the beginning of it, by its length and by how it ends."""

from __future__ import annotations

import re
from typing import Final

from newstui.model import Document

_PARAGRAPH: Final = 500
"""How many characters a paragraph of news has, a long one; teasers of feeds have 100 to 400."""

_CUT: Final = re.compile(r"(?:…|\.\.\.|\[(?:…|\.\.\.|&hellip;)\]|\((?:…|\.\.\.)\))\W*$")
"""The marks of what was cut off at the end of a text."""


def is_teaser(summary: str | None, document: Document) -> bool:
    """Whether summary and text together are less than a paragraph, or break off within the first."""
    texts = [block.text for block in document.blocks if block.text.strip()] or [summary or ""]
    if measure_text(document) + len(summary or "") < _PARAGRAPH:
        return True
    return len(texts) == 1 and bool(_CUT.search(texts[0]))


def measure_text(document: Document) -> int:
    """Return how many characters a document has to read."""
    return sum(len(block.text) for block in document.blocks)
