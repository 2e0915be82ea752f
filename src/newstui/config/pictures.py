"""Which way a terminal can show pictures, as far as its environment tells: nothing is asked and nothing is waited for."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Way(StrEnum):
    """How a picture is shown; the values are those of the setting images.show."""

    KITTY = "kitty"
    """Kitty's protocol with placeholders, which are text and scroll as such."""
    SIXEL = "sixel"
    """Sixel where a picture has the screen to itself; in a text that scrolls, half blocks."""
    BLOCKS = "blocks"
    """Half blocks: two pixels a cell."""
    CAPTIONS = "captions"
    """Words alone."""

    @property
    def paints(self) -> bool:
        """Whether there is anything to be seen but words."""
        return self is not Way.CAPTIONS


AUTO: Final = "auto"
"""The value of the setting that leaves the way to the terminal."""

_KITTY: Final = ("xterm-kitty", "xterm-ghostty")
"""Values of TERM of the terminals that know Kitty's placeholders."""
_SIXEL: Final = ("foot", "mlterm", "contour", "yaft")
"""What TERM begins with in terminals that know Sixel."""
_PROGRAMS: Final = {
    "kitty": Way.KITTY,
    "ghostty": Way.KITTY,
    "WezTerm": Way.SIXEL,  # it knows Kitty's protocol too, but not its placeholders
    "iTerm.app": Way.SIXEL,
    "mintty": Way.SIXEL,
}
"""Values of TERM_PROGRAM."""
_KONSOLE: Final = 220_400
"""The first version of Konsole that knows Sixel."""
_MULTIPLEXERS: Final = ("TMUX", "STY")
_FULL: Final = ("truecolor", "24bit")


def choose_way(wanted: str, environment: Mapping[str, str]) -> Way:
    """Return the way for a setting (AUTO or a way); without colours it is captions, whatever is wanted."""
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return Way.CAPTIONS
    return _find_way(environment) if wanted == AUTO else Way(wanted)


def _find_way(environment: Mapping[str, str]) -> Way:
    if "TEXTUAL_DRIVER" in environment:
        return Way.BLOCKS  # a browser: what else there is tells of the terminal that serves it
    if not _has_colours(environment):
        return Way.CAPTIONS
    if any(environment.get(name) for name in _MULTIPLEXERS):
        return Way.BLOCKS  # what is around tmux is not known, nor whether it lets anything through
    term = environment.get("TERM", "")
    if term.startswith(_KITTY):
        return Way.KITTY
    if program := environment.get("TERM_PROGRAM"):
        return _PROGRAMS.get(program, Way.BLOCKS)
    if environment.get("KITTY_WINDOW_ID"):
        return Way.KITTY
    konsole = environment.get("KONSOLE_VERSION", "")
    if term.startswith(_SIXEL) or (konsole.isdecimal() and int(konsole) >= _KONSOLE):
        return Way.SIXEL
    return Way.BLOCKS


def _has_colours(environment: Mapping[str, str]) -> bool:
    """Whether there are 256 colours or more: with sixteen a photograph is a riddle."""
    if environment.get("COLORTERM", "").lower() in _FULL or environment.get("WT_SESSION"):
        return True
    term = environment.get("TERM", "")
    return term.endswith(("256color", "-direct")) or term.startswith(_KITTY)
