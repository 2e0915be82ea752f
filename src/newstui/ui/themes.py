"""Themes: our own two, from styles/themes/, and what our own colours are in everybody else's."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Final

from textual.color import ColorParseError
from textual.theme import Theme

from newstui.errors import N_, ConfigError
from newstui.paths import styles_folder

DARK: Final = "newstui-dark"
LIGHT: Final = "newstui-light"

_FIELDS: Final = frozenset(
    {"name", "primary", "secondary", "accent", "warning", "error", "success", "foreground", "background", "surface"}
    | {"panel", "boost", "dark", "variables"}
)
_FALLBACKS: Final = {
    "quiet": ("text-muted",),
    "faint": ("text-disabled",),
    "article-text": ("foreground",),
    "article-title": ("foreground",),
    "article-lead": ("foreground",),
    "article-heading": ("text-primary",),
    "article-mark": ("text-secondary",),
    "article-code": ("foreground",),
    "code-background": ("surface",),
    "quote-speech": ("text-accent",),
    "quote-term": ("text-secondary",),
    "quote-current": ("text",),
    "quote-current-background": ("accent-muted", "accent"),
    "pair-1": ("text-accent",),
    "pair-2": ("text-primary",),
    "pair-3": ("text-success",),
    "pair-4": ("text-error",),
    "hit": ("text",),
    "hit-background": ("primary-muted", "primary"),
    "hit-current": ("text",),
    "hit-current-background": ("primary",),
    "headline-unread": ("foreground",),
    "headline-read": ("text-muted",),
    "unread-mark": ("text-accent",),
    "star": ("text-warning",),
    "badge": ("text-success",),
    "cursor": ("primary-muted", "block-cursor-background"),
    "cursor-blurred": ("panel",),
    "cursor-hover": ("surface",),
    "scroll-thumb": ("scrollbar",),
    "scroll-thumb-hover": ("scrollbar-hover",),
}
"""Our variables, and those of Textual's that stand in for them where a theme says nothing: the first one that it has."""


def list_themes(folder: Path | None = None) -> list[Theme]:
    """Return the themes in a folder of TOML files, ours by default; raises ConfigError."""
    return [read_theme(path) for path in sorted((folder or styles_folder() / "themes").glob("*.toml"))]


def read_theme(path: Path) -> Theme:
    """Read a theme: Textual's colours by name, and a table of variables; raises ConfigError."""
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
        unknown = sorted(set(values) - _FIELDS)
        if unknown:
            raise ConfigError(
                N_("{file}: themes have no key {key}; they have {keys}."),
                file=path,
                key=unknown[0],
                keys=", ".join(sorted(_FIELDS)),
            )
        theme = Theme(**values)
        theme.to_color_system().generate()
    except (OSError, ValueError, TypeError, ColorParseError) as error:
        raise ConfigError(N_("{file} is not a theme: {reason}."), file=path, reason=error) from error
    return theme


def variable_defaults(theme: Theme) -> dict[str, str]:
    """Return what our TCSS variables are in a theme that does not say: for App.get_theme_variable_defaults."""
    known = {**theme.to_color_system().generate(), **theme.variables}
    return {
        name: next((known[stand_in] for stand_in in stand_ins if stand_in in known), known["foreground"])
        for name, stand_ins in _FALLBACKS.items()
    }
