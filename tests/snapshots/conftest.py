"""What makes a picture the same everywhere: English, one time zone, a clock that stands still, no colours switched off."""

from __future__ import annotations

from tests.ui.conftest import _same_everywhere

__all__ = ["_same_everywhere"]
