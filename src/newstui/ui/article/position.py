"""Where a reader is in an article: the word that the article's widget and its users share with the store."""

from newstui.model import Position

__all__ = ["Position"]
