"""The desk "pane": which panes are shown, and which one is in use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from textual.timer import Timer
from textual.widget import Widget

from newstui.i18n import _
from newstui.ui.arrangement import Arrangement, read_arrangements
from newstui.ui.commands import Pane
from newstui.ui.layout import find_breakpoint, plan_panes
from newstui.ui.panes.article_to_come import ArticleToCome
from newstui.ui.panes.frame import PaneFrame
from newstui.ui.room import Room

_NAME: Final = "panes"
"""Under this name the library remembers how the panes are arranged."""
_REST: Final = 1.0
"""Seconds without a change before it is written: nothing is while a border moves."""


class PaneDesk:
    """Shows and hides the panes. The pane in use is the one that has the focus."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._widgets: dict[Pane, Widget] = {
            Pane.SOURCES: room.sources,
            Pane.HEADLINES: room.headlines,
            Pane.ARTICLE: ArticleToCome(id="article"),
        }
        self.frame = PaneFrame(self._widgets, id="panes")
        self._arrangements = read_arrangements(room.library.recall(_NAME))
        self._rest: Timer | None = None
        self._alone = False
        self.current = Pane.HEADLINES
        self.left_compared: Callable[[], None] = lambda: None
        """Called when two editions no longer stand side by side, before what comes instead is shown."""

    async def furnish(self) -> None:
        """Bring the panes that the first screen did without; what is seen stays as it is."""
        with self._room.screen.app.batch_update():
            await self._widgets.pop(Pane.ARTICLE).remove()
            for pane in Pane:
                self._bring(pane)
            self.arrange()

    def _bring(self, pane: Pane) -> None:
        if pane not in self._widgets:
            self._widgets[pane] = getattr(self._room, pane)
            self.frame.add(pane, self._widgets[pane])

    @property
    def widget(self) -> Widget:
        """The widget of the pane in use."""
        return self._widgets[self.current]

    def go_to(self, pane: Pane) -> None:
        """Use a pane; it comes to the screen if it is not there."""
        if self.current is Pane.COMPARE and pane is not Pane.COMPARE:
            self.left_compared()
        self.current = pane
        self._fold(self._arrangements.folded - {pane})
        if pane not in (Pane.ARTICLE, Pane.COMPARE):
            self._alone = False
        self.arrange()
        self._widgets[pane].focus(scroll_visible=False)

    def note_focus(self, widget: Widget) -> None:
        """Take up that a pane got the focus by the mouse."""
        for pane, candidate in self._widgets.items():
            if candidate is widget and widget.has_focus and pane is not self.current:
                self.current = pane
                self.arrange()

    def arrange(self) -> None:
        """Show the panes for which there is room."""
        screen, arrangement = self._room.screen, self.arrangement
        shown = plan_panes(
            *screen.size,
            self.current,
            folded=self._arrangements.folded,
            alone=self._alone,
            left=arrangement.headlines_left,
            below=arrangement.beside_below,
        )
        for pane in shown:
            self._bring(pane)
        self.frame.show(shown, arrangement)
        if self.current is not Pane.COMPARE:  # which looks the same, and a class costs the style of every widget
            screen.set_class(len(shown) == 1, "-single")
        screen.set_class(self._alone, "-alone")
        self._room.keys.pane = self.current

    @property
    def arrangement(self) -> Arrangement:
        """How the panes are arranged on a screen of this width."""
        return self._arrangements.find(find_breakpoint(self._room.screen.size.width))

    def take(self, arrangement: Arrangement) -> None:
        """Arrange the panes so from now on, on screens of its width."""
        self._arrangements = self._arrangements.put(arrangement)
        self.arrange()
        self._note()

    def reset(self) -> None:
        """Arrange the panes as they are at first on a screen of this width, with none folded away."""
        self._fold(frozenset())
        self.take(Arrangement(self.arrangement.breakpoint))

    def keep(self) -> None:
        """Write down how the panes are arranged, if that has changed."""
        if self._rest is not None:
            self._rest.stop()
            self._rest = None
            library, text = self._room.library, self._arrangements.write()
            self._room.threads.write(lambda: library.remember(_NAME, text))

    def _note(self) -> None:
        if self._rest is None:
            self._rest = self._room.screen.set_timer(_REST, self.keep)
        else:
            self._rest.reset()

    def _fold(self, folded: frozenset[Pane]) -> None:
        if folded != self._arrangements.folded:
            self._arrangements = replace(self._arrangements, folded=folded)
            self._note()

    def is_folded(self, pane: Pane) -> bool:
        """Whether a pane was folded away, so that only its number brings it back."""
        return pane in self._arrangements.folded

    def shown(self, pane: Pane) -> bool:
        """Whether a pane is on the screen."""
        return pane in self._widgets and self._widgets[pane].display

    def _open_panes(self) -> list[Pane]:
        """The panes that Tab walks through: those in which there is something."""
        return [
            pane
            for pane in Pane
            if pane not in self._arrangements.folded
            and pane is not Pane.COMPARE
            and (self._room.article.reading is not None or pane in (Pane.SOURCES, Pane.HEADLINES))
        ]

    def _step(self, delta: int) -> None:
        panes = self._open_panes()
        here = Pane.ARTICLE if self.current is Pane.COMPARE else self.current
        at = panes.index(here) if here in panes else 0
        self.go_to(panes[(at + delta) % len(panes)])

    def next(self) -> None:
        """Go to the next pane."""
        self._step(1)

    def previous(self) -> None:
        """Go to the pane before."""
        self._step(-1)

    def sources(self) -> None:
        """Go to the sources."""
        self.go_to(Pane.SOURCES)

    def headlines(self) -> None:
        """Go to the headlines."""
        self.go_to(Pane.HEADLINES)

    def article(self) -> None:
        """Go to the article."""
        self.go_to(Pane.ARTICLE)

    def languages(self) -> None:
        """Go to the story's languages."""
        self.go_to(Pane.LANGUAGES)

    def quotes(self) -> None:
        """Go to the article's quotes."""
        self.go_to(Pane.QUOTES)

    def fold(self) -> None:
        """Fold the pane in use away; the headlines stay when they are the last."""
        if self.current is Pane.COMPARE:
            self.go_to(Pane.ARTICLE)
            return
        left = [pane for pane in self._open_panes() if pane is not self.current]
        if not left:
            return
        folded = self.current
        nearest = Pane.ARTICLE if folded in (Pane.LANGUAGES, Pane.QUOTES) and Pane.ARTICLE in left else left[0]
        nearest = Pane.HEADLINES if folded in (Pane.SOURCES, Pane.ARTICLE) and Pane.HEADLINES in left else nearest
        self._fold(self._arrangements.folded | {folded})
        self.go_to(nearest)
        self._room.say(
            _("Folded away; press {key} to bring it back.").format(key=self._room.keymap.show_key(f"pane.{folded}"))
        )

    def alone(self) -> None:
        """Show the article alone, or the panes again."""
        if self._room.article.reading is None:
            self._room.warn(_("No article is open."))
            return
        self._alone = not self._alone
        self.go_to(Pane.ARTICLE)
        key = self._room.keymap.show_key("pane.alone")
        self._room.say(_("Press {key} to have the panes again.").format(key=key) if self._alone else "")

    def leave_alone(self) -> bool:
        """Show the panes again if the article was alone."""
        was, self._alone = self._alone, False
        self.arrange()
        return was
