"""The desk "share": articles saved into files and handed to the user's programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from newstui.i18n import _, format_number, ngettext
from newstui.model import Reading
from newstui.ui.desks.articles import ArticleDesk
from newstui.ui.desks.lists import ListDesk
from newstui.ui.panes.sources import row_title
from newstui.ui.room import Room

if TYPE_CHECKING:
    from newstui.ui.dialogs.save import Forms


_MOST: Final = 1000
"""So many articles of a list are saved at once, from its top."""


class ShareDesk:
    """Gives the article under the cursor, or the open one, away."""

    def __init__(self, room: Room, articles: ArticleDesk, lists: ListDesk) -> None:
        self._room = room
        self._articles = articles
        self._lists = lists

    def save(self) -> None:
        """Save the article into a file, whose name is asked for."""
        self._articles.with_reading(self._save)

    def save_list(self) -> None:
        """Save the articles of the list into one file, whose name is asked for."""
        from newstui.printing.collection import ENDINGS, write_collection
        from newstui.ui.dialogs.save import SaveDialog, name_file

        stories = [story for story in self._room.headlines.stories if story > 0][:_MOST]
        if not stories:
            self._room.warn(_("There are no articles here to be saved."))
            return
        title, library = self._lists.query or row_title(self._lists.row), self._room.library

        def write(ending: str) -> str:
            rows = library.load_headlines(stories)
            return write_collection(title, [library.get_reading(row.id) for row in rows], ending)

        forms: Forms = {ending: partial(write, ending) for ending in ENDINGS}
        said = ngettext(
            "{count} article in one file: .md for Markdown, .html or .json.",
            "{count} articles in one file: .md for Markdown, .html or .json.",
            len(stories),
        )
        make = self._make(title, partial(write, ".html"))
        explained = self._explain(said.format(count=format_number(len(stories))), make)
        dialog = SaveDialog(_("Save the list"), name_file(title, "html"), forms, explained, make)
        self._room.screen.app.push_screen(dialog, self._saved)

    def hand_on(self) -> None:
        """Hand the article to a program; of several one is chosen."""
        from newstui.ui.dialogs.choose import Choice, ChooseDialog

        programs = self._room.settings.share
        if not programs:
            said = _('No program is named. Write one under [share] in the configuration: print = ["lp"]')
            self._room.warn(said)
        elif len(programs) == 1:
            self._articles.with_reading(partial(self._run, next(iter(programs))))
        else:
            choices = [Choice(name, name, " ".join(words)) for name, words in programs.items()]
            dialog = ChooseDialog(_("Hand on"), _("A program"), choices)
            self._room.screen.app.push_screen(dialog, self._chosen)

    def _chosen(self, name: str | None) -> None:
        if name is not None:
            self._articles.with_reading(partial(self._run, name))

    def _save(self, reading: Reading) -> None:
        from newstui.printing.html import write_html
        from newstui.printing.markdown import write_markdown
        from newstui.printing.records import reading_record
        from newstui.printing.text import write_text
        from newstui.ui.dialogs.save import SaveDialog, name_file

        forms: Forms = {
            ".md": partial(write_markdown, reading),
            ".html": partial(write_html, reading),
            ".txt": partial(write_text, reading),
            ".json": lambda: json.dumps(reading_record(reading), ensure_ascii=False, indent=1) + "\n",
        }
        make = self._make(reading.article.title, partial(write_html, reading))
        explained = self._explain(_("The ending says how: .md for Markdown, .html, .txt or .json."), make)
        dialog = SaveDialog(_("Save the article"), name_file(reading.article.title, "md"), forms, explained, make)
        self._room.screen.app.push_screen(dialog, self._saved)

    def _make(self, title: str, write: Callable[[], str]) -> Callable[[Path], None] | None:
        """Return what makes files of other kinds of a page, if the user has named a program for that."""
        words = tuple(self._room.settings["commands.convert"])
        if not words:
            return None

        def make(file: Path) -> None:
            from newstui.library.conversion import convert_page

            convert_page(words, write(), file, title)

        return make

    def _explain(self, endings: str, make: Callable[[Path], None] | None) -> str:
        if make is None:
            return endings
        program = self._room.settings["commands.convert"][0]
        others = _("{program} makes others, as .epub.").format(program=program)
        return f"{endings} {others}"

    def _saved(self, file: Path | None) -> None:
        if file is not None:
            self._room.say(_("Saved: {file}").format(file=file))

    def _run(self, name: str, reading: Reading) -> None:
        from newstui.library.commands import run_command
        from newstui.printing.markdown import write_markdown

        words = self._room.settings.share[name]
        job = partial(run_command, words, reading.article, text=write_markdown(reading))
        self._room.threads.ask("share", job, lambda _none: self._room.say(_("Handed on: {name}").format(name=name)))
        self._room.say(_("Handing on: {name} …").format(name=name))
