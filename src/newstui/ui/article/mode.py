"""A mode: for a while every key means something else in an article."""

from __future__ import annotations

from typing import Protocol

from textual import events


class Mode(Protocol):
    """Takes every key from ArticleView.enter until ArticleView.leave."""

    def press(self, event: events.Key) -> None:
        """Take a key."""

    def left(self) -> None:
        """Take up that the mode is over: it was left, or the article has changed, or the reader is elsewhere."""
