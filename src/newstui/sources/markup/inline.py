"""One run of text as it grows: white space collapses as in a browser, ranges of it mean something."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from newstui.model import SpanKind
from newstui.text.clean import clean_text

DEEPEST_QUOTE: Final = 6
"""Quotations within quotations that are told apart; every other kind of span is one range however often it is nested."""

COLLAPSING: Final = " \t\n\r\f"
"""White space of which a browser shows any run as one space."""
_SPACES: Final = re.compile(r"  +")
_SOFT_HYPHEN: Final = "\u00ad"
_QUOTE: Final = SpanKind.QUOTE


class Range(Struct, frozen=True, gc=False):
    """A span before its link has a number: code points, half-open. A PLACE has its number for `url`."""

    start: int
    end: int
    kind: SpanKind
    url: str | None = None


class InlineText:
    """The text of the block that is being written, with the spans that are open over it.

    `is_blank`: nothing that can be seen has been written yet; `line_is_blank`: not in the last line.
    """

    __slots__ = ("_open", "_pieces", "_ranges", "_times", "_trims_space", "is_blank", "length", "line_is_blank")

    def __init__(self) -> None:
        self._open: list[Range] = []
        self._times: defaultdict[SpanKind, int] = defaultdict(int)
        self._clear()

    def _clear(self) -> None:
        self._pieces: list[str] = []
        self._ranges: list[Range] = []
        self.length = 0
        self._trims_space = True
        self.is_blank = True
        self.line_is_blank = True

    def add(self, text: str) -> None:
        """Write text of an element whose white space collapses."""
        if self._trims_space:
            text = text.lstrip(COLLAPSING)
        if "  " in text or not text.isprintable():
            text = tidy_text(text)
        if text:
            self._write(text)

    def add_kept(self, text: str) -> None:
        """Write text whose white space says something."""
        text = clean_text(text).replace(_SOFT_HYPHEN, "")
        if text:
            self._write(text)

    def separate(self, mark: str) -> None:
        """Write a line feed or a tab, without the space that stands before it."""
        if self._pieces and self._pieces[-1][-1:] == " ":
            self._pieces[-1] = self._pieces[-1][:-1]
            self.length -= 1
        self._write(mark)

    def open(self, kind: SpanKind, url: str | None = None) -> None:
        """Begin a span here; one within another of its kind is the same span."""
        times = self._times[kind] = self._times[kind] + 1
        if times <= (DEEPEST_QUOTE if kind is _QUOTE else 1):
            self._open.append(Range(self.length, -1, kind, url))

    def close(self, kind: SpanKind) -> None:
        """End the innermost open span of a kind here."""
        times = self._times[kind]
        if not times:
            return
        self._times[kind] = times - 1
        if times > (DEEPEST_QUOTE if kind is _QUOTE else 1):
            return
        place = len(self._open) - 1
        while self._open[place].kind is not kind:
            place -= 1
        begun = self._open.pop(place)
        self._ranges.append(Range(begun.start, self.length, kind, begun.url))

    def open_url(self) -> str | None:
        """Where the words that are written now lead."""
        return next((span.url for span in self._open if span.kind is SpanKind.LINK), None)

    def take(self, *, keep_edges: bool = False) -> tuple[str, list[Range]]:
        """Return what was written and begin anew; open spans go on in the next text.

        White space at both ends goes; with `keep_edges` only line feeds before and white space behind.
        """
        whole = "".join(self._pieces)
        still_open = [Range(span.start, self.length, span.kind, span.url) for span in self._open]
        ranges = [*still_open, *reversed(self._ranges)]  # the outer of two over the same words comes first
        self._clear()
        if still_open:
            self._open = [Range(0, -1, span.kind, span.url) for span in still_open]
        return fit_ranges(whole, ranges, keep_edges=keep_edges)

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self.length += len(text)
        self._trims_space = text[-1] in " \n\t"
        if "\n" in text:
            last_line = text.rpartition("\n")[2]
            self.line_is_blank = not last_line or last_line.isspace()
            self.is_blank = self.is_blank and text.isspace()
        elif self.line_is_blank and not text.isspace():
            self.line_is_blank = self.is_blank = False


def fit_ranges(whole: str, ranges: Iterable[Range], *, keep_edges: bool = False) -> tuple[str, list[Range]]:
    """Return a text without the white space at its ends and what is left of its ranges, by their place in it.

    Of two over the same words the one that came first comes first. `keep_edges`: see InlineText.take.
    """
    start = len(whole) - len(whole.lstrip("\n") if keep_edges else whole.lstrip())
    text = whole[start:].rstrip()
    fitting = [found for span in ranges if (found := _trim(span, text, start)) is not None]
    if len(fitting) > 1:
        fitting.sort(key=_by_place)
    return text, fitting


def tidy_text(text: str) -> str:
    """Make every run of white space a space, and leave out what no text shows.

    What is printable throughout needs no cleaning; str.replace takes a third of a regular expression's time.
    """
    if not text.isprintable():
        for sign in COLLAPSING[1:]:
            if sign in text:
                text = text.replace(sign, " ")
        if not text.isprintable():
            text = clean_text(_SPACES.sub(" ", text)).replace(_SOFT_HYPHEN, "")
    return _SPACES.sub(" ", text) if "  " in text else text


def _by_place(span: Range) -> tuple[int, int]:
    return span.start, -span.end


def _trim(span: Range, text: str, offset: int) -> Range | None:
    """Move a range by the text that was cut off before it and take white space from its ends; None if that was all."""
    is_inside = not offset and span.start < span.end <= len(text)
    if is_inside and not (text[span.start].isspace() or text[span.end - 1].isspace()):
        return span
    start, end = max(span.start - offset, 0), min(span.end - offset, len(text))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Range(start, end, span.kind, span.url) if start < end else None
