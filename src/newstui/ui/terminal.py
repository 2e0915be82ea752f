"""What a terminal does by itself, as far as its environment tells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from newstui.text.clean import clean_line

_PROGRAMS: Final = frozenset({"Apple_Terminal", "mintty"})
"""Values of TERM_PROGRAM."""
_VARIABLES: Final = ("KONSOLE_VERSION", "KONSOLE_DBUS_SESSION", "MLTERM")
_VTE: Final = 5800
"""The first version of VTE (0.58), and so of GNOME Terminal, that puts right-to-left text in order."""


def puts_in_order(environment: Mapping[str, str]) -> bool:
    """Whether the terminal shows right-to-left text in order: then nobody else may.

    Known to: VTE (GNOME Terminal, Tilix, Terminator, xfce4-terminal), Konsole, mlterm, Terminal on macOS, mintty.
    """
    if environment.get("TERM_PROGRAM") in _PROGRAMS or any(environment.get(name) for name in _VARIABLES):
        return True
    version = environment.get("VTE_VERSION", "")
    return version.isdecimal() and int(version) >= _VTE


_URXVT: Final = ("rxvt", "foot")
"""How TERM begins where a terminal takes urxvt's notifications rather than iTerm2's."""


def write_notification(text: str, by: str, environment: Mapping[str, str]) -> str:
    """Return what has the terminal notify its user: OSC 9 (iTerm2's) or OSC 777 (urxvt's), as `by` says.

    "osc9" and "osc777" name one; "osc" takes the one that the terminal is known to understand. Both at once would be
    told twice by many. tmux and screen hand it on to the terminal around them (tmux: allow-passthrough).
    """
    shown = "".join(character for character in clean_line(text) if character.isprintable())
    if by == "osc777" or (by == "osc" and _is_urxvts(environment)):
        body = f"\x1b]777;notify;newstui;{shown}\x07"
    else:
        # Some take OSC 9 with a number and a semicolon for a command: the text never begins with one.
        body = f"\x1b]9;newstui: {shown}\x07"
    if environment.get("TMUX"):
        return "\x1bPtmux;" + body.replace("\x1b", "\x1b\x1b") + "\x1b\\"
    return f"\x1bP{body}\x1b\\" if environment.get("STY") else body


def _is_urxvts(environment: Mapping[str, str]) -> bool:
    return environment.get("TERM", "").startswith(_URXVT) or bool(environment.get("VTE_VERSION"))
