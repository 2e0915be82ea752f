"""newsboat's files: the lines of `urls`, and what an article in its cache is here."""

from newstui.sources.newsboat.articles import make_articles
from newstui.sources.newsboat.urls import read_urls, split_line

__all__ = ["make_articles", "read_urls", "split_line"]
