"""Statuses in the order in which they came, so that those of a source lie together: a thousand marks change a few pages."""

from __future__ import annotations

from typing import Final

STATUSES: Final = """
CREATE TABLE more_statuses (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    read INTEGER NOT NULL DEFAULT 0,
    starred INTEGER NOT NULL DEFAULT 0,
    archived INTEGER NOT NULL DEFAULT 0,
    arrived_at INTEGER,
    read_at INTEGER,
    hidden INTEGER NOT NULL DEFAULT 0,
    folder TEXT
) STRICT;
INSERT INTO more_statuses (id, read, starred, archived, arrived_at, read_at, hidden, folder)
    SELECT st.id, st.read, st.starred, st.archived, st.arrived_at, st.read_at, st.hidden, st.folder
    FROM statuses AS st LEFT JOIN articles AS a ON a.id = st.id ORDER BY a.number, st.id;
DROP TABLE statuses;
ALTER TABLE more_statuses RENAME TO statuses;
CREATE INDEX statuses_by_folder ON statuses (folder) WHERE folder IS NOT NULL;
"""
