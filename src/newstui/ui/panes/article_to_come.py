"""What stands in the article's place on the first screen, which does not wait for all that an article needs."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from newstui.i18n import _
from newstui.ui.notice import paint_notice


class ArticleToCome(Widget):
    """An empty pane that looks as that of the article does while none is open."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  Textual's name
        super().__init__(id=id)
        self.border_title = title_content()
        self._painted: dict[int, Strip] = {}

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint the notice, once for all lines."""
        self._painted = paint_notice(notice_content(), self.content_size, self.visual_style)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Return a line of the screen."""
        return self._painted.get(y) or Strip.blank(self.content_size.width, self.visual_style.rich_style)


def title_content() -> Content:
    """Return what the article's pane is called."""
    return Content(_("Article"))


def notice_content() -> Content:
    """Return what is said where no article is open."""
    return Content(_("Choose a headline to read it here."))
