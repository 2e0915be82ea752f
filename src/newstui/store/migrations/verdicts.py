"""The table of what the reader says of names."""

from __future__ import annotations

from typing import Final

VERDICTS: Final = """
-- same: both are one person's (a row for either direction); else name is not the person's whose name other is.
CREATE TABLE name_verdicts (
    name TEXT NOT NULL,
    other TEXT NOT NULL,
    same INTEGER NOT NULL,
    PRIMARY KEY (name, other)
) STRICT, WITHOUT ROWID;
"""
