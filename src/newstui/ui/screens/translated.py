"""What every screen shares: its bindings speak the interface's language, Textual's own ones too."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from textual.binding import ActiveBinding
from textual.screen import Screen

from newstui.i18n import N_, _

Answer = TypeVar("Answer")

TEXTUAL_MESSAGES = (
    N_("Focus Next"),
    N_("Focus Previous"),
    N_("Copy selected text"),
    N_("Select"),
    N_("Submit"),
)
"""What Textual's own widgets say in places that are shown here."""


class TranslatedScreen(Screen[Answer]):
    """A screen whose bindings are translated when they are asked for."""

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The bindings in force, described in the interface's language."""
        return {
            key: active._replace(
                binding=replace(active.binding, description=_(active.binding.description)), tooltip=_(active.tooltip)
            )
            for key, active in super().active_bindings.items()
        }
