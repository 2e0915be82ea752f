"""Bytes of a text file in any encoding to text."""

from __future__ import annotations

import codecs
import re
from typing import Final

from newstui.errors import N_, SourceError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY: Final = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x7fELF",
    b"RIFF",
    b"OggS",
)
_SAMPLE: Final = 65_536  # bytes: enough to tell an encoding by
_WESTERN: Final = ("cp1252", "iso-8859-15", "mac-roman")
_LETTERS: Final = frozenset("äöüÄÖÜßàâæçéèêëîïôœùûÿÀÂÇÉÈÊËÎÏÔŒÙÛñáíóúÑÁÍÓÚãõÃÕ")
_SIGNS: Final = frozenset("\u00a0\u00ad„“”‚‘’«»‹›–—…•·€£§°©®™²³ªº½¼¾×´¡¿")
_MANY: Final = 0.35  # of all letters: no language of western Europe has so many beyond ASCII
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_INSIDE_WORD: Final = re.compile(
    r"(?<=[a-z])[„“”‚«»‹›…•€£§©®™²³½¼¾×´¡¿\u00a0ÄÖÜÀÂÇÉÈÊËÎÏÔŒÙÛÑÁÍÓÚÃÕ](?=[a-z])|(?<=[A-Z])ß|[½¼¾](?=[a-z])"
)


def decode_text(data: bytes) -> str:
    """Return the text of a file's bytes, without a byte order mark.

    Tried in turn: byte order marks, UTF-8, UTF-16 without a mark, the eight-bit encodings of western Europe by how
    sensible their letters are, and what charset-normalizer finds. Raises SourceError for what is no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if data.startswith(_BINARY):
        raise _no_text()
    if b"\x00" in data:
        return _decode_utf16(data)
    text = _decode_utf8(data)
    if text is None:
        text = _decode_western(data)
    if text is None:
        text = _decode_by_statistics(data)
    if _count_controls(text) * 50 > len(text):
        raise _no_text()
    return text


def _no_text() -> SourceError:
    return SourceError(N_("this is no text: save it as UTF-8 text, Markdown or HTML"))


def _count_controls(text: str) -> int:
    return len(_CONTROL.findall(text))


def _decode_utf8(data: bytes) -> str | None:
    """Return UTF-8 text, mended where it is cut or damaged in a few places, None for another encoding."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(letter > "\x7f" for letter in text) - broken
    return text if sound > 5 * broken else None


def _decode_utf16(data: bytes) -> str:
    """Return UTF-16 text without a byte order mark: its zero bytes stand on one side of every pair."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    if len(data) % 2 or min(even, odd) * 10 > max(even, odd):
        raise _no_text()
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _no_text() from error
    if "\x00" in text or _count_controls(text) * 50 > len(text):
        raise _no_text()
    return text


def _decode_western(data: bytes) -> str | None:
    """Return the reading in which the letters beyond ASCII make most sense, None if none makes enough."""
    sample = data[:_SAMPLE]
    readings = [(_count_sense(text), encoding) for encoding in _WESTERN if (text := _try(sample, encoding)) is not None]
    best, encoding = max(readings, key=lambda reading: reading[0], default=(0.0, ""))
    if best < 0.9:
        return None
    return data.decode(encoding, "replace")


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _count_sense(text: str) -> float:
    """Return how much of what a text holds beyond ASCII belongs into the six languages (0 to 1)."""
    beyond = [letter for letter in text if letter > "\x7f"]
    letters = sum(letter.isalpha() for letter in text)
    if sum(letter.isalpha() for letter in beyond) > _MANY * letters:
        return 0.0
    fitting = sum(letter in _LETTERS or letter in _SIGNS for letter in beyond)
    return (fitting - len(_INSIDE_WORD.findall(text))) / max(1, len(beyond))


def _decode_by_statistics(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise _no_text()
    return data.decode(best.encoding, "replace")
