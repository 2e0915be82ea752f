"""The rules: each with what it does, how often it was done and what went wrong; what can be done with one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from newstui.i18n import _, format_number, ngettext, translate_error
from newstui.library.facade import Library
from newstui.library.rule_words import describe_actions, tell_trial
from newstui.library.rules import Trial
from newstui.library.undo import Undo
from newstui.model import Rule
from newstui.ui.content import foreign_content
from newstui.ui.dialogs.choose import Choice, ChooseDialog
from newstui.ui.dialogs.dialog import Dialog
from newstui.ui.dialogs.new_rule import NewRuleDialog
from newstui.ui.panes.lines import Lines

_NEW = "new"


class RulesDialog(Dialog[str]):
    """Answers with what was done last, in words. `remember` is given what undoes a change."""

    def __init__(self, library: Library, remember: Callable[[Undo], None], query: str) -> None:
        """`query` is the search that is shown, offered for a new rule."""
        super().__init__(_("Rules"))
        self._library = library
        self._remember = remember
        self._search = query
        self._rules: dict[str, Rule] = {}
        self._said: str | None = None

    def compose_content(self) -> Iterable[Widget]:
        """The list, and what Enter does."""
        yield Lines(id="rules")
        yield Static(Content(_("Enter offers what can be done with a rule, Escape closes.")), classes="hint")

    def on_mount(self) -> None:
        """List the rules."""
        super().on_mount()
        self.query_one(Lines).focus()
        self._load()

    def close(self) -> None:
        """Answer with what was done last."""
        self.answer(self._said)

    def _load(self) -> None:
        self.threads.ask("rules", self._library.rules.list_rules, self._show)

    def _show(self, rules: Sequence[Rule]) -> None:
        self._rules = {str(rule.key): rule for rule in rules}
        rows = [Option(_draw(rule), id=str(rule.key)) for rule in rules]
        rows.append(Option(Content.styled(_("+ Add a rule"), "bold $text-accent"), id=_NEW))
        self.query_one(Lines).show_lines(rows)

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        rule = self._rules.get(event.option_id or "")
        if rule is None:
            self.app.push_screen(NewRuleDialog(self._library, self._search), self._added)
            return
        choices = [
            Choice("try", _("Try"), help=_("Say with how many stories it would have been done.")),
            Choice("switch", _("Switch off") if rule.enabled else _("Switch on")),
            Choice("apply", _("Do it now"), help=_("Do it with what is here already, too.")),
            *self._list_places(rule),
            Choice("remove", _("Remove"), help=_("What it has done stays.")),
        ]
        dialog = ChooseDialog(rule.query, _("What shall be done"), choices)
        self.app.push_screen(dialog, partial(self._do, rule))

    def _list_places(self, rule: Rule) -> list[Choice]:
        """Where else it may be done: before the rule above it, after the one below it."""
        keys = list(self._rules)
        place = keys.index(str(rule.key)) + 1
        said = _("A later rule sees what an earlier one has done.")
        earlier = [Choice(f"place {place - 1}", _("Do it earlier"), help=said)] if place > 1 else []
        return earlier + ([Choice(f"place {place + 1}", _("Do it later"), help=said)] if place < len(keys) else [])

    def _do(self, rule: Rule, chosen: str | None) -> None:
        rules = self._library.rules
        match chosen:
            case "try":
                self.threads.ask("try", partial(rules.try_query, rule.query), partial(self._tell_trial, rule))
            case "switch":
                self.threads.write(partial(rules.enable, rule.key, not rule.enabled), lambda _rule: self._load())
            case "apply":
                self.threads.write(partial(rules.apply, rule.key), self._applied)
            case "remove":
                self.threads.write(partial(rules.remove, rule.key), self._removed)
            case str() if chosen.startswith("place "):
                self.threads.write(partial(rules.place, rule.key, int(chosen.split()[1])), self._placed)

    def _tell_trial(self, rule: Rule, trial: Trial) -> None:
        self.tell(tell_trial(trial, rule.actions))

    def _placed(self, undo: Undo) -> None:
        self._remember(undo)
        self._load()

    def _applied(self, undo: Undo) -> None:
        self._remember(undo)
        count = undo.count or 0
        changed = ngettext("{count} article changed", "{count} articles changed", count)
        self._note(changed.format(count=format_number(count)))

    def _removed(self, removed: tuple[Rule, Undo]) -> None:
        rule, undo = removed
        self._remember(undo)
        self._note(_("Removed: {title}").format(title=rule.query))

    def _added(self, added: tuple[Rule, Undo] | None) -> None:
        if added is not None:
            rule, undo = added
            self._remember(undo)
            self._note(_("From now on: {actions}").format(actions=describe_actions(rule.actions)))

    def _note(self, said: str) -> None:
        self._said = said
        self.tell(said)
        self._load()


def _draw(rule: Rule) -> Content:
    done = ngettext("done {count} time", "done {count} times", rule.matched)
    facts = [describe_actions(rule.actions), done.format(count=format_number(rule.matched))]
    if not rule.enabled:
        facts.append(_("switched off"))
    lines = [
        foreign_content(rule.query, "bold" if rule.enabled else "$quiet"),
        foreign_content(" · ".join(facts), "$quiet"),
    ]
    if rule.error is not None:
        lines.append(foreign_content(translate_error(rule.error), "$text-error"))
    return Content("\n").join(lines)
