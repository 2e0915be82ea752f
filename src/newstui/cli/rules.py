"""`rules`: what is done by itself with what arrives."""

from __future__ import annotations

import shlex
from typing import Any, Final

import click

from newstui.cli import plain
from newstui.cli.searching import catch_up, mistakes_shown
from newstui.cli.session import Session, listing_group
from newstui.errors import N_, UsageError
from newstui.i18n import _, format_number, ngettext, translate_error
from newstui.model import Action, ActionKind, Rule
from newstui.printing.records import format_moment

_QUERY: Final = {"ignore_unknown_options": True, "help_option_names": ["--help"]}
"""A word that is not wanted looks like an option: -lang:en."""


def build_rules() -> click.Group:
    """Build `rules` with its own commands; alone it lists the rules."""
    return listing_group(
        "rules",
        list_rules,
        [_build_add(), _build_try(), _build_apply(), _build_remove(), _build_on(), _build_off(), _build_place()],
    )


def list_rules(session: Session, *, as_json: bool) -> None:
    """Print the rules in the order in which they are done."""
    for rule in session.library.rules.list_rules():
        if as_json:
            session.print_json(rule_record(rule))
        else:
            session.print_text(rule_lines(rule))


def rule_record(rule: Rule) -> dict[str, Any]:
    """Return a rule as JSON has it."""
    return {
        "rule": rule.key,
        "query": rule.query,
        "actions": [[action.kind.value, *action.words] for action in rule.actions],
        "enabled": rule.enabled,
        "matched": rule.matched,
        "matched_at": format_moment(rule.matched_at),
        "error": translate_error(rule.error) if rule.error else None,
    }


def rule_lines(rule: Rule) -> str:
    """Return a rule as text: its number and query, what it does, and what went wrong with it."""
    from newstui.library.rule_words import describe_actions

    mark = " " if rule.enabled else "-"
    done = ngettext("done {count} time", "done {count} times", rule.matched)
    facts = [describe_actions(rule.actions), done.format(count=format_number(rule.matched))]
    if not rule.enabled:
        facts.append(_("switched off"))
    lines = [f"{rule.key:>4} {mark} {rule.query}", f"       {' · '.join(facts)}"]
    if rule.error:
        lines.append("       " + _("Failed: {reason}").format(reason=translate_error(rule.error)))
    return "\n".join(lines)


def _build_add() -> click.Command:
    @click.pass_obj
    def add(session: Session, /, query: tuple[str, ...], apply: bool, **given: Any) -> None:
        text = " ".join(query)
        with mistakes_shown(text):
            rule, _undo = session.library.rules.add(text, read_actions(**given))
        session.print_text(rule_lines(rule))
        if given["run"] and not session.settings["rules.run_commands"]:
            said = _("Commands are not run until {file} says so: rules.run_commands = true")
            session.say(said.format(file=session.paths.config_file))
        if apply:
            _apply(session, rule.key)

    options = [
        click.Argument(["query"], nargs=-1, required=True),
        *_action_options(),
        click.Option(["--apply"], is_flag=True, help=_("Do it with what is here already, too.")),
    ]
    return click.Command("add", callback=add, params=options, context_settings=_QUERY, help=_("Add a rule."))


def _action_options() -> list[click.Parameter]:
    return [
        click.Option(["--hide"], is_flag=True, help=_("Hide the story; is:hidden lists what is hidden.")),
        click.Option(["--read"], is_flag=True, help=_("Mark as read.")),
        click.Option(["--star"], is_flag=True, help=_("Star.")),
        click.Option(["--tag"], metavar="TAG", multiple=True, help=_("Tag; may be given several times.")),
        click.Option(["--move"], metavar="FOLDER", help=_("Show the story in this folder, not in its source’s own.")),
        click.Option(["--fulltext"], is_flag=True, help=_("Fetch the full text.")),
        click.Option(["--notify"], is_flag=True, help=_("Tell of it.")),
        click.Option(
            ["--run"],
            metavar="COMMAND",
            multiple=True,
            help=_("Run a command, without a shell; the article is in its environment (NEWSTUI_TITLE, …)."),
        ),
    ]


def read_actions(
    *,
    hide: bool,
    read: bool,
    star: bool,
    tag: tuple[str, ...],
    move: str | None,
    fulltext: bool,
    notify: bool,
    run: tuple[str, ...],
) -> list[Action]:
    """Return what options ask for; raises UsageError for a command that cannot be split into words."""
    flags = {
        ActionKind.HIDE: hide,
        ActionKind.READ: read,
        ActionKind.STAR: star,
        ActionKind.FULLTEXT: fulltext,
        ActionKind.NOTIFY: notify,
    }
    actions = [Action(kind) for kind, asked in flags.items() if asked]
    actions += [Action(ActionKind.TAG, (name,)) for name in tag]
    actions += [Action(ActionKind.MOVE, (move,))] if move is not None else []
    return actions + [Action(ActionKind.RUN, _split(command)) for command in run]


def _split(command: str) -> tuple[str, ...]:
    try:
        return tuple(shlex.split(command))
    except ValueError:
        raise UsageError(N_("{command}: a quotation mark is never closed"), command=command) from None


def _build_try() -> click.Command:
    @click.pass_obj
    def try_(session: Session, /, query: tuple[str, ...], limit: int, **given: Any) -> None:
        from newstui.library.rule_words import tell_trial

        text, actions = " ".join(query), read_actions(**given)
        if (rule := _find_rule(session, text)) is not None:
            text, actions = rule.query, list(rule.actions)
        catch_up(session, text)
        with mistakes_shown(text):
            trial = session.library.rules.try_query(text)
        session.say(tell_trial(trial, actions))
        now, rows = session.library.now(), session.library.load_headlines(trial.newest[:limit])
        for article in session.library.store.articles.get_many([row.id for row in rows]):
            session.print_text(plain.headline_line(article, now))

    options = [
        click.Argument(["query"], nargs=-1, required=True),
        *_action_options(),
        click.Option(
            ["--limit"],
            metavar="N",
            type=click.IntRange(min=0, max=200),
            default=10,
            help=_("Show so many of the stories, the newest."),
        ),
    ]
    summary = _("Say with how many stories a rule would have been done, and change nothing.")
    return click.Command("try", callback=try_, params=options, context_settings=_QUERY, help=summary)


def _find_rule(session: Session, text: str) -> Rule | None:
    """The rule with this number, where there is one."""
    rules = session.library.rules.list_rules() if text.isdecimal() else []
    return next((rule for rule in rules if str(rule.key) == text), None)


def _build_apply() -> click.Command:
    @click.pass_obj
    def apply(session: Session, rule: int) -> None:
        _apply(session, rule)

    return click.Command(
        "apply", callback=apply, params=[_rule_argument()], help=_("Do a rule with what is here already.")
    )


def _apply(session: Session, key: int) -> None:
    query = session.library.store.rules.get(key).query
    catch_up(session, query)
    with mistakes_shown(query):
        undo = session.library.rules.apply(key)
    changed = ngettext("{count} article changed", "{count} articles changed", undo.count or 0)
    session.say(changed.format(count=format_number(undo.count or 0)))


def _build_remove() -> click.Command:
    @click.pass_obj
    def remove(session: Session, rule: int) -> None:
        removed, _undo = session.library.rules.remove(rule)
        session.say(_("Removed: {title}").format(title=removed.query))

    return click.Command(
        "remove", callback=remove, params=[_rule_argument()], help=_("Remove a rule; what it has done stays.")
    )


def _build_place() -> click.Command:
    @click.pass_obj
    def place(session: Session, rule: int, place: int) -> None:
        session.library.rules.place(rule, place)
        list_rules(session, as_json=False)

    params: list[click.Parameter] = [
        _rule_argument(),
        click.Argument(["place"], metavar="PLACE", type=click.IntRange(min=1)),
    ]
    return click.Command(
        "place", callback=place, params=params, help=_("Do a rule at another place among the others, 1 for the first.")
    )


def _build_on() -> click.Command:
    @click.pass_obj
    def on(session: Session, rule: int) -> None:
        session.print_text(rule_lines(session.library.rules.enable(rule, True)))

    return click.Command("on", callback=on, params=[_rule_argument()], help=_("Switch a rule on."))


def _build_off() -> click.Command:
    @click.pass_obj
    def off(session: Session, rule: int) -> None:
        session.print_text(rule_lines(session.library.rules.enable(rule, False)))

    return click.Command("off", callback=off, params=[_rule_argument()], help=_("Switch a rule off."))


def _rule_argument() -> click.Argument:
    return click.Argument(["rule"], metavar="RULE", type=int)
