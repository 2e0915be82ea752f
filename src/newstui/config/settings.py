"""The settings in force: one TOML file, every key optional, every mistake named with the file, the key and the mend."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from newstui.config.kinds import WORDS
from newstui.config.table import SETTINGS
from newstui.errors import N_, ConfigError
from newstui.record import record

_BY_KEY: Final = {setting.key: setting for setting in SETTINGS}
_TABLES: Final = {key.split(".")[0] for key in _BY_KEY if "." in key} | {"keys", "share"}


@record
class Settings:
    """The settings in force: the file's values over the defaults.

    `keys` is the user's keymap as written: command name to key or keys; the interface checks it against its commands.
    `share` are the user's programs for articles by the names that they gave them, each the words of a command.
    `locked` are the keys, and the tables, that nobody changes while the program runs.
    """

    file: Path | None = None
    values: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    share: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    locked: frozenset[str] = frozenset()

    def __getitem__(self, key: str) -> Any:
        """Return a setting's value by its key in SETTINGS."""
        return self.values.get(key, _BY_KEY[key].default)

    @property
    def languages(self) -> tuple[str, ...]:
        """The language ladder."""
        return tuple(self["languages"])

    def with_key(self, command: str, keys: str) -> Settings:
        """Return the same settings with a command's keys changed in the user's keymap."""
        return replace(self, keys=MappingProxyType({**self.keys, command: keys}))

    def with_share(self, name: str, words: Sequence[str] | None) -> Settings:
        """Return the same settings with another command for one of the user's programs; None: without it."""
        share = {**self.share, name: tuple(words or ())}
        return replace(self, share=MappingProxyType({name: words for name, words in share.items() if words}))

    def replace(self, **values: Any) -> Settings:
        """Return the same settings with some values changed (for what the command line overrides); `_` stands for `.`."""
        return replace(self, values=MappingProxyType({**self.values, **values}))

    def is_locked(self, key: str) -> bool:
        """Whether a key is one that nobody changes."""
        return key in self.locked or key.partition(".")[0] in self.locked

    def lock(self, keys: Iterable[str], *, share: bool) -> Settings:
        """Return the same settings with some keys not to be changed; without `share`, with no programs for articles."""
        return replace(self, locked=frozenset(keys), share=self.share if share else MappingProxyType({}))


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
    share: dict[str, tuple[str, ...]] = {}
    for name, value in table.items():
        if name not in _TABLES:
            values[name] = _checked(file, name, value)
        elif not isinstance(value, dict):
            raise ConfigError(N_("{file}: {key}: must be a table, written as [{key}]"), file=file, key=name)
        elif name == "keys":
            if "preset" in value:
                values["keys.preset"] = _checked(file, "keys.preset", value["preset"])
            keys = _check_keys(file, {command: key for command, key in value.items() if command != "preset"})
        elif name == "share":
            share = _check_share(file, value)
        else:
            values.update({f"{name}.{inner}": _checked(file, f"{name}.{inner}", item) for inner, item in value.items()})
    return Settings(file, MappingProxyType(values), MappingProxyType(keys), MappingProxyType(share))


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
            known=", ".join([*_BY_KEY, "keys", "share"]),
        )
    if not setting.kind.accepts(value):
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


def _check_share(file: Path, table: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    for name, value in table.items():
        if not WORDS.accepts(value) or not value:
            raise ConfigError(
                N_(
                    '{file}: share.{name}: must be a list of words such as ["mail", "-s", "Read this", "ada@example.org"]'
                ),
                file=file,
                name=name,
            )
    return {name: tuple(words) for name, words in table.items()}
