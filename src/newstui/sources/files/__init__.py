"""Local articles: text, Markdown and HTML files in any encoding, and directories of them."""

from newstui.sources.encoding import decode_text
from newstui.sources.files.listing import is_article_file, list_article_files
from newstui.sources.files.read import read_article

__all__ = ["decode_text", "is_article_file", "list_article_files", "read_article"]
