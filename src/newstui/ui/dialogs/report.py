"""What the dialogs share that report something: they fill the screen, have keys of their own, and name them."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import BindingType
from textual.widgets import Static

from newstui.ui.commands import Context, list_bindings
from newstui.ui.dialogs.dialog import Dialog
from newstui.ui.dialogs.key_hints import name_keys
from newstui.ui.keymap import Keymap

Answer = TypeVar("Answer")


class ReportDialog(Dialog[Answer]):
    """A dialog that reports something."""

    BINDINGS: ClassVar[list[BindingType]] = list_bindings(Context.MOVING, Context.DIALOG, Context.REPORT)

    def __init__(self, title: str, keymap: Keymap) -> None:
        super().__init__(title)
        self._keymap = keymap

    def name_keys(self, *names: str) -> Static:
        """Return a line that names the keys of these commands."""
        return name_keys(self._keymap, names)
