"""The desk "settings": all settings with their values, changed one by one, in force at once where that can be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from newstui.config import SETTINGS, Setting
from newstui.i18n import _
from newstui.ui.commands import BY_NAME
from newstui.ui.room import Room

_BY_COMMAND: Final = {
    "theme": "program.theme",
    "interface_language": "program.language",
    "keys.preset": "keys.preset",
}
"""Settings that have a command of their own, with a dialog that shows more than the values."""
_AT_START: Final = ("refresh.at_start", "refresh.every")
"""Settings that are looked at when the reader starts."""


class SettingsDesk:
    """Changes settings; `apply` lets those of the screen hold at once."""

    def __init__(self, room: Room, apply: Callable[[], None]) -> None:
        self._room = room
        self._apply = apply

    def change(self) -> None:
        """List all settings."""
        self._list(SETTINGS[0].key)

    def _list(self, at: str) -> None:
        from newstui.ui.dialogs.choose import Choice, ChooseDialog

        settings = self._room.settings
        choices = [
            Choice(setting.key, setting.key, setting.kind.show(settings[setting.key]), _(setting.help))
            for setting in SETTINGS
        ]
        dialog = ChooseDialog(_("Settings"), _("A setting, or a word for what it is for"), choices, at=at)
        self._room.screen.app.push_screen(dialog, self._edit)

    def _edit(self, key: str | None) -> None:
        if key is None:
            return
        setting = next(setting for setting in SETTINGS if setting.key == key)
        if key in _BY_COMMAND:
            self._room.screen.call_later(self._room.screen.run_action, BY_NAME[_BY_COMMAND[key]].action)
        elif setting.kind.choices:
            self._choose(setting)
        else:
            self._ask(setting)

    def _choose(self, setting: Setting) -> None:
        """Choose among the few values that there are; with two the other one is taken at once."""
        from newstui.ui.dialogs.choose import Choice, ChooseDialog

        now = setting.kind.show(self._room.settings[setting.key])
        values = setting.kind.choices
        if len(values) == 2:
            self._take(setting, setting.kind.read(next(value for value in values if value != now)))
            return
        dialog = ChooseDialog(setting.key, _(setting.help), [Choice(value, value) for value in values], at=now)

        def chosen(value: str | None) -> None:
            if value is None:
                self._list(setting.key)
            else:
                self._take(setting, setting.kind.read(value))

        self._room.screen.app.push_screen(dialog, chosen)

    def _ask(self, setting: Setting) -> None:
        from newstui.ui.dialogs.value import ValueDialog

        def typed(value: object | None) -> None:
            if value is None:
                self._list(setting.key)
            else:
                self._take(setting, value)

        self._room.screen.app.push_screen(ValueDialog(setting, self._room.settings[setting.key]), typed)

    def _take(self, setting: Setting, value: object) -> None:
        self._room.choose(setting.key, value)
        self._apply()
        said = _("{setting} is {value} now.")
        if setting.key in _AT_START:
            said = _("{setting} is {value} from the next start on.")
        self._room.say(said.format(setting=setting.key, value=setting.kind.show(value) or "–"))
        self._list(setting.key)
