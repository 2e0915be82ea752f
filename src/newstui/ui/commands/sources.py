"""Sources."""

from __future__ import annotations

from typing import Final

from newstui.errors import N_
from newstui.ui.commands.command import IN_LISTS, Command, Context, Pane

SOURCES: Final = (
    Command(
        "source.refresh",
        ("r",),
        N_("Refresh"),
        N_("Fetch what is new in this source."),
        footer=(Pane.SOURCES,),
    ),
    Command("source.refresh-all", ("R",), N_("Refresh all"), N_("Fetch what is new in all sources."), footer=IN_LISTS),
    Command(
        "source.add",
        ("+", "a"),
        N_("Add a source"),
        N_("Add a feed, a site, a file or a directory."),
        footer=(Pane.SOURCES,),
    ),
    Command("source.starters", ("S",), N_("Starter sources"), N_("Choose among sources to start with, by language.")),
    Command(
        "source.about",
        ("H",),
        N_("About this source"),
        N_("Say how the source is, why it is stale and when it is due; change its name, folder, language, full text."),
    ),
    Command(
        "source.move",
        ("M",),
        N_("Move to a folder"),
        N_(
            "Put the source under the cursor into another folder; on a folder: give it another name, or put it into one."
        ),
        Context.SOURCES,
    ),
    Command(
        "source.remove",
        ("d", "delete"),
        N_("Remove the source"),
        N_("Unsubscribe from the source under the cursor, or remove the folder; what is starred or tagged stays."),
        Context.SOURCES,
    ),
    Command(
        "source.several",
        ("comma m",),
        N_("Several sources"),
        N_("Mark several sources, then move or remove them all."),
    ),
    Command(
        "source.fold",
        ("-",),
        N_("Fold or unfold"),
        N_("Hide or show what is in the folder under the cursor, or in the group of the headlines in which it is."),
        at="order",
    ),
    Command("source.stop", ("comma x",), N_("Stop refreshing"), N_("Stop the refresh that is going on.")),
    Command(
        "source.failures",
        ("!",),
        N_("What failed"),
        N_("List the sources that could not be refreshed, each with the reason."),
    ),
)
