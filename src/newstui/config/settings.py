"""The settings in force: one TOML file, every key optional, every mistake named with the file, the key and the mend."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from newstui.config.table import SETTINGS
from newstui.errors import N_, ConfigError

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
