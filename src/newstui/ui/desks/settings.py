"""The desk "settings": all settings with their values, changed one by one, in force at once where that can be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from newstui.config import SETTINGS, Setting
from newstui.config.kinds import WORDS, Kind
from newstui.i18n import _, format_number, ngettext
from newstui.ui.commands import BY_NAME
from newstui.ui.room import Room

_BY_COMMAND: Final = {
    "theme": "program.theme",
    "interface_language": "program.language",
    "keys.preset": "keys.preset",
    "keys": "keys.change",
}
"""Settings that have a command of their own, with a dialog that shows more than the values."""
_KEYS: Final = "keys"
_SHARE: Final = "share."
_AT_START: Final = ("linear", "refresh.at_start", "refresh.every")
"""Settings that are looked at when the reader starts."""

_NAME: Final = Kind(lambda value: isinstance(value, str) and bool(value.strip()))


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
            Choice(setting.key, setting.key, setting.kind.show(settings[setting.key]), _describe(setting))
            for setting in SETTINGS
            if not settings.is_locked(setting.key)
        ]
        changed = ngettext("{count} key changed", "{count} keys changed", len(settings.keys))
        said = changed.format(count=format_number(len(settings.keys))) if settings.keys else ""
        choices.append(Choice(_KEYS, _KEYS, said, _("The keys of your own: give a command other ones.")))
        if not settings.is_locked(_SHARE):
            program = _("A program of your own that gets an article; without a command it is removed.")
            shares = settings.share.items()
            choices += [Choice(_SHARE + name, _SHARE + name, WORDS.show(words), program) for name, words in shares]
            new = _("share: a new program")
            choices.append(Choice(_SHARE, new, "", _("Give an article to a program of your own.")))
        dialog = ChooseDialog(_("Settings"), _("A setting, or a word for what it is for"), choices, at=at)
        self._room.screen.app.push_screen(dialog, self._edit)

    def _edit(self, key: str | None) -> None:
        if key is None:
            return
        if key == _SHARE:
            self._ask_name()
            return
        if key.startswith(_SHARE):
            self._ask_program(key.removeprefix(_SHARE))
            return
        if key in _BY_COMMAND:
            self._room.screen.call_later(self._room.screen.run_action, BY_NAME[_BY_COMMAND[key]].action)
            return
        setting = next(setting for setting in SETTINGS if setting.key == key)
        if setting.kind.choices:
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

        value = self._room.settings[setting.key]
        dialog = ValueDialog(setting.key, _describe(setting), setting.kind, value, _(setting.expected))
        self._room.screen.app.push_screen(dialog, typed)

    # Programs for articles

    def _ask_name(self) -> None:
        """Ask what a new program is to be called."""
        from newstui.ui.dialogs.value import ValueDialog

        def named(name: object | None) -> None:
            if name is None:
                self._list(_SHARE)
            else:
                self._ask_program(str(name))

        title, question = _("A new program"), _("What is it called where it is offered?")
        dialog = ValueDialog(title, question, _NAME, "", _("a name that no other program has"))
        self._room.screen.app.push_screen(dialog, named)

    def _ask_program(self, name: str) -> None:
        """Ask for the command of a program; none removes it."""
        from newstui.ui.dialogs.value import ValueDialog

        def typed(words: object | None) -> None:
            if isinstance(words, list):
                self._take_program(name, words)
            else:
                self._list(_SHARE + name)

        question = _(
            "A command: it gets the article as Markdown on its standard input, {url} and {id} stand for address and id."
            " Without a command the program is removed."
        )
        expected = _('the words of a command such as mail -s "Read this" ada@example.org')
        words = list(self._room.settings.share.get(name, ()))
        self._room.screen.app.push_screen(ValueDialog(_SHARE + name, question, WORDS, words, expected), typed)

    def _take_program(self, name: str, words: list[str]) -> None:
        known = name in self._room.settings.share
        if words or known:
            self._room.keep(self._room.settings.with_share(name, words), _SHARE + name, words or None)
            said = _("{setting} is {value} now.")
            self._room.say(said.format(setting=_SHARE + name, value=WORDS.show(words) or "–"))
        self._list(_SHARE + name if words else _SHARE)

    def _take(self, setting: Setting, value: object) -> None:
        self._room.choose(setting.key, value)
        self._apply()
        said = _("{setting} is {value} now.")
        if setting.key in _AT_START:
            said = _("{setting} is {value} from the next start on.")
        self._room.say(said.format(setting=setting.key, value=setting.kind.show(value) or "–"))
        self._list(setting.key)


def _describe(setting: Setting) -> str:
    """Say what a setting is for, and what holds where nobody says otherwise."""
    default = setting.kind.show(setting.default) or _("nothing")
    otherwise = _("Unless you say otherwise: {value}.").format(value=default)
    return f"{_(setting.help)} {otherwise}"
