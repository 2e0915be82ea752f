"""What must be known before the command line is read: the language in which it explains itself."""

from __future__ import annotations

import gettext
import os
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path

from newstui.config import load_settings
from newstui.errors import NewstuiError
from newstui.i18n import choose_language, current_language, set_language
from newstui.paths import locale_folder, user_paths


def choose_interface_language(words: Sequence[str]) -> None:
    """Set the language of the interface from --ui-lang, the configuration, --lang and the environment, in this order."""
    asked = _find_option(words, "--ui-lang")
    ladder = (_find_option(words, "--lang") or "").split(",")
    configured: list[str] = []
    if not asked:
        config = _find_option(words, "--config") or os.environ.get("NEWSTUI_CONFIG")
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


def _find_option(words: Sequence[str], name: str) -> str | None:
    for word, following in zip_longest(words, words[1:]):
        if word == name:
            return following
        if word.startswith(f"{name}="):
            return word.removeprefix(f"{name}=")
    return None
