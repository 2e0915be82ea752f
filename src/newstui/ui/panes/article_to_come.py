"""What stands in the article's place on the first screen, which does not wait for all that an article needs."""

from __future__ import annotations

from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget

from newstui.i18n import _
from newstui.ui.notice import paint_notice


class ArticleToCome(Widget):
    """An empty pane that looks as that of the article does while none is open."""

    def on_mount(self) -> None:
        """Name the pane."""
        self.border_title = article_title()

    def render_line(self, y: int) -> Strip:
        """Paint a line of the screen."""
        strips = paint_notice(article_notice(), self.content_size, self.visual_style)
        return strips.get(y, Strip.blank(self.content_size.width, self.visual_style.rich_style))


def article_title() -> Content:
    """Return what the article's pane is called."""
    return Content(_("Article"))


def article_notice() -> Content:
    """Return what is said where no article is open."""
    return Content(_("Choose a headline to read it here."))
