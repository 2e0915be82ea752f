"""The keys in force: the table's, those of a preset over them, and the user's own over both.

Textual ignores an unknown name, takes any string for a key, and drops a binding in silence when another gets its key.
So nothing reaches it unchecked: what is wrong is a ConfigError that names the file, the line and the mend; a key of the
preset that gives way to the user's choice is said at start.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product
from pathlib import Path
from typing import Final

from newstui.config import Settings
from newstui.errors import N_, ConfigError
from newstui.record import record
from newstui.ui.commands import BY_NAME, COMMANDS, Command, Context, no_key
from newstui.ui.commands.command import IN_DIALOGS
from newstui.ui.key_names import find_near_key, is_key, long_name, show_key, split_keys
from newstui.ui.presets import PRESETS, preset_keys
from newstui.ui.sequences import Keys

NEVER_TOGETHER: Final = frozenset(
    map(
        frozenset,
        (
            *product((Context.MAIN, Context.SOURCES), IN_DIALOGS),
            *combinations([context for context in IN_DIALOGS if context is not Context.DIALOG], 2),
        ),
    )
)
"""Contexts of which one is in force at a time: a key may mean something in each."""


@dataclass(frozen=True)
class Keymap:
    """The keys of every command, in force; `warnings` are the keys that gave way to the user's choice."""

    keys: Mapping[str, tuple[str, ...]]
    warnings: tuple[ConfigError, ...] = ()

    def for_textual(self) -> dict[str, str]:
        """Return what `App.set_keymap` wants: the commands whose keys are not the table's, sequences left out."""
        return {
            name: ",".join(long_name(key) for key in keys if " " not in key) or no_key(name)
            for name, keys in self.keys.items()
            if keys != BY_NAME[name].keys
        }

    @cached_property
    def sequences(self) -> dict[Keys, tuple[str, ...]]:
        """The commands of every sequence, by the names that Textual has for its presses."""
        found: dict[Keys, tuple[str, ...]] = {}
        for name, several in self.keys.items():
            for keys in several:
                presses = _presses(keys)
                if len(presses) > 1:
                    found[presses] = (*found.get(presses, ()), name)
        return found

    def show_key(self, name: str) -> str:
        """Return a command's first key as the key line prints it, empty if it has none."""
        keys = self.keys[name]
        return show_key(keys[0]) if keys else ""

    def show_keys(self, name: str) -> str:
        """Return all keys of a command as the help prints them, each sequence apart from the next."""
        return "  ".join(show_key(key) for key in self.keys[name])

    def find_commands(self, pressed: Keys) -> Iterator[tuple[Command, Keys]]:
        """Yield the commands whose keys these are, or begin with these, in the order of the table."""
        for command in COMMANDS:
            for keys in map(_presses, self.keys[command.name]):
                if keys[: len(pressed)] == pressed:
                    yield command, keys

    def find_clashes(self, name: str, keys: tuple[str, ...]) -> list[tuple[str, str]]:
        """Return the (keys, command) of the others that could not be told from these keys of a command."""
        others = {other: taken for other, taken in self.keys.items() if other != name}
        return [(taken, other) for taken, other, _mine in _find_takers(BY_NAME[name], keys, others)]


def check_keymap(settings: Settings) -> Keymap:
    """Lay the user's keymap over the preset's keys; raises ConfigError for what cannot be meant."""
    wanted: dict[str, tuple[str, ...]] = {}
    for name, value in settings.keys.items():
        place = _Place(settings.file, name)
        if name not in BY_NAME:
            raise _unknown_command(place)
        wanted[name] = tuple(_check_keys(keys, place) for keys in split_keys(value))
    _check_clashes(wanted, settings.file)
    base = preset_keys(str(settings["keys.preset"]))
    keys = {command.name: wanted.get(command.name, base[command.name]) for command in COMMANDS}
    warnings = []
    for command in COMMANDS:
        if command.name in wanted:
            continue
        for _taken, name, key in list(_find_takers(command, keys[command.name], wanted)):
            keys[command.name] = tuple(other for other in keys[command.name] if other != key)
            warnings.append(
                _Place(settings.file, name).error(
                    N_("{place}: keys.{command}: “{key}” was the key of {other}, which has {rest} now"),
                    key=show_key(key),
                    other=command.name,
                    rest=ConfigError(N_("no key")) if not keys[command.name] else show_key(keys[command.name][0]),
                )
            )
    return Keymap(keys, tuple(warnings))


def preset_keymap(preset: str) -> Keymap:
    """Return the keymap of somebody who has changed nothing in a preset."""
    return Keymap(preset_keys(preset))


DEFAULT_KEYMAP: Final = preset_keymap(PRESETS[0])


@record
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


def _unknown_command(place: _Place) -> ConfigError:
    near = difflib.get_close_matches(place.command, BY_NAME, 1, 0.5)
    if near:
        return place.error(N_("{place}: keys.{command}: no such command; did you mean {near}?"), near=near[0])
    return place.error(N_("{place}: keys.{command}: no such command; docs/keys.md lists them all"))


def _check_keys(keys: str, place: _Place) -> str:
    for key in keys.split():
        if is_key(key):
            continue
        near = find_near_key(key)
        if near is not None:
            raise place.error(
                N_("{place}: keys.{command}: “{key}” is not a key; did you mean “{near}”?"), key=key, near=near
            )
        raise place.error(
            N_("{place}: keys.{command}: “{key}” is not a key; write one such as “j”, “ctrl+d”, “f5” or “g g”"), key=key
        )
    return keys


def _check_clashes(wanted: Mapping[str, tuple[str, ...]], file: Path | None) -> None:
    """Raise ConfigError if the user gave two commands that can both be meant keys that cannot be told apart."""
    for name, keys in wanted.items():
        others = {other: taken for other, taken in wanted.items() if other != name}
        for taken, other, key in _find_takers(BY_NAME[name], keys, others):
            place = _Place(file, name)
            if _presses(taken) == _presses(key):
                raise place.error(
                    N_("{place}: keys.{command}: “{key}” is the key of {other} too; give one of them another"),
                    key=show_key(key),
                    other=other,
                )
            raise place.error(
                N_("{place}: keys.{command}: “{key}” and “{taken}” of {other} begin alike; give one of them another"),
                key=show_key(key),
                taken=show_key(taken),
                other=other,
            )


def _find_takers(
    command: Command, keys: tuple[str, ...], others: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, str, str]]:
    """Yield (its keys, name, keys) for each of `keys` that another command in force beside `command` takes.

    Keys with which longer ones begin are taken too: nobody could say when the shorter ones are meant.
    """
    for key in keys:
        mine = _presses(key)
        for name, several in others.items():
            if frozenset({command.context, BY_NAME[name].context}) in NEVER_TOGETHER:
                continue
            for taken in several:
                theirs = _presses(taken)
                shorter = min(len(mine), len(theirs))
                if mine[:shorter] == theirs[:shorter]:
                    yield taken, name, key


def _presses(keys: str) -> Keys:
    """Return keys as Textual names them; modifiers stay."""
    return tuple(map(long_name, keys.split()))
