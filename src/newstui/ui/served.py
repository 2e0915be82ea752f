"""What holds for a reader that is shown in somebody's browser: nothing happens on the machine that serves it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from newstui.config import Settings

SERVED: Final = "NEWSTUI_SERVED"
"""The variable in a reader's environment that says that `newstui serve` has started it."""

_VISITORS: Final[Mapping[str, Any]] = MappingProxyType({"commands.browser": [], "commands.copy": []})
"""What a visitor's own browser does: links are opened there, text is copied there."""
_PROGRAMS: Final[Mapping[str, Any]] = MappingProxyType(
    {
        "commands.player": [],
        "commands.viewer": [],
        "commands.convert": [],
        "notifications.by": "off",
        "refresh.programs": False,
        "rules.run_commands": False,
    }
)
"""What would run programs on the machine that serves."""
_OWN: Final = "serve.programs"


def is_served() -> bool:
    """Whether this process is a reader that is shown in a browser."""
    return bool(os.environ.get(SERVED))


def restrict(settings: Settings) -> Settings:
    """Return the settings of a served reader; what is taken away cannot be taken back from the browser."""
    taken = dict(_VISITORS) if settings[_OWN] else {**_VISITORS, **_PROGRAMS}
    return settings.replace(**taken).lock(
        {*_VISITORS, *_PROGRAMS, "notifications.command", "share", _OWN}, share=bool(settings[_OWN])
    )
