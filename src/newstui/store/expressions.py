"""Words as expressions of the index: phrases of letters and digits in quotation marks, in the columns that are meant."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from typing import Final

import apsw

from newstui.store.columns import pack
from newstui.text.folding import read_phrase
from newstui.text.letters import fold_word
from newstui.text.query import And, Flag, Flagged, Or, Query, Scope, Words
from newstui.text.query.forms import list_splits
from newstui.text.query.terms import has_forms, is_part, read_term

_COLUMNS: Final = {
    Scope.ANYWHERE: "{title summary quote author body}",
    Scope.TITLE: "{title}",
    Scope.AUTHOR: "{author}",
    Scope.QUOTE: "{quote}",
}
_HAS: Final = {Flag.AUDIO: "audio", Flag.VIDEO: "video"}
_MOST_PARTS: Final = 40
"""How many longer words a part stands for, the shortest first."""
_KNOWN: Final = 5
"""Letters of a word that stands in the table of titles' words if it stands in a title."""


class Reach(IntEnum):
    """How much a word stands for: itself; its other forms too; longer words of titles too."""

    WORDS = 0
    FORMS = 1
    PARTS = 2


class Expressions:
    """Writes what queries want of words; what they do not want is always meant as it is written."""

    def __init__(self, connection: apsw.Connection, reach: Reach) -> None:
        self._connection = connection
        self._reach = reach

    def write(self, query: Query, *, denied: bool = False) -> str:
        """An expression of the index for a query that `is_words`."""
        match query:
            case Words():
                return self._write_phrase(query, Reach.WORDS if denied else self._reach)
            case Flagged():
                return f'{{has}} : "{_HAS[query.flag]}"'
            case And() | Or():
                sign = " AND " if isinstance(query, And) else " OR "
                return sign.join(f"({self.write(part, denied=denied)})" for part in query.parts)
        raise TypeError(query)

    def _write_phrase(self, words: Words, reach: Reach) -> str:
        tokens, prefix = read_phrase(words.text, prefix=words.prefix or words.unfinished)
        phrase = f'{_COLUMNS[words.scope]} : "{" ".join(tokens)}"' + (" *" if prefix else "")
        if reach is Reach.WORDS or not has_forms(words):
            return phrase
        either = [phrase]
        splits = list(self._list_splits(words))
        numbers = [split for split in splits if split[:1].isdecimal()]
        if forms := [*self._list_forms(words, tokens[:-1]), *numbers]:
            either.append(f"{_COLUMNS[words.scope]} : ({_quote(forms)})")
        titled = [*splits, *(self._find_longer(words) if reach is Reach.PARTS else ())]
        if titled and words.scope in {Scope.ANYWHERE, Scope.TITLE}:
            either.append(f"{_COLUMNS[Scope.TITLE]} : ({_quote(titled)})")
        return " OR ".join(f"({each})" for each in either)

    def _list_forms(self, words: Words, before: tuple[str, ...]) -> list[str]:
        term = read_term(words)
        return [*(" ".join((*before, form)) for form in sorted(term.forms)), *sorted(term.whole)]

    def _list_splits(self, words: Words) -> Iterator[str]:
        """The word as two; the longer ones of them must stand in titles."""
        term = read_term(words)
        if not term.split:
            return
        splits = list(list_splits(term.words[0]))
        long = {half for split in splits for half in split if len(half) >= _KNOWN}
        rows = self._connection.execute(
            "SELECT w.word FROM json_each(?) AS wanted CROSS JOIN title_words AS w ON w.word = wanted.value",
            (pack(sorted(long)),),
        )
        known = {word for (word,) in rows}
        for one, other in splits:
            if _may_stand(one, other, known) and _may_stand(other, one, known):
                yield f"{one} {other}"

    def _find_longer(self, words: Words) -> list[str]:
        """Words of titles that hold this one, the shortest first."""
        if not is_part(words):
            return []
        part = fold_word(read_phrase(words.text).tokens[0])
        rows = self._connection.execute("SELECT word FROM title_parts WHERE word LIKE ? LIMIT 2000", (f"%{part}%",))
        found = {word for (word,) in rows} - {part}
        return sorted(found, key=lambda word: (len(word), word))[:_MOST_PARTS]


def is_words(query: Query) -> bool:
    """Whether the index alone can answer."""
    match query:
        case Words():
            return query.scope is not Scope.SPEAKER
        case Flagged():
            return query.flag in _HAS
        case And() | Or():
            return bool(query.parts) and all(is_words(part) for part in query.parts)
    return False


def in_title(expression: str) -> str:
    """The same where what is wanted stands in the title."""
    return f"{_COLUMNS[Scope.TITLE]} : ({expression})"


def _may_stand(word: str, beside: str, known: set[str]) -> bool:
    """Whether a word may be one of two halves: two letters alone would find far too much beside another short word."""
    if len(word) >= _KNOWN:
        return word in known
    return len(word) != 2 or word.isdecimal() or len(beside) >= _KNOWN


def _quote(phrases: list[str]) -> str:
    return " OR ".join(f'"{phrase}"' for phrase in phrases)
