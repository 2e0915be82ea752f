"""Block quotations: blocks that are set as quotations (HTML <blockquote>) and that somebody is named for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from newstui.model import BlockKind
from newstui.text.quotes.parts import Form, Part, Source, Stretch, join_parts
from newstui.text.quotes.passages import Passage

_CITE: Final = re.compile(r"[—–―-]+\s*([^\W\d_][^\n]{2,80})")
_CITE_LINE: Final = re.compile(r"(?:^|\n)\s*[—–―-]+\s*([^\W\d_][^\n]{2,80})$")


def find_blocks(passages: Sequence[Passage], marked: AbstractSet[int]) -> list[Stretch]:
    """Return the blocks that are set as quotations (HTML <blockquote>) and that somebody is named for.

    By a line of its own (— Jane Doe) at the block's end or behind it, or by a sentence before that ends with a colon.
    `marked` are the passages that hold marks: there the marks say what is quoted.
    """
    found: list[Stretch] = []
    index = 0
    while index < len(passages):
        end = index
        while end < len(passages) and passages[end].kind is BlockKind.QUOTE and end not in marked:
            end += 1
        if end == index:
            index += 1
            continue
        words_end, source = _find_source(passages, index, end)
        if source is not None:
            lengths = [len(passage.text.rstrip()) for passage in passages[index:end]]
            lengths[-1] = min(lengths[-1], words_end)
            parts = [Part(index + at, 0, length, 0, length) for at, length in enumerate(lengths) if length]
            if parts:
                stretch = join_parts(passages, parts)
                found.append(Stretch(stretch.parts, stretch.text, Form.BLOCK, source))
        index = end
    return found


def _find_source(passages: Sequence[Passage], start: int, end: int) -> tuple[int, Source | None]:
    """Return where the words of the last block end, and who is named for them."""
    last = passages[end - 1].text.rstrip()
    cite = _CITE_LINE.search(last)
    if cite:
        return len(last[: cite.start()].rstrip()), Source(end - 1, cite.start(1), cite.end(1), is_cite=True)
    behind = _CITE.fullmatch(passages[end].text.strip()) if end < len(passages) else None
    if behind and end < len(passages):
        at = passages[end].text.index(behind.group(1))
        return len(last), Source(end, at, at + len(behind.group(1)), is_cite=True)
    if start and passages[start - 1].text.rstrip().endswith(":"):
        return len(last), Source(start - 1, 0, len(passages[start - 1].text), is_cite=False)
    return len(last), None
