"""Choosing what is an edition of a story: the likeliest articles first, any other found by its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from newstui.i18n import _, format_age, language_name
from newstui.library.facade import Library
from newstui.model import Headline
from newstui.ui.content import foreign_content
from newstui.ui.dialogs.dialog import Dialog
from newstui.ui.panes.lines import Lines, say
from newstui.ui.panes.spread import Spread


class TieDialog(Dialog[Headline]):
    """Answers with the story to be tied. `now` is what ages are told from."""

    def __init__(self, library: Library, article_id: str, title: str, now: datetime) -> None:
        super().__init__(_("Which article is an edition of this story?"))
        self._library = library
        self._article_id = article_id
        self._own_title = title
        self._now = now
        self._candidates: dict[str, Headline] = {}
        self._shown: str | None = None
        """The words whose candidates are shown."""
        self._submitted = False
        """Whether the first of what the typed words find is to be taken as soon as it is known."""

    def compose_content(self) -> Iterable[Widget]:
        """The story that is tied, a line to type words in, and the candidates."""
        yield Static(foreign_content(self._own_title, "bold"), id="help", markup=False)
        yield Input(placeholder=_("Words of another one"), compact=True, id="query")
        yield Lines(id="candidates")

    def on_mount(self) -> None:
        """Show the likeliest."""
        super().on_mount()
        lines = self.query_one(Lines)
        lines.can_focus = False
        lines.show_lines([say(_("Looking for articles that tell the same …"))])
        self._find("")

    @on(Input.Changed, "#query")
    def _narrow(self, event: Input.Changed) -> None:
        self._submitted = False
        self._find(event.value.strip())

    @on(Input.Submitted, "#query")
    def _submit(self, event: Input.Submitted) -> None:
        self._submitted = event.value.strip() != self._shown
        if not self._submitted:
            self.query_one(Lines).choose()

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        if event.option_id in self._candidates:
            self.answer(self._candidates[event.option_id])

    def _find(self, words: str) -> None:
        find = partial(self._library.ties.list_candidates, self._article_id, words)
        self.threads.ask("candidates", find, partial(self._show, words), long=True)

    def _show(self, words: str, candidates: Sequence[Headline]) -> None:
        self.tell("")
        self._shown = words
        self._candidates = {candidate.id: candidate for candidate in candidates}
        nothing = _("Nothing found.") if words else _("Nothing here tells the same; words find any other article.")
        lines = self.query_one(Lines)
        lines.show_lines([self._draw(candidate) for candidate in candidates] or [say(nothing)])
        lines.home()
        if self._submitted and candidates:
            self.answer(candidates[0])

    def _draw(self, candidate: Headline) -> Option:
        language = language_name(candidate.language) if candidate.language else _("Unknown language")
        facts = (language, candidate.source_title, format_age(candidate.at, self._now))
        right = foreign_content(" · ".join(filter(None, facts)), "$quiet")
        return Option(Spread(foreign_content(candidate.title), Content.assemble("  ", right)), id=candidate.id)
