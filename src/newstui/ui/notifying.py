"""Notifications on the desktop: after a refresh that came by itself, while nobody looks at the reader."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from newstui.errors import N_, UsageError
from newstui.model import Notice
from newstui.ui.room import Room
from newstui.ui.terminal import write_notification

if TYPE_CHECKING:
    from newstui.library.notifying import Notification


_NO_COMMAND: Final = N_("no command is set that tells of news; set notifications.command in {file}")


class Notifier:
    """Tells the desktop of news, in the way that the settings name."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._focus_is_told = False

    def start(self) -> None:
        """Note from now on whether the terminal tells when it loses the focus."""
        screen = self._room.screen
        screen.watch(screen.app, "app_focus", self._note_focus, init=False)

    def _note_focus(self) -> None:
        self._focus_is_told = True

    def tell(self, new: int, arrived: Sequence[str], notices: Sequence[Notice]) -> None:
        """Tell of articles that are new, by their ids, the newest last, or of what the rules found, if that is asked for."""
        settings = self._room.settings
        if settings["notifications.by"] == "off" or self._is_looked_at():
            return
        by_rules = settings["notifications.about"] == "rules"
        titles = [title for notice in notices for title in notice.titles]
        if not (titles if by_rules else new):
            return

        def tell() -> Notification:
            from newstui.library.notifying import Notification, run_notifier

            if by_rules or titles:
                told = Notification(len(titles) if by_rules else new, titles[0])
            else:
                told = self._describe_newest(new, arrived)
            if settings["notifications.by"] == "command":
                if not settings["notifications.command"]:
                    raise UsageError(_NO_COMMAND, file=settings.file or "config.toml")
                run_notifier(settings["notifications.command"], told)
            return told

        self._room.threads.ask("notify", tell, self._write, long=True)

    def _describe_newest(self, new: int, arrived: Sequence[str]) -> Notification:
        from newstui.library.notifying import Notification

        for article_id in arrived[-1:]:
            with suppress(UsageError):  # it has gone meanwhile
                article = self._room.library.get_reading(article_id).article
                return Notification(new, article.title, article.source_title or "")
        return Notification(new)

    def _write(self, told: Notification) -> None:
        """Have the terminal tell it, where that is the way."""
        from newstui.ui.pictures.terminal import tell_terminal

        app = self._room.screen.app
        by = str(self._room.settings["notifications.by"])
        if by.startswith("osc") and not app.is_web:
            tell_terminal(app, write_notification(told.describe(), by, os.environ))

    def _is_looked_at(self) -> bool:
        """Whether the terminal has the focus; one that never tells of it is taken for one that nobody looks at."""
        return self._focus_is_told and self._room.screen.app.app_focus
