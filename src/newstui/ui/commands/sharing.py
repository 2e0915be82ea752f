"""Articles for other programs."""

from __future__ import annotations

from typing import Final

from newstui.errors import N_
from newstui.ui.commands.command import Command

SHARING: Final = (
    Command(
        "share.save",
        ("ctrl+s",),
        N_("Save"),
        N_("Save the article into a file: Markdown, HTML, text or JSON, by the name’s ending."),
    ),
    Command(
        "share.save-list",
        ("comma w",),
        N_("Save the list"),
        N_(
            "Save all articles of the list into one file: Markdown, HTML or JSON, or what a program of yours makes, as EPUB."
        ),
    ),
    Command(
        "share.hand-on",
        ("|",),
        N_("Hand on"),
        N_("Hand the article to one of your programs, which the configuration names under [share]."),
    ),
)
