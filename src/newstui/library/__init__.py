"""The facade that the interface and the command line use: the only way to articles, sources and refreshing."""

from newstui.library.facade import Library
from newstui.library.holdings import Undo
from newstui.library.starters import Starter, list_starters

__all__ = ["Library", "Starter", "Undo", "list_starters"]
