"""Choosing a command, a theme, a language for the interface: what the chooser offers for each."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import App

from newstui.i18n import INTERFACE_LANGUAGES, _, current_language, language_name
from newstui.ui.commands import COMMANDS, Context, group_commands
from newstui.ui.commands.command import IN_DIALOGS
from newstui.ui.dialogs.choose import Choice, ChooseDialog
from newstui.ui.keymap import Keymap
from newstui.ui.panes.source_rows import SourceRow
from newstui.ui.panes.sources import row_title


def help_dialog(keymap: Keymap) -> ChooseDialog:
    """All commands by what they are about, with the keys in force; the chosen one is to be done."""
    return _list_commands(_("Help: all keys"), keymap)


def change_dialog(keymap: Keymap) -> ChooseDialog:
    """The same list; the chosen command is to get other keys."""
    return _list_commands(_("Change a key"), keymap)


def _list_commands(title: str, keymap: Keymap) -> ChooseDialog:
    choices = [
        Choice(f"command:{command.name}", _(command.title), keymap.show_keys(command.name), _(command.help), _(heading))
        for heading, commands in group_commands()
        for command in commands
    ]
    return ChooseDialog(title, _("A key, or a word for what it does"), choices)


def palette_dialog(keymap: Keymap, rows: Sequence[SourceRow]) -> ChooseDialog:
    """All commands and all sources by name."""
    choices = [
        Choice(f"command:{command.name}", _(command.title), keymap.show_keys(command.name), _(command.help))
        for command in COMMANDS
        if command.context not in (Context.MOVING, *IN_DIALOGS)
    ]
    choices += [Choice(row.key, row_title(row), _("source") if row.source else "") for row in rows]
    return ChooseDialog(_("Commands"), _("A command or a source"), choices)


def themes_dialog(app: App[None]) -> ChooseDialog:
    """All themes; what the cursor is on is shown at once."""

    def show(name: str) -> None:
        app.theme = name

    ours_first = sorted(app.available_themes, key=lambda name: (not name.startswith("newstui"), name))
    choices = [Choice(name, name) for name in ours_first]
    return ChooseDialog(_("Colours"), _("The name of a theme"), choices, at=app.theme, looked_at=show)


def interface_languages_dialog() -> ChooseDialog:
    """The languages that the interface speaks."""
    choices = [Choice(tag, language_name(tag), tag) for tag in INTERFACE_LANGUAGES]
    title = _("Language of the program")
    return ChooseDialog(title, _("A language"), choices, at=current_language())
