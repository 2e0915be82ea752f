"""The tags of a story, the last one completed from those that are known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import on
from textual.content import Content
from textual.suggester import Suggester
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from newstui.errors import UsageError
from newstui.i18n import _
from newstui.text.tags import clean_tag, fold_tag
from newstui.ui.content import foreign_content
from newstui.ui.dialogs.dialog import Dialog
from newstui.ui.panes.lines import Lines


class TagsDialog(Dialog[list[str]]):
    """Answers with all the tags that the story is to have."""

    def __init__(self, what: str, own: Sequence[str], known: Sequence[str]) -> None:
        """`what` is the headline, `own` the tags that it has, `known` those that there are."""
        super().__init__(_("Tags"))
        self._what = what
        self._own = own
        self._known = known

    def compose_content(self) -> Iterable[Widget]:
        """The headline, a line of tags, and those that there are."""
        yield Static(foreign_content(self._what, "bold"), classes="what")
        line = ", ".join(self._own)
        yield Input(
            f"{line}, " if line else "",
            placeholder=_("Tags, a comma between two"),
            compact=True,
            select_on_focus=False,
            suggester=LastTagSuggester(self._known),
            id="query",
        )
        yield Lines(id="tags")
        yield Static(Content(_("Right completes, Enter keeps these tags, Tab goes to the list.")), classes="hint")

    def on_mount(self) -> None:
        """Show the tags that there are."""
        super().on_mount()
        self._show()

    @on(Input.Changed, "#query")
    def _narrow(self) -> None:
        self._show()

    @on(Input.Submitted, "#query")
    def _submit(self, event: Input.Submitted) -> None:
        try:
            self.answer([clean_tag(tag) for tag in split_tags(event.value)])
        except UsageError as error:
            self.fail(error)

    @on(OptionList.OptionSelected)
    def _add(self, event: OptionList.OptionSelected) -> None:
        """Put a tag of the list in the place of what was typed last."""
        line = self.query_one("#query", Input)
        whole = [part.strip() for part in line.value.split(",")[:-1]]
        line.value = ", ".join([*whole, self._known[int(event.option_id or 0)], ""])
        line.cursor_position = len(line.value)
        line.focus()

    def _show(self) -> None:
        """List the tags that the last word begins or is in, but for those that are taken."""
        parts = self.query_one("#query", Input).value.split(",")
        taken, typed = {fold_tag(part.strip()) for part in parts[:-1]}, fold_tag(parts[-1].strip())
        lines = self.query_one("#tags", Lines)
        shown = [
            Option(foreign_content(name), id=str(number))
            for number, name in enumerate(self._known)
            if typed in fold_tag(name) and fold_tag(name) not in taken
        ]
        lines.display = bool(shown)
        lines.show_lines(shown)


class LastTagSuggester(Suggester):
    """Completes what stands behind the last comma."""

    def __init__(self, known: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._known = known

    async def get_suggestion(self, value: str) -> str | None:
        """Return the line with its last tag completed."""
        before, comma, last = value.rpartition(",")
        typed = fold_tag(last.strip())
        space = last[: len(last) - len(last.lstrip())]
        found = next((name for name in self._known if typed and fold_tag(name).startswith(typed)), None)
        if found is None or len(found) < len(last.strip()):
            return None
        # What was typed stays as it is: a suggestion is a continuation.
        return f"{before}{comma}{space}{last.strip()}{found[len(last.strip()) :]}"


def split_tags(line: str) -> list[str]:
    """Return the tags of a line, each once."""
    return list(dict.fromkeys(part.strip() for part in line.split(",") if part.strip()))
