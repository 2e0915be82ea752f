"""A new rule: what it asks, tried while it is typed, and what it does."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Final

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from newstui.errors import NewstuiError
from newstui.i18n import N_, _
from newstui.library.facade import Library
from newstui.library.rule_words import tell_trial
from newstui.library.rules import Trial
from newstui.library.undo import Undo
from newstui.model import Action, ActionKind, Rule
from newstui.text.query import QueryError
from newstui.ui.dialogs.form import FormDialog, make_field
from newstui.ui.dialogs.tags import split_tags
from newstui.ui.find_line import MistakeHighlighter
from newstui.ui.latest import Latest
from newstui.ui.panes.lines import Lines

_TICKED: Final = {
    ActionKind.HIDE: N_("Hide the story"),
    ActionKind.READ: N_("Mark it as read"),
    ActionKind.STAR: N_("Star it"),
    ActionKind.FULLTEXT: N_("Fetch its full text"),
    ActionKind.NOTIFY: N_("Tell of it"),
}


class NewRuleDialog(FormDialog[tuple[Rule, Undo]]):
    """Answers with the rule that was added, and what undoes that."""

    def __init__(self, library: Library, query: str) -> None:
        """`query` is offered."""
        super().__init__(_("Add a rule"))
        self._library = library
        self._offered = query
        self._ticked: set[str] = set()
        self._mistake = MistakeHighlighter()
        self._latest = Latest(self.threads, "try")
        self._trial: Trial | None = None

    def compose_content(self) -> Iterable[Widget]:
        """The query, what was found with it, what to do, a tag and a folder."""
        yield Static(Content(_("What arrives and fulfils this query, written as in a search:")))
        yield Input(self._offered, compact=True, highlighter=self._mistake, id="query")
        yield Static("", id="trial", markup=False)
        yield Lines(id="actions")
        yield make_field("tag", _("Tag it"), hint=_("no tag; a comma between two"))
        yield make_field("folder", _("Move it to"), hint=_("its source’s own folder"))
        said = _("Enter ticks in the list and adds the rule elsewhere, Tab goes on, Escape closes.")
        yield Static(Content(said), classes="hint")

    def on_mount(self) -> None:
        """Try what is offered."""
        super().on_mount()
        self._show()
        self._try(self._offered)

    @on(Input.Changed, "#query")
    def _typed(self, event: Input.Changed) -> None:
        self._try(event.value)

    @on(Input.Submitted)
    def _submit(self) -> None:
        query = self.query_one("#query", Input).value.strip()
        if not query:
            self.tell(_("A query is needed."), "error")
        else:
            self.threads.write(partial(self._library.rules.add, query, self._list_actions()), self.answer)

    @on(OptionList.OptionSelected)
    def _tick(self, event: OptionList.OptionSelected) -> None:
        self._ticked.symmetric_difference_update({event.option_id or ""})
        self._show()
        self._say_trial()

    @on(Input.Changed, "#tag, #folder")
    def _say_trial(self) -> None:
        """Say what was found in the words of what the rule does."""
        said = tell_trial(self._trial, self._list_actions()) if self._trial else ""
        self.query_one("#trial", Static).update(Content.styled(said, "$quiet"))

    def _show(self) -> None:
        rows = [
            Option(Content(f"[{'x' if kind in self._ticked else ' '}] {_(title)}"), id=kind)
            for kind, title in _TICKED.items()
        ]
        self.query_one("#actions", Lines).show_lines(rows)

    def _list_actions(self) -> list[Action]:
        actions = [Action(kind) for kind in _TICKED if kind in self._ticked]
        actions += [Action(ActionKind.TAG, (tag,)) for tag in split_tags(self.read("tag") or "")]
        folder = self.read("folder")
        return actions + ([Action(ActionKind.MOVE, (folder,))] if folder else [])

    def _try(self, query: str) -> None:
        self._mistake.place = None
        if query.strip():
            self._latest.ask(partial(self._library.rules.try_query, query), self._tell_trial, failed=self._fail)
        else:
            self._latest.forget()
            self._trial = None
            self._say_trial()

    def _tell_trial(self, trial: Trial) -> None:
        self.tell("")
        self._trial = trial
        self._say_trial()

    def _fail(self, error: NewstuiError) -> None:
        if isinstance(error, QueryError):
            self._mistake.place = (error.start, error.end)
            self.query_one("#query", Input).refresh()
        self.fail(error)
