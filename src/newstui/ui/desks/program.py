"""The desk "program": help, commands by name, colours, the interface's language, and the end."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from newstui.i18n import _, set_language
from newstui.ui.commands import BY_NAME
from newstui.ui.room import Room

if TYPE_CHECKING:
    from newstui.ui.dialogs.choose import ChooseDialog


class ProgramDesk:
    """Does what concerns the whole program.

    `translate` is called when the interface's language has changed, `stop` at the end, to stop what goes on.
    """

    def __init__(self, room: Room, translate: Callable[[], None], stop: Callable[[], object]) -> None:
        self._room = room
        self._translate = translate
        self._stop = stop

    def help(self) -> None:
        """List all commands with their keys; the chosen one is done."""
        from newstui.ui.dialogs.commands import help_dialog

        self._ask(help_dialog(self._room.keymap), self._do)

    def palette(self) -> None:
        """Search commands and sources by name."""
        from newstui.ui.dialogs.commands import palette_dialog

        self._ask(palette_dialog(self._room.keymap, self._room.sources.rows), self._do)

    def theme(self) -> None:
        """Choose the colours."""
        from newstui.ui.dialogs.commands import themes_dialog

        app = self._room.screen.app
        before = app.theme

        def choose(name: str | None) -> None:
            app.theme = name or before
            if name is not None:
                self._room.choose("theme", name)

        self._room.screen.app.push_screen(themes_dialog(app), choose)

    def language(self) -> None:
        """Choose the interface's language."""
        from newstui.ui.dialogs.commands import interface_languages_dialog

        self._ask(interface_languages_dialog(), self._speak)

    def copy(self) -> None:
        """Copy what is selected with the mouse."""
        if self._room.screen.get_selected_text():
            self._room.screen.action_copy_text()
            self._room.say(_("The selection is copied."))
        else:
            key = self._room.keymap.show_key("program.quit")
            self._room.warn(_("Nothing is selected; press {key} to quit.").format(key=key))

    def quit(self) -> None:
        """Quit when every mark has been stored."""
        self._stop()
        self._room.threads.when_written(self._room.screen.app.exit)

    def _ask(self, dialog: ChooseDialog, then: Callable[[str], None]) -> None:
        def answered(key: str | None) -> None:
            if key is not None:
                then(key)

        self._room.screen.app.push_screen(dialog, answered)

    def _do(self, key: str) -> None:
        kind, _colon, name = key.partition(":")
        if kind == "command":
            self._room.screen.call_later(self._room.screen.run_action, BY_NAME[name].action)
        else:
            self._room.sources.go_to(key)

    def _speak(self, language: str) -> None:
        set_language(language)
        self._translate()
        self._room.choose("interface_language", language)
