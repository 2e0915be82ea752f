"""Sources to start with, by language; each is added by Enter, as many as are wanted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from urllib.parse import urlsplit

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from newstui.errors import NewstuiError
from newstui.i18n import _, language_name
from newstui.library.facade import Library
from newstui.library.starters import Starter
from newstui.model import Source
from newstui.ui.content import foreign_content
from newstui.ui.dialogs.dialog import Dialog
from newstui.ui.panes.lines import Lines, say
from newstui.ui.panes.spread import Spread


class StartersDialog(Dialog[int]):
    """Answers with the number of sources that were added."""

    def __init__(self, library: Library, starters: Sequence[Starter]) -> None:
        super().__init__(_("Sources to start with"))
        self._library = library
        self._starters = starters
        self._state: dict[int, str] = {}

    def compose_content(self) -> Iterable[Widget]:
        """The list, and what Enter does."""
        yield Lines(id="starters")
        yield Static(Content(_("Enter adds a source, as many as you like; Escape closes.")), classes="hint")

    def on_mount(self) -> None:
        """Fill the list."""
        super().on_mount()
        self._draw()
        self.query_one(Lines).focus()

    def close(self) -> None:
        """Close with the number of sources that were added."""
        self.answer(sum(state == "added" for state in self._state.values()))

    def _draw(self) -> None:
        lines: list[Option] = []
        for language, numbered in groupby(enumerate(self._starters), key=lambda entry: entry[1].language):
            lines.append(Option(Content.styled(language_name(language), "bold $text-accent"), disabled=True))
            lines += [self._row(number, starter) for number, starter in numbered]
        self.query_one(Lines).show_lines(lines or [say(_("All of them are among your sources already."))])

    def _row(self, number: int, starter: Starter) -> Option:
        mark = {"added": "✓ ", "adding": "… ", "failed": "! "}.get(self._state.get(number, ""), "  ")
        left = Content.assemble((mark, "$text-accent"), foreign_content(starter.publisher))
        return Option(Spread(left, foreign_content(urlsplit(starter.url).netloc, "$quiet")), id=str(number))

    @on(OptionList.OptionSelected)
    def _add(self, event: OptionList.OptionSelected) -> None:
        number = int(event.option_id or 0)
        starter = self._starters[number]
        if self._state.get(number) in ("added", "adding"):
            return
        self._note(number, "adding")

        def added(source: Source) -> None:
            self._note(number, "added")
            self.tell(_("Added: {title}").format(title=source.title))

        def failed(error: NewstuiError) -> None:
            self._note(number, "failed")
            self.fail(error)

        self.threads.write(
            lambda: self._library.add_source(starter.url, title=_name(starter), language=starter.language),
            added,
            failed=failed,
            long=True,
        )

    def _note(self, number: int, state: str) -> None:
        self._state[number] = state
        self._draw()


def _name(starter: Starter) -> str:
    return f"{starter.publisher} ({starter.language})"
