"""A page of the web, or a saved one, to the article it shows."""

from newstui.sources.page.read import read_page
from newstui.sources.page.wall import Wall, find_wall

__all__ = ["Wall", "find_wall", "read_page"]
