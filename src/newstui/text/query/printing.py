"""From the tree of a query back to text that asks the same."""

from __future__ import annotations

import re
from typing import Final

from newstui.text.query.tree import Aged, And, Dated, Flagged, Name, Named, Not, Or, Query, Words

_BARE: Final = re.compile(r"[\w.][\w./+-]*")


def print_query(query: Query) -> str:
    """Return the query as text: reading it gives an equal tree."""
    match query:
        case Words():
            field = f"{query.scope}:" if query.scope else ""
            written = f'"{query.text}"' if query.quoted else query.text
            return f"{field}{written}{'*' if query.prefix else ''}"
        case Named(name=Name.LANGUAGE | Name.EDITION):
            return f"{query.name}:{query.value}"
        case Named():
            bare = _BARE.fullmatch(query.value)
            return f"{query.name}:{query.value}" if bare else f'{query.name}:"{query.value}"'
        case Flagged():
            return query.flag.value
        case Dated():
            return f"{query.bound}:{query.day.isoformat()}"
        case Aged():
            return f"{query.bound}:{query.amount}{query.unit}"
        case Not():
            return f"-{_group(query.part)}"
        case And():
            return " ".join(_group(part) for part in query.parts)
        case Or():
            return " OR ".join(_group(part) if isinstance(part, Or) else print_query(part) for part in query.parts)


def _group(query: Query) -> str:
    return f"({print_query(query)})" if isinstance(query, And | Or) else print_query(query)
