"""What a command is, where its keys hold, and in whose key line it stands."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from newstui.record import record


class Context(StrEnum):
    """Where a command's keys are bound: on everything, on all that has something to move in, on one screen or pane."""

    EVERYWHERE = "everywhere"
    MOVING = "moving"
    MAIN = "main"
    SOURCES = "sources"
    DIALOG = "dialog"
    SAYINGS = "sayings"
    """The dialogs that list what people say."""
    REPORT = "report"
    """The dialogs that report something: statistics, messages, the library's health."""
    LINKS = "links"
    """The dialog that lists an article's links."""


class Pane(StrEnum):
    """The panes of the main screen; a command with `footer` names those in which it stands in the key line."""

    SOURCES = "sources"
    HEADLINES = "headlines"
    ARTICLE = "article"
    LANGUAGES = "languages"
    QUOTES = "quotes"
    COMPARE = "compare"


IN_DIALOGS: Final = (Context.DIALOG, Context.SAYINGS, Context.REPORT, Context.LINKS)
"""Contexts that are in force while a dialog is open, and never beside those of the main screen."""
IN_EVERY: Final = tuple(Pane)
IN_LISTS: Final = (Pane.SOURCES, Pane.HEADLINES)
IN_STORY: Final = (Pane.HEADLINES, Pane.ARTICLE)
IN_OPEN: Final = (Pane.ARTICLE, Pane.LANGUAGES, Pane.QUOTES)


@record
class Command:
    """Something that the reader can be told to do. `title` and `help` are messages, translated when shown."""

    name: str
    keys: tuple[str, ...]
    title: str
    help: str
    context: Context = Context.MAIN
    footer: tuple[Pane, ...] = ()
    at: str = ""
    """The desk that does it, where that is not the one of its group."""

    @property
    def desk(self) -> str:
        """The desk that does it: a field of the office."""
        return self.at or self.group

    @property
    def action(self) -> str:
        """Textual's action that does it."""
        owner = "app" if self.context is Context.EVERYWHERE else "screen"
        return f"{owner}.command('{self.name}')"

    @property
    def group(self) -> str:
        """The heading under which the help lists it: a key of GROUPS."""
        return self.name.partition(".")[0]

    @property
    def method(self) -> str:
        """The name of the desk's method that does it."""
        return self.name.partition(".")[2].replace("-", "_")
