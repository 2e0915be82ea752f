"""The commands that change what the library holds: where it can only be read, they are not begun."""

from __future__ import annotations

from typing import Final

CHANGING: Final = frozenset(
    (
        "article.read",
        "article.star",
        "article.fulltext",
        "edition.find",
        "edition.tie",
        "edition.untie",
        "list.mark-read",
        "list.mark-above",
        "list.mark-below",
        "list.mark-older",
        "file.tag",
        "file.hide",
        "file.save-view",
        "source.refresh",
        "source.refresh-all",
        "source.add",
        "source.starters",
        "source.move",
        "source.remove",
        "source.several",
        "chore.bring",
        "chore.fulltexts",
        "chore.clean",
    )
)
"""By name; what is changed in a dialog that also shows something is told there."""
