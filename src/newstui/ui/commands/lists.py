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
        at="order",
    ),
    Command(
        "list.sort",
        ("O",),
        N_("Order"),
        N_("Choose the order of the headlines: by date, by source, by title, or the unread ones first."),
        at="order",
    ),
    Command(
        "list.group",
        ("comma g",),
        N_("Group"),
        N_("Put the headlines of each day together under its name, then those of each source, then none."),
        at="order",
    ),
    Command(
        "list.fold-all",
        ("_",),
        N_("Fold all groups"),
        N_("Show of all groups of the headlines nothing but their names, or everything again."),
        at="order",
    ),
    Command(
        "list.new",
        ("comma n",),
        N_("New since the last visit"),
        N_("Show only what has come since the last visit, then everything again."),
    ),
    Command(
        "list.density",
        ("comma d",),
        N_("One line or two"),
        N_("Show headlines in one line each, or in two."),
        at="order",
    ),
    Command(
        "list.mark-read",
        ("A",),
        N_("Mark all read"),
        N_("Mark everything in this list as read."),
        footer=IN_LISTS,
        at="bulk",
    ),
    Command(
        "list.mark-above",
        ("comma a",),
        N_("Mark above read"),
        N_("Mark the headlines above the cursor as read."),
        at="bulk",
    ),
    Command(
        "list.mark-below",
        ("comma b",),
        N_("Mark below read"),
        N_("Mark the headlines below the cursor as read."),
        at="bulk",
    ),
    Command(
        "list.mark-older",
        ("comma o",),
        N_("Mark older read"),
        N_("Mark as read what in this list is older than a day, a week, a month."),
        at="bulk",
    ),
    Command(
        "list.undo",
        ("u",),
        N_("Undo"),
        N_("Undo the last mark."),
        at="bulk",
    ),
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
