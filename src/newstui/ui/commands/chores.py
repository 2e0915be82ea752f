"""What takes long and is done now and then."""

from __future__ import annotations

from typing import Final

from newstui.errors import N_
from newstui.ui.commands.command import Command

CHORES: Final = (
    Command(
        "chore.bring",
        (),
        N_("Import"),
        N_("Take over sources from OPML or newsboat, with newsboat’s articles and their status."),
    ),
    Command(
        "chore.fulltexts",
        ("comma u",),
        N_("Full texts of the list"),
        N_("Fetch the pages of what is unread in the list, the newest 200, to be read offline."),
    ),
    Command(
        "chore.clean",
        (),
        N_("Clean up"),
        N_("Show what need not be kept, and let it go: what is old or too many; what is starred or tagged stays."),
    ),
)
