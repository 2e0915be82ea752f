"""Themes: our own two, from styles/themes/, and what our own colours are in everybody else's."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Final

from textual.color import Color, ColorParseError
from textual.theme import Theme

from newstui.errors import N_, ConfigError
from newstui.paths import styles_folder

DARK: Final = "newstui-dark"
LIGHT: Final = "newstui-light"

_FIELDS: Final = frozenset(
    {"name", "primary", "secondary", "accent", "warning", "error", "success", "foreground", "background", "surface"}
    | {"panel", "boost", "dark", "variables"}
)
_STEPS: Final = 20
_FALLBACKS: Final = {
    "quiet": ("foreground",),
    "faint": ("foreground",),
    "article-text": ("foreground",),
    "article-title": ("foreground",),
    "article-lead": ("foreground",),
    "article-heading": ("text-primary",),
    "article-mark": ("text-secondary",),
    "article-code": ("foreground",),
    "code-background": ("surface",),
    "code-keyword": ("text-primary",),
    "code-string": ("text-success",),
    "code-number": ("text-warning",),
    "code-comment": ("foreground",),
    "code-name": ("text-secondary",),
    "speaker": ("text-accent",),
    "quote-speech": ("text-accent",),
    "quote-term": ("text-secondary",),
    "quote-current": ("foreground",),
    "quote-current-background": ("accent-muted", "accent"),
    "pair-1": ("text-accent",),
    "pair-2": ("text-primary",),
    "pair-3": ("text-success",),
    "pair-4": ("text-error",),
    "hit": ("foreground",),
    "hit-background": ("primary-muted", "primary"),
    "hit-current": ("text",),
    "hit-current-background": ("primary",),
    "headline-unread": ("foreground",),
    "headline-read": ("foreground",),
    "unread-mark": ("text-accent",),
    "star": ("text-warning",),
    "badge": ("text-success",),
    "cursor": ("primary-muted", "block-cursor-background"),
    "cursor-blurred": ("panel",),
    "cursor-hover": ("surface",),
    "frame": ("border-blurred",),
    "frame-used": ("border",),
    "scroll-thumb": ("scrollbar",),
    "scroll-thumb-hover": ("scrollbar-hover",),
}
"""Our variables, and those of Textual's that stand in for them where a theme says nothing: the first one that it has."""
_READABLE: Final = 4.5
"""WCAG 2.2, 1.4.3: the least contrast of text."""
_SEEN: Final = 3.0
"""WCAG 2.2, 1.4.11: the least contrast of what is not text but must be seen: the frame of the pane in use."""
_FAINTEST: Final = 1.3
"""The least contrast of what is seen beside text: the row of the cursor, the frames of the other panes."""
_BEHIND: Final = ("cursor", "cursor-blurred", "cursor-hover", "quote-current-background", "hit-background")
"""What the theme's foreground stands on: it gives way towards the theme's background until that can be read."""
_QUIET: Final = ("quiet", "headline-read", "code-comment")
"""What is written in the theme's foreground, fainter where that leaves it readable."""
_QUIETEST: Final = 0.4
"""How far from the foreground to the background that goes at most."""
_FAINT: Final = 0.7
"""How far what is seen rather than read goes."""
_TEXTS: Final = (
    "speaker",
    "quote-speech",
    "quote-term",
    "article-heading",
    "article-mark",
    "code-keyword",
    "code-string",
    "code-number",
    "code-name",
    "unread-mark",
    "star",
    "badge",
)
"""What stands on the background, and some of it on the cursor: it gains contrast until it can be read there."""


def list_themes(folder: Path | None = None) -> list[Theme]:
    """Return the themes in a folder of TOML files, ours by default; raises ConfigError."""
    return [read_theme(path) for path in sorted((folder or styles_folder() / "themes").glob("*.toml"))]


def find_theme(name: str) -> Theme | None:
    """Return one of our themes by its name, which is that of its file; raises ConfigError."""
    file = styles_folder() / "themes" / f"{name}.toml"
    return read_theme(file) if re.fullmatch(r"[\w-]+", name) and file.is_file() else None


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
    ours = {
        name: next((known[stand_in] for stand_in in stand_ins if stand_in in known), known["foreground"])
        for name, stand_ins in _FALLBACKS.items()
    }
    page, ink = _read_colour(known["background"]), _read_colour(known["foreground"])
    if page is None or ink is None:  # the terminal's own colours, which only it knows: the style sheets help by :ansi
        return ours | {"frame": "ansi_bright_black", "faint": "ansi_bright_black"}
    # A theme whose ink is faint itself leaves no room for a cursor behind it: there both are a little fainter.
    readable = max(_SEEN, min(_READABLE, _contrast(ink, page) / _FAINTEST))
    for name in _BEHIND:
        ours[name] = _blend_until(ours[name], page, lambda behind: _contrast(ink, behind), readable)
    ours["frame-used"] = _blend_until(ours["frame-used"], ink, lambda frame: _contrast(frame, page), _SEEN)
    ours["frame"] = _blend_until(ours["frame"], page, lambda frame: _SEEN / _contrast(frame, page), _FAINTEST)
    ours["frame"] = _blend_until(ours["frame"], ink, lambda frame: _contrast(frame, page), _FAINTEST)
    behind = [page, *filter(None, map(_read_colour, (ours["cursor"], ours["cursor-blurred"], known["surface"])))]
    quiet = ink.blend(page, _QUIETEST).hex
    on_page = min(_READABLE, _contrast(ink, page) * (1 - _QUIETEST / 2))

    def suffices(text: Color) -> float:
        return min(_contrast(text, page) / on_page, *(_contrast(text, each) / _SEEN for each in behind))

    for name in _QUIET:
        ours[name] = _blend_until(quiet, ink, suffices, 1)
    ours["faint"] = ink.blend(page, _FAINT).hex
    for name in _TEXTS:
        far = Color.parse("white" if theme.dark else "black")
        ours[name] = _blend_until(ours[name], far, lambda text: min(_contrast(text, each) for each in behind))
    return ours


def _blend_until(colour: str, towards: Color, contrast: Callable[[Color], float], least: float = _READABLE) -> str:
    """Return a colour, brought as near to another one as it takes until the contrast that is measured suffices."""
    own = _read_colour(colour)
    if own is None:
        return colour
    steps = (own.blend(towards, step / _STEPS) for step in range(_STEPS + 1))
    return next((mixed.hex for mixed in steps if contrast(mixed) >= least), towards.hex)


def _read_colour(text: str) -> Color | None:
    """Return an opaque colour; None for one that depends on what it stands on, or on the terminal."""
    try:
        colour = Color.parse(text)
    except ColorParseError:
        return None
    return colour if colour.ansi is None and colour.a == 1 else None


def _contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of WCAG 2.2, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
