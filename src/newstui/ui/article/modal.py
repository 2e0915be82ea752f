"""ModalColumn: an article in which keys may mean something else for a while."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.strip import Strip

from newstui.ui.article.hints import Hints, paint_labels
from newstui.ui.article.marks import Mark
from newstui.ui.article.mode import Mode
from newstui.ui.article.pictured import PicturedColumn


class ModalColumn(PicturedColumn):
    """An article with a mode or none. A mode ends with the article, its width, a click, or when the keys go elsewhere."""

    COMPONENT_CLASSES: ClassVar[set[str]] = PicturedColumn.COMPONENT_CLASSES | {
        f"article-view--{name}" for name in ("hint", "hint-typed", "selected", "caret")
    }

    def __init__(self, *, empty: Content | None = None, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002  Textual's word
        super().__init__(empty=empty, id=id, classes=classes)
        self._mode: Mode | None = None
        self._hints: Hints | None = None
        self._waiting: Callable[[], None] | None = None

    def set_article(self) -> None:
        """Set the article anew; what a mode has found on the screen is there no longer."""
        self.leave()
        super().set_article()

    def _on_width_changed(self) -> None:
        """Take up how wide the view is; whoever waited for its place on the screen can begin."""
        super()._on_width_changed()
        if self.text_layout is not None and self._waiting is not None:
            # Not at once: a scrollbar that comes or goes changes the width again.
            self.call_after_refresh(self._waiting)
            self._waiting = None

    def when_set(self, then: Callable[[], None]) -> None:
        """Call `then` when the article stands on the screen: soon, or when the view has got its place there."""
        if self.text_layout is not None and self.size.height:
            self.call_later(then)
        else:
            self._waiting = then

    def enter(self, mode: Mode) -> None:
        """Let a mode take every key until it is left."""
        self.leave()
        self._mode = mode

    def leave(self) -> None:
        """Let keys mean what they always do."""
        mode, self._mode = self._mode, None
        if mode is not None:
            self.show_hints(None)
            self.lay_over({})
            mode.left()

    def show_hints(self, hints: Hints | None) -> None:
        """Lay hints over the text, as they are now; None: there are none."""
        self._hints = hints
        self.refresh()

    def lay_over(self, marks: Mapping[int, Sequence[Mark]]) -> None:
        """Lay a mode's marks over the text, by the numbers of their parts."""
        self._painter.lay_over(marks)
        self.refresh()

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether a key goes to a mode, so that no sequence of keys begins with it."""
        return self._mode is not None or super().check_consume_key(key, character)

    def on_key(self, event: events.Key) -> None:
        """Give a mode its key."""
        self.take_key(event)

    def take_key(self, event: events.Key) -> bool:
        """Give a mode its key; False if there is no mode."""
        if self._mode is None:
            return False
        event.stop()
        event.prevent_default()
        self._mode.press(event)
        return True

    def on_blur(self) -> None:
        """Leave a mode: the keys go elsewhere."""
        self.leave()

    def paint_number(self, number: int) -> Strip:
        """Paint a line of the layout by its number, with the hints that lie over it."""
        strip = super().paint_number(number)
        if self._hints is None or not (labels := self._hints.list_labels(number)):
            return strip
        typed, waiting = self._painter.style("hint-typed"), self._painter.style("hint")
        return paint_labels(strip, labels, self._margin, typed, waiting)
