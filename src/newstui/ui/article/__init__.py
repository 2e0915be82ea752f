"""The article: laid out in lines once for a width, painted a line at a time."""

from newstui.ui.article.position import Position
from newstui.ui.article.view import ArticleView

__all__ = ["ArticleView", "Position"]
