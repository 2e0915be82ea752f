"""The linear reader: one line is heard, and what it asks for is said."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TextIO

from newstui.config import Settings
from newstui.errors import NewstuiError, ReadOnlyError, unforeseen
from newstui.i18n import _, quoted, translate_error
from newstui.library.facade import Library
from newstui.model import View
from newstui.ui.linear.articles import ArticleDesk
from newstui.ui.linear.choices import Choice
from newstui.ui.linear.commands import COMMANDS, find_command
from newstui.ui.linear.console import Console
from newstui.ui.linear.lists import ListDesk
from newstui.ui.linear.reading import ReadDesk
from newstui.ui.linear.refreshing import Background, refresh_aloud
from newstui.ui.linear.shelf import Shelf
from newstui.ui.linear.talk import Talk
from newstui.ui.linear.wording import sentence


def run_linear_reader(
    library: Library,
    settings: Settings,
    *,
    view: View | None = None,
    hears: TextIO | None = None,
    says: TextIO | None = None,
) -> None:
    """Read on two streams, the standard ones if none are given, until they end or the reader is left.

    `view` is what was asked for on the command line, None for the whole library.
    """
    LinearReader(library, settings, Console(hears or sys.stdin, says or sys.stdout), view).run()


class LinearReader:
    """A conversation, and the desks that do what is asked for in it, by the groups of their commands."""

    def __init__(self, library: Library, settings: Settings, console: Console, view: View | None) -> None:
        self._talk = Talk(library, settings, console, Shelf(library, "", (), View()))
        self._opened = view
        self._background = Background(library, settings)
        self._read = ReadDesk(self._talk)
        self._list = ListDesk(self._talk, self._read)
        article = ArticleDesk(self._talk, self._read)
        self._desks: dict[str, object] = {
            "read": self._read,
            **dict.fromkeys(("list", "go", "find"), self._list),
            **dict.fromkeys(("article", "edition", "quote", "link"), article),
            **dict.fromkeys(("source", "program"), self),
        }

    def run(self) -> None:
        """Hear and say until the end."""
        self._greet()
        while self._talk.running:
            for line in self._background.take():
                self._talk.say(line)
            try:
                heard = self._talk.console.hear()
                if heard is None:
                    break
                self._do(heard)
            except KeyboardInterrupt:
                self._talk.say("")  # the terminal has written ^C
                self._talk.say(_("Type q to leave, ? for help."))
            except NewstuiError as error:
                self._talk.say(translate_error(error))
            except BrokenPipeError:
                raise
            except Exception as error:  # noqa: BLE001  whatever goes wrong is told; the reader goes on
                self._talk.say(translate_error(unforeseen(error)))
        self._talk.keep_place()
        self._background.stop()

    def _greet(self) -> None:
        library = self._talk.library
        view, title = self._opened or View(), _("What you opened") if self._opened else _("All")
        if library.read_only:
            self._talk.say(translate_error(ReadOnlyError(library.paths.library_file)))
        elif self._opened is None and not library.list_sources():
            self._talk.say(_("Nothing is subscribed to yet. Try: newstui add ADDRESS"))
            view, title = library.open_welcome(), _("Welcome")
        elif self._opened is None and self._talk.settings["refresh.at_start"] and not library.offline:
            self._background.start()
        self._talk.say(_("newstui. Enter goes on, a number opens a story, ? lists all commands."))
        self._list.show(title, view)
        if self._opened is not None and len(self._talk.shelf) == 1:
            self._read.open_number(1)

    def _do(self, line: str) -> None:
        choices, self._talk.choices = self._talk.choices, []
        if line.isdecimal():
            self._choose(int(line), choices)
            return
        word, _space, rest = line.partition(" ")
        if line.startswith("/"):
            word, rest = "/", line[1:].strip()
        found = find_command(word)
        if len(found) == 1:
            command = found[0]
            do: Callable[[str], None] = getattr(self._desks[command.group], command.method)
            do(rest.strip())
        elif found:
            enter = _("Enter")
            titles = ", ".join(f"{_(command.title)} ({command.key or enter})" for command in found)
            self._talk.say(_("{word} may mean: {commands}").format(word=word, commands=sentence(titles)))
        else:
            self._talk.say(_("{word} is no command. ? lists all of them.").format(word=quoted(word)))

    def _choose(self, chosen: int, choices: list[Choice]) -> None:
        if not choices:
            self._read.open_number(chosen)
        elif 1 <= chosen <= len(choices):
            choices[chosen - 1][1]()
        else:
            self._talk.choices = choices
            self._talk.say(_("There are {count} choices.").format(count=len(choices)))

    def source_refresh_all(self, _rest: str = "") -> None:
        """Fetch what is new."""
        if self._talk.library.offline:
            self._talk.say(_("Offline: nothing is fetched. Start without --offline to look for news."))
        elif not self._talk.library.list_sources():
            self._talk.say(_("Nothing is subscribed to yet. Try: newstui add ADDRESS"))
        elif self._background.running:
            self._talk.say(_("A refresh is going on already."))
        else:
            refresh_aloud(self._talk.library, self._talk.say)

    def program_help(self, _rest: str = "") -> None:
        """List all commands."""
        self._talk.say(_("Type a command and Enter: its letters, or its name or the beginning of it."))
        self._talk.say(_("A number: open the headline with this number, or choose what is offered."))
        for command in COMMANDS:
            typed = " ".join(filter(None, [command.key or _("Enter"), _(command.takes)]))
            does = f"{sentence(_(command.title))} {_(command.help)}"
            self._talk.say(_("{typed}: {does}").format(typed=typed, does=does))

    def program_quit(self, _rest: str = "") -> None:
        """Leave at once."""
        self._talk.running = False
