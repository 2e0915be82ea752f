"""Marks: ranges of a part's text that look different, and how they lie over each other in a line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from newstui.model import QuoteKind, Reading, Span, SpanKind
from newstui.ui.article.colouring import find_colours
from newstui.ui.article.lines import ENCLOSURES, Kind, Part, Role

_NAMES: Final = {
    SpanKind.STRONG: "strong",
    SpanKind.EMPHASIS: "emphasis",
    SpanKind.CODE: "inline-code",
    SpanKind.LINK: "link",
    SpanKind.STRIKE: "strike",
    SpanKind.PLACE: "link",
}
_QUOTATION_MARKS: Final = frozenset("\"'«»‹›„“”‚‘’「」『』＂")


class Mark(NamedTuple):
    """A range that looks as the component class with this name says, and what a click on it means."""

    start: int
    end: int
    name: str
    link: int | None = None
    quote: int | None = None
    place: int | None = None


class Stretch(NamedTuple):
    """A range of a line over which nothing changes: the names of its marks from below to above."""

    start: int
    end: int
    names: tuple[str, ...] = ()
    link: int | None = None
    quote: int | None = None
    place: int | None = None


def list_marks(part: Part, links: int) -> list[Mark]:
    """Return what a part's own text says: inline spans, code, and an enclosure as the link after the `links`."""
    if part.role is Role.ENCLOSURE:
        return [Mark(0, len(part.text), "link", links + ENCLOSURES - part.number)]
    if part.language:
        return [Mark(*coloured) for coloured in find_colours(part.text, part.language)]
    return [_mark_span(span) for span in part.spans if span.kind in _NAMES]


def _mark_span(span: Span) -> Mark:
    if span.kind is SpanKind.PLACE:
        return Mark(span.start, span.end, _NAMES[span.kind], place=span.link)
    return Mark(span.start, span.end, _NAMES[span.kind], span.link)


def mark_quotes(reading: Reading, parts: Iterable[Part]) -> dict[int, list[Mark]]:
    """Return the quotations' marks by part, with the quotation marks around them."""
    texts = {part.number: part.text for part in parts if part.kind is not Kind.CODE}
    marks: dict[int, list[Mark]] = defaultdict(list)
    for index, quote in enumerate(reading.quotes):
        name = "quote-speech" if quote.kind is QuoteKind.SPEECH else "quote-term"
        for span in quote.spans:
            text = texts.get(span.block, "")
            start = span.start - 1 if text[span.start - 1 : span.start] in _QUOTATION_MARKS else span.start
            end = span.end + 1 if text[span.end : span.end + 1] in _QUOTATION_MARKS else span.end
            marks[span.block].append(Mark(max(0, start), end, name, quote=index))
    return marks


def split_stretches(start: int, end: int, marks: Sequence[Mark]) -> Iterator[Stretch]:
    """Cut a range where marks begin and end; later marks lie above earlier ones."""
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    if not inside:
        yield Stretch(start, end)
        return
    cuts = sorted({start, end, *(max(start, mark.start) for mark in inside), *(min(end, mark.end) for mark in inside)})
    for left, right in pairwise(cuts):
        covering = [mark for mark in inside if mark.start <= left and mark.end >= right]
        link = next((mark.link for mark in covering if mark.link is not None), None)
        # Where quotations are nested the later one is the inner one, or as short.
        quote = next((mark.quote for mark in reversed(covering) if mark.quote is not None), None)
        place = next((mark.place for mark in covering if mark.place is not None), None)
        yield Stretch(left, right, tuple(dict.fromkeys(mark.name for mark in covering)), link, quote, place)
