"""What stands in the pane of sources, from top to bottom: a pure function of the sources."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime, timedelta
from typing import Final

from newstui.library.views import COUNTED, Filed
from newstui.model import SavedView, Source, SourceKind, View
from newstui.record import record

_FRESH: Final = timedelta(days=14)
HEADINGS: Final = frozenset({"views", "tags", "sources"})
NOTHING_FILED: Final = Filed()


@record
class SourceRow:
    """A row: what it is called, what it shows, how many are unread.

    `key` is the row's own name: "all", "unread", "starred", "hidden", "opened", "welcome", "view:KEY", "tag:NAME",
    "folder:NAME" or "source:KEY"; "views", "tags" and "sources" are headings. `title` is empty for the rows that have no
    name of their own. `folded` is None for what cannot be folded. `more`: there are more unread than were counted.
    """

    key: str
    view: View
    title: str = ""
    unread: int = 0
    depth: int = 0
    folded: bool | None = None
    source: Source | None = None
    saved: SavedView | None = None
    more: bool = False

    @property
    def is_heading(self) -> bool:
        """Whether it only says what follows."""
        return self.key in HEADINGS

    @property
    def failed(self) -> bool:
        """Whether the last refresh of it failed."""
        return self.source is not None and self.source.last_status == "failed"

    def is_stale(self, now: datetime) -> bool:
        """Whether a feed has not answered for so long that what it holds is old."""
        if self.source is None or self.source.kind is not SourceKind.FEED or self.source.last_good is None:
            return False
        return now - self.source.last_good > _FRESH


def list_rows(
    sources: Iterable[Source],
    unread: int,
    *,
    folded: Collection[str] = (),
    opened: SourceRow | None = None,
    filed: Filed = NOTHING_FILED,
) -> list[SourceRow]:
    """Return the rows: what was opened, all, unread, starred, hidden; views; tags; then sources without a folder, folders.

    `unread` counts the library's unread stories; `folded` names the folders whose sources are hidden. What there is
    none of has no row.
    """
    rows = [opened] if opened is not None else []
    rows += [
        SourceRow("all", View(), unread=unread),
        SourceRow("unread", View(unread=True), unread=unread),
        SourceRow("starred", View(starred=True)),
    ]
    if filed.hidden:
        rows.append(SourceRow("hidden", View(hidden=True)))
    rows += _filed(filed)
    subscribed = [source for source in sources if source.subscribed]
    rows += [_row(source, 0) for source in subscribed if not source.folder]
    rows += _folders([source for source in subscribed if source.folder], folded, filed)
    return rows


def _filed(filed: Filed) -> Iterator[SourceRow]:
    """The views and the tags under their headings, and a heading for what follows."""
    if filed.views:
        yield SourceRow("views", View())
    for saved in filed.views:
        unread = min(saved.unread or 0, COUNTED)
        view, more = View(query=saved.query), (saved.unread or 0) > COUNTED
        yield SourceRow(f"view:{saved.key}", view, saved.name, unread, saved=saved, more=more)
    if filed.tags:
        yield SourceRow("tags", View())
    for tag in filed.tags:
        yield SourceRow(f"tag:{tag.name}", View(tag=tag.name), tag.name, tag.unread)
    if filed.views or filed.tags:
        yield SourceRow("sources", View())


def _folders(sources: list[Source], folded: Collection[str], filed: Filed) -> Iterator[SourceRow]:
    """The folders with the sources in them, those too that hold only stories that were moved there."""
    inside: dict[str, list[Source]] = {name: [] for name in filed.folders}
    for source in sources:
        inside.setdefault(source.folder or "", []).append(source)
    for name in sorted(inside, key=lambda name: (name.casefold(), name)):
        members, hidden = inside[name], name in folded
        unread = filed.folders.get(name, sum(source.unread for source in members))
        yield SourceRow(f"folder:{name}", View(folder=name), name, unread, folded=hidden if members else None)
        if not hidden:
            yield from (_row(source, 1) for source in members)


def _row(source: Source, depth: int) -> SourceRow:
    return SourceRow(
        f"source:{source.key}", View(sources=(source.key,)), source.title, source.unread, depth, source=source
    )
