"""What is understood of a command line before click has been loaded: the global options, where it has nothing else."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final, TypedDict

from newstui.config import load_settings
from newstui.errors import NewstuiError
from newstui.i18n import choose_language, set_language
from newstui.paths import user_paths

_WITH_VALUES: Final = ("--lang", "--ui-lang", "--config", "--data-dir", "--cache-dir")
_FLAGS: Final = ("--offline", "--linear")
_COMPLETION: Final = "_NEWSTUI_COMPLETE"
"""Where it is set, a shell asks click for what completes a command line."""


class PlainCall(TypedDict):
    """The global options, as `Session.begin` takes them."""

    lang: str | None
    ui_lang: str | None
    offline: bool
    linear: bool
    config: Path | None
    data_dir: Path | None
    cache_dir: Path | None


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


def read_plain_call(words: Sequence[str]) -> PlainCall | None:
    """Return the options of a call that has nothing but global options, each of them right; None for click to read it."""
    if _COMPLETION in os.environ:
        return None
    options: dict[str, str] = {}
    rest = iter(words)
    for word in rest:
        name, equals, value = word.partition("=")
        if word in _FLAGS:
            options[word] = word
        elif name in _WITH_VALUES:
            options[name] = value if equals else next(rest, "")
            if not options[name] or options[name].startswith("-"):
                return None
        else:
            return None

    def place(name: str, variable: str) -> Path | None:
        given = options.get(name) or os.environ.get(variable)
        return Path(given) if given else None

    return PlainCall(
        lang=options.get("--lang"),
        ui_lang=options.get("--ui-lang"),
        offline="--offline" in options,
        linear="--linear" in options,
        config=place("--config", "NEWSTUI_CONFIG"),
        data_dir=place("--data-dir", "NEWSTUI_DATA_DIR"),
        cache_dir=place("--cache-dir", "NEWSTUI_CACHE_DIR"),
    )


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
