"""The user's settings: one TOML file, every key optional, every mistake named with the file, the key and the mend.

The settings stand once, in SETTINGS: the key, its default, what it accepts, and what it is for. The documentation
and the settings screen are made from that table.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from newstui.errors import N_, ConfigError
from newstui.i18n import INTERFACE_LANGUAGES

_TAG = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*")

Check = Callable[[Any], bool]


@dataclass(frozen=True, slots=True)
class Setting:
    """One key of the configuration: its default, the test that a value must pass, and both in words."""

    key: str
    default: Any
    accepts: Check
    expected: str
    help: str


def _whole(low: int, high: int) -> Check:
    return lambda value: type(value) is int and low <= value <= high


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _flag(value: Any) -> bool:
    return isinstance(value, bool)


def _one_of(*choices: str) -> Check:
    return lambda value: value in choices


def _tags(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(tag, str) and _TAG.fullmatch(tag) for tag in value)


def _command(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


SETTINGS: Final = (
    Setting(
        "languages",
        [],
        _tags,
        N_('a list of language tags such as ["de", "fr", "en"]'),
        N_("The languages that you read, the dearest first: a story is shown in the first of them that it exists in."),
    ),
    Setting(
        "interface_language",
        "",
        _one_of("", *INTERFACE_LANGUAGES),
        N_('one of "nl", "en", "de", "fr", "es", "pt"'),
        N_("The language of menus and messages; if empty, the first of the languages that you read."),
    ),
    Setting("theme", "newstui-dark", _text, N_("a theme's name"), N_("The colours.")),
    Setting(
        "text_width",
        66,
        _whole(20, 400),
        N_("a whole number from 20 to 400"),
        N_("How many columns wide the text of an article is at most."),
    ),
    Setting(
        "hyphenate",
        True,
        _flag,
        N_("true or false"),
        N_("Whether words are broken by the rules of the article's language where a line would else stay short."),
    ),
    Setting(
        "justify",
        False,
        _flag,
        N_("true or false"),
        N_("Whether the lines of running text are made equally long; words are broken then in any case."),
    ),
    Setting(
        "bidi",
        "auto",
        _one_of("auto", "on", "off"),
        N_('"auto", "on" or "off"'),
        N_(
            "Whether text that is read from right to left is put in order for the screen. “auto” leaves it to terminals "
            "that are known to do it themselves: VTE from 0.58 (GNOME Terminal and others), Konsole, mlterm, mintty, "
            "Terminal on macOS. In kitty “on” needs its own setting force_ltr."
        ),
    ),
    Setting(
        "quotation_marks",
        "auto",
        _one_of("auto", "article", "written", *INTERFACE_LANGUAGES),
        N_('"auto", "article", "written" or one of "nl", "en", "de", "fr", "es", "pt"'),
        N_(
            "Whose typography a copied quotation gets: that of the interface's language (auto), of the article's, "
            "as it is written there, or one of your choice."
        ),
    ),
    Setting(
        "quotes.copy_as",
        "text",
        _one_of("text", "markdown", "plain"),
        N_('"text", "markdown" or "plain"'),
        N_("How a quotation is copied: with its source in brackets, as a quotation in Markdown, or the words alone."),
    ),
    Setting(
        "quotes.by_speaker",
        False,
        _flag,
        N_("true or false"),
        N_("Whether the pane of quotes lists them by speaker; if not, in the order of the article."),
    ),
    Setting(
        "quotes.expressions",
        True,
        _flag,
        N_("true or false"),
        N_("Whether titles, names and so-called expressions in quotation marks are listed and highlighted too."),
    ),
    Setting(
        "refresh.at_start",
        True,
        _flag,
        N_("true or false"),
        N_("Whether sources that are due are refreshed when the reader starts."),
    ),
    Setting(
        "refresh.every",
        30,
        _whole(0, 10_080),
        N_("a whole number of minutes from 0 to 10080"),
        N_("How many minutes pass between two looks for news while the reader is open; 0 for never."),
    ),
    Setting(
        "refresh.connections",
        32,
        _whole(1, 256),
        N_("a whole number from 1 to 256"),
        N_("How many connections are open at once over all hosts."),
    ),
    Setting(
        "refresh.connections_per_host",
        2,
        _whole(1, 8),
        N_("a whole number from 1 to 8"),
        N_("How many connections are open at once to one host."),
    ),
    Setting(
        "refresh.timeout",
        30,
        _whole(1, 600),
        N_("a whole number of seconds from 1 to 600"),
        N_("How many seconds one source may take at most."),
    ),
    Setting(
        "refresh.programs",
        False,
        _flag,
        N_("true or false"),
        N_(
            "Whether programs may be sources (exec:COMMAND, filter:COMMAND:URL): they are run, as you, at every refresh,"
            " and a list of sources that you import may name some."
        ),
    ),
    Setting(
        "images.offline",
        False,
        _flag,
        N_("true or false"),
        N_("Whether a refresh fetches the images of the articles that it brings, for reading offline."),
    ),
    Setting(
        "images.space",
        200,
        _whole(1, 1_000_000),
        N_("a whole number of megabytes from 1 to 1000000"),
        N_("How much room kept images may take; beyond it the oldest go first."),
    ),
    Setting(
        "commands.player",
        [],
        _command,
        N_('a list of words such as ["mpv", "{url}"]'),
        N_("What plays an article’s audio or video; if empty, the browser. {url} stands for the address."),
    ),
    Setting(
        "commands.viewer",
        [],
        _command,
        N_('a list of words such as ["feh", "{url}"]'),
        N_(
            "What shows an image; if empty, the browser. {url} stands for its address, or for its file where it is kept."
        ),
    ),
    Setting(
        "commands.browser",
        [],
        _command,
        N_('a list of words such as ["firefox", "{url}"]'),
        N_("What opens a link; if empty, the system's browser. {url} stands for the address."),
    ),
    Setting(
        "commands.copy",
        [],
        _command,
        N_('a list of words such as ["wl-copy"]'),
        N_("What takes copied text on its standard input; if empty, the terminal itself (OSC 52)."),
    ),
    Setting(
        "rules.run_commands",
        False,
        _flag,
        N_("true or false"),
        N_("Whether rules may run commands; until then a rule that runs one says that it may not."),
    ),
    Setting(
        "keeping.days",
        0,
        _whole(0, 36_500),
        N_("a whole number of days from 0 to 36500"),
        N_("How many days articles are kept; 0 for ever. What is starred or tagged is always kept."),
    ),
    Setting(
        "keeping.articles",
        0,
        _whole(0, 1_000_000),
        N_("a whole number from 0 to 1000000"),
        N_("How many articles of each source are kept, the newest; 0 for all."),
    ),
    Setting(
        "keeping.unread",
        False,
        _flag,
        N_("true or false"),
        N_("Whether articles that you have not read go too."),
    ),
    Setting(
        "keys.preset",
        "newstui",
        _one_of("newstui", "newsboat", "vim", "plain"),
        N_('one of "newstui", "newsboat", "vim", "plain"'),
        N_("Whose habits the keys follow; what else [keys] names is laid over them."),
    ),
)

_BY_KEY: Final = {setting.key: setting for setting in SETTINGS}
_TABLES: Final = {key.split(".")[0] for key in _BY_KEY if "." in key} | {"keys"}


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force: the file's values over the defaults.

    `keys` is the user's keymap as written: command name to key or keys; the interface checks it against its commands.
    """

    file: Path | None = None
    values: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def __getitem__(self, key: str) -> Any:
        """Return a setting's value by its key in SETTINGS."""
        return self.values.get(key, _BY_KEY[key].default)

    @property
    def languages(self) -> tuple[str, ...]:
        """The language ladder."""
        return tuple(self["languages"])

    def with_key(self, command: str, keys: str) -> Settings:
        """Return the same settings with a command's keys changed in the user's keymap."""
        return Settings(self.file, self.values, MappingProxyType({**self.keys, command: keys}))

    def replace(self, **values: Any) -> Settings:
        """Return the same settings with some values changed (for what the command line overrides); `_` stands for `.`."""
        return Settings(self.file, MappingProxyType({**self.values, **values}), self.keys)


def load_settings(file: Path) -> Settings:
    """Read the configuration; a file that is not there, or empty, gives the defaults.

    Raises ConfigError naming the file, the key and the mend.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings(file)
    except UnicodeDecodeError as error:
        raise ConfigError(
            N_("{file}: byte {byte} is not UTF-8; save the file as UTF-8"), file=file, byte=error.start
        ) from None
    except OSError as error:
        raise ConfigError(N_("{file}: cannot be read: {reason}"), file=file, reason=error.strerror) from None
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(N_("{file}: not valid TOML: {reason}"), file=file, reason=error) from None
    return _check(file, table)


def _check(file: Path, table: dict[str, Any]) -> Settings:
    values: dict[str, Any] = {}
    keys: dict[str, str] = {}
    for name, value in table.items():
        if name not in _TABLES:
            values[name] = _checked(file, name, value)
        elif not isinstance(value, dict):
            raise ConfigError(N_("{file}: {key}: must be a table, written as [{key}]"), file=file, key=name)
        elif name == "keys":
            if "preset" in value:
                values["keys.preset"] = _checked(file, "keys.preset", value["preset"])
            keys = _check_keys(file, {command: key for command, key in value.items() if command != "preset"})
        else:
            values.update({f"{name}.{inner}": _checked(file, f"{name}.{inner}", item) for inner, item in value.items()})
    return Settings(file, MappingProxyType(values), MappingProxyType(keys))


def _checked(file: Path, key: str, value: Any) -> Any:
    setting = _BY_KEY.get(key)
    if setting is None:
        near = difflib.get_close_matches(key, _BY_KEY, 1)
        if near:
            raise ConfigError(
                N_("{file}: {key}: no such setting; did you mean {near}?"), file=file, key=key, near=near[0]
            )
        raise ConfigError(
            N_("{file}: {key}: no such setting; there are {known}"),
            file=file,
            key=key,
            known=", ".join([*_BY_KEY, "keys"]),
        )
    if not setting.accepts(value):
        raise ConfigError(
            N_("{file}: {key}: must be {expected}, not {value}"),
            file=file,
            key=key,
            expected=ConfigError(setting.expected),
            value=repr(value),
        )
    return value


def _check_keys(file: Path, table: dict[str, Any]) -> dict[str, str]:
    for command, value in table.items():
        if not isinstance(value, str):
            raise ConfigError(
                N_(
                    '{file}: keys.{command}: must be a key such as "j" or "j,down", in quotes; write "article.star" = "s"'
                ),
                file=file,
                command=command,
            )
    return dict(table)
