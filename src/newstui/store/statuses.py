"""Statuses: what the reader did with articles. They are kept by the article's id, and a mark counts for the story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from operator import itemgetter
from typing import Any, Final, NamedTuple, TypedDict

import apsw

from newstui.model import Status, StatusChange, View
from newstui.store.columns import pack, read_moment, store_moment, store_second
from newstui.store.lists import list_stories
from newstui.store.placements import settle, turn_stories
from newstui.store.tags import find_tags, set_tags, spell_tags

_AT_ONCE: Final = 5000
"""Stories, or statuses, that are changed at once."""


class Marking(TypedDict, total=False):
    """What is to become of stories' status; what is not given, or None, stays. A folder of "" is the source's own."""

    read: bool | None
    starred: bool | None
    hidden: bool | None
    folder: str | None
    tag: Iterable[str]
    untag: Iterable[str]


class _Marked(NamedTuple):
    """A status as it stands, with the story of its article where that is here; times in microseconds.

    `tags` are None where nobody asked for them.
    """

    id: str
    story: int | None
    read: bool
    starred: bool
    read_at: int | None
    arrived_at: int | None
    hidden: bool
    folder: str | None
    tags: frozenset[str] | None = None


_COLUMNS: Final = (
    "coalesce(st.read, 0), coalesce(st.starred, 0), st.read_at, st.arrived_at, coalesce(st.hidden, 0), st.folder"
)


def get_status(connection: apsw.Connection, article_id: str) -> Status:
    """The status of an article that is here, was here, or never was."""
    tags = tuple(sorted(find_tags(connection, [article_id]).get(article_id, ())))
    rows = connection.execute(
        "SELECT read, starred, archived, arrived_at, hidden, folder FROM statuses WHERE id = ?", (article_id,)
    )
    for read, starred, archived, arrived_at, hidden, folder in rows:
        return Status(bool(read), bool(starred), bool(archived), read_moment(arrived_at), bool(hidden), folder, tags)
    return Status(tags=tags)


def note_arrivals(connection: apsw.Connection, ids: Sequence[str], now: datetime) -> dict[str, datetime]:
    """Give articles that arrive a status, or the one that they had, and return when each arrived first."""
    connection.executemany(
        """
        INSERT INTO statuses (id, arrived_at) VALUES (?, ?)
        ON CONFLICT (id) DO UPDATE SET arrived_at = excluded.arrived_at WHERE arrived_at IS NULL
        """,
        [(article_id, store_moment(now)) for article_id in ids],
    )
    rows = connection.execute(
        "SELECT st.id, st.arrived_at FROM json_each(?) AS wanted CROSS JOIN statuses AS st ON st.id = wanted.value",
        (pack(ids),),
    )
    return {article_id: read_moment(arrived_at) or now for article_id, arrived_at in rows}


def mark_articles(
    connection: apsw.Connection, ids: Iterable[str], marking: Marking, now: datetime
) -> tuple[StatusChange, ...]:
    """Change statuses and return what they were; what is taken back is taken back from all editions of the story.

    Raises UsageError for what cannot be a tag.
    """
    named = {each.id: each for each in _find_marked(connection, ids)}
    # An id without an article is all there is of its story.
    whole = {each.id: each for each in map(_marked, _select_editions(connection, _stories(named.values())))} | named
    more = frozenset(spell_tags(connection, marking.get("tag", ())).values())
    fewer = frozenset(spell_tags(connection, marking.get("untag", ())).values())
    if more or fewer:
        whole = _with_tags(connection, whole)
    after = {
        each.id: _take_back(_give(each, marking, more, now) if each.id in named else each, marking, fewer)
        for each in whole.values()
    }
    changed = [each for each in whole.values() if after[each.id] != each]
    _write(connection, [after[each.id] for each in changed])
    settle(connection, _stories(changed))
    return tuple(_change(each) for each in changed)


def give_marks(connection: apsw.Connection, markings: Mapping[str, Marking], now: datetime) -> None:
    """Give each of these articles what a marking of its own gives; nothing is taken back."""
    named = {each.id: each for each in _find_marked(connection, markings)}
    spelt = spell_tags(connection, (tag for marking in markings.values() for tag in marking.get("tag", ())))
    if spelt:
        named = _with_tags(connection, named)
    changed = []
    for before in named.values():
        marking = markings[before.id]
        after = _give(before, marking, frozenset(spelt[tag] for tag in marking.get("tag", ())), now)
        if after != before:
            changed.append(after)
    _write(connection, changed)
    settle(connection, _stories(changed))


def _give(status: _Marked, marking: Marking, tags: frozenset[str], now: datetime) -> _Marked:
    """A status with what a marking gives to an article that it names."""
    if marking.get("read"):
        status = _read(status, now)
    return status._replace(
        starred=status.starred or bool(marking.get("starred")),
        hidden=status.hidden or bool(marking.get("hidden")),
        folder=marking.get("folder") or status.folder,
        tags=None if status.tags is None else status.tags | tags,
    )


def _take_back(status: _Marked, marking: Marking, tags: frozenset[str]) -> _Marked:
    """A status without what a marking takes from a whole story."""
    if marking.get("read") is False:
        status = status._replace(read=False, read_at=None)
    return status._replace(
        starred=status.starred and marking.get("starred") is not False,
        hidden=status.hidden and marking.get("hidden") is not False,
        folder=None if marking.get("folder") == "" else status.folder,
        tags=None if status.tags is None else status.tags - tags,
    )


def mark_view(
    connection: apsw.Connection, view: View, *, read: bool, now: datetime, before: datetime | None
) -> tuple[StatusChange, ...]:
    """Mark all editions of every story of a view; with `before`, of those that had arrived by then."""
    stories = list_stories(connection, replace(view, unread=True) if read else view)
    return _mark_pieces(connection, stories, read=read, now=now, before=before)


def mark_stories(
    connection: apsw.Connection, stories: Iterable[int], *, read: bool, now: datetime, older: datetime | None
) -> tuple[StatusChange, ...]:
    """Mark all editions of these stories; with `older`, of those that were published before."""
    if older is not None:
        rows = connection.execute(
            "SELECT s.id FROM json_each(?) AS wanted CROSS JOIN stories AS s ON s.id = wanted.value WHERE s.sort_at < ?",
            (pack(dict.fromkeys(stories)), store_second(older)),
        )
        stories = [story for (story,) in rows]
    return _mark_pieces(connection, list(dict.fromkeys(stories)), read=read, now=now)


def _mark_pieces(
    connection: apsw.Connection, stories: Sequence[int], *, read: bool, now: datetime, before: datetime | None = None
) -> tuple[StatusChange, ...]:
    """Mark all editions of these stories, some stories at a time: a million at once would fill the memory."""
    changes: list[StatusChange] = []
    for start in range(0, len(stories), _AT_ONCE):
        rows = _select_editions(connection, stories[start : start + _AT_ONCE])
        if before is not None:
            early = {row[1] for row in rows if (row[5] or 0) < store_moment(before)}
            rows = [row for row in rows if row[1] in early]
        changes += _mark_editions(connection, rows, read=read, now=now)
    return tuple(changes)


def _mark_editions(
    connection: apsw.Connection, rows: Iterable[Any], *, read: bool, now: datetime
) -> tuple[StatusChange, ...]:
    """Mark the editions that these rows of _select_editions are of: all of their stories."""
    changed = [_marked(row) for row in rows if row[2] != read]
    connection.execute(
        """
        INSERT INTO statuses (id, read, read_at) SELECT value, ?1, ?2 FROM json_each(?3) WHERE true
        ON CONFLICT (id) DO UPDATE SET (read, read_at) = (?1, ?2)
        """,
        # In the order of the index: each of its pages is come to once.
        (read, store_moment(now) if read else None, pack(sorted(each.id for each in changed))),
    )
    # All editions now say the same, so that where the stories stand need not be worked out from their articles.
    turn_stories(connection, _stories(changed), unread=not read)
    return tuple(_change(each) for each in changed)


def restore_statuses(
    connection: apsw.Connection, changes: Sequence[StatusChange], now: datetime
) -> tuple[StatusChange, ...]:
    """Put statuses back to what they were, and return what they were until now."""
    pieces = (changes[start : start + _AT_ONCE] for start in range(0, len(changes), _AT_ONCE))
    return tuple(each for piece in pieces for each in _restore_piece(connection, piece, now))


def _restore_piece(connection: apsw.Connection, changes: Sequence[StatusChange], now: datetime) -> list[StatusChange]:
    current = {each.id: each for each in _find_marked(connection, [change.id for change in changes])}
    if any(change.tags is not None for change in changes):
        current = _with_tags(connection, current)
    wanted = [
        current[change.id]._replace(
            read=change.read,
            starred=change.starred,
            read_at=store_moment(change.read_at or now) if change.read else None,
            hidden=change.hidden,
            folder=change.folder,
            tags=current[change.id].tags if change.tags is None else frozenset(change.tags),
        )
        for change in changes
    ]
    _write(connection, wanted)
    settle(connection, _stories(wanted))
    return list(map(_change, current.values()))


def _read(status: _Marked, now: datetime) -> _Marked:
    return status if status.read else status._replace(read=True, read_at=store_moment(now))


def _find_marked(connection: apsw.Connection, ids: Iterable[str]) -> list[_Marked]:
    """The statuses of these ids, each once, in their order, of those too that have no article or no status."""
    rows = connection.execute(
        f"""
        SELECT wanted.value, a.story, {_COLUMNS}
        FROM json_each(?) AS wanted
        LEFT JOIN articles AS a ON a.id = wanted.value
        LEFT JOIN statuses AS st ON st.id = wanted.value
        """,  # noqa: S608  names of columns
        (pack(dict.fromkeys(ids)),),
    )
    return [_marked(row) for row in rows]


def _select_editions(connection: apsw.Connection, stories: Iterable[int]) -> list[Any]:
    """The statuses of all editions of these stories as rows: what _Marked holds but for tags, as it is stored."""
    rows = connection.execute(
        f"""
        SELECT a.id, a.story, {_COLUMNS}
        FROM json_each(?) AS wanted
        CROSS JOIN articles AS a ON a.story = wanted.value
        LEFT JOIN statuses AS st ON st.id = a.id
        """,  # noqa: S608  names of columns
        (pack(dict.fromkeys(stories)),),
    )
    return list(rows)


def _marked(row: tuple[Any, ...]) -> _Marked:
    article_id, story, read, starred, read_at, arrived_at, hidden, folder = row
    return _Marked(article_id, story, bool(read), bool(starred), read_at, arrived_at, bool(hidden), folder)


def _with_tags(connection: apsw.Connection, statuses: dict[str, _Marked]) -> dict[str, _Marked]:
    tags = find_tags(connection, statuses)
    return {each.id: each._replace(tags=tags.get(each.id, frozenset())) for each in statuses.values()}


def _write(connection: apsw.Connection, statuses: Sequence[_Marked]) -> None:
    connection.executemany(
        """
        INSERT INTO statuses (id, read, starred, read_at, hidden, folder) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET (read, starred, read_at, hidden, folder)
        = (excluded.read, excluded.starred, excluded.read_at, excluded.hidden, excluded.folder)
        """,
        # In the order of the index: each of its pages is come to once.
        sorted(
            ((each.id, each.read, each.starred, each.read_at, each.hidden, each.folder) for each in statuses),
            key=itemgetter(0),
        ),
    )
    tagged = {each.id: each.tags for each in statuses if each.tags is not None}
    if tagged:
        set_tags(connection, tagged)


def _stories(statuses: Iterable[_Marked]) -> list[int]:
    return list(dict.fromkeys(each.story for each in statuses if each.story is not None))


def _change(before: _Marked) -> StatusChange:
    tags = None if before.tags is None else tuple(sorted(before.tags))
    return StatusChange(
        before.id, before.read, before.starred, read_moment(before.read_at), before.hidden, before.folder, tags
    )
