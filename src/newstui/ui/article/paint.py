"""Painting a line: from ranges and marks to a strip."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from newstui.text.bidi import reverse
from newstui.ui.article.lines import Line, Role
from newstui.ui.article.marks import Mark, Stretch, split_stretches
from newstui.ui.pictures.frames import Frame
from newstui.ui.wrap import SOFT_HYPHEN, measure


def paint_line(
    line: Line, text: str, marks: Sequence[Mark], styles: Callable[..., Style], *, margin: int, column: int, width: int
) -> Strip:
    """Paint a line of a part whose whole text is `text` into a strip of `width` cells.

    The text column is `column` cells wide and begins at the cell `margin`. `styles` gives the style for the names of
    component classes from below to above, and for none that of the widget itself.
    """
    base = styles(line.role)
    segments = [Segment(" " * margin, styles())]
    if line.lead:
        segments.append(Segment(line.lead, base if line.fill or line.role is Role.RULE else styles(line.role, "lead")))
    cell = measure(line.lead)
    style, end = base, -1
    for run in line.runs:
        if run.column > cell:
            # A gap that was widened looks like the space that it was.
            segments.append(Segment(" " * (run.column - cell), style if run.start == end else base))
            cell = run.column
        stretches = list(split_stretches(run.start, run.end, marks))
        for stretch in reversed(stretches) if run.reverse else stretches:
            words = _show(text[stretch.start : stretch.end], last=stretch.end == run.end)
            style = _style(stretch, line.role, styles)
            segments.append(Segment(reverse(words) if run.reverse else words, style))
            cell += measure(words)
        end = run.end
    if line.hyphen:
        segments.append(Segment("-", style))
        cell += 1
    if line.tail:
        segments.append(Segment(line.tail, styles(line.role, "lead")))
    if line.fill and cell < column:
        segments.append(Segment(" " * (column - cell), base))
    return Strip(segments).adjust_cell_length(width, styles())


def paint_picture_row(picture: Strip, styles: Callable[..., Style], *, number: int, margin: int, width: int) -> Strip:
    """Paint a row of a picture into a strip of `width` cells, the line `number`; the picture begins at the cell `margin`."""
    segments = [_paint_margin(number, margin, styles()), *picture]
    return Strip(segments, margin + picture.cell_length).adjust_cell_length(width, styles())


def paint_empty_row(
    row: int, frame: Frame, styles: Callable[..., Style], *, number: int, margin: int, width: int
) -> Strip:
    """Paint a row of a picture that is not there yet; a sign in its middle says what it will be."""
    words = ("▣" if row == frame.rows // 2 else "").center(frame.columns)
    segments = [_paint_margin(number, margin, styles()), Segment(words, styles(Role.PICTURE))]
    return Strip(segments).adjust_cell_length(width, styles())


def _paint_margin(number: int, margin: int, style: Style) -> Segment:
    """Paint what is left of a picture; it tells Textual's selection which line this is."""
    return Segment(" " * margin, style + Style.from_meta({"offset": (0, number)}))


def paint_selection(strip: Strip, start: int, end: int, style: Style) -> Strip:
    """Lay a style over a strip's characters from `start` to `end`, counted from the left of the strip."""
    segments: list[Segment] = []
    offset = 0
    for segment in strip:
        words, below = segment.text, segment.style
        left, right = (min(max(0, edge - offset), len(words)) for edge in (start, end))
        selected = below + style if below else style
        pieces = ((words[:left], below), (words[left:right], selected), (words[right:], below))
        segments.extend(Segment(piece, look) for piece, look in pieces if piece)
        offset += len(words)
    return Strip(segments, strip.cell_length)


def _show(words: str, *, last: bool) -> str:
    """Return words without soft hyphens; where the line breaks at one, it is seen."""
    shown = words.replace(SOFT_HYPHEN, "")
    return shown + "-" if last and words.endswith(SOFT_HYPHEN) else shown


def _style(stretch: Stretch, role: Role, styles: Callable[..., Style]) -> Style:
    style = styles(role, *stretch.names)
    meta = {}
    if stretch.link is not None:
        meta["article_link"] = stretch.link
    if stretch.place is not None:
        meta["article_place"] = stretch.place
    if stretch.quote is not None:
        meta["article_quote"] = stretch.quote
    return style + Style.from_meta(meta) if meta else style
