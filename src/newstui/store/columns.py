"""How values of the model stand in columns: moments as integers, short tuples and errors as JSON, identities as hashes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from typing import Any, Final, overload

from newstui.errors import NewstuiError
from newstui.model import Enclosure, RestTimes

_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)


@overload
def store_moment(moment: datetime) -> int: ...
@overload
def store_moment(moment: None) -> None: ...
@overload
def store_moment(moment: datetime | None) -> int | None: ...
def store_moment(moment: datetime | None) -> int | None:
    """Return microseconds since 1970; an aware datetime survives the way there and back."""
    return None if moment is None else (moment - _EPOCH) // _MICROSECOND


@overload
def read_moment(stored: int) -> datetime: ...
@overload
def read_moment(stored: None) -> None: ...
@overload
def read_moment(stored: int | None) -> datetime | None: ...
def read_moment(stored: int | None) -> datetime | None:
    """Return the moment that store_moment stored, in UTC."""
    return None if stored is None else _EPOCH + timedelta(microseconds=stored)


def store_second(moment: datetime) -> int:
    """Return whole seconds since 1970: what lists are sorted by, since an index holds it many times."""
    return (moment - _EPOCH) // timedelta(seconds=1)


def read_second(stored: int) -> datetime:
    """Return the moment that store_second stored, in UTC."""
    return _EPOCH + timedelta(seconds=stored)


def is_storable(text: str) -> bool:
    """Whether a column can hold this text: a name from the command line may hold bytes that are no UTF-8."""
    return not any("\ud800" <= character <= "\udfff" for character in text)


def pack(values: Iterable[int | str]) -> str:
    """Return a parameter for `json_each(?)`: one bound value that holds any number of them."""
    return json.dumps(list(values))


def store_strings(strings: Sequence[str]) -> str | None:
    """Return a tuple of strings as JSON, None for an empty one."""
    return _dump(strings) if strings else None


def read_strings(stored: str | None) -> tuple[str, ...]:
    """Return what store_strings stored."""
    return tuple(json.loads(stored)) if stored else ()


def store_enclosures(enclosures: Sequence[Enclosure]) -> str | None:
    """Return enclosures as JSON, None for none."""
    rows = [[each.url, each.type, each.length, each.duration] for each in enclosures]
    return _dump(rows) if rows else None


def read_enclosures(stored: str | None) -> tuple[Enclosure, ...]:
    """Return what store_enclosures stored."""
    return tuple(Enclosure(*row) for row in json.loads(stored)) if stored else ()


def store_error(error: NewstuiError | None) -> str | None:
    """Return an error as JSON, so that it can be told in another language than the one it happened under."""
    return None if error is None else _dump(_plain(error))


def read_error(stored: str | None) -> NewstuiError | None:
    """Return what store_error stored, without its kind."""
    return None if stored is None else _error(json.loads(stored))


def store_rest(rest: RestTimes) -> int:
    """Return times of rest as bits: the hours from bit 0, the days from bit 24."""
    return sum(1 << hour for hour in rest.hours) | sum(1 << (24 + day) for day in rest.days)


def read_rest(stored: int) -> RestTimes:
    """Return what store_rest stored."""
    if not stored:
        return RestTimes()
    return RestTimes(
        frozenset(hour for hour in range(24) if stored >> hour & 1),
        frozenset(day for day in range(7) if stored >> (24 + day) & 1),
    )


def hash_key(key: str) -> int:
    """Return an identity as 64 bits (BLAKE2b), signed: among ten million keys two are equal with 3 in a million."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)


def _dump(value: object) -> str:
    return _ENCODER.encode(value)


def _plain(value: object) -> Any:
    if isinstance(value, NewstuiError):
        arguments = {name: _plain(argument) for name, argument in value.arguments.items()}
        return {"template": value.template, "arguments": arguments}
    return value if value is None or isinstance(value, str | int | float) else str(value)


def _error(stored: dict[str, Any]) -> NewstuiError:
    arguments = {
        name: _error(argument) if isinstance(argument, dict) else argument
        for name, argument in stored["arguments"].items()
    }
    return NewstuiError(stored["template"], **arguments)
