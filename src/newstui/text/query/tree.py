"""A query as a tree.

Every node knows where it was written (`start`, `end`: code points into the query, half-open); two trees are equal
where they ask the same, wherever that was written. `And(())` asks nothing: everything fulfils it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import Literal, TypeAlias

from newstui.record import record


class Scope(StrEnum):
    """Where words are looked for; the values are the names of the fields."""

    ANYWHERE = ""
    TITLE = "title"
    AUTHOR = "author"
    SPEAKER = "speaker"
    QUOTE = "quote"


class Name(StrEnum):
    """What is asked for by name; the values are the names of the fields."""

    SOURCE = "source"
    FOLDER = "folder"
    TAG = "tag"
    LANGUAGE = "lang"
    EDITION = "has:lang"


class Flag(StrEnum):
    """What holds or does not; the values are what is written."""

    UNREAD = "is:unread"
    READ = "is:read"
    STARRED = "is:starred"
    HIDDEN = "is:hidden"
    QUOTES = "has:quotes"
    AUDIO = "has:audio"
    VIDEO = "has:video"


@record
class _Place:
    start: int = field(default=0, compare=False, kw_only=True)
    end: int = field(default=0, compare=False, kw_only=True)


@record
class Words(_Place):
    """Words that follow each other, as they were written; there is always a letter or digit in them.

    `prefix`: the last one may go on. `quoted`: these words as they are, and no part of a longer word. `unfinished`:
    somebody is still typing them, so that the last may go on, and may be the whole word as well.
    """

    text: str
    scope: Scope = Scope.ANYWHERE
    prefix: bool = False
    quoted: bool = False
    unfinished: bool = False


@record
class Named(_Place):
    """A source, folder, tag or language by its name; languages are canonical tags of BCP 47."""

    name: Name
    value: str


@record
class Flagged(_Place):
    """Something that holds."""

    flag: Flag


@record
class Dated(_Place):
    """`after`: on this day or later; `before`: before this day began. Days are the reader's own."""

    bound: Literal["after", "before"]
    day: date


@record
class Aged(_Place):
    """Newer or older than some hours, days, weeks, months (of 30 days) or years (of 365)."""

    bound: Literal["newer", "older"]
    amount: int
    unit: Literal["h", "d", "w", "m", "y"]


@record
class Not(_Place):
    """What does not hold."""

    part: Query


@record
class And(_Place):
    """All of these hold; never one part alone, no part is an And itself."""

    parts: tuple[Query, ...]


@record
class Or(_Place):
    """One of these holds; two parts or more, none of them an Or itself."""

    parts: tuple[Query, ...]


Query: TypeAlias = Words | Named | Flagged | Dated | Aged | Not | And | Or

EVERYTHING = And(())


def list_leaves(query: Query) -> Iterator[Query]:
    """Whatever a query asks or denies, without what holds it together."""
    match query:
        case Not():
            yield from list_leaves(query.part)
        case And() | Or():
            for part in query.parts:
                yield from list_leaves(part)
        case _:
            yield query


def asks_for_words(query: Query) -> bool:
    """Whether the index must know an article before it can be told whether it fulfils this."""
    return any(
        leaf.flag in {Flag.AUDIO, Flag.VIDEO}
        if isinstance(leaf, Flagged)
        else isinstance(leaf, Words) and leaf.scope is not Scope.SPEAKER
        for leaf in list_leaves(query)
    )


def asks_for_quotes(query: Query) -> bool:
    """Whether the quotations of an article must be known."""
    return any(
        leaf.scope in {Scope.SPEAKER, Scope.QUOTE} if isinstance(leaf, Words) else leaf == Flagged(Flag.QUOTES)
        for leaf in list_leaves(query)
    )
