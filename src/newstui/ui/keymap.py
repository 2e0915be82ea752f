"""The user's keymap, checked against the table of commands.

Textual ignores an unknown name, takes any string for a key, and drops a binding in silence when another gets its key.
So nothing reaches it unchecked: what is wrong is a ConfigError that names the file, the line and the mend; a default
that gives way to the user's choice is said at start.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from textual.keys import KEY_ALIASES, Keys, _character_to_key, format_key, key_to_character

from newstui.config import Settings
from newstui.errors import N_, ConfigError
from newstui.i18n import _
from newstui.ui.commands import BY_NAME, COMMANDS, Command, Context, no_key

_MODIFIERS: Final = ("ctrl", "shift", "alt", "super", "meta", "hyper")
_NAMES: Final = frozenset(
    name
    for key in Keys
    for name in (key.value.rpartition("+")[2], *KEY_ALIASES.get(key.value, ()))
    if re.fullmatch(r"[a-z][a-z0-9_]+", name)
)
_NEVER_TOGETHER: Final = frozenset(
    {frozenset({Context.MAIN, Context.DIALOG}), frozenset({Context.SOURCES, Context.DIALOG})}
)


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys of every command, in force; `warnings` are the defaults that gave way to the user's choice."""

    keys: Mapping[str, tuple[str, ...]]
    changed: frozenset[str] = frozenset()
    warnings: tuple[ConfigError, ...] = ()

    def for_textual(self) -> dict[str, str]:
        """Return what `App.set_keymap` wants: the commands whose keys are not the table's."""
        return {name: ",".join(map(_long_name, self.keys[name])) or no_key(name) for name in self.changed}

    def show_key(self, name: str) -> str:
        """Return a command's first key as the key line prints it, empty if it has none."""
        keys = self.keys[name]
        return show_key(keys[0]) if keys else ""

    def show_keys(self, name: str) -> str:
        """Return all keys of a command as the help prints them."""
        return " ".join(show_key(key) for key in self.keys[name])


def check_keymap(settings: Settings) -> Keymap:
    """Lay the user's keymap over the table's keys; raises ConfigError for what cannot be meant."""
    wanted: dict[str, tuple[str, ...]] = {}
    for name, value in settings.keys.items():
        place = _Place(settings.file, name)
        if name not in BY_NAME:
            raise _unknown_command(place)
        wanted[name] = tuple(_check_key(key, place) for key in _split(value))
    _check_clashes(wanted, settings.file)
    keys = {command.name: wanted.get(command.name, command.keys) for command in COMMANDS}
    warnings = []
    for command in COMMANDS:
        if command.name in wanted:
            continue
        for key, name in list(_find_takers(command, wanted)):
            keys[command.name] = tuple(other for other in keys[command.name] if other != key)
            warnings.append(
                _Place(settings.file, name).error(
                    N_("{place}: keys.{command}: “{key}” was the key of {other}, which has {rest} now"),
                    key=show_key(key),
                    other=command.name,
                    rest=ConfigError(N_("no key")) if not keys[command.name] else show_key(keys[command.name][0]),
                )
            )
    changed = frozenset(name for name, now in keys.items() if now != BY_NAME[name].keys)
    return Keymap(keys, changed, tuple(warnings))


DEFAULT_KEYMAP: Final = Keymap({command.name: command.keys for command in COMMANDS})


_KEY_NAMES: Final = {
    "space": N_("space"),
    "tab": N_("tab"),
    "escape": N_("esc"),
    "delete": N_("del"),
    "home": N_("home"),
    "end": N_("end"),
    "pageup": N_("pgup"),
    "pagedown": N_("pgdn"),
}
"""What is written on keyboards of a country; what is not here is a sign, or the same everywhere."""


def show_key(key: str) -> str:
    """Return a key as a person reads it: "^d" for ctrl+d, "↵" for enter, a character as itself."""
    modifiers, _plus, base = key.rpartition("+") if len(key) > 1 else ("", "", key)
    shown = base if len(base) == 1 else _(_KEY_NAMES[base]) if base in _KEY_NAMES else format_key(base)
    return {"": "", "ctrl": "^", "shift": "⇧"}.get(modifiers, f"{modifiers}+") + shown


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the configuration a command's key is set."""

    file: Path | None
    command: str

    def error(self, template: str, **arguments: object) -> ConfigError:
        return ConfigError(template, place=self.text(), command=self.command, **arguments)

    def text(self) -> str:
        """Return "file:line", or the file alone when the line cannot be found (or there is no file)."""
        if self.file is None:
            return "[keys]"
        try:
            lines = self.file.read_text(encoding="utf-8").splitlines()
        except OSError:
            return str(self.file)
        pattern = re.compile(rf"\s*(?:keys\.)?[\"']?{re.escape(self.command)}[\"']?\s*=")
        return next((f"{self.file}:{n}" for n, line in enumerate(lines, 1) if pattern.match(line)), str(self.file))


def _split(value: str) -> list[str]:
    """Return the keys of a value such as "j,down"; a comma alone is the comma."""
    if value.strip() == ",":
        return ["comma"]
    return [key.strip() for key in value.split(",") if key.strip()]


def _unknown_command(place: _Place) -> ConfigError:
    near = difflib.get_close_matches(place.command, BY_NAME, 1, 0.5)
    if near:
        return place.error(N_("{place}: keys.{command}: no such command; did you mean {near}?"), near=near[0])
    return place.error(N_("{place}: keys.{command}: no such command; docs/keys.md lists them all"))


def _check_key(key: str, place: _Place) -> str:
    *modifiers, base = key.split("+") if len(key) > 1 else [key]
    known = base in _NAMES or (len(base) == 1 and base.isprintable()) or key_to_character(base) is not None
    if known and all(modifier in _MODIFIERS for modifier in modifiers):
        return key
    names = difflib.get_close_matches(base.lower(), sorted(_NAMES), 1)
    if names and all(modifier in _MODIFIERS for modifier in modifiers):
        near = "+".join([*modifiers, *names])
        raise place.error(
            N_("{place}: keys.{command}: “{key}” is not a key; did you mean “{near}”?"), key=key, near=near
        )
    raise place.error(
        N_("{place}: keys.{command}: “{key}” is not a key; write one such as “j”, “ctrl+d” or “f5”"), key=key
    )


def _check_clashes(wanted: Mapping[str, tuple[str, ...]], file: Path | None) -> None:
    """Raise ConfigError if the user gave one key to two commands that can both be meant."""
    for name, keys in wanted.items():
        for key, other in _find_takers(BY_NAME[name], {n: k for n, k in wanted.items() if n != name}, keys):
            raise _Place(file, name).error(
                N_("{place}: keys.{command}: “{key}” is the key of {other} too; give one of them another"),
                key=show_key(key),
                other=other,
            )


def _find_takers(
    command: Command, wanted: Mapping[str, tuple[str, ...]], keys: tuple[str, ...] | None = None
) -> Iterator[tuple[str, str]]:
    """Yield (key, name) for each key of `command` that `wanted` gives to a command of a context active beside it."""
    for key in command.keys if keys is None else keys:
        for name, taken in wanted.items():
            together = frozenset({command.context, BY_NAME[name].context})
            if together not in _NEVER_TOGETHER and _long_name(key) in map(_long_name, taken):
                yield key, name


def _long_name(key: str) -> str:
    """Return Textual's name of a key: "question_mark" for "?"; ends with the base, modifiers stay."""
    return _character_to_key(key) if len(key) == 1 else key
