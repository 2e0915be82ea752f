"""Queries as SQL: the index's own expressions for words (expressions.py), conditions for all else.

A condition speaks of `a`, an article, and `s`, its story. Whatever a reader typed reaches SQLite as a bound value, and
the index as phrases of letters and digits in quotation marks: nothing that is typed is ever read as SQL or FTS5 syntax.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, time, tzinfo
from typing import Final

import apsw

from newstui.record import record
from newstui.store.columns import pack, store_second
from newstui.store.expressions import Expressions, Reach, in_title, is_words
from newstui.store.placements import ALL, EVERYTHING, HIDDEN, STARRED, UNREAD
from newstui.store.scopes import HERE, IN_LIBRARY, VISIBLE, Condition, asks_for_hidden
from newstui.store.sources import source_number
from newstui.store.speakers import find_speakers, list_speakers
from newstui.text.languages import matches
from newstui.text.letters import fold_word
from newstui.text.query import Aged, And, Dated, Flag, Flagged, Name, Named, Not, Or, Query, Scope, Words

_UNITS: Final = {"h": 3600, "d": 86400, "w": 7 * 86400, "m": 30 * 86400, "y": 365 * 86400}
_MOST_SPEAKERS: Final = 500


@record
class Shelf:
    """Lists in one of which the stories of a query must stand, from a second on and before another."""

    lists: tuple[int, ...]
    state: int = ALL
    since: int | None = None
    until: int | None = None


@dataclass(slots=True)
class Plan:
    """A query in the parts that are looked for in different ways; all of them must hold.

    `words` is an expression of the index, None where a query asks for no words alone; `title` the same where
    what is wanted stands in the title. `ranked`: they are worth a score.
    `speakers` are those one of whom must speak. `scope` is which stories are meant at all.
    """

    words: str | None = None
    title: str = ""
    ranked: bool = False
    conditions: list[Condition] = field(default_factory=list)
    shelves: list[Shelf] = field(default_factory=list)
    speakers: list[tuple[int, ...]] = field(default_factory=list)
    scope: Condition = field(default=IN_LIBRARY)


class Compiler:
    """Translates one query. `now` and `zone` say what spans of time and days mean; `reach`: how much a word stands for."""

    def __init__(
        self,
        connection: apsw.Connection,
        now: datetime,
        zone: tzinfo = UTC,
        *,
        reach: Reach = Reach.WORDS,
    ) -> None:
        self._connection = connection
        self._now = store_second(now)
        self._zone = zone
        self.words = Expressions(connection, reach)

    def plan(self, query: Query) -> Plan:
        """Take a query apart into what the index, the lists and the articles know."""
        plan = Plan()
        if asks_for_hidden(query):
            plan.scope, plan.shelves = HERE, [Shelf((EVERYTHING, HIDDEN))]
        wanted: list[str] = []
        unwanted: list[str] = []
        for part in query.parts if isinstance(query, And) else (query,):
            if is_words(part):
                wanted.append(self.words.write(part))
                plan.ranked = plan.ranked or not isinstance(part, Flagged)
            elif isinstance(part, Not) and is_words(part.part):
                unwanted.append(self.words.write(part.part, denied=True))
            else:
                plan.conditions.append(self.write(part))
                self._note(plan, part)
        if wanted:
            plan.words = " AND ".join(f"({each})" for each in wanted)
            plan.title = in_title(plan.words)
            if unwanted:
                either = " OR ".join(f"({each})" for each in unwanted)
                plan.words, plan.title = f"({plan.words}) NOT ({either})", f"({plan.title}) NOT ({either})"
            if plan.scope is IN_LIBRARY and not any(EVERYTHING in shelf.lists for shelf in plan.shelves):
                plan.scope = VISIBLE
        else:
            plan.conditions += [Condition(f"NOT {_IN_INDEX}", (each,)) for each in unwanted]
        return plan

    def _note(self, plan: Plan, part: Query) -> None:
        """Note the lists that a condition is known to keep to; a story that is hidden stands in none but its own."""
        if plan.scope is HERE and not (isinstance(part, Words) and part.scope is Scope.SPEAKER):
            if part == Flagged(Flag.HIDDEN):
                plan.shelves = [Shelf((HIDDEN,))]
            return
        match part:
            case Words(scope=Scope.SPEAKER):
                plan.speakers.append(self._find_speakers(part))
            case Flagged(flag=Flag.UNREAD):
                plan.shelves.append(Shelf((EVERYTHING,), UNREAD))
            case Flagged(flag=Flag.STARRED):
                plan.shelves.append(Shelf((EVERYTHING,), STARRED))
            case Named(name=Name.SOURCE):
                plan.shelves.append(Shelf(self._find_sources(part)))
            case Named(name=Name.FOLDER | Name.TAG):
                plan.shelves.append(Shelf(tuple(number for number, _ in self._find_lists(part))))
            case Named():
                plan.shelves.append(Shelf(self._find_languages(part.value)))
            case Dated(bound="after") | Aged(bound="newer"):
                plan.shelves.append(Shelf((EVERYTHING,), since=self._second(part)))
            case Dated() | Aged():
                plan.shelves.append(Shelf((EVERYTHING,), until=self._second(part)))

    def write(self, query: Query) -> Condition:
        """The whole query as one condition."""
        match query:
            case Words(scope=Scope.SPEAKER):
                return Condition(_SPEAKS, (pack(self._find_speakers(query)),))
            case Words() | Flagged(flag=Flag.AUDIO | Flag.VIDEO):
                return Condition(_IN_INDEX, (self.words.write(query, denied=True),))
            case Named(name=Name.SOURCE):
                return Condition(_LISTED, (pack(self._find_sources(query)),))
            case Named(name=Name.FOLDER):
                names = [name for _, name in self._find_lists(query)]
                return Condition(_FILED, (pack(names), pack(self._find_sources(query))))
            case Named(name=Name.TAG):
                return Condition(_TAGGED, (pack(name for _, name in self._find_lists(query)),))
            case Named(name=Name.LANGUAGE):
                names = [name for name, _ in self._list_languages() if matches(name, query.value)]
                return Condition("lower(a.language) IN (SELECT value FROM json_each(?))", (pack(names),))
            case Named():
                return Condition(_STANDS, (pack(self._find_languages(query.value)),))
            case Flagged():
                return Condition(_FLAGS[query.flag])
            case Dated() | Aged():
                sign = ">=" if query.bound in {"after", "newer"} else "<"
                return Condition(f"s.sort_at {sign} ?", (self._second(query),))
            case Not():
                inner = self.write(query.part)
                # A NULL (an article without a language) is no, so that its denial is yes.
                return Condition(f"NOT coalesce(({inner.sql}), 0)", inner.values)
            case And() | Or():
                parts = [self.write(part) for part in query.parts]
                joined = (" AND " if isinstance(query, And) else " OR ").join(f"({part.sql})" for part in parts)
                return Condition(joined or "1", tuple(value for part in parts for value in part.values))

    def _find_speakers(self, words: Words) -> tuple[int, ...]:
        if words.prefix or words.unfinished:
            found = list_speakers(self._connection, words.text, _MOST_SPEAKERS)
        else:
            found = find_speakers(self._connection, words.text)
        return tuple(speaker.key for speaker in found)

    def _find_sources(self, named: Named) -> tuple[int, ...]:
        """The sources that a name means: its key, its whole title or folder, or else those whose title holds it."""
        rows = list(self._connection.execute("SELECT id, title, url, folder FROM sources"))
        wanted = fold_word(named.value)
        if named.name is Name.FOLDER:
            names = [(number, fold_word(folder)) for number, _, _, folder in rows if folder]
        else:
            number = source_number(named.value)
            if any(number == row[0] or named.value == row[2] for row in rows):
                return tuple(row[0] for row in rows if number == row[0] or named.value == row[2])
            names = [(number, fold_word(title)) for number, title, _, _ in rows]
        exact = tuple(number for number, name in names if name == wanted)
        return exact or tuple(number for number, name in names if wanted in name)

    def _find_lists(self, named: Named) -> list[tuple[int, str]]:
        """The numbers and names of the folders or tags that a name means: those called so, or else that hold it."""
        rows = self._connection.execute("SELECT id, name FROM lists WHERE kind = ?", (named.name.value,))
        names = [(number, name, fold_word(name)) for number, name in rows]
        wanted = fold_word(named.value)
        exact = [(number, name) for number, name, folded in names if folded == wanted]
        if exact or named.name is Name.TAG:
            return exact
        return [(number, name) for number, name, folded in names if wanted in folded]

    def _list_languages(self) -> list[tuple[str, int]]:
        return list(self._connection.execute("SELECT name, id FROM lists WHERE kind = 'language'"))

    def _find_languages(self, tag: str) -> tuple[int, ...]:
        return tuple(number for name, number in self._list_languages() if matches(name, tag))

    def _second(self, query: Dated | Aged) -> int:
        if isinstance(query, Aged):
            return self._now - query.amount * _UNITS[query.unit]
        return store_second(datetime.combine(query.day, time(), self._zone))


_IN_INDEX: Final = "a.number IN (SELECT rowid FROM article_words WHERE article_words MATCH ?)"
_SPEAKS: Final = (
    "+a.number IN (SELECT k.article FROM json_each(?) AS wanted CROSS JOIN speakings AS k ON k.speaker = wanted.value)"
)
_LISTED: Final = "EXISTS (SELECT 1 FROM appearances AS p WHERE p.article = a.number AND +p.source IN (SELECT value FROM json_each(?)))"
"""The sources of an article are looked up in those that are meant, which may be hundreds."""
_FILED: Final = (
    "coalesce((SELECT st.folder IN (SELECT value FROM json_each(?)) FROM statuses AS st WHERE st.id = a.id"  # noqa: S608
    f" AND st.folder IS NOT NULL), {_LISTED})"
)
"""In the folder that the article was moved to, or in its source's own."""
_TAGGED: Final = (
    "EXISTS (SELECT 1 FROM articles AS e CROSS JOIN taggings AS t ON t.article = e.id"
    " WHERE e.story = s.id AND t.tag IN (SELECT value FROM json_each(?)))"
)
_STANDS: Final = (
    "EXISTS (SELECT 1 FROM json_each(?) AS wanted CROSS JOIN placements AS p"  # noqa: S608  a number of ours
    f" ON p.list = wanted.value AND p.state = {ALL} AND p.sort_at = s.sort_at AND p.story = s.id)"
)
_FLAGS: Final = {
    Flag.UNREAD: "s.unread",
    Flag.READ: "NOT s.unread",
    Flag.STARRED: "s.starred",
    Flag.HIDDEN: (
        f"EXISTS (SELECT 1 FROM placements AS h WHERE h.list = {HIDDEN} AND h.state = {ALL}"  # noqa: S608  numbers of ours
        " AND h.sort_at = s.sort_at AND h.story = s.id)"
    ),
    Flag.QUOTES: "EXISTS (SELECT 1 FROM quotes AS q WHERE q.article = a.number AND q.kind = 'speech')",
}
