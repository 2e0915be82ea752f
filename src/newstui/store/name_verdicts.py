"""What the reader's own hand says of names: these two are one person's, this one is somebody else's. It lasts."""

from __future__ import annotations

from collections.abc import Iterable

import apsw

from newstui.errors import N_, UsageError
from newstui.model import Speaker
from newstui.store.columns import pack
from newstui.store.connection import Connections
from newstui.store.speakers import get_speakers
from newstui.store.spellings import regroup
from newstui.text.names import fold_surname, group_names


class NameVerdicts:
    """The part of a Store that the reader's hand needs for names; each method is one transaction."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def join(self, speaker: int, other: int) -> Speaker:
        """Make two speakers one, by their keys, and return that one; raises UsageError if one of them has gone."""
        with self._connections.writing() as connection:
            names, others = _list_names(connection, speaker), _list_names(connection, other)
            _forget(connection, "same = 0", names, others)
            _judge(connection, _both_ways(names[0], others[0]), same=True)
            regroup(connection, map(fold_surname, (*names, *others)))
            return _get_speaker(connection, names[0])

    def part(self, speaker: int, name: str) -> Speaker:
        """Take a name away from a speaker whose it is not, and return who keeps the others.

        A name by which two were joined takes those with it that the rules give it. Raises UsageError if the speaker has
        gone, or has no other name.
        """
        with self._connections.writing() as connection:
            names = _list_names(connection, speaker)
            others = [other for other in names if other != name]
            if name not in names or not others:
                raise UsageError(N_("{name}: not one of several names of this person"), name=name)
            own = next(group.spellings for group in group_names(dict.fromkeys(names, 1)) if name in group.spellings)
            joined = _list_joined(connection, name)
            _forget(connection, "same", [name], others)
            if others[0] in own:
                _judge(connection, [pair for other in joined for pair in _both_ways(others[0], other)], same=True)
                own = (name,)
            _judge(connection, [(name, other) for other in others if other not in own], same=False)
            regroup(connection, map(fold_surname, names))
            return _get_speaker(connection, others[0])


def _list_names(connection: apsw.Connection, speaker: int) -> tuple[str, ...]:
    """A speaker's names, the one that is shown first, then by how often they stand."""
    for found in get_speakers(connection, [speaker]):
        return found.spellings
    raise UsageError(N_("This person is not quoted any more."))


def _list_joined(connection: apsw.Connection, name: str) -> list[str]:
    """The names that are one person's with this one by the reader's word."""
    rows = connection.execute("SELECT other FROM name_verdicts WHERE name = ? AND same", (name,))
    return [other for (other,) in rows]


def _both_ways(name: str, other: str) -> list[tuple[str, str]]:
    return [(name, other), (other, name)] if name != other else []


def _forget(connection: apsw.Connection, verdict: str, names: Iterable[str], others: Iterable[str]) -> None:
    """Take back what was said of pairs of these names; `verdict` is a condition."""
    connection.execute(
        f"""
        DELETE FROM name_verdicts WHERE {verdict} AND (
            name IN (SELECT value FROM json_each(?1)) AND other IN (SELECT value FROM json_each(?2))
            OR name IN (SELECT value FROM json_each(?2)) AND other IN (SELECT value FROM json_each(?1)))
        """,  # noqa: S608  one of two
        (pack(names), pack(others)),
    )


def _judge(connection: apsw.Connection, pairs: Iterable[tuple[str, str]], *, same: bool) -> None:
    connection.executemany(
        "INSERT OR REPLACE INTO name_verdicts (name, other, same) VALUES (?, ?, ?)",
        [(*pair, int(same)) for pair in pairs],
    )


def _get_speaker(connection: apsw.Connection, name: str) -> Speaker:
    (speaker,) = get_speakers(
        connection, [connection.execute("SELECT speaker FROM spellings WHERE name = ?", (name,)).get]
    )
    return speaker
