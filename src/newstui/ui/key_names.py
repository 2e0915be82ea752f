"""The names of keys: as the configuration writes them, as Textual knows them, as a person reads them.

A combination is one press ("ctrl+d"), keys are one or more presses after each other ("g g").
"""

from __future__ import annotations

import difflib
import re
from typing import Final

from textual.keys import KEY_ALIASES, Keys, _character_to_key, format_key, key_to_character

from newstui.errors import N_
from newstui.i18n import _

MODIFIERS: Final = ("ctrl", "shift", "alt", "super", "meta", "hyper")
_NAMES: Final = frozenset(
    name
    for key in Keys
    for name in (key.value.rpartition("+")[2], *KEY_ALIASES.get(key.value, ()))
    if re.fullmatch(r"[a-z][a-z0-9_]+", name)
)
_SHOWN: Final = {
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


class _Drawn:
    """Whether keys are drawn as signs where they have one, which is the same for the whole screen."""

    signs = True


def draw_key_signs(wanted: bool) -> None:
    """Say whether enter and the arrows are drawn as signs; if not, by their names. Until it is said they are."""
    _Drawn.signs = wanted


def split_keys(value: str) -> list[str]:
    """Return the keys of a value such as "j, down, g g"; a comma where a key is expected is the key, as in ", x"."""
    found: list[list[str]] = [[]]
    for word in re.findall(r",|[^\s,]+", value):
        if word != ",":
            found[-1].append(word)
        elif found[-1]:
            found.append([])
        else:
            found[-1].append("comma")
    return [" ".join(keys) for keys in found if keys]


def is_key(key: str) -> bool:
    """Whether there is such a combination."""
    modifiers, base = _take_apart(key)
    known = base in _NAMES or (len(base) == 1 and base.isprintable()) or key_to_character(base) is not None
    return known and all(modifier in MODIFIERS for modifier in modifiers)


def find_near_key(key: str) -> str | None:
    """The combination that was probably meant by one that does not exist."""
    modifiers, base = _take_apart(key)
    near = difflib.get_close_matches(base.lower(), sorted(_NAMES), 1)
    return "+".join([*modifiers, *near]) if near and all(modifier in MODIFIERS for modifier in modifiers) else None


def long_name(key: str) -> str:
    """Return Textual's name of a combination: "question_mark" for "?"; "ctrl+d" stays."""
    return _character_to_key(key) if len(key) == 1 else key


def short_name(key: str) -> str:
    """Return how the configuration writes a combination that Textual names: "?" for "question_mark"."""
    character = key_to_character(key) if "+" not in key else None
    if character is None or not character.isprintable() or character == " ":
        return key
    return "comma" if character == "," else character


def show_key(keys: str) -> str:
    """Return keys as a person reads them: "^d" for ctrl+d, "⏎" for enter, "g g" and characters as they are."""
    return " ".join(map(_show_combination, keys.split()))


def _show_combination(key: str) -> str:
    modifiers, _plus, base = key.rpartition("+") if len(key) > 1 else ("", "", key)
    shift = "⇧" if _Drawn.signs else "shift+"
    return {"": "", "ctrl": "^", "shift": shift}.get(modifiers, f"{modifiers}+") + _show_base(base)


def _show_base(base: str) -> str:
    if len(base) == 1:
        return base
    if base in _SHOWN:
        return _(_SHOWN[base])
    return format_key(base) if _Drawn.signs else base


def _take_apart(key: str) -> tuple[list[str], str]:
    *modifiers, base = key.split("+") if len(key) > 1 else [key]
    return modifiers, base
