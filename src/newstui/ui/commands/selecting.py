"""Selecting words without a mouse."""

from __future__ import annotations

from typing import Final

from newstui.errors import N_
from newstui.ui.commands.command import Command

SELECTING: Final = (
    Command(
        "select.caret",
        ("comma c",),
        N_("Select with keys"),
        N_(
            "Put a caret into the article: the arrows or h j k l move it, w and b by words, ) and ( by sentences, } and { by paragraphs; v begins to select, y copies."
        ),
    ),
)
