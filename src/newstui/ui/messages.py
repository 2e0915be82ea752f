"""What the reader was told since the start: each message with its moment, the newest last."""

from __future__ import annotations

from collections import deque
from datetime import datetime
from typing import Final

from newstui.record import record

KEPT: Final = 500
"""So many messages are kept."""


@record
class Told:
    """A message. `severity` is "information", "warning" or "error"."""

    at: datetime
    text: str
    severity: str = "information"


class Messages:
    """The messages since the start; what is said twice in a row is one message, of the later moment."""

    def __init__(self) -> None:
        self._told: deque[Told] = deque(maxlen=KEPT)

    def note(self, told: Told) -> None:
        """Keep a message."""
        if self._told and (self._told[-1].text, self._told[-1].severity) == (told.text, told.severity):
            self._told.pop()
        self._told.append(told)

    def list_newest(self) -> list[Told]:
        """Return what was told, the newest first."""
        return list(reversed(self._told))
