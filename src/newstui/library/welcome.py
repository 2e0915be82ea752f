"""The welcome story: six files that ship with newstui and teach it by being read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from newstui.model import SourceKind

if TYPE_CHECKING:
    from newstui.library.facade import Library

FOLDER = Path(__file__).resolve().parent.parent / "welcome"


def take_in(library: Library) -> tuple[str, ...]:
    """Store the welcome story in its six languages without subscribing to it; the key of its source."""
    source = library.store.add_source(
        kind=SourceKind.DIRECTORY, title="newstui", path=str(FOLDER), subscribed=False, now=library.now()
    )
    library.refresh([source.key])
    return (source.key,)
