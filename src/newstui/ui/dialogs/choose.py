"""Choosing from a list by typing a part of what it says: commands, colours, languages, sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from textual import on
from textual.content import Content
from textual.fuzzy import FuzzySearch
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from newstui.i18n import _
from newstui.ui.content import foreign_content
from newstui.ui.dialogs.dialog import Dialog
from newstui.ui.panes.lines import Lines, say
from newstui.ui.panes.spread import Spread


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose. `key` is the answer, `hint` stands at the right, `help` is said while the cursor is on it."""

    key: str
    title: str
    hint: str = ""
    help: str = ""
    heading: str = ""


_FEW: Final = 10
"""So many rows need no more height than they take."""
_AROUND: Final = 13
"""Lines of the screen that the rest of the dialog takes, with room around it."""


class ChooseDialog(Dialog[str]):
    """Answers with the key of what was chosen. `looked_at` is called with the key of what the cursor comes to."""

    def __init__(
        self,
        title: str,
        placeholder: str,
        choices: Sequence[Choice],
        *,
        at: str | None = None,
        looked_at: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__(title)
        self._placeholder = placeholder
        self._choices = {choice.key: choice for choice in choices}
        self._at = at
        self._looked_at = looked_at

    def compose_content(self) -> Iterable[Widget]:
        """A line to type in, the list, and a word about what the cursor is on."""
        yield Input(placeholder=self._placeholder, compact=True, id="query")
        yield Lines(id="choices")
        yield Static("", id="help", markup=False)

    def on_mount(self) -> None:
        """Show everything."""
        super().on_mount()
        self.query_one("#choices", Lines).can_focus = False
        self._show("")
        if self._at is not None:
            self.query_one("#choices", Lines).show_lines(self._all(), key=self._at)
            self._tell_help()

    def on_resize(self) -> None:
        """Be as high as the screen lets it, or as all of few choices need: what is typed changes no height."""
        rows = len(self._all())
        few = rows <= _FEW and rows + _AROUND <= self.size.height
        self.set_class(few, "-few")
        self.query_one("#choices", Lines).styles.height = rows if few else None

    @on(Input.Changed, "#query")
    def _narrow(self, event: Input.Changed) -> None:
        self._show(event.value.strip())

    @on(Input.Submitted, "#query")
    def _submit(self) -> None:
        self.query_one("#choices", Lines).choose()

    @on(OptionList.OptionHighlighted)
    def _look(self, event: OptionList.OptionHighlighted) -> None:
        self._tell_help()
        if self._looked_at is not None and event.option_id is not None:
            self._looked_at(event.option_id)

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        self.answer(event.option_id)

    def _show(self, query: str) -> None:
        lines = list(rank_choices(list(self._choices.values()), query)) if query else self._all()
        chooser = self.query_one("#choices", Lines)
        chooser.show_lines(lines or [say(_("Nothing is called that."))])
        if query:
            chooser.home()
        self._tell_help()

    def _all(self) -> list[Option]:
        lines = []
        for heading, choices in groupby(self._choices.values(), key=lambda choice: choice.heading):
            if heading:
                lines.append(Option(Content.styled(heading, "bold $text-accent"), disabled=True))
            lines += [_draw(choice, ()) for choice in choices]
        return lines

    def _tell_help(self) -> None:
        choice = self._choices.get(self.query_one("#choices", Lines).key or "")
        help_line = self.query_one("#help", Static)
        help_line.update(foreign_content(choice.help if choice else ""))
        help_line.display = any(choice.help for choice in self._choices.values())


def rank_choices(choices: Sequence[Choice], query: str) -> Iterator[Option]:
    """Yield the choices that a query means, the best first: by their titles, then by words in what they do."""
    fuzzy = FuzzySearch()
    ranked = []
    for place, choice in enumerate(choices):
        score, offsets = fuzzy.match(query, choice.title)
        if query == choice.hint or query in choice.hint.split():
            score += 100
        if score <= 0 and f" {query}".casefold() in f" {choice.help} {choice.heading}".casefold():
            score, offsets = 0.01, ()
        if score > 0:
            ranked.append((-score, place, choice, offsets))
    for _score, _place, choice, offsets in sorted(ranked, key=lambda entry: entry[:2]):
        yield _draw(choice, offsets)


def _draw(choice: Choice, offsets: Sequence[int]) -> Option:
    title = foreign_content(choice.title)
    for offset in offsets:
        title = title.stylize("bold $text-accent", offset, offset + 1)
    return Option(Spread(title, foreign_content(choice.hint, "$text-accent")), id=choice.key)
