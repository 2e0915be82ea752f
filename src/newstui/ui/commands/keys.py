"""The keys themselves."""

from __future__ import annotations

from typing import Final

from newstui.errors import N_
from newstui.ui.commands.command import Command

KEYS: Final = (
    Command("keys.find", ("f2",), N_("What a key does"), N_("Press keys, and see what they do here.")),
    Command("keys.change", ("comma k",), N_("Change a key"), N_("Give a command other keys, and keep them.")),
    Command(
        "keys.preset",
        ("comma P",),
        N_("Preset of keys"),
        N_("Choose whose habits the keys follow: newsboat’s, vim’s, plain ones, or newstui’s own."),
    ),
)
