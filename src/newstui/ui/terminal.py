"""What a terminal does by itself, as far as its environment tells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

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
