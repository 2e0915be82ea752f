"""The menu of a story's languages: one key goes straight to an edition."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import events, on
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from newstui.i18n import _
from newstui.model import Edition
from newstui.ui.dialogs.dialog import Dialog
from newstui.ui.panes.languages import draw_edition
from newstui.ui.panes.lines import Lines, say


class LanguagesMenu(Dialog[Edition]):
    """Answers with the edition chosen, by Enter, by its number or by the letter in front of it."""

    def __init__(self, editions: Sequence[Edition], shown: str) -> None:
        super().__init__(_("Languages of this story"))
        self._editions = editions
        self._shown = shown
        self._letters = choose_letters([edition.language for edition in editions])

    def compose_content(self) -> Iterable[Widget]:
        """The editions."""
        yield Lines(id="editions")

    def on_mount(self) -> None:
        """Put the cursor on the edition that is shown."""
        super().on_mount()
        lines = [
            Option(draw_edition(edition, self._shown, letter or str(number + 1)), id=str(number))
            for number, (edition, letter) in enumerate(zip(self._editions, self._letters, strict=True))
        ]
        if len(lines) == 1:
            lines.append(say(_("No other edition is known.")))
        here = next((n for n, edition in enumerate(self._editions) if edition.id == self._shown), 0)
        chooser = self.query_one(Lines)
        chooser.show_lines(lines, key=str(here))
        chooser.focus()

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        self.answer(self._editions[int(event.option_id or 0)])

    def on_key(self, event: events.Key) -> None:
        """Go straight to the edition whose letter or number was pressed."""
        pressed = event.character or ""
        number = self._letters.index(pressed) if pressed and pressed in self._letters else None
        if number is None and pressed.isdecimal() and 1 <= int(pressed) <= len(self._editions):
            number = int(pressed) - 1
        if number is not None:
            event.stop()
            self.answer(self._editions[number])


def choose_letters(languages: Sequence[str]) -> list[str]:
    """Return a letter of its tag for each language, none twice; empty where all are taken or the tag is unknown.

    Letters that move the cursor are left to that.
    """
    taken = set("ghjklq")
    letters = []
    for language in languages:
        letter = next((letter for letter in language.split("-")[0].lower() if letter not in taken), "")
        taken.add(letter)
        letters.append(letter)
    return letters
