"""What can be typed into the linear reader, and what it means.

Where the screen has the same command, its name, title and help are those of the one table (`ui.commands`); its key is
often another, since a line may hold more than one letter, and capital letters are awkward to hear.
"""

from __future__ import annotations

from typing import Final

from newstui.errors import N_
from newstui.i18n import _
from newstui.record import record
from newstui.ui.commands import BY_NAME


@record
class LinearCommand:
    """One command: what is typed for it, its name, title and help (messages), and what may follow it."""

    key: str
    name: str
    title: str
    help: str
    takes: str = ""

    @property
    def group(self) -> str:
        """The desk that does it."""
        return self.name.partition(".")[0]

    @property
    def method(self) -> str:
        """The name of the desk's method that does it; what was typed behind the command goes to it."""
        return self.name.replace(".", "_").replace("-", "_")


def _from_table(key: str, name: str, takes: str = "", instead: str = "") -> LinearCommand:
    """Return a command of the table; `instead` is its help, where the table's speaks of the screen."""
    return LinearCommand(key, name, BY_NAME[name].title, instead or BY_NAME[name].help, takes)


COMMANDS: Final = (
    LinearCommand(
        "",
        "read.more",
        N_("More"),
        N_("Hear the next paragraph, or the next headlines; behind an article's end, the next unread one."),
    ),
    LinearCommand("b", "read.back", N_("Before"), N_("Hear the paragraph before, or the headlines before.")),
    LinearCommand("a", "read.rest", N_("All of it"), N_("Hear the rest of the article, or of the list, at once.")),
    LinearCommand("t", "read.top", N_("Top"), N_("Begin the article, or the list, again.")),
    LinearCommand("w", "read.where", N_("Where"), N_("Hear where you are.")),
    _from_table("n", "read.next", instead=N_("Open the next unread article.")),
    _from_table("p", "read.previous"),
    LinearCommand("l", "list.headlines", N_("Headlines"), N_("Leave the article, and hear the headlines.")),
    LinearCommand("so", "go.sources", N_("Sources"), N_("Choose what the headlines are of: a source, a view, all.")),
    LinearCommand(
        "f",
        "find.search",
        N_("Search"),
        N_("List what a query finds in the whole library; alone: everything again."),
        N_("WORDS"),
    ),
    LinearCommand(
        "/", "find.start", N_("Find here"), N_("Go to the next paragraph, or headline, with these words."), N_("WORDS")
    ),
    _from_table("la", "edition.choose", N_("[LANGUAGE]")),
    LinearCommand("qu", "quote.list", N_("Quotes"), N_("Hear the article's quotations, each with its speaker.")),
    _from_table("s", "article.star"),
    _from_table("m", "article.read"),
    _from_table("ma", "list.mark-read"),
    _from_table("u", "list.undo"),
    _from_table("o", "article.browser"),
    LinearCommand("li", "link.list", N_("Links"), N_("List the article's links; a number opens one in the browser.")),
    _from_table("x", "article.fulltext"),
    _from_table("r", "source.refresh-all"),
    _from_table("?", "program.help", instead=N_("List all commands.")),
    _from_table("q", "go.leave"),
    _from_table("quit", "program.quit"),
)
_BY_KEY: Final = {command.key: command for command in COMMANDS}


def find_command(word: str) -> list[LinearCommand]:
    """Return the command that a word means, by its key, its title in the interface's language or in English.

    A beginning of a title will do; where several begin so, all of them are returned.
    """
    word = word.casefold()
    if word in _BY_KEY:
        return [_BY_KEY[word]]
    whole = [command for command in COMMANDS if word in _titles(command)]
    begun = [command for command in COMMANDS if any(title.startswith(word) for title in _titles(command))]
    return whole[:1] or begun


def _titles(command: LinearCommand) -> tuple[str, str]:
    return command.title.casefold(), _(command.title).casefold()
