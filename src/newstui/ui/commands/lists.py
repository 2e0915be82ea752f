"""Lists, and finding in them."""

from __future__ import annotations

from typing import Final

from newstui.errors import N_
from newstui.ui.commands.command import IN_LISTS, Command, Pane

LISTS: Final = (
    Command(
        "list.filter",
        ("f",),
        N_("All, unread, starred"),
        N_("Show only what is unread, then only what is starred, then everything again."),
        footer=(Pane.HEADLINES,),
    ),
    Command(
        "list.editions",
        ("V",),
        N_("Editions as rows"),
        N_("Show each edition of a story in a row of its own, or one row for each story again."),
    ),
    Command(
        "list.mark-read",
        ("A",),
        N_("Mark all read"),
        N_("Mark everything in this list as read."),
        footer=IN_LISTS,
    ),
    Command("list.undo", ("u",), N_("Undo"), N_("Undo the last mark.")),
    Command("find.start", ("/",), N_("Find"), N_("Find words in the article or among the headlines.")),
    Command(
        "find.search",
        ("F",),
        N_("Search"),
        N_("Search all articles by words, languages, sources, dates; what is found is listed while you type."),
        footer=(Pane.HEADLINES,),
    ),
    Command("find.previous", ("N",), N_("Previous match"), N_("Go to the previous match of what is being found.")),
)
