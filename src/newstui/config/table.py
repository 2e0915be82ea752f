"""All settings: the key, its default, what it accepts, and what it is for; the documentation is made from this table."""

from __future__ import annotations

from typing import Final

from newstui.config.fetching import FETCHING
from newstui.config.programs import PROGRAMS
from newstui.config.reading import READING
from newstui.config.setting import Setting

__all__ = ["SETTINGS", "Setting"]

SETTINGS: Final = (*READING, *FETCHING, *PROGRAMS)
