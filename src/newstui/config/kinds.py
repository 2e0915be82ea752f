"""What the value of a setting may be, how somebody types it, and how it is shown to them."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Callable
from typing import Any, Final

from newstui.record import record

_TAG: Final = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*")
_CONTACT: Final = re.compile(r"[!-'*-~]{0,200}")
"""What may stand in a comment of an HTTP header as it is (RFC 9110, 5.6.5)."""


@record
class Kind:
    """A kind of value.

    `accepts` tests a value as TOML gives it; `read` makes one of what somebody typed, to be tested then, and raises
    ValueError; `show` is its inverse. `choices` are all values, as typed, where there are but a few.
    """

    accepts: Callable[[Any], bool]
    read: Callable[[str], Any] = str
    show: Callable[[Any], str] = str
    choices: tuple[str, ...] = ()


def one_of(*choices: str) -> Kind:
    """One of some words."""
    return Kind(lambda value: value in choices, choices=choices)


def whole(low: int, high: int) -> Kind:
    """A whole number from `low` to `high`."""
    return Kind(lambda value: type(value) is int and low <= value <= high, read=int)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_contact(value: Any) -> bool:
    return isinstance(value, str) and _CONTACT.fullmatch(value) is not None


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool)


def _are_tags(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(tag, str) and _TAG.fullmatch(tag) for tag in value)


def _are_words(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _read_flag(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError(text)
    return text == "true"


def _show_flag(value: bool) -> str:
    return "true" if value else "false"


def _read_tags(text: str) -> Any:
    return _read_list(text) if text.startswith("[") else re.findall(r"[^\s,]+", text)


def _read_words(text: str) -> Any:
    return _read_list(text) if text.startswith("[") else shlex.split(text)


def _read_list(text: str) -> Any:
    """Read a list as it is written in the file; raises ValueError."""
    return tomllib.loads(f"list = {text}")["list"]


TEXT: Final = Kind(_is_text)
CONTACT: Final = Kind(_is_contact)
"""An address or a mail address, as servers are told it."""
FLAG: Final = Kind(_is_flag, _read_flag, _show_flag, ("true", "false"))
TAGS: Final = Kind(_are_tags, _read_tags, ", ".join)
"""A list of language tags, typed with commas or spaces between them."""
WORDS: Final = Kind(_are_words, _read_words, shlex.join)
"""The words of a command, typed as for a shell, or as a list in the file."""
