"""Marks: small pieces of state by name, such as the moment of the last visit."""

from __future__ import annotations

import apsw


def get_mark(connection: apsw.Connection, name: str) -> str | None:
    """A mark's value, None where it was never set."""
    found: str | None = connection.execute("SELECT value FROM marks WHERE name = ?", (name,)).get
    return found


def set_mark(connection: apsw.Connection, name: str, value: str | None) -> None:
    """Keep a mark; None forgets it."""
    if value is None:
        connection.execute("DELETE FROM marks WHERE name = ?", (name,))
    else:
        connection.execute("INSERT OR REPLACE INTO marks (name, value) VALUES (?, ?)", (name, value))
