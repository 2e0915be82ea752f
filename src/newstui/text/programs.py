"""Programs as sources, in newsboat's notation: `exec:command` writes a feed, `filter:command:URL` rewrites one."""

from __future__ import annotations

import re
import shlex
from typing import Final

from newstui.errors import N_, SourceError
from newstui.record import record

_KINDS: Final = ("exec:", "filter:")
_FILTERED: Final = re.compile(r"(.*?):(https?://.+)", re.IGNORECASE | re.DOTALL)
"""A command, which may hold colons, and the address that it filters."""


@record
class Program:
    """A program and its arguments, and for a filter the address of the feed that it is given."""

    words: tuple[str, ...]
    url: str | None = None


def is_program(address: str) -> bool:
    """Whether an address names a program rather than a place."""
    return address.lower().startswith(_KINDS)


def read_program(address: str) -> Program:
    """Return the program that an address names, its words as a shell would split them, without running one.

    Raises SourceError for a command that is empty or whose quotation marks do not match, and for a filter of nothing.
    """
    kind, _, command = address.partition(":")
    url = None
    if kind.lower() == "filter":
        filtered = _FILTERED.fullmatch(command)
        if filtered is None:
            raise SourceError(N_("{address}: a filter is written filter:COMMAND:https://…"), address=address)
        command, url = filtered[1], filtered[2]
    try:
        words = shlex.split(command)
    except ValueError:
        raise SourceError(N_("{address}: a quotation mark is not closed"), address=address) from None
    if not words:
        raise SourceError(N_("{address}: the program is missing"), address=address)
    return Program(tuple(words), url)


def find_web_address(address: str) -> str | None:
    """Return the web address behind a source's address: its own, the one that it filters, None for a mere program."""
    if not is_program(address):
        return address
    try:
        return read_program(address).url
    except SourceError:
        return None
