"""Queries: the one language of searching, saved views and rules.

`parse_query` reads it, `print_query` writes it; what it can say is told in docs/search.md.
"""

from newstui.text.query.lexing import FIELDS
from newstui.text.query.mistakes import QueryError
from newstui.text.query.parsing import parse_query
from newstui.text.query.printing import print_query
from newstui.text.query.tree import (
    EVERYTHING,
    Aged,
    And,
    Dated,
    Flag,
    Flagged,
    Name,
    Named,
    Not,
    Or,
    Query,
    Scope,
    Words,
)

__all__ = [
    "EVERYTHING",
    "FIELDS",
    "Aged",
    "And",
    "Dated",
    "Flag",
    "Flagged",
    "Name",
    "Named",
    "Not",
    "Or",
    "Query",
    "QueryError",
    "Scope",
    "Words",
    "parse_query",
    "print_query",
]
