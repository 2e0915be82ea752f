"""Pressing keys to see what they do, or to give them to a command."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence

from textual import events
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from newstui.i18n import _
from newstui.ui.commands import BY_NAME, Command
from newstui.ui.dialogs.dialog import Dialog
from newstui.ui.key_names import short_name, show_key
from newstui.ui.keymap import Keymap
from newstui.ui.sequences import Keys


class PressDialog(Dialog[tuple[str, ...]]):
    """Takes every press for itself: Escape closes, Enter answers, Backspace forgets the last press."""

    def __init__(self, title: str, keymap: Keymap) -> None:
        super().__init__(title)
        self._keymap = keymap
        self._pressed: Keys = ()

    def compose_content(self) -> Iterable[Widget]:
        """What was pressed, what that means, and what to press now."""
        yield Static(self._ask(), classes="question")
        yield Static("", id="pressed", markup=False)
        yield Static("", id="meaning", markup=False)

    def take_press(self, event: events.Key) -> None:
        """Take a press before anything else could do something with it."""
        if event.key == "escape":
            self.close()
        elif event.key == "enter" and self._pressed:
            self.answer((self._keys(),))
        elif event.key == "backspace":
            self._show(self._pressed[:-1])
        else:
            self._show(self._next(event.key))

    @abstractmethod
    def _ask(self) -> Content:
        """What to do, before anything was pressed."""

    def _next(self, key: str) -> Keys:
        """The presses that count after one more."""
        return (*self._pressed, key)

    @abstractmethod
    def _mean(self) -> Content:
        """What the keys that were pressed mean."""

    def _keys(self) -> str:
        return " ".join(map(short_name, self._pressed))

    def _show(self, pressed: Keys) -> None:
        self._pressed = pressed
        self.query_one("#pressed", Static).update(Content.styled(show_key(self._keys()), "bold $text-accent"))
        self.query_one("#meaning", Static).update(self._mean() if pressed else Content(""))


class FindKeyDialog(PressDialog):
    """Shows what keys do, and with what they go on."""

    def __init__(self, keymap: Keymap) -> None:
        super().__init__(_("What a key does"), keymap)

    def _ask(self) -> Content:
        return Content(_("Press a key. Escape closes."))

    def _next(self, key: str) -> Keys:
        """Go on with a sequence as long as there is one that goes on so."""
        longer = (*self._pressed, key)
        return longer if any(keys[: len(longer)] == longer for keys in self._keymap.sequences) else (key,)

    def _mean(self) -> Content:
        found = list(self._keymap.find_commands(self._pressed))
        if not found:
            return Content(_("These keys do nothing."))
        return Content("\n").join(_describe(command, keys) for command, keys in found)


class ChangeKeyDialog(PressDialog):
    """Asks for the keys of a command; answers with them."""

    def __init__(self, keymap: Keymap, command: Command) -> None:
        super().__init__(_("Change a key"), keymap)
        self._command = command

    def _ask(self) -> Content:
        asked = _(
            "Press the new keys of “{command}”, then {enter}. {back} forgets the last one, Escape changes nothing."
        )
        return Content(
            asked.format(command=_(self._command.title), enter=show_key("enter"), back=show_key("backspace"))
        )

    def _mean(self) -> Content:
        clashes = self._keymap.find_clashes(self._command.name, (self._keys(),))
        if not clashes:
            return Content(_("These keys are free."))
        loses = _("“{command}” has {key} now, and would lose it.")
        return Content("\n").join(
            Content(loses.format(command=_(BY_NAME[name].title), key=show_key(keys))) for keys, name in clashes
        )


def _describe(command: Command, keys: Sequence[str]) -> Content:
    shown = show_key(" ".join(map(short_name, keys)))
    return Content.assemble(
        (shown, "bold $text-accent"), " ", (_(command.title), "bold"), "  ", (_(command.help), "$quiet")
    )
