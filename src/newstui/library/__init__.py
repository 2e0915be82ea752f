"""The facade that the interface and the command line use: the only way to articles, sources and refreshing."""

from newstui.library.facade import Library

__all__ = ["Library"]
