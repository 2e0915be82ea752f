"""Setting a part: its text broken into lines, these placed in the column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from newstui.model import Span, SpanKind
from newstui.text.bidi import find_levels, has_right_to_left, is_right_to_left, order_line, reverse
from newstui.text.hyphenation import find_hyphens
from newstui.ui.article.lines import Kind, Line, Part, Role, Run
from newstui.ui.article.typography import Typography
from newstui.ui.wrap import Row, break_lines, fold, is_glued, measure

_NARROWEST: Final = 8
"""Where a lead would leave fewer cells to the words, it is left out."""
_RAGGED: Final = 8
"""A line that is not justified may be an eighth of the column short before one of its words is broken."""
_WIDEST: Final = 3
"""So many cells a gap is widened by at most, on average; a line that wants more stays short."""
_RUNNING: Final = frozenset({Role.SUMMARY, Role.TEXT, Role.QUOTE, Role.CAPTION})
_UNBROKEN: Final = frozenset({SpanKind.LINK, SpanKind.PLACE, SpanKind.CODE})


class Typesetter:
    """Sets parts in the typography of a language; what is not known of it is set as it stands."""

    def __init__(self, typography: Typography, language: str | None) -> None:
        self._typography = typography
        self._language = language

    def set_part(self, part: Part, width: int, start: int = 0, end: int | None = None) -> Iterator[Line]:
        """Return a part's lines in a column of `width` cells; of running text a range will do."""
        match part.kind:
            case Kind.FLOW:
                lines = self._set_flow(part, width, start, len(part.text) if end is None else end)
            case Kind.CODE:
                lines = _set_code(part, width)
            case Kind.TABLE:
                from newstui.ui.article.table import set_table

                lines = set_table(part, width)
            case Kind.RULE:
                lines = _set_rule(part, width)
        if part.kind is not Kind.FLOW and self._typography.reorder and has_right_to_left(part.text):
            return (_order_cells(line, part.text) for line in lines)
        return lines

    def _set_flow(self, part: Part, width: int, start: int, end: int) -> Iterator[Line]:
        indent = measure(part.lead)
        lead, hanging = (part.lead, part.hanging) if width - indent >= _NARROWEST else ("", "")
        lead = lead if start == 0 else hanging
        room = width - measure(lead)
        text = part.text[start:end]
        rows = self._break(part, text, start, room)
        mixed = has_right_to_left(text)
        # An item that is read from right to left has its mark at the right.
        mirrored = mixed and bool(part.marker) and is_right_to_left(part.text)
        margin = 0 if mirrored else width - room
        place = self._place_right_to_left if mixed else self._place
        for number, (row, runs) in enumerate(zip(rows, place(part, text, rows, room), strict=True)):
            moved = tuple(
                run._replace(column=margin + run.column, start=start + run.start, end=start + run.end) for run in runs
            )
            beside = hanging if number else lead
            if mirrored:
                yield Line(part.number, part.role, "", moved, hyphen=row.hyphen, tail=_mirror(beside))
            else:
                yield Line(part.number, part.role, beside, moved, hyphen=row.hyphen)

    def _break(self, part: Part, text: str, start: int, room: int) -> list[Row]:
        typography = self._typography
        if not typography.hyphenate or part.role not in _RUNNING or self._language is None:
            return break_lines(text, room)
        unbroken = [span for span in part.spans if span.kind in _UNBROKEN]
        find = partial(_find_hyphens, text, start, unbroken, self._language)
        return break_lines(text, room, find, ragged=0 if typography.justify else room // _RAGGED)

    def _place(self, part: Part, text: str, rows: Sequence[Row], room: int) -> Iterator[tuple[Run, ...]]:
        justify = self._typography.justify and part.role in _RUNNING
        for number, row in enumerate(rows):
            goes_on = number + 1 < len(rows) and text[row.end : row.end + 1] != "\n"
            yield _justify(text, row, room, number) if justify and goes_on else (Run(0, row.start, row.end),)

    def _place_right_to_left(self, _part: Part, text: str, rows: Sequence[Row], room: int) -> Iterator[tuple[Run, ...]]:
        """Put each line's runs in the order in which they are shown, at the right where its paragraph begins there."""
        offset = 0
        waiting = list(reversed(rows))
        for paragraph in text.split("\n"):
            right = is_right_to_left(paragraph)
            levels = find_levels(paragraph, right_to_left=right)
            end = offset + len(paragraph)
            while waiting and waiting[-1].end <= end:
                row = waiting.pop()
                column = max(0, room - measure(text[row.start : row.end]) - row.hyphen) if right else 0
                if not self._typography.reorder:
                    yield (Run(column, row.start, row.end),)
                    continue
                first, last = row.start - offset, row.end - offset
                ordered = order_line(paragraph, levels, first, last, right_to_left=right)
                runs = ((offset + run.start, offset + run.end, run.right_to_left) for run in ordered)
                yield tuple(_set_beside(text, column, runs)) or (Run(column, row.start, row.end),)
            offset = end + 1


def _find_hyphens(
    text: str, offset: int, unbroken: Sequence[Span], language: str, start: int, end: int
) -> Sequence[int]:
    """Return where a word of a part's text from `offset` on may be broken, as offsets in `text`: not in links and code."""
    if any(span.start < offset + end and span.end > offset + start for span in unbroken):
        return ()
    return [start + place for place in find_hyphens(text[start:end], language)]


def _justify(text: str, row: Row, room: int, number: int) -> tuple[Run, ...]:
    """Widen the gaps between words until a line fills the column: by the most alike that cells allow."""
    start, end, hyphen = row
    spare = room - measure(text[start:end]) - hyphen
    gaps = [place for place in range(start + 1, end - 1) if text[place] == " " and not is_glued(text, place)]
    if not 0 < spare <= _WIDEST * len(gaps):
        return (Run(0, start, end),)
    widened = [(at + 1) * spare // len(gaps) - at * spare // len(gaps) for at in range(len(gaps))]
    if number % 2:
        widened.reverse()  # or the wider gaps would stand below each other
    runs, column = [], 0
    for gap, more in zip(gaps, widened, strict=True):
        if more:
            runs.append(Run(column, start, gap + 1))
            column += measure(text[start : gap + 1]) + more
            start = gap + 1
    return (*runs, Run(column, start, end))


def _mirror(lead: str) -> str:
    """A mark as it is shown at the right: "  10. " becomes " .10  "."""
    runs = order_line(lead, find_levels(lead, right_to_left=True), 0, len(lead), right_to_left=True)
    return "".join(reverse(lead[start:end]) if turned else lead[start:end] for start, end, turned in runs)


def _set_beside(text: str, column: int, runs: Iterator[tuple[int, int, bool]]) -> Iterator[Run]:
    for start, end, turned in runs:
        yield Run(column, start, end, turned)
        column += measure(text[start:end])


def _order_cells(line: Line, text: str) -> Line:
    """Put what is read from right to left in order inside each cell of a table, or in a line of code."""
    runs: list[Run] = []
    for run in line.runs:
        cell = text[run.start : run.end]
        right = is_right_to_left(cell) and line.role is not Role.CODE
        ordered = order_line(cell, find_levels(cell, right_to_left=right), 0, len(cell), right_to_left=right)
        runs += _set_beside(text, run.column, ((run.start + a, run.start + b, turned) for a, b, turned in ordered))
    return line._replace(runs=tuple(runs))


def _set_code(part: Part, width: int) -> Iterator[Line]:
    """Set code with a cell of its background at both sides; what is too long goes on in the next line."""
    for start, end in fold(part.text, max(1, width - 2)):
        yield Line(part.number, part.role, " ", (Run(1, start, end),), fill=True)


def _set_rule(part: Part, width: int) -> Iterator[Line]:
    length = min(9, width)
    yield Line(part.number, part.role, " " * ((width - length) // 2) + "─" * length)
