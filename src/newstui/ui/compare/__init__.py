"""Two editions side by side: laid out row by row, painted a line at a time, with one cursor for both."""

from newstui.ui.compare.view import CompareView

__all__ = ["CompareView"]
