"""PicturedColumn: an article's column with its pictures above their captions."""

from __future__ import annotations

from typing import Final

from textual import on
from textual.content import Content
from textual.message import Message
from textual.strip import Strip

from newstui.library.images import find_lead_image, list_addresses
from newstui.model import SUMMARY, TITLE, Reading
from newstui.ui.article.column import ArticleColumn
from newstui.ui.article.layout import Layout
from newstui.ui.article.lines import BYLINE, LEAD, Part
from newstui.ui.article.painter import Painter
from newstui.ui.article.position import Position
from newstui.ui.pictures.frames import NOTHING_HUNG, Frame, Hanging
from newstui.ui.pictures.gallery import Gallery

_SHARE: Final = 2 / 3
"""How much of the screen's height a picture takes at most."""


class PicturedColumn(ArticleColumn):
    """A column with pictures, as far as its gallery has them; without a gallery all have captions alone.

    Nothing that is on the screen moves when a picture comes.
    """

    class PictureActivated(Message):
        """A picture, or its caption, was clicked."""

        def __init__(self, view: PicturedColumn, url: str) -> None:
            super().__init__()
            self.view, self.url = view, url

    class PictureArrived(Message):
        """A picture is here that was not, or cannot be had."""

        def can_replace(self, message: Message) -> bool:
            """Whether it says the same: some come at once."""
            return isinstance(message, PicturedColumn.PictureArrived)

    def __init__(self, *, empty: Content | None = None, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002  Textual's word
        """`empty` is what is said while there is no article."""
        super().__init__(empty=empty, id=id, classes=classes)
        self._painter = Painter(self._make_style, self._find_row)
        self._gallery: Gallery | None = None
        self._held: Hanging | None = None
        """What the next layout has to leave as it is."""

    def use_gallery(self, gallery: Gallery) -> None:
        """Show the pictures of a gallery from the next article on."""
        self._gallery = gallery
        gallery.painted = self._show_painted

    def show(self, reading: Reading | None, *, at: Position | None = None) -> None:
        """Show an article from its top, or from `at`."""
        if self._gallery is not None:
            self._gallery.leave_unpainted()
        super().show(reading, at=at)

    def rehang(self, *, hold: bool = True) -> None:
        """Show the pictures that there are now; with `hold` what is on the screen stays as it is."""
        layout = self._layout
        if layout is None or self._reading is None:
            return
        hanging = self._hang(self._reading)
        if hold:
            hanging = self._held = hanging.hold(self._list_frames_on_screen(layout, self._reading), layout.hanging)
        if hanging != layout.hanging:
            self.set_article()
            self._post_position()  # the place is the same, but not how much of the text that is
        self._held = None

    def note_picture(self) -> None:
        """Show soon a picture that has come; may be called from any thread."""
        self.post_message(self.PictureArrived())

    @on(PictureArrived)
    def _take_arrived(self) -> None:
        self.rehang()

    @property
    def was_scrolled(self) -> bool:
        """Whether the article was scrolled since it was put where it is."""
        return self._anchor is None

    def find_picture(self, y: int) -> str | None:
        """Return the address of the picture that a line of the widget shows, or has the caption of."""
        layout, number = self._layout, self.scroll_offset.y + y
        if layout is None or not 0 <= number < len(layout.lines):
            return None
        line = layout.lines[number]
        part = layout.find_part(line.part) if line.runs or line.row is not None else None
        return (part.picture or None) if part else None

    def make_layout(self, reading: Reading, width: int) -> Layout:
        """Return the lines of an article in a column, with frames for its pictures; none is set yet."""
        return Layout(reading, width, self.typography, self._held or self._hang(reading))

    def _hang(self, reading: Reading) -> Hanging:
        if self._gallery is None:
            return NOTHING_HUNG
        return self._gallery.hang(list_addresses(reading), self._highest)

    @property
    def _highest(self) -> int:
        return max(1, int(self.size.height * _SHARE))

    def _on_width_changed(self) -> None:
        hanging = self._layout.hanging if self._layout else NOTHING_HUNG
        if (hanging.sizes or hanging.awaited) and hanging.rows != self._highest:
            self.set_article()
        else:
            super()._on_width_changed()

    def _list_frames_on_screen(self, layout: Layout, reading: Reading) -> dict[str, Frame | None]:
        """Return the frames of the pictures that are on the screen, None for those that have none there."""
        top = self.scroll_offset.y
        numbers = {line.part for line in layout.lines[top : top + self.size.height]}
        parts = [part for number in numbers if (part := layout.find_part(number)) and part.picture]
        frames = {part.picture: layout.frames.get(part.number) for part in parts}
        lead = find_lead_image(reading)
        if lead and layout.find_part(LEAD) is None and not numbers.isdisjoint({TITLE, BYLINE, SUMMARY}):
            frames.setdefault(lead, None)  # its place is on the screen, though nothing shows it
        return frames

    def _find_row(self, part: Part, row: int) -> Strip | None:
        """Return a row of a part's picture, which stands on its caption: above it nothing where it came out lower."""
        if self._gallery is None or self._layout is None:
            return None
        frame, background = self._layout.frames[part.number], self.background_colors[1].rgb
        strips = self._gallery.find_strips(part.picture, frame, background)
        if strips is None:
            return None
        row -= frame.rows - len(strips)
        return strips[row] if row >= 0 else Strip([])

    def _show_painted(self, *, failed: bool) -> None:
        if failed:
            self.rehang()  # where it is not seen its caption will do
        self.refresh()
