"""Where sentences begin and end."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…]+[\"'”’»“)\]]*(?=\s|$)")


def split_sentences(text: str, language: str | None) -> list[tuple[int, int]]:
    """Return the sentences' ranges: code points, half-open, without the white space between them."""
    del language
    ranges: list[tuple[int, int]] = []
    start = 0
    for end in [*(match.end() for match in _END.finditer(text)), len(text)]:
        piece = text[start:end]
        if piece.strip():
            ranges.append((start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))
        start = end
    return ranges
