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
        "share.hand-on",
        ("|",),
        N_("Hand on"),
        N_("Hand the article to one of your programs, which the configuration names under [share]."),
    ),
)
