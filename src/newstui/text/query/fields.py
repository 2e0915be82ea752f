"""The fields of a query: what may stand after each name, and what is said where it does not."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, Literal, cast

from newstui.errors import N_
from newstui.text.folding import has_words
from newstui.text.languages import find_by_name, normalise_tag
from newstui.text.query.lexing import FIELDS, Token
from newstui.text.query.mistakes import QueryError
from newstui.text.query.tree import Aged, Dated, Flag, Flagged, Name, Named, Query, Scope, Words

_UNKNOWN: Final = N_("There is no field {field}:; the fields are {fields}. To look for the text itself, quote it.")
_MISSPELT: Final = N_("No field {field}:; did you mean {meant}:? If not, put it in quotation marks.")
_NO_VALUE: Final = N_("Nothing to look for follows {field}:; write it right after the colon.")
_NO_LANGUAGE: Final = N_("{value} is no language; write a tag such as de or pt-BR, or the language's name.")
_NO_FLAG: Final = N_("There is no {written}; there are {known}.")
_NO_DATE: Final = N_("{value} is no date; write it as 2026-01-31, 2026-01 or 2026.")
_NO_AGE: Final = N_("{value} is no span of time; write a number with h, d, w, m or y after it, as in 7d.")

_DATE: Final = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_AGE: Final = re.compile(r"(\d{1,4})([hdwmy])", re.ASCII)
_SCOPES: Final = frozenset(scope.value for scope in Scope if scope.value)


def read_field(token: Token) -> Query:
    """Return what a word with a field asks for; raises QueryError."""
    field, value = token.field, token.text
    place = {"start": token.start, "end": token.end}
    if field not in FIELDS:
        raise _refuse_field(token)
    if not has_words(value):
        raise QueryError(_NO_VALUE, token.start, token.end, field=field)
    if field in _SCOPES:
        return Words(value, Scope(field), token.prefix, token.quoted, start=token.start, end=token.end)
    if field in {"source", "folder", "tag"}:
        return Named(Name(field), value, **place)
    if field == "lang":
        return Named(Name.LANGUAGE, _read_language(token, value), **place)
    if field == "has" and value.lower().startswith("lang:"):
        return Named(Name.EDITION, _read_language(token, value[5:]), **place)
    if field in {"is", "has"}:
        return Flagged(_read_flag(token), **place)
    if field in {"after", "before"}:
        return Dated(cast(Literal["after", "before"], field), _read_day(token), **place)
    found = _AGE.fullmatch(value.lower())
    if found is None:
        raise QueryError(_NO_AGE, token.start, token.end, value=value)
    bound = cast(Literal["newer", "older"], field)
    return Aged(bound, int(found[1]), cast(Literal["h", "d", "w", "m", "y"], found[2]), **place)


def _refuse_field(token: Token) -> QueryError:
    from difflib import get_close_matches  # noqa: PLC0415  for a mistake alone

    start, end = token.start, token.start + len(token.field) + 1
    if meant := get_close_matches(token.field, FIELDS, n=1):
        return QueryError(_MISSPELT, start, end, field=token.field, meant=meant[0])
    return QueryError(_UNKNOWN, start, end, field=token.field, fields=", ".join(FIELDS))


def _read_language(token: Token, value: str) -> str:
    tag = normalise_tag(value) or find_by_name(value)
    if tag is None:
        raise QueryError(_NO_LANGUAGE, token.start, token.end, value=value or "“”")
    return tag


def _read_flag(token: Token) -> Flag:
    written = f"{token.field}:{token.text.lower()}"
    known = [flag.value for flag in Flag if flag.value.startswith(token.field + ":")]
    if written not in known:
        if token.field == "has":
            known.append("has:lang:fr")
        raise QueryError(_NO_FLAG, token.start, token.end, written=written, known=", ".join(known))
    return Flag(written)


def _read_day(token: Token) -> date:
    found = _DATE.fullmatch(token.text)
    try:
        if found:
            return date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        pass
    raise QueryError(_NO_DATE, token.start, token.end, value=token.text)
