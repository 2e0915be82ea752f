"""A query as tokens: signs, and words with their field, quotation marks and star."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import Final

from newstui.errors import N_
from newstui.record import record
from newstui.text.query.mistakes import QueryError

FIELDS: Final = (
    "title", "author", "source", "folder", "tag", "lang", "has", "speaker", "quote", "is", "after", "before", "newer",
    "older",
)  # fmt: skip
"""The names of all fields, as a message or a completion lists them."""

_CLOSING: Final = {
    '"': '"', "“": "”“", "”": "”", "„": "“”", "‟": "”", "«": "»", "»": "«", "‹": "›", "›": "‹", "「": "」", "『": "』",
    "＂": "＂",
}  # fmt: skip
"""What opens a phrase, and what may close it: German, English, French, Danish, Swedish, Japanese marks."""

_SPACE: Final = re.compile(r"\s+")
_FIELD: Final = re.compile(r"([A-Za-z]+):(?!//)")
_BARE: Final = re.compile(rf"[^\s()|{''.join(_CLOSING)}]+")
_UNCLOSED: Final = N_("The quotation mark {mark} is never closed; close it, or leave it out.")


class Sign(Enum):
    """What holds a query together."""

    OPEN = "("
    CLOSE = ")"
    OR = "OR"
    AND = "AND"
    NOT = "-"


@record
class Token:
    """A sign, or a word with the field before it (lower case, "" for none); offsets are code points into the query.

    `text` is a sign as it is written.
    """

    start: int
    end: int
    sign: Sign | None = None
    text: str = ""
    field: str = ""
    prefix: bool = False
    quoted: bool = False


_SIGNS: Final = {"(": Sign.OPEN, ")": Sign.CLOSE, "|": Sign.OR}
_SIGN_WORDS: Final = {"OR": Sign.OR, "AND": Sign.AND, "NOT": Sign.NOT}


def read_tokens(query: str) -> Iterator[Token]:
    """The tokens of a query in order; raises QueryError for a quotation mark that is never closed."""
    at = 0
    while at < len(query):
        if space := _SPACE.match(query, at):
            at = space.end()
        elif query[at] in _SIGNS:
            yield Token(at, at + 1, _SIGNS[query[at]], query[at])
            at += 1
        elif query[at] == "-" and not _ends(query, at + 1):
            yield Token(at, at + 1, Sign.NOT, query[at])
            at += 1
        else:
            token = _read_word(query, at)
            yield token
            at = token.end


def _ends(query: str, at: int) -> bool:
    """Whether no word begins here, so that a dash before it is a dash."""
    return at == len(query) or query[at].isspace() or query[at] == ")"


def _read_word(query: str, start: int) -> Token:
    at, field = start, ""
    found = _FIELD.match(query, start)
    # A word that ends with a colon is a word, as in a headline.
    if found and (found[1].lower() in FIELDS or not _ends(query, found.end())):
        at, field = found.end(), found[1].lower()
    if at < len(query) and query[at] in _CLOSING:
        return _read_quoted(query, start, at, field)
    bare = _BARE.match(query, at)
    text, end = (bare[0], bare.end()) if bare else ("", at)
    if not field and text in _SIGN_WORDS:
        return Token(start, end, _SIGN_WORDS[text], text)
    word = text.rstrip("*")
    return Token(start, end, text=word, field=field, prefix=word != text)


def _read_quoted(query: str, start: int, at: int, field: str) -> Token:
    closing = [found for mark in _CLOSING[query[at]] if (found := query.find(mark, at + 1)) >= 0]
    if not closing:
        raise QueryError(_UNCLOSED, at, len(query), mark=query[at])
    # A straight mark inside other marks would end the phrase when the query is printed.
    text = " ".join(query[at + 1 : min(closing)].replace('"', " ").split())
    end = min(closing) + 1
    prefix = query.startswith("*", end)
    return Token(start, end + prefix, text=text, field=field, prefix=prefix, quoted=True)
