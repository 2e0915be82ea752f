"""The formats of the library's file: a module for each, with the script that makes it from the one before."""

from __future__ import annotations

from typing import Final

from newstui.store.migrations.filing import FILING
from newstui.store.migrations.first import FIRST
from newstui.store.migrations.folders import FOLDERS
from newstui.store.migrations.fulltexts import FULLTEXTS
from newstui.store.migrations.manners import MANNERS
from newstui.store.migrations.matching import MATCHING
from newstui.store.migrations.places import PLACES
from newstui.store.migrations.scripts import SCRIPTS
from newstui.store.migrations.search import SEARCH
from newstui.store.migrations.speakers import SPEAKERS
from newstui.store.migrations.statuses import STATUSES
from newstui.store.migrations.verdicts import VERDICTS

MIGRATIONS: Final[tuple[str, ...]] = (
    FIRST, FULLTEXTS, SPEAKERS, SEARCH, MATCHING, FILING, MANNERS, PLACES, VERDICTS, FOLDERS, SCRIPTS, STATUSES,
)  # fmt: skip
"""What makes a file of version n one of version n + 1; a file's version is their number (PRAGMA user_version)."""
