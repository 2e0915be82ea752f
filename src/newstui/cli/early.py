"""What must be known before the command line is read: the language in which it explains itself."""

from __future__ import annotations

import gettext
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from newstui.config import load_settings
from newstui.errors import NewstuiError
from newstui.i18n import choose_language, current_language, set_language
from newstui.paths import locale_folder, user_paths

_WITH_VALUES: Final = ("--lang", "--ui-lang", "--config", "--data-dir", "--cache-dir")


def choose_interface_language(words: Sequence[str]) -> None:
    """Set the language of the interface from --ui-lang, the configuration, --lang and the environment, in this order."""
    options = _read_options(words)
    ladder = options.get("--lang", "").split(",")
    asked = options.get("--ui-lang")
    configured: list[str] = []
    if not asked:
        config = options.get("--config") or os.environ.get("NEWSTUI_CONFIG")
        try:
            settings = load_settings(user_paths(Path(config) if config else None).config_file)
            configured = [settings["interface_language"]]
            ladder += settings.languages
        except NewstuiError:
            pass  # said later, when the command line has been understood
    set_language(choose_language([asked, *configured, *ladder]))
    # click looks its own few messages up in gettext's default domain
    os.environ["LANGUAGE"] = current_language()
    gettext.bindtextdomain("newstui", str(locale_folder()))
    gettext.textdomain("newstui")


def _read_options(words: Sequence[str]) -> dict[str, str]:
    """Return the options with values that stand before the command; those behind it are the command's own."""
    options: dict[str, str] = {}
    rest = iter(words)
    for word in rest:
        name, equals, value = word.partition("=")
        if not word.startswith("-"):
            break
        if name in _WITH_VALUES:
            options[name] = value if equals else next(rest, "")
    return options
