"""Quotations: what is said in a document, told from titles and so-called expressions, and who says it."""

from newstui.text.quotes.engine import RULES_VERSION, find_quotes

__all__ = ["RULES_VERSION", "find_quotes"]
