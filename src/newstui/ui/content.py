"""Foreign text on the screen: always Content, never markup, and in the order in which it is read."""

from __future__ import annotations

from typing import Final

from textual.content import Content

from newstui.text.bidi import show_in_order

_LONGEST: Final = 120
"""Longer text is wrapped where it is shown: turned round before that, its last line would come first."""


class _Terminal:
    """What the terminal does, which is the same for everything that is shown in it."""

    reorders = True


def leave_order_to_terminal(terminal_reorders: bool) -> None:
    """Say whether the terminal itself puts right-to-left text in order; until it is said, it does."""
    _Terminal.reorders = terminal_reorders


def put_in_order(text: str) -> str:
    """Return a line of text as it must be written for right-to-left words in it to be read."""
    return text if _Terminal.reorders or len(text) > _LONGEST else show_in_order(text)


def foreign_content(text: str, style: str = "") -> Content:
    """Return text that others wrote as Content on which brackets mean nothing; `style` is ours, a TCSS style."""
    shown = put_in_order(text)
    return Content.styled(shown, style) if style else Content(shown)
