"""The desk "keys": finding out what a key does, giving a command other keys, choosing a preset."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from newstui.config import Settings
from newstui.errors import N_, NewstuiError
from newstui.i18n import _, translate_error
from newstui.ui.commands import BY_NAME
from newstui.ui.key_names import show_key
from newstui.ui.keymap import Keymap, check_keymap
from newstui.ui.presets import PRESETS
from newstui.ui.room import Room

_HABITS: Final = {
    "newstui": N_("newstui’s own: newsboat’s letters where they fit, panes, undo"),
    "newsboat": N_("as in newsboat, as far as both can do the same"),
    "vim": N_("as in vim: sequences such as g g, y y, Z Z"),
    "plain": N_("arrows, function keys and Ctrl, for those who know neither"),
}


class KeyDesk:
    """Changes the keys; `put_in_force` is called with the keymap that holds from then on."""

    def __init__(self, room: Room, put_in_force: Callable[[Keymap], None]) -> None:
        self._room = room
        self._put_in_force = put_in_force

    def find(self) -> None:
        """Show what pressed keys do."""
        from newstui.ui.dialogs.keys import FindKeyDialog

        self._room.screen.app.push_screen(FindKeyDialog(self._room.keymap))

    def change(self) -> None:
        """Choose a command, press its new keys, keep them."""
        from newstui.ui.dialogs.commands import change_dialog

        def choose(key: str | None) -> None:
            if key is not None:
                self._ask_keys(key.removeprefix("command:"))

        self._room.screen.app.push_screen(change_dialog(self._room.keymap), choose)

    def preset(self) -> None:
        """Choose whose habits the keys follow."""
        from newstui.ui.dialogs.choose import Choice, ChooseDialog

        at = str(self._room.settings["keys.preset"])
        choices = [Choice(preset, preset, help=_(_HABITS[preset])) for preset in PRESETS]

        def choose(preset: str | None) -> None:
            if preset is not None and self._change(
                self._room.settings.replace(**{"keys.preset": preset}), "keys.preset", preset
            ):
                self._room.say(_("The keys follow the preset {preset}.").format(preset=preset))

        self._room.screen.app.push_screen(ChooseDialog(_("Preset of keys"), _("A preset"), choices, at=at), choose)

    def _ask_keys(self, command: str) -> None:
        from newstui.ui.dialogs.keys import ChangeKeyDialog

        def press(keys: tuple[str, ...] | None) -> None:
            if keys is None:
                return
            value = ", ".join(keys)
            if self._change(self._room.settings.with_key(command, value), f"keys.{command}", value):
                done = _("“{command}” has {key} now.")
                self._room.say(done.format(command=_(BY_NAME[command].title), key=show_key(keys[0])))

        self._room.screen.app.push_screen(ChangeKeyDialog(self._room.keymap, BY_NAME[command]), press)

    def _change(self, settings: Settings, key: str, value: str) -> bool:
        """Whether the keys could be put in force; they are kept then."""
        try:
            keymap = check_keymap(settings)
        except NewstuiError as error:
            self._room.warn(translate_error(error))
            return False
        self._room.keep(settings, key, value)
        self._put_in_force(keymap)
        return True
