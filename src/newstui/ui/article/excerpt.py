"""From a selection on the screen to the words that were selected, as their author set them: unbroken, without leads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from textual.selection import Selection

from newstui.text.bidi import split_clusters
from newstui.ui.article.layout import Layout
from newstui.ui.article.lines import Line
from newstui.ui.wrap import SOFT_HYPHEN, display, measure

_NOWHERE: Final = 1 << 30


def copy_selection(layout: Layout, selection: Selection, margin: int) -> str:
    """Return the selected words: a blank line between paragraphs, list items with their bullets, tables with tabs.

    The selection's offsets are lines of the layout and characters of the strips as they are painted.
    """
    if selection.end is None:
        layout.extend()
    first = selection.start.y if selection.start else 0
    last = min(selection.end.y if selection.end else len(layout.lines), len(layout.lines) - 1)
    ranges: dict[int, tuple[int, int]] = {}
    for number in range(first, last + 1):
        line = layout.lines[number]
        for start, end in _select_in_line(layout, line, selection.get_span(number) or (0, 0), margin):
            before = ranges.get(line.part)
            ranges[line.part] = (min(before[0], start), max(before[1], end)) if before else (start, end)
    return join_ranges(layout, ranges)


def find_words(line: Line, margin: int) -> int:
    """Return where a line's words begin, in characters from the left of the strip; those of a picture beyond it."""
    if line.row is not None:
        return _NOWHERE
    if not line.runs:
        return margin + len(line.lead)
    return margin + len(line.lead) + max(0, line.runs[0].column - measure(line.lead))


def _select_in_line(layout: Layout, line: Line, span: tuple[int, int], margin: int) -> Iterator[tuple[int, int]]:
    """Return the ranges of the part's text that a span of a painted line's characters (end -1: to its end) touches."""
    part = layout.find_part(line.part)
    if part is None or not line.runs:
        return
    left = find_words(line, margin)
    cell = line.runs[0].column
    for run in line.runs:
        left += run.column - cell
        words = part.text[run.start : run.end]
        shown = display(words)
        start = min(max(0, span[0] - left), len(shown))
        end = len(shown) if span[1] < 0 else min(max(0, span[1] - left), len(shown))
        if start < end:
            first, last = _turn_back(shown, start, end) if run.reverse else (start, end)
            yield run.start + _source_offset(words, first), run.start + _source_offset(words, last)
        left += len(shown)
        cell = run.column + measure(words)


def _turn_back(words: str, start: int, end: int) -> tuple[int, int]:
    """Return the range of words that are read from right to left from a range of them as they are painted."""
    left, right = len(words), 0
    shown = 0
    for cluster in reversed(split_clusters(words)):
        if start < shown + len(cluster) and shown < end:
            first = len(words) - shown - len(cluster)
            left, right = min(left, first), max(right, first + len(cluster))
        shown += len(cluster)
    return left, right


def _source_offset(words: str, shown: int) -> int:
    """Return the offset in `words` of a character as shown, that is without soft hyphens."""
    if SOFT_HYPHEN not in words:
        return shown
    offset = 0
    while offset < len(words) and (shown or words[offset] == SOFT_HYPHEN):
        shown -= words[offset] != SOFT_HYPHEN and shown > 0
        offset += 1
    return offset


def join_ranges(layout: Layout, ranges: Mapping[int, tuple[int, int]]) -> str:
    """Return ranges of the parts' texts, by the parts' numbers, in the order of the article."""
    text = ""
    for part in layout.parts:
        if part.number not in ranges:
            continue
        start, end = ranges[part.number]
        if text:
            text += "\n\n" if part.spaced else "\n"
        text += part.marker if start == 0 and len(ranges) > 1 else ""
        text += part.text[start:end].replace(SOFT_HYPHEN, "")
    return text
