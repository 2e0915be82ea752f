"""Arranging sources and folders: asks what is meant, does it in a thread, and lets the next undo take it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from newstui.i18n import _, format_number, ngettext
from newstui.library.undo import Undo
from newstui.model import Source
from newstui.ui.desks.lists import ListDesk
from newstui.ui.readings import Readings
from newstui.ui.room import Room


class Arranger:
    """Moves, renames and removes what is under the cursor of the pane of sources, or several sources at once."""

    def __init__(self, room: Room, readings: Readings, lists: ListDesk) -> None:
        self._room = room
        self._readings = readings
        self._lists = lists
        self._removed_here = False

    def forget(self) -> None:
        """Let go for good what was removed before this start: nobody can take it back any more."""
        if not self._removed_here:
            self._room.threads.write(self._room.library.arranging.forget_removed, long=True)

    # What is asked

    def move(self) -> None:
        """Ask for another folder for the source under the cursor, or for another name for the folder."""
        row = self._room.sources.row
        if row is not None and row.source is not None:
            self.ask_folder([row.source], row.source.folder)
        elif row is not None and row.key.startswith("folder:"):
            self._ask_name(row.title)
        else:
            self._room.warn(_("Put the cursor on a source or a folder to move it."))

    def remove(self) -> None:
        """Remove the source under the cursor, or the folder, after asking."""
        row = self._room.sources.row
        if row is not None and row.source is not None:
            self.ask_removal([row.source])
        elif row is not None and row.key.startswith("folder:"):
            self._ask_folder_removal(row.title)
        else:
            self._room.warn(_("Put the cursor on a source or a folder to remove it."))

    def several(self) -> None:
        """Choose several sources, to be moved or removed."""
        from newstui.ui.dialogs.several import SeveralDialog

        def chosen(answer: tuple[str, Sequence[Source]] | None) -> None:
            if answer is not None and answer[1]:
                (self.ask_folder if answer[0] == "move" else self.ask_removal)(answer[1])

        self._room.screen.app.push_screen(SeveralDialog(self._room.sources.sources, self._room.keymap), chosen)

    def ask_folder(self, sources: Sequence[Source], at: str | None = None) -> None:
        """Ask for a folder for these sources."""
        from newstui.ui.dialogs.folder import FolderDialog

        def chosen(folder: str | None) -> None:
            if folder is not None and any((source.folder or "") != folder for source in sources):
                self._move(sources, folder or None)

        self._room.screen.app.push_screen(FolderDialog(_name(sources), self.list_folders(), at), chosen)

    def ask_removal(self, sources: Sequence[Source]) -> None:
        """Ask whether these sources are to be removed."""
        from newstui.ui.dialogs.confirm import ConfirmDialog

        question = ngettext(
            "Remove this source? Its articles go, those with a star or a tag stay.",
            "Remove these sources? Their articles go, those with a star or a tag stay.",
            len(sources),
        )

        def answered(yes: bool | None) -> None:
            if yes:
                self._remove(sources)

        self._room.screen.app.push_screen(ConfirmDialog(question, _name(sources)), answered)

    def list_folders(self) -> list[str]:
        """Return the folders in which sources are."""
        return sorted({source.folder for source in self._room.sources.sources if source.folder}, key=str.casefold)

    def _ask_name(self, folder: str) -> None:
        from newstui.ui.dialogs.folder import FolderNameDialog

        def named(name: str | None) -> None:
            if name is not None and name != folder:
                said = _("Renamed; press {key} to undo: {folder} → {name}")
                rename = partial(self._room.library.arranging.rename_folder, folder, name)
                self._do(rename, said.format(folder=folder, name=name, key=self._undo_key), f"folder:{name}")

        self._room.screen.app.push_screen(FolderNameDialog(folder, self.list_folders()), named)

    def _ask_folder_removal(self, folder: str) -> None:
        from newstui.ui.dialogs.folder import RemoveFolderDialog

        sources = [source for source in self._room.sources.sources if source.folder == folder]

        def answered(answer: str | None) -> None:
            if answer == "sources":
                self._remove(sources)
            elif answer == "folder":
                said = _("The folder is gone, its sources stay; press {key} to undo: {folder}")
                dissolve = partial(self._room.library.arranging.rename_folder, folder, None)
                self._do(dissolve, said.format(folder=folder, key=self._undo_key))

        self._room.screen.app.push_screen(RemoveFolderDialog(folder, len(sources)), answered)

    # What is done

    def _move(self, sources: Sequence[Source], folder: str | None) -> None:
        said = ngettext("{count} source moved", "{count} sources moved", len(sources))
        keys = [source.key for source in sources]
        move = partial(self._room.library.arranging.move, keys, folder)
        self._do(move, self._say(said, sources), f"source:{keys[-1]}")

    def _remove(self, sources: Sequence[Source]) -> None:
        self._removed_here = True
        said = ngettext("{count} source removed", "{count} sources removed", len(sources))
        remove = partial(self._room.library.arranging.remove, [source.key for source in sources])
        self._do(remove, self._say(said, sources), all_=True)

    def _do(self, write: Callable[[], Undo], said: str, go_to: str | None = None, *, all_: bool = False) -> None:
        def written(undo: Undo) -> None:
            self._lists.marks.remember(undo, self._take_up)
            self._readings.forget()
            if all_:
                self._lists.show_all()
            else:
                self._lists.reload_sources(go_to)
            self._room.say(said)

        self._room.threads.write(write, written)

    def _take_up(self) -> None:
        self._readings.forget()
        self._lists.reload()

    def _say(self, said: str, sources: Sequence[Source]) -> str:
        """Put the fact and the key of the undo first: a long title may be cut."""
        counted = said.format(count=format_number(len(sources)))
        return _("{fact}; press {key} to undo: {titles}").format(
            fact=counted, key=self._undo_key, titles=", ".join(source.title for source in sources)
        )

    @property
    def _undo_key(self) -> str:
        return self._room.keymap.show_key("list.undo")


def _name(sources: Sequence[Source]) -> str:
    """Return what is said to be moved or removed: a title, or how many sources."""
    if len(sources) == 1:
        return sources[0].title
    said = ngettext("{count} source", "{count} sources", len(sources))
    return said.format(count=format_number(len(sources)))
