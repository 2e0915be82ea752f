"""The list of headlines: rows loaded by the page, painted a line at a time."""

from newstui.ui.headlines.view import HeadlineList

__all__ = ["HeadlineList"]
