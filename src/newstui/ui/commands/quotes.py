"""Quotations and their speakers."""

from __future__ import annotations

from typing import Final

from newstui.errors import N_
from newstui.ui.commands.command import IN_OPEN, Command, Context, Pane

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
        "quote.compare",
        ("#",),
        N_("Quotes by language"),
        N_("Show the story's quotations side by side in all languages, and what each edition leaves out."),
    ),
    Command(
        "quote.speakers",
        ("Q",),
        N_("Speakers"),
        N_("List who is quoted in all articles, found by a part of the name, and what each of them says."),
    ),
)

SAYINGS: Final = (
    Command(
        "said.next-language",
        ("tab",),
        N_("Next language"),
        N_("Go to the same quotation in the next language."),
        Context.SAYINGS,
    ),
    Command(
        "said.previous-language",
        ("shift+tab",),
        N_("Previous language"),
        N_("Go to the same quotation in the language before."),
        Context.SAYINGS,
    ),
    Command(
        "said.copy",
        ("y",),
        N_("Copy quote"),
        N_("Copy the quotation under the cursor with its speaker, source and date."),
        Context.SAYINGS,
    ),
    Command(
        "said.copy-all",
        ("Y",),
        N_("Copy all"),
        N_("Copy all rows in all languages, with tabs between them, as spreadsheets take them."),
        Context.SAYINGS,
    ),
    Command(
        "said.save",
        ("s",),
        N_("Save"),
        N_("Write all rows in all languages into a file: Markdown, TSV or CSV."),
        Context.SAYINGS,
    ),
    Command(
        "said.join",
        ("=",),
        N_("The same person"),
        N_("Say that somebody else in the list of speakers is this person under another name."),
        Context.SAYINGS,
    ),
    Command(
        "said.part",
        ("x",),
        N_("Another person"),
        N_("Say that one of the names belongs to somebody else."),
        Context.SAYINGS,
    ),
)
