"""What a setting is."""

from __future__ import annotations

from typing import Any

from newstui.config.kinds import Kind
from newstui.record import record


@record
class Setting:
    """One key of the configuration: its default, what a value may be, and both in words."""

    key: str
    default: Any
    kind: Kind
    expected: str
    help: str
