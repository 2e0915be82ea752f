"""A picture as large as the screen allows; the keys for moving go to the article's others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Final, NamedTuple

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from newstui.config.pictures import Way
from newstui.i18n import _
from newstui.model import Image
from newstui.ui.content import foreign_content
from newstui.ui.dialogs.dialog import Dialog
from newstui.ui.pictures.frames import Frame, fit
from newstui.ui.pictures.gallery import Gallery
from newstui.ui.pictures.terminal import tell_terminal

_STEPS: Final = {
    "go.open": 1,
    "move.down": 1,
    "move.page-down": 1,
    "move.half-down": 1,
    "move.up": -1,
    "move.page-up": -1,
    "move.half-up": -1,
}


class _Spot(NamedTuple):
    """Where a drawing is on the screen."""

    frame: Frame
    row: int
    column: int


class PictureFrame(Widget):
    """One picture of a gallery, in the middle. Where there is Sixel it is drawn over the half blocks."""

    def __init__(self, gallery: Gallery) -> None:
        super().__init__()
        self._gallery = gallery
        self._url: str | None = None
        self._drawing: tuple[_Spot, str] | None = None

    def show(self, url: str) -> None:
        """Show a picture that has been looked for."""
        self._url, self._drawing = url, None
        self.refresh()

    def on_mount(self) -> None:
        """Look at the gallery's work."""
        self._before, self._gallery.painted = self._gallery.painted, self._take_painted

    def on_unmount(self) -> None:
        """Leave the gallery as it was."""
        self._gallery.painted = self._before

    def _take_painted(self, *, failed: bool) -> None:
        self._before(failed=failed)
        self.refresh()

    def _fit(self) -> Frame | None:
        kept = self._gallery.shelf.find(self._url) if self._url else None
        width, height = self.size
        if kept is None or kept.size is None or not width or not height:
            return None
        return fit(kept.size, self._gallery.cell, width, height)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint the picture, and have it drawn over that as soon as it is on the screen."""
        if self._gallery.way is Way.SIXEL:
            self.call_after_refresh(self._draw)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Paint a line."""
        width, height = self.size
        frame = self._fit()
        if frame is None or self._url is None:
            return Strip.blank(width, self.rich_style)
        strips = self._gallery.find_strips(self._url, frame, self.background_colors[1].rgb)
        row = y - (height - frame.rows) // 2
        if strips is None or not 0 <= row < len(strips):
            return Strip.blank(width, self.rich_style)
        left = Strip.blank((width - frame.columns) // 2, self.rich_style)
        return Strip.join([left, strips[row]]).adjust_cell_length(width, self.rich_style)

    def _draw(self) -> None:
        """Draw the picture in Sixel, if nothing lies over it."""
        frame = self._fit()
        if frame is None or self._url is None or not self.screen.is_current:
            return
        x, y, width, height = self.content_region
        spot = _Spot(frame, y + (height - frame.rows) // 2, x + (width - frame.columns) // 2)
        if self._drawing is not None and self._drawing[0] == spot:
            tell_terminal(self.app, self._drawing[1])
            return
        background = self.background_colors[1].rgb
        draw = partial(self._gallery.draw, self._url, frame, background, row=spot.row, column=spot.column)
        assert isinstance(self.screen, Dialog)
        self.screen.threads.ask("draw", draw, partial(self._take_drawing, self._url, spot))

    def _take_drawing(self, url: str, spot: _Spot, drawing: str) -> None:
        if url == self._url:
            self._drawing = spot, drawing
            self._draw()


class PictureDialog(Dialog[None]):
    """Shows one of an article's kept images after the other."""

    def __init__(self, gallery: Gallery, images: Sequence[Image], at: int) -> None:
        super().__init__(_("Image"))
        self._gallery = gallery
        self._images = images
        self._at = at

    def compose_content(self) -> Iterable[Widget]:
        """The picture over its caption."""
        yield PictureFrame(self._gallery)
        yield Static("", id="caption", markup=False)

    def on_mount(self) -> None:
        """Show the one that was asked for."""
        super().on_mount()
        self._show()

    def action_command(self, name: str) -> None:
        """Go to the next one or the one before."""
        if name in _STEPS:
            self._at = (self._at + _STEPS[name]) % len(self._images)
            self._show()
        else:
            super().action_command(name)

    def _show(self) -> None:
        image = self._images[self._at]
        place = f"{self._at + 1}/{len(self._images)}"
        words = [image.caption, place] if len(self._images) > 1 else [image.caption]
        self.query_one("#caption", Static).update(foreign_content(" · ".join(word for word in words if word)))
        look = partial(self._gallery.shelf.look, [image.url])
        self.threads.ask("look", look, lambda _none: self._show_known(image))

    def _show_known(self, image: Image) -> None:
        kept = self._gallery.shelf.find(image.url)
        cannot = kept is None or kept.size is None
        self.tell(_("This picture cannot be shown here.") if cannot else "", "error")
        self.query_one(PictureFrame).show(image.url)
