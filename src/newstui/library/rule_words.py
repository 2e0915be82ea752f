"""Rules in the words of the interface's language."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from typing import Final

from newstui.i18n import N_, _, format_number, quoted
from newstui.library.rules import Trial
from newstui.model import Action, ActionKind, Notice

_TRIALS: Final = {
    ActionKind.HIDE: N_("It would have hidden {found} of {total} stories."),
    ActionKind.READ: N_("It would have marked {found} of {total} stories as read."),
    ActionKind.STAR: N_("It would have starred {found} of {total} stories."),
    ActionKind.TAG: N_("It would have tagged {found} of {total} stories."),
    ActionKind.MOVE: N_("It would have moved {found} of {total} stories."),
    ActionKind.FULLTEXT: N_("It would have fetched the full text of {found} of {total} stories."),
    ActionKind.NOTIFY: N_("It would have told of {found} of {total} stories."),
    ActionKind.RUN: N_("It would have run the command for {found} of {total} stories."),
}


def describe_actions(actions: Sequence[Action]) -> str:
    """Return what a rule does: "hide · tag “sports”"."""
    return " · ".join(map(_describe, actions))


def _describe(action: Action) -> str:
    match action.kind:
        case ActionKind.HIDE:
            return _("hide")
        case ActionKind.READ:
            return _("mark as read")
        case ActionKind.STAR:
            return _("star")
        case ActionKind.TAG:
            return _("tag {name}").format(name=quoted(action.words[0]))
        case ActionKind.MOVE:
            return _("move to {name}").format(name=quoted(action.words[0]))
        case ActionKind.FULLTEXT:
            return _("fetch the full text")
        case ActionKind.NOTIFY:
            return _("notify")
        case ActionKind.RUN:
            return _("run {name}").format(name=shlex.join(action.words))


def tell_trial(trial: Trial, actions: Sequence[Action] = ()) -> str:
    """Return what trying a rule came to, in the word for what it does where that is one thing."""
    kinds = {action.kind for action in actions}
    said = _(_TRIALS[kinds.pop()]) if len(kinds) == 1 else _("It would have been done with {found} of {total} stories.")
    return said.format(found=format_number(trial.found), total=format_number(trial.total))


def tell_notice(notice: Notice, most: int = 3) -> str:
    """Return the headlines that a rule tells of, at most so many, on one line."""
    told = " · ".join(notice.titles[:most])
    rest = len(notice.titles) - most
    return f"{told} (+{format_number(rest)})" if rest > 0 else told
