"""What the dialogs share that list what people say: they fill the screen, have keys of their own, and name them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from textual.binding import BindingType
from textual.widgets import Static

from newstui.library.facade import Library
from newstui.model import Article, Document, Quote
from newstui.ui.commands import Context, list_bindings
from newstui.ui.dialogs.dialog import Dialog
from newstui.ui.dialogs.key_hints import name_keys
from newstui.ui.keymap import Keymap

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Tools:
    """What such a dialog needs. `cite` gives a quotation as it is to be copied, `copy` copies a text."""

    library: Library
    keymap: Keymap
    cite: Callable[[Quote, Article, Document | None], str]
    copy: Callable[[str], None]


class SayingsDialog(Dialog[Answer]):
    """A dialog that lists what people say."""

    BINDINGS: ClassVar[list[BindingType]] = list_bindings(Context.MOVING, Context.DIALOG, Context.SAYINGS)

    def __init__(self, title: str, tools: Tools) -> None:
        super().__init__(title)
        self.tools = tools

    def name_keys(self) -> Static:
        """Return a line that names the keys of this dialog, but of those that go to and fro the first."""
        names = ["go.open", *(name for name in self.list_commands() if name != "said.previous-language")]
        return name_keys(self.tools.keymap, names)
