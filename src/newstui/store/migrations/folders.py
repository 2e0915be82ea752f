"""The index of what was moved to another folder."""

from __future__ import annotations

from typing import Final

FOLDERS: Final = """
CREATE INDEX statuses_by_folder ON statuses (folder) WHERE folder IS NOT NULL;
"""
