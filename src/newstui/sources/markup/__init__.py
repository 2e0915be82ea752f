"""HTML to blocks: whatever the markup is worth, its text becomes a Document that nothing can act through."""

from newstui.sources.markup.address import resolve_link
from newstui.sources.markup.fragment import fragment_text, parse_fragment, parse_tree
from newstui.sources.markup.plain import parse_plain

__all__ = ["fragment_text", "parse_fragment", "parse_plain", "parse_tree", "resolve_link"]
