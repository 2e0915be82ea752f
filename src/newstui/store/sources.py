"""Sources: what the user added, in the user's order."""

from __future__ import annotations

from typing import TypedDict


class SourceChanges(TypedDict, total=False):
    """What can be changed about a source; what is not given stays. A folder of None takes it out of its folder."""

    title: str
    url: str | None
    path: str | None
    site: str | None
    folder: str | None
    language: str | None
    position: int
    subscribed: bool
