"""Text in Markdown (CommonMark, with the tables of GitHub)."""

from __future__ import annotations

import re
from typing import Final

_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>|])")


def escape_markdown(text: str) -> str:
    """Keep the characters of a text from meaning something; a table's cell is safe too."""
    return _SPECIAL.sub(r"\\\1", text)
