"""The one table of commands: bindings, palette, key line, help, docs/keys.md and the names in the user's keymap.

The screen does it in `action_command(name)`; on the main screen the desk of its group does, "article.star" in
`ArticleDesk.star`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from textual.binding import Binding, BindingType

from newstui.errors import N_


class Context(StrEnum):
    """Where a command's keys are bound: on everything, on all that has something to move in, on one screen or pane."""

    EVERYWHERE = "everywhere"
    MOVING = "moving"
    MAIN = "main"
    SOURCES = "sources"
    DIALOG = "dialog"


class Pane(StrEnum):
    """The panes of the main screen; a command with `footer` names those in which it stands in the key line."""

    SOURCES = "sources"
    HEADLINES = "headlines"
    ARTICLE = "article"
    LANGUAGES = "languages"
    QUOTES = "quotes"


_EVERY: Final = tuple(Pane)
_LISTS: Final = (Pane.SOURCES, Pane.HEADLINES)
_STORY: Final = (Pane.HEADLINES, Pane.ARTICLE)
_OPEN: Final = (Pane.ARTICLE, Pane.LANGUAGES, Pane.QUOTES)


@dataclass(frozen=True, slots=True)
class Command:
    """Something that the reader can be told to do. `title` and `help` are messages, translated when shown."""

    name: str
    keys: tuple[str, ...]
    title: str
    help: str
    context: Context = Context.MAIN
    footer: tuple[Pane, ...] = ()

    @property
    def action(self) -> str:
        """Textual's action that does it."""
        owner = "app" if self.context is Context.EVERYWHERE else "screen"
        return f"{owner}.command('{self.name}')"

    @property
    def group(self) -> str:
        """The desk that does it, and the heading under which the help lists it: a key of GROUPS."""
        return self.name.partition(".")[0]

    @property
    def method(self) -> str:
        """The name of the desk's method that does it."""
        return self.name.partition(".")[2].replace("-", "_")


GROUPS: Final = {
    "go": N_("Opening and leaving"),
    "move": N_("Moving"),
    "read": N_("Reading on"),
    "article": N_("Article"),
    "edition": N_("Languages"),
    "quote": N_("Quotes"),
    "list": N_("Lists"),
    "find": N_("Finding"),
    "source": N_("Sources"),
    "pane": N_("Panes"),
    "program": N_("The program"),
    "dialog": N_("Dialogs"),
}

COMMANDS: Final = (
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
        footer=_OPEN,
    ),
    Command("go.leave", ("q",), N_("Leave"), N_("Go back one step, and at last quit."), footer=_LISTS),
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
        footer=_STORY,
    ),
    Command(
        "read.next",
        ("n",),
        N_("Next unread"),
        N_("Open the next unread article; while something is being found, go to the next match."),
        footer=_STORY,
    ),
    Command(
        "read.previous",
        ("p",),
        N_("Previous unread"),
        N_("Open the previous unread article."),
    ),
    Command(
        "article.read",
        ("m",),
        N_("Read or unread"),
        N_("Mark the article as read, or as unread again."),
        footer=(Pane.HEADLINES,),
    ),
    Command(
        "article.star",
        ("s",),
        N_("Star"),
        N_("Star the article, or take its star away. What is starred is kept for good."),
        footer=_STORY,
    ),
    Command("article.next", ("J",), N_("Next article"), N_("Open the next article, read or not.")),
    Command("article.previous", ("K",), N_("Previous article"), N_("Open the article before, read or not.")),
    Command("article.browser", ("o",), N_("Browser"), N_("Open the article in the browser."), footer=_STORY),
    Command("article.copy-link", ("y",), N_("Copy link"), N_("Copy the article's address.")),
    Command(
        "edition.choose",
        ("L",),
        N_("Language"),
        N_("Choose the edition of the story by its language, and stay at the same paragraph."),
        footer=_STORY,
    ),
    Command("edition.next", (">",), N_("Next edition"), N_("Read on in the story's next language.")),
    Command(
        "edition.previous",
        ("<",),
        N_("Previous edition"),
        N_("Read on in the story's previous language."),
    ),
    Command(
        "article.fulltext",
        ("x",),
        N_("Full text"),
        N_("Fetch the whole article from its page; then change between the page’s text and what the feed said."),
        footer=(Pane.ARTICLE,),
    ),
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
    Command(
        "list.filter",
        ("f",),
        N_("All, unread, starred"),
        N_("Show only what is unread, then only what is starred, then everything again."),
        footer=(Pane.HEADLINES,),
    ),
    Command(
        "list.mark-read",
        ("A",),
        N_("Mark all read"),
        N_("Mark everything in this list as read."),
        footer=_LISTS,
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
    Command(
        "source.refresh",
        ("r",),
        N_("Refresh"),
        N_("Fetch what is new in this source."),
        footer=(Pane.SOURCES,),
    ),
    Command("source.refresh-all", ("R",), N_("Refresh all"), N_("Fetch what is new in all sources."), footer=_LISTS),
    Command(
        "source.add",
        ("+", "a"),
        N_("Add a source"),
        N_("Add a feed, a site, a file or a directory."),
        footer=(Pane.SOURCES,),
    ),
    Command("source.starters", ("S",), N_("Starter sources"), N_("Choose among sources to start with, by language.")),
    Command(
        "source.remove",
        ("d", "delete"),
        N_("Remove the source"),
        N_("Unsubscribe from the source under the cursor; what is starred stays."),
        Context.SOURCES,
    ),
    Command(
        "source.fold",
        ("-",),
        N_("Fold or unfold"),
        N_("Hide or show what is in the folder under the cursor."),
        Context.SOURCES,
    ),
    Command("source.stop", (), N_("Stop refreshing"), N_("Stop the refresh that is going on.")),
    Command(
        "source.failures",
        ("!",),
        N_("What failed"),
        N_("List the sources that could not be refreshed, each with the reason."),
    ),
    Command("pane.next", ("tab",), N_("Next pane"), N_("Go to the next pane."), footer=_EVERY),
    Command("pane.previous", ("shift+tab",), N_("Previous pane"), N_("Go to the previous pane.")),
    Command("pane.sources", ("1",), N_("Sources"), N_("Go to the sources.")),
    Command("pane.headlines", ("2",), N_("Headlines"), N_("Go to the headlines.")),
    Command("pane.article", ("3",), N_("Article"), N_("Go to the article.")),
    Command("pane.languages", ("4",), N_("Languages"), N_("Go to the story's languages.")),
    Command("pane.quotes", ("5",), N_("Quotes"), N_("Go to the article's quotes.")),
    Command("pane.fold", ("v",), N_("Fold the pane"), N_("Fold this pane away; its number brings it back.")),
    Command("pane.alone", ("z",), N_("Article alone"), N_("Show the article alone, and the panes again.")),
    Command(
        "program.help",
        ("?", "f1"),
        N_("Help"),
        N_("List all keys, to be searched by what they do."),
        footer=_EVERY,
    ),
    Command(
        "program.palette",
        ("ctrl+p", ":"),
        N_("Commands"),
        N_("Search commands and sources by name."),
    ),
    Command("program.theme", ("t",), N_("Colours"), N_("Choose the colours.")),
    Command("program.language", (), N_("Language of the program"), N_("Choose the language of menus and messages.")),
    Command("program.copy", ("ctrl+c",), N_("Copy selection"), N_("Copy what is selected with the mouse.")),
    Command("program.quit", ("ctrl+q",), N_("Quit"), N_("Quit at once."), Context.EVERYWHERE),
    Command("dialog.close", ("escape",), N_("Close"), N_("Close the dialog."), Context.DIALOG),
)

BY_NAME: Final = {command.name: command for command in COMMANDS}


def list_bindings(*contexts: Context) -> list[BindingType]:
    """Return the bindings of a class that does the commands of these contexts; descriptions are still messages.

    A command without keys gets a binding too, to a key that no keyboard has, so that the user's keymap can give it one.
    """
    return [
        Binding(
            ",".join(command.keys) or no_key(command.name),
            command.action,
            command.title,
            show=False,
            tooltip=command.help,
            id=command.name,
            priority=command.context is Context.EVERYWHERE,
        )
        for command in COMMANDS
        if command.context in contexts
    ]


def no_key(name: str) -> str:
    """Return the name of a key that no keyboard has: Textual takes an empty one for "leave the default"."""
    return f"no-key-{name}"


def group_commands() -> Iterator[tuple[str, list[Command]]]:
    """Yield each heading's message with the commands under it, in the order of the table."""
    for group, title in GROUPS.items():
        yield title, [command for command in COMMANDS if command.group == group]
