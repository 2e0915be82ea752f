"""The settings."""

from __future__ import annotations

from typing import Final

from newstui.errors import N_
from newstui.ui.commands.command import Command

SETTINGS: Final = (
    Command(
        "settings.change",
        ("comma comma",),
        N_("Settings"),
        N_("List all settings with what they are for; change them, and keep that."),
    ),
)
