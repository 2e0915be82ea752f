"""Going about: opening and leaving, moving, reading on."""

from __future__ import annotations

from typing import Final

from newstui.errors import N_
from newstui.ui.commands.command import IN_LISTS, IN_OPEN, IN_STORY, Command, Context, Pane

MOVING: Final = (
    Command(
        "go.open",
        ("enter", "l", "right"),
        N_("Open"),
        N_("Open what is under the cursor: a source, an article, an edition, a quote's place."),
        Context.MOVING,
        footer=(Pane.SOURCES, Pane.HEADLINES, Pane.LANGUAGES, Pane.QUOTES),
    ),
    Command(
        "go.back",
        ("escape", "h", "left"),
        N_("Back"),
        N_("Go back one step: from the article to the headlines, from there to the sources. Stops a refresh, too."),
        footer=(*IN_OPEN, Pane.COMPARE),
    ),
    Command("go.leave", ("q",), N_("Leave"), N_("Go back one step, and at last quit."), footer=IN_LISTS),
    Command("move.down", ("j", "down"), N_("Down"), N_("Move down by one line."), Context.MOVING),
    Command("move.up", ("k", "up"), N_("Up"), N_("Move up by one line."), Context.MOVING),
    Command("move.half-down", ("ctrl+d",), N_("Half a page down"), N_("Move down by half a page."), Context.MOVING),
    Command("move.half-up", ("ctrl+u",), N_("Half a page up"), N_("Move up by half a page."), Context.MOVING),
    Command("move.page-down", ("pagedown", "ctrl+f"), N_("Page down"), N_("Move down by a page."), Context.MOVING),
    Command("move.page-up", ("pageup", "ctrl+b"), N_("Page up"), N_("Move up by a page."), Context.MOVING),
    Command("move.top", ("g", "home"), N_("To the top"), N_("Move to the first line."), Context.MOVING),
    Command("move.bottom", ("G", "end"), N_("To the bottom"), N_("Move to the last line."), Context.MOVING),
    Command(
        "read.on",
        ("space",),
        N_("Read on"),
        N_("Turn the page; at the end of an article open the next unread one."),
        footer=IN_STORY,
    ),
    Command(
        "read.next",
        ("n",),
        N_("Next unread"),
        N_("Open the next unread article; while something is being found, go to the next match."),
        footer=IN_STORY,
    ),
    Command(
        "read.previous",
        ("p",),
        N_("Previous unread"),
        N_("Open the previous unread article."),
    ),
)
