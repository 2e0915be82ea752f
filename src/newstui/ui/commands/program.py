"""Panes, the program itself, dialogs."""

from __future__ import annotations

from typing import Final

from newstui.errors import N_
from newstui.ui.commands.command import IN_EVERY, Command, Context

PROGRAM: Final = (
    Command("pane.next", ("tab",), N_("Next pane"), N_("Go to the next pane."), footer=IN_EVERY),
    Command("pane.previous", ("shift+tab",), N_("Previous pane"), N_("Go to the previous pane.")),
    Command("pane.sources", ("1",), N_("Sources"), N_("Go to the sources.")),
    Command("pane.headlines", ("2",), N_("Headlines"), N_("Go to the headlines.")),
    Command("pane.article", ("3",), N_("Article"), N_("Go to the article.")),
    Command("pane.languages", ("4",), N_("Languages"), N_("Go to the story's languages.")),
    Command("pane.quotes", ("5",), N_("Quotes"), N_("Go to the article's quotes.")),
    Command("pane.fold", ("v",), N_("Fold the pane"), N_("Fold this pane away; its number brings it back.")),
    Command(
        "pane.place",
        ("comma p",),
        N_("Move the pane"),
        N_("Put the sources to the other side, the headlines beside the article, languages and quotes below, or back."),
        at="border",
    ),
    Command(
        "pane.narrower",
        ("alt+left",),
        N_("Border to the left"),
        N_("Move the upright border of this pane to the left."),
        at="border",
    ),
    Command(
        "pane.wider",
        ("alt+right",),
        N_("Border to the right"),
        N_("Move the upright border of this pane to the right."),
        at="border",
    ),
    Command("pane.higher", ("alt+up",), N_("Border up"), N_("Move the level border of this pane up."), at="border"),
    Command(
        "pane.lower", ("alt+down",), N_("Border down"), N_("Move the level border of this pane down."), at="border"
    ),
    Command(
        "pane.reset",
        ("alt+0",),
        N_("Panes as at first"),
        N_("Give all panes the places and sizes that they have at first; a double click on a border resets that one."),
        at="border",
    ),
    Command("pane.alone", ("z",), N_("Article alone"), N_("Show the article alone, and the panes again.")),
    Command(
        "program.help",
        ("?", "f1"),
        N_("Help"),
        N_("List all keys, to be searched by what they do."),
        footer=IN_EVERY,
    ),
    Command(
        "program.palette",
        ("ctrl+p", ":"),
        N_("Commands"),
        N_("Search commands and sources by name."),
    ),
    Command("program.theme", ("comma t",), N_("Colours"), N_("Choose the colours.")),
    Command("program.language", (), N_("Language of the program"), N_("Choose the language of menus and messages.")),
    Command("program.copy", ("ctrl+c",), N_("Copy selection"), N_("Copy what is selected with the mouse.")),
    Command("program.quit", ("ctrl+q",), N_("Quit"), N_("Quit at once."), Context.EVERYWHERE),
    Command("dialog.close", ("escape",), N_("Close"), N_("Close the dialog."), Context.DIALOG),
)
