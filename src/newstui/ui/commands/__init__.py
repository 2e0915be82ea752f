"""The one table of commands: bindings, palette, key line, help, docs/keys.md and the names in the user's keymap.

A module holds the commands of one or more groups. The screen does a command in `action_command(name)`; on the main
screen its desk does, "article.star" in `ArticleDesk.star`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from newstui.errors import N_
from newstui.ui.commands.articles import ARTICLES
from newstui.ui.commands.chores import CHORES
from newstui.ui.commands.command import Command, Context, Pane
from newstui.ui.commands.comparing import COMPARING
from newstui.ui.commands.editions import EDITIONS
from newstui.ui.commands.filing import FILING
from newstui.ui.commands.keys import KEYS
from newstui.ui.commands.links import LINKS
from newstui.ui.commands.lists import LISTS
from newstui.ui.commands.media import MEDIA
from newstui.ui.commands.moving import MOVING
from newstui.ui.commands.program import PROGRAM
from newstui.ui.commands.quotes import QUOTES, SAYINGS
from newstui.ui.commands.reports import REPORTS
from newstui.ui.commands.selecting import SELECTING
from newstui.ui.commands.settings import SETTINGS
from newstui.ui.commands.sharing import SHARING
from newstui.ui.commands.sources import SOURCES

if TYPE_CHECKING:
    from textual.binding import BindingType

__all__ = ["BY_NAME", "COMMANDS", "GROUPS", "Command", "Context", "Pane", "group_commands", "list_bindings", "no_key"]

GROUPS: Final = {
    "go": N_("Opening and leaving"),
    "move": N_("Moving"),
    "read": N_("Reading on"),
    "article": N_("Article"),
    "media": N_("Pictures and sound"),
    "link": N_("Links"),
    "select": N_("Selecting"),
    "share": N_("Saving and sharing"),
    "edition": N_("Languages"),
    "compare": N_("Side by side"),
    "quote": N_("Quotes"),
    "said": N_("Lists of quotes"),
    "list": N_("Lists"),
    "find": N_("Finding"),
    "file": N_("Tags, views, rules"),
    "source": N_("Sources"),
    "chore": N_("Long work"),
    "pane": N_("Panes"),
    "program": N_("The program"),
    "report": N_("Reports"),
    "settings": N_("Settings"),
    "keys": N_("Keys"),
    "dialog": N_("Dialogs"),
}

COMMANDS: Final = (
    *MOVING,
    *EDITIONS,
    *COMPARING,
    *ARTICLES,
    *MEDIA,
    *SELECTING,
    *SHARING,
    *QUOTES,
    *SAYINGS,
    *LINKS,
    *LISTS,
    *FILING,
    *SOURCES,
    *CHORES,
    *PROGRAM,
    *REPORTS,
    *SETTINGS,
    *KEYS,
)

BY_NAME: Final = {command.name: command for command in COMMANDS}


def list_bindings(*contexts: Context) -> list[BindingType]:
    """Return the bindings of a class that does the commands of these contexts; descriptions are still messages.

    A command without keys gets a binding too, to a key that no keyboard has, so that the user's keymap can give it one,
    and so that it is known to hold here when keys are pressed after each other.
    """
    from textual.binding import Binding  # the table itself is read without the screen, too: by ui.linear

    return [
        Binding(
            ",".join(key for key in command.keys if " " not in key) or no_key(command.name),
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
