"""One source: how it is and why, and what can be changed about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from newstui.i18n import _
from newstui.library.facade import Library
from newstui.library.upkeep import Condition
from newstui.model import FulltextRule, Source
from newstui.ui.content import foreign_content
from newstui.ui.dialogs.form import FormDialog, make_field
from newstui.ui.panes.lines import Lines


class SourceDialog(FormDialog[Source]):
    """Answers with the source as it was changed; what it says about the source's condition is to be read."""

    def __init__(self, library: Library, source: Source, condition: Condition, folders: Sequence[str]) -> None:
        super().__init__(_("About this source"))
        self._library = library
        self._source = source
        self._condition = condition
        self._folders = list(folders)

    def compose_content(self) -> Iterable[Widget]:
        """How it is, then the fields."""
        source = self._source
        address = source.url or source.path or ""
        yield Static(foreign_content(address, "$quiet"), classes="what")
        yield Static(foreign_content("\n".join(self._condition.sentences)), classes="what")
        own_title = source.title != address
        yield make_field("title", _("Name"), source.title if own_title else "", hint=_("its own"))
        yield make_field("folder", _("Folder"), source.folder or "", hint=_("none"), suggestions=self._folders)
        yield make_field("language", _("Language"), source.language or "", hint=_("what its articles say"))
        yield Static(Content(_("Full text of its articles from their pages:")), classes="rule")
        yield Lines(id="rule")
        yield Static(Content(_("How long, and how many of the newest, are kept; 0 for all:")), classes="rule")
        for name, label, kept in (("days", _("Days"), source.keep_days), ("most", _("Articles"), source.keep_articles)):
            yield make_field(name, label, "" if kept is None else str(kept), hint=_("as for every source"))
        yield Static(Content(_("Enter saves, Tab goes to the next field, Escape closes.")), classes="hint")

    def on_mount(self) -> None:
        """Show the rule that holds."""
        super().on_mount()
        words = {
            FulltextRule.NEVER: _("Only when you ask for it"),
            FulltextRule.SHORT: _("When the feed gives less than a paragraph"),
            FulltextRule.ALWAYS: _("Always"),
        }
        rows = [Option(Content(f"  {text}"), id=rule.value) for rule, text in words.items()]
        self.query_one("#rule", Lines).show_lines(rows, key=self._source.fulltext.value)

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def _save(self) -> None:
        language, good = self.read_language()
        if not good:
            return
        days, articles = self.read("days"), self.read("most")
        if not all(given is None or (given.isdecimal() and len(given) < 8) for given in (days, articles)):
            self.tell(_("How long and how many are whole numbers."), "error")
            return
        title, folder = self.read("title") or "", self.read("folder")
        rule = FulltextRule(self.query_one("#rule", Lines).key or self._source.fulltext.value)
        key, library = self._source.key, self._library

        def change() -> Source:
            library.upkeep.change(key, title=title, folder=folder, language=language, fulltext=rule)
            return library.keeping.set_limits(
                key, days=None if days is None else int(days), articles=None if articles is None else int(articles)
            )

        self.threads.write(change, self.answer)
