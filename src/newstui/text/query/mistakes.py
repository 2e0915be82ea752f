"""What is wrong with a query, and where."""

from __future__ import annotations

from typing import Any

from newstui.errors import UsageError


class QueryError(UsageError):
    """A query cannot be read; `start` and `end` are code points into it, half-open, `start < end` but at its end."""

    def __init__(self, template: str, start: int, end: int, **arguments: Any) -> None:
        super().__init__(template, **arguments)
        self.start = start
        self.end = end
