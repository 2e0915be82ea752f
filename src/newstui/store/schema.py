"""The format of the library's file, and how an older file becomes a newer one.

Times are microseconds since 1970, `sort_at` alone is seconds. What the tables are for, and why they are cut this way,
is told in docs/notes/store.md.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import apsw

from newstui.errors import N_, StoreError
from newstui.store.migrations import MIGRATIONS

APPLICATION: Final = 0x6E777475
"""SQLite's application_id of a newstui library: "nwtu"."""

_FOREIGN: Final = N_("{path} is another program's database; move it away, or name another folder with --data-dir.")
_NEWER: Final = N_(
    "The library {path} was written by a newer newstui (format {found}, this one knows {known}); install that version."
)


def is_current(connection: apsw.Connection, path: Path | None, migrations: Sequence[str] = MIGRATIONS) -> bool:
    """Whether the file has this version's tables; raises StoreError for a newer file and for another program's."""
    application = connection.pragma("application_id")
    version = connection.pragma("user_version")
    if application != APPLICATION and (application or version or not _is_empty(connection)):
        raise StoreError(_FOREIGN, path=str(path))
    if version > len(migrations):
        raise StoreError(_NEWER, path=str(path), found=version, known=len(migrations))
    return bool(version == len(migrations))


def prepare(connection: apsw.Connection, path: Path | None, migrations: Sequence[str] = MIGRATIONS) -> None:
    """Bring a new or older file to this version, once, also when several processes open it at the same moment."""
    if path is not None and _is_empty(connection):
        # Pages of 8 kB hold compressed bodies with less waste; freed pages can be given back in small steps.
        connection.execute("PRAGMA page_size = 8192; PRAGMA auto_vacuum = INCREMENTAL")
    if path is not None:
        _enter_wal(connection)
    # A migration may make a table anew that others refer to.
    connection.execute("PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE")
    try:
        if not is_current(connection, path, migrations):
            for script in migrations[connection.pragma("user_version") :]:
                connection.execute(script)
            connection.pragma("application_id", APPLICATION)
            connection.pragma("user_version", len(migrations))
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _enter_wal(connection: apsw.Connection, attempts: int = 100) -> None:
    """Switch to a write-ahead log; SQLite does not wait by itself when another process is just doing the same."""
    for attempt in range(attempts):
        try:
            connection.pragma("journal_mode", "wal")
        except apsw.BusyError:
            if attempt == attempts - 1:
                raise
            time.sleep(0.05)
        else:
            return


def _is_empty(connection: apsw.Connection) -> bool:
    return not connection.execute("SELECT count(*) FROM sqlite_schema").get
