"""Tags, saved views, rules, and what an article said before."""

from __future__ import annotations

from typing import Final

from newstui.errors import N_
from newstui.ui.commands.command import Command, Pane

FILING: Final = (
    Command(
        "file.tag",
        ("t",),
        N_("Tags"),
        N_("Give the story tags, or take them away. What is tagged is kept for good."),
        footer=(Pane.ARTICLE,),
    ),
    Command(
        "file.hide",
        ("comma h",),
        N_("Hide"),
        N_("Hide the story, or show it again; is:hidden finds what is hidden."),
    ),
    Command(
        "file.changes",
        ("=",),
        N_("What has changed"),
        N_("Show what the article said before, and what has changed since."),
    ),
    Command(
        "file.save-view",
        ("comma v",),
        N_("Save the search"),
        N_("Save the search as a view, which stands among the sources; on a view: give it another name."),
    ),
    Command(
        "file.rules",
        ("comma r",),
        N_("Rules"),
        N_("List what is done by itself with what arrives; add a rule, try one, switch one off, remove one."),
    ),
)
