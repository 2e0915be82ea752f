"""Ready-made sets of keys, for the habits of newsboat's users, of vim's, and of those who have neither.

A preset names what differs from the table of commands, so each is whole: a command that it does not name keeps the
table's keys. An empty value takes a command's keys away.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from newstui.ui.commands import COMMANDS
from newstui.ui.key_names import split_keys

_NEWSBOAT: Final = {
    "move.top": "home",
    "move.page-down": "pagedown",
    "move.page-up": "pageup, b",
    "article.read": "N, m",
    "article.star": "ctrl+e",
    "find.previous": "ctrl+p",
    "program.palette": ":",
    "list.sort": "g, O",
    "share.save": "s, ctrl+s",
    "source.stop": "ctrl+x",
    "quote.speakers": "W",
    "program.quit": "Q, ctrl+q",
}

_VIM: Final = {
    "go.leave": "q, Z Z",
    "move.top": "g g, home",
    "move.page-down": "ctrl+f, pagedown",
    "move.page-up": "ctrl+b, pageup",
    "article.browser": "g x, o",
    "article.next": "g t, J",
    "article.previous": "g T, K",
    "quote.copy-or-link": "y y",
    "quote.copy": "y q",
    "article.copy-link": "y l",
    "source.fold": "z a, -",
    "list.fold-all": "z M, _",
    "pane.next": "ctrl+w w, tab",
    "pane.previous": "ctrl+w W, shift+tab",
    "pane.alone": "ctrl+w o",
    "pane.fold": "ctrl+w c, v",
    "program.quit": "Z Q, ctrl+q",
}

_PLAIN: Final = {
    "go.open": "enter, right",
    "go.back": "escape, left, backspace",
    "move.down": "down",
    "move.up": "up",
    "move.half-down": "",
    "move.half-up": "",
    "move.page-down": "pagedown",
    "move.page-up": "pageup",
    "move.top": "home",
    "move.bottom": "end",
    "article.next": "ctrl+down",
    "article.previous": "ctrl+up",
    "list.undo": "ctrl+z, u",
    "list.mark-read": "ctrl+a, A",
    "find.start": "ctrl+f, /",
    "source.refresh-all": "f5, R",
    "program.palette": "ctrl+p",
}

_DIFFERENCES: Final[Mapping[str, Mapping[str, str]]] = {
    "newstui": {},
    "newsboat": _NEWSBOAT,
    "vim": _VIM,
    "plain": _PLAIN,
}
PRESETS: Final = tuple(_DIFFERENCES)
"""The names of the presets, the default first."""


def preset_keys(preset: str) -> dict[str, tuple[str, ...]]:
    """Return the keys of every command in a preset."""
    differing = _DIFFERENCES[preset]
    return {
        command.name: tuple(split_keys(differing[command.name])) if command.name in differing else command.keys
        for command in COMMANDS
    }
