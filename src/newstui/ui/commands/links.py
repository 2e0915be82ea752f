"""The links of an article."""

from __future__ import annotations

from typing import Final

from newstui.errors import N_
from newstui.ui.commands.command import Command, Context, Pane

LINKS: Final = (
    Command(
        "link.hints",
        (";",),
        N_("Follow a link"),
        N_(
            "Put letters on the links and pictures of the screen: they open it, in capitals they copy the address, after + they add it as a source."
        ),
        footer=(Pane.ARTICLE,),
    ),
    Command(
        "link.list",
        ("comma l",),
        N_("All links"),
        N_("List where the article's links lead, to be opened, copied, or added as a source."),
    ),
    Command(
        "link.copy",
        ("y",),
        N_("Copy link"),
        N_("Copy the address of the link under the cursor."),
        Context.LINKS,
    ),
    Command(
        "link.copy-all",
        ("Y",),
        N_("Copy all"),
        N_("Copy all links as a list in Markdown."),
        Context.LINKS,
    ),
    Command(
        "link.add",
        ("a",),
        N_("Add a source"),
        N_("Add where the link under the cursor leads as a source."),
        Context.LINKS,
    ),
)
