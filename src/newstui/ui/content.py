"""Foreign text on the screen: always Content, never markup."""

from __future__ import annotations

from textual.content import Content


def foreign_content(text: str, style: str = "") -> Content:
    """Return text that others wrote as Content on which brackets mean nothing; `style` is ours, a TCSS style."""
    return Content.styled(text, style) if style else Content(text)
