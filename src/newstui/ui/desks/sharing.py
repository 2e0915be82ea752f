"""The desk "share": articles saved into files and handed to the user's programs."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from newstui.i18n import _
from newstui.model import Reading
from newstui.ui.desks.articles import ArticleDesk
from newstui.ui.room import Room

if TYPE_CHECKING:
    from newstui.ui.dialogs.save import Forms


class ShareDesk:
    """Gives the article under the cursor, or the open one, away."""

    def __init__(self, room: Room, articles: ArticleDesk) -> None:
        self._room = room
        self._articles = articles

    def save(self) -> None:
        """Save the article into a file, whose name is asked for."""
        self._articles.with_reading(self._save)

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
        explained = _("The ending says how: .md for Markdown, .html, .txt or .json.")
        dialog = SaveDialog(_("Save the article"), name_file(reading.article.title, "md"), forms, explained)
        self._room.screen.app.push_screen(dialog, self._saved)

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
