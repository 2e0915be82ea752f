"""Quotations and their speakers."""

from __future__ import annotations

from typing import Final

from newstui.errors import N_
from newstui.ui.commands.command import IN_OPEN, Command, Pane

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
        "quote.copy-or-link",
        ("y",),
        N_("Copy link"),
        N_("Copy the quotation that is chosen, with its speaker, source and date; where none is, the address."),
        footer=IN_OPEN,
    ),
    Command(
        "quote.copy",
        ("Y",),
        N_("Copy quote"),
        N_("Copy the quotation with its speaker, source and date."),
    ),
    Command(
        "quote.filter",
        ("w",),
        N_("This speaker"),
        N_("Show what this speaker says and nothing else, in the article too; then everything again."),
        footer=(Pane.QUOTES,),
    ),
    Command(
        "quote.group",
        ("B",),
        N_("By speaker"),
        N_("List the article's quotations by speaker, or again in the order of the article."),
        footer=(Pane.QUOTES,),
    ),
    Command(
        "quote.terms",
        ("E",),
        N_("Expressions"),
        N_("Hide titles, names and so-called expressions that stand in quotation marks, or show them again."),
        footer=(Pane.QUOTES,),
    ),
    Command(
        "quote.speakers",
        ("Q",),
        N_("Speakers"),
        N_("List who is quoted in all articles, found by a part of the name, and what each of them says."),
    ),
)
