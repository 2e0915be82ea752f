"""A page of the web, or a saved one, to the article it shows."""

from newstui.sources.page.read import read_page

__all__ = ["read_page"]
