"""click's own messages, which it looks up in gettext's default domain.

They stand here so that they get into the catalogues; nothing imports this module.
"""

from __future__ import annotations

from newstui.errors import N_
from newstui.i18n import ngettext

CLICK_MESSAGES = (
    N_("(dynamic)"),
    N_("Argument {name!r} takes {nargs} values."),
    N_("Commands"),
    ngettext("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", 1),
    ngettext("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", 1),
    N_("Invalid value for {param_hint}: {message}"),
    N_("Invalid value: {message}"),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Missing parameter"),
    N_("No such option {name!r}."),
    N_("Option {name!r} does not take a value."),
    N_("Options"),
    N_("Positional arguments"),
    N_("Show this message and exit."),
    N_("Usage:"),
    N_("env var: {var}"),
    N_("default: {default}"),
    N_("{value!r} is not a valid {number_type}."),
    N_("{value} is not in the range {range}."),
)
