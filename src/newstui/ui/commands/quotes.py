"""Quotations and their speakers."""

from __future__ import annotations

from typing import Final

from newstui.errors import N_
from newstui.ui.commands.command import Command, Pane

QUOTES: Final = (
    Command(
        "quote.next",
        ("]",),
        N_("Next quote"),
        N_("Go to the next quotation."),
        footer=(Pane.ARTICLE,),
    ),
    Command("quote.previous", ("[",), N_("Previous quote"), N_("Go to the previous quotation.")),
    Command(
        "quote.copy",
        ("Y",),
        N_("Copy quote"),
        N_("Copy the quotation with its speaker, source and date."),
        footer=(Pane.QUOTES,),
    ),
    Command(
        "quote.speakers",
        ("Q",),
        N_("Speakers"),
        N_("List who is quoted in all articles, found by a part of the name, and what each of them says."),
    ),
)
