"""How a mode of the article begins, wherever the reader is."""

from __future__ import annotations

from collections.abc import Callable

from newstui.i18n import _
from newstui.ui.commands import Pane
from newstui.ui.desks.panes import PaneDesk
from newstui.ui.room import Room


def begin_in_article(room: Room, panes: PaneDesk, begin: Callable[[], None]) -> None:
    """Call `begin` when the open article has the keys and its place on the screen; say so if there is no article."""
    view = room.article
    if view.reading is None:
        room.warn(_("No article is open."))
    elif view.has_focus and view.text_layout is not None:
        begin()
    else:
        panes.go_to(Pane.ARTICLE)
        view.when_set(begin)
