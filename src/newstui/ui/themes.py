"""Our two designed themes, and what our own colours are in everybody else's."""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

DARK: Final = "newstui-dark"
LIGHT: Final = "newstui-light"


def list_themes() -> list[Theme]:
    """Our own themes, to be registered with the application."""
    raise NotImplementedError


def variable_defaults(theme: Theme) -> dict[str, str]:
    """Return what our TCSS variables are in a theme that does not say: for App.get_theme_variable_defaults."""
    raise NotImplementedError
