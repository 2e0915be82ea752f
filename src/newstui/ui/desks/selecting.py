"""The desk "select": a caret in the article, and copying what it selects."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from textual import events

from newstui.i18n import _, format_number, ngettext
from newstui.model import Reading
from newstui.ui.article.caret import Caret, Place, Unit, place_at
from newstui.ui.article.excerpt import join_ranges
from newstui.ui.article.layout import Layout
from newstui.ui.desks.articles import ArticleDesk
from newstui.ui.desks.modes import begin_in_article
from newstui.ui.desks.panes import PaneDesk
from newstui.ui.room import Room

_MOVES: Final = {
    **dict.fromkeys(("l", "right"), (Unit.CHARACTER, 1)),
    **dict.fromkeys(("h", "left", "backspace"), (Unit.CHARACTER, -1)),
    **dict.fromkeys(("w", "e", "ctrl+right"), (Unit.WORD, 1)),
    **dict.fromkeys(("b", "ctrl+left"), (Unit.WORD, -1)),
    ")": (Unit.SENTENCE, 1),
    "(": (Unit.SENTENCE, -1),
    **dict.fromkeys(("j", "down"), (Unit.LINE, 1)),
    **dict.fromkeys(("k", "up"), (Unit.LINE, -1)),
    **dict.fromkeys(("$", "end"), (Unit.LINE_EDGE, 1)),
    **dict.fromkeys(("0", "^", "home"), (Unit.LINE_EDGE, -1)),
    **dict.fromkeys(("}", "J", "ctrl+down"), (Unit.PARAGRAPH, 1)),
    **dict.fromkeys(("{", "K", "ctrl+up"), (Unit.PARAGRAPH, -1)),
    **dict.fromkeys(("G", "ctrl+end"), (Unit.ARTICLE, 1)),
    **dict.fromkeys(("g", "ctrl+home"), (Unit.ARTICLE, -1)),
}
"""What moves the caret: characters as they are typed, other keys by Textual's names."""
_SELECTS: Final = ("v", "space")
_COPIES: Final = ("y", "enter", "ctrl+c")


class SelectDesk:
    """Selects with keys."""

    def __init__(self, room: Room, panes: PaneDesk, articles: ArticleDesk) -> None:
        self._room = room
        self._panes = panes
        self._articles = articles

    def caret(self) -> None:
        """Put a caret into the open article."""
        begin_in_article(self._room, self._panes, self._begin)

    def _begin(self) -> None:
        view = self._room.article
        layout, reading = view.text_layout, view.reading
        if layout is None or reading is None:
            return
        place = find_start(layout, reading, view.scroll_offset.y, view.size.height, view.current_quote)
        if place is None:
            self._room.warn(_("There is nothing here to select."))
        else:
            mode = _Selecting(self._room, Caret(layout, place, reading.article.language), layout, self._copy)
            view.enter(mode)
            mode.show()

    def _copy(self, text: str) -> None:
        said = ngettext("{count} character is copied.", "{count} characters are copied.", len(text))
        self._articles.copy(text, said.format(count=format_number(len(text))))


def find_start(layout: Layout, reading: Reading, top: int, height: int, quote: int | None) -> Place | None:
    """Return where a caret begins: at the current quotation if it is on the screen, else at its first words."""
    layout.extend(lines=top + height)
    if quote is not None and (spans := reading.quotes[quote].spans):
        line = layout.find_line(spans[0].block, spans[0].start)
        if line is not None and top <= line < top + height:
            return Place(layout.part_at(line), spans[0].start)
    places = (place_at(layout, line, 0) for line in range(top, min(top + height, len(layout.lines))))
    return next((place for place in places if place is not None), None)


class _Selecting:
    """The mode in which keys move the caret."""

    def __init__(self, room: Room, caret: Caret, layout: Layout, copy: Callable[[str], None]) -> None:
        self._room = room
        self._caret = caret
        self._layout = layout
        self._copy = copy

    def press(self, event: events.Key) -> None:
        """Move, select, copy or leave."""
        move = _MOVES.get(event.key) or _MOVES.get(event.character or "")
        if move is not None:
            self._caret.move(*move)
            self.show()
        elif event.key in _SELECTS:
            self._caret.toggle_selection()
            self.show()
        elif event.key in _COPIES:
            text = join_ranges(self._layout, self._caret.list_ranges())
            self._room.article.leave()
            self._copy(text)
        elif event.key == "escape":
            self._room.article.leave()
            self._room.say("")

    def left(self) -> None:
        """Take up that the caret is gone."""

    def show(self) -> None:
        """Paint the caret where it is, and say what can be done."""
        self._room.article.lay_over(self._caret.list_marks())
        self._room.article.bring_to_screen(self._caret.line)
        if self._caret.anchor is None:
            self._room.status.prompt(_("Caret: v selects, Escape leaves."))
        else:
            count = len(join_ranges(self._layout, self._caret.list_ranges()))
            said = ngettext(
                "{count} character selected: y copies, Escape leaves.",
                "{count} characters selected: y copies, Escape leaves.",
                count,
            )
            self._room.status.prompt(said.format(count=format_number(count)))
