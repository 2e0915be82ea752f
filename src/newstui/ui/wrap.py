"""Breaking text into lines of so many cells, after Unicode's line breaking algorithm (UAX 14) as far as news needs it.

Lines break at spaces (never at no-break ones, nor inside the French spaces of « … » and before ? ! : ;), after hyphens
and dashes inside words, at soft hyphens, between slashed words, and between ideographs and kana: there not before
closing and not after opening marks. What is too long for a line is cut between grapheme clusters. Widths are cells: an
ideograph has two, a combining mark none. Hyphens are put in where the caller says that words have places for them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from rich.cells import get_character_cell_size, split_graphemes

from newstui.text.patterns import compile_late

SOFT_HYPHEN: Final = "\xad"

_INNER = compile_late(
    r"[-\u2010](?<=\w\w.)(?=[^\W\d_]{2})"
    r"|[\u2013\u2014](?<=[^\W\d_].)(?=\w)"
    r"|/(?<=[^\W\d_]{3}.)(?=[^\W\d_]{3})"
    rf"|{SOFT_HYPHEN}(?=.)"
)
_OPENED = compile_late(r"(?:^|[\s(\[])[«‹]$")
_CLOSED = compile_late(r" +[»›?!:;](?:[\s.,)\]»]|$)")
_NOT_FIRST: Final = frozenset(
    "!%),.:;?]}°’”»›…‥—、。々〉》」』】〕〗〙〟〻ぁぃぅぇぉっゃゅょゎゕゖゝゞァィゥェォッャュョヮヵヶ・ーヽヾ"
    "ㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ！％），．：；？］｝～｡｣､･ｰ"
)
_NOT_LAST: Final = frozenset("#$([{£¥€‘“«‹〈《「『【〔〖〘〝＃＄（［｛｢￡￥")
_UNEVEN = re.compile("[^ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u202f-\u205e\u20a0-\u20bf]")
_WIDE = compile_late("[\u2e80-\u30ff\u31c0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uffe6\U00020000-\U0003fffd]")
_JOINED = compile_late("[\u200d\ufe0f]")
_LADDER: Final = 2
"""No more lines than these end in a hyphen one after the other, where they may be short instead."""

FindHyphens = Callable[[int, int], Sequence[int]]
"""The offsets, in order, before which a hyphen may be put into a range of the text that holds no space."""


class Row(NamedTuple):
    """A line: a half-open range of code points; `hyphen`: a word goes on in the next one, and a hyphen is put in."""

    start: int
    end: int
    hyphen: bool = False


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Return the lines of `text` as half-open ranges of code points, each at most `width` cells wide; less than 1 is 1.

    The spaces that a line breaks at belong to no line, nor does a soft hyphen at the end of all. Line feeds end lines.
    There is at least one line. Only a single cluster that is wider than `width` overflows.
    """
    return [(row.start, row.end) for row in break_lines(text, width)]


def break_lines(text: str, width: int, find_hyphens: FindHyphens | None = None, *, ragged: int = 0) -> list[Row]:
    """Like `wrap`, with hyphens where a line would else stay more than `ragged` cells short of `width`."""
    rows: list[Row] = []
    offset, width = 0, max(1, width)
    for part in text.split("\n"):
        find = _shift(find_hyphens, offset) if find_hyphens and offset else find_hyphens
        rows += (
            Row(offset + start, offset + end, hyphen) for start, end, hyphen in _wrap_line(part, width, find, ragged)
        )
        offset += len(part) + 1
    return rows


def fold(text: str, width: int) -> list[tuple[int, int]]:
    """Like `wrap`, but every white space is kept and lines are cut wherever they are full: for code."""
    lines: list[tuple[int, int]] = []
    offset = 0
    for part in text.split("\n"):
        lines.extend((offset + start, offset + end) for start, end in _fold_line(part, width))
        offset += len(part) + 1
    return lines


def display(text: str) -> str:
    """Return a line's words as they are shown: soft hyphens vanish but for the one that the line breaks at."""
    if SOFT_HYPHEN not in text:
        return text
    shown = text.replace(SOFT_HYPHEN, "")
    return shown + "-" if text.endswith(SOFT_HYPHEN) else shown


def measure(text: str) -> int:
    """Return how many cells `text` takes as it is shown."""
    return _list_columns(display(text))[-1]


def truncate(text: str, width: int) -> str:
    """Return `text` cut between clusters to at most `width` cells, with an ellipsis where something was cut off."""
    columns = _list_columns(text)
    if columns[-1] <= width:
        return text
    return text[: bisect_right(columns, width - 1) - 1].rstrip() + "…" if width > 0 else ""


def is_glued(text: str, space: int) -> bool:
    """Whether a space belongs to « … », or to a mark that stands apart, as French sets it."""
    if _OPENED.search(text, max(0, space - 2), space):
        return True
    return text[space + 1 : space + 2] in "»›?!:;" and _CLOSED.match(text, space) is not None


def _shift(find_hyphens: FindHyphens, offset: int) -> FindHyphens:
    return lambda start, end: [place - offset for place in find_hyphens(start + offset, end + offset)]


def _wrap_line(text: str, width: int, find_hyphens: FindHyphens | None, ragged: int) -> Iterator[Row]:
    columns = _list_columns(text)
    wide = not isinstance(columns, range) and _WIDE.search(text) is not None
    length = len(text.rstrip(f" {SOFT_HYPHEN}"))  # one at the end of a text breaks nothing
    start = hyphens = 0
    while columns[length] - columns[start] > width:
        limit = columns[start] + width
        end, following = _find_break(text, columns, start, limit, wide=wide)
        hyphen = 0
        if find_hyphens is not None and (hyphens < _LADDER or not ragged):
            hyphen = _find_hyphen(text, columns, start, (end, following), limit, find_hyphens, ragged)
        hyphens = hyphens + 1 if hyphen else 0
        yield Row(start, hyphen or end, hyphen > 0)
        start = hyphen or following
    if start < length or not start:
        yield Row(start, max(start, length))


def _fold_line(text: str, width: int) -> Iterator[tuple[int, int]]:
    columns = _list_columns(text)
    start = 0
    while columns[-1] - columns[start] > width:
        end = _cut(columns, start, columns[start] + width)
        yield start, end
        start = end
    yield start, len(text)


def _find_break(text: str, columns: Sequence[int], start: int, limit: int, *, wide: bool) -> tuple[int, int]:
    """Return where the line from `start` ends and the next one begins; `limit` is the last column that it may reach."""
    full = _cut(columns, start, limit)
    if full >= len(text):
        return full, full
    space = text.rfind(" ", start + 1, full + 1)
    while space > start and is_glued(text, space):
        space = text.rfind(" ", start + 1, space)
    inner = _find_inner_break(text, max(start, space) + 1, full, columns, limit)
    if wide:
        inner = max(inner, _find_wide_break(text, max(start, space, inner) + 1, full))
    if text[full - 1] == SOFT_HYPHEN and columns[full] >= limit and full - 1 > start:
        full -= 1  # it would be seen, and has no cell
    end = following = inner or (space if space > start else full)
    while text[following : following + 1] == " ":
        following += 1
    while end > start + 1 and text[end - 1] == " ":
        end -= 1
    return end, following


def _find_hyphen(
    text: str,
    columns: Sequence[int],
    start: int,
    found: tuple[int, int],
    limit: int,
    find_hyphens: FindHyphens,
    ragged: int,
) -> int:
    """Return where a hyphen is put in, rather than breaking where it was `found` that one can; 0 for nowhere."""
    end, following = found
    cut = following == end and text[end - 1].isalpha() and text[end : end + 1].isalpha()
    if not cut and limit - columns[end] <= ragged:
        return 0
    first = text.rfind(" ", 0, following) + 1
    last = text.find(" ", following)
    if last < 0 and not cut:
        return 0  # what is left of the last word would stand alone
    places = find_hyphens(first, last if last > 0 else len(text))
    after = max(start, first) if cut else following
    return max((place for place in places if after < place and columns[place] < limit), default=0)


def _find_inner_break(text: str, first: int, full: int, columns: Sequence[int], limit: int) -> int:
    """Return the last break inside a word from `first` up to `full`, 0 if there is none."""
    found = 0
    # Three further characters are what the conditions after a break may look at.
    for match in _INNER.finditer(text, first, full + 3):
        end = match.end()
        if end > full:
            break
        if text[end - 1] != SOFT_HYPHEN or columns[end] < limit:
            found = end
    return found


def _find_wide_break(text: str, first: int, full: int) -> int:
    """Return the last break beside an ideograph or kana from `first` up to `full`, 0 if there is none."""
    for end in range(full, first - 1, -1):
        before, after = text[end - 1], text[end]
        if (
            (before >= "\u2e80" or after >= "\u2e80")
            and (_WIDE.match(before) or _WIDE.match(after))
            and before not in _NOT_LAST
            and after not in _NOT_FIRST
        ):
            return end
    return 0


def _cut(columns: Sequence[int], start: int, limit: int) -> int:
    """Return the end of the clusters from `start` that end before the column `limit`, or of the first one."""
    end = bisect_right(columns, limit) - 1
    return end if end > start else bisect_right(columns, columns[start + 1]) - 1


def _list_columns(text: str) -> Sequence[int]:
    """Return the column of each offset, and the whole width at the end.

    An offset inside a cluster has the column after the cluster: so the last offset of a column is always a boundary.
    """
    if not _UNEVEN.search(text):
        return range(len(text) + 1)
    if not _JOINED.search(text):
        return list(accumulate(map(_count_cells, text), initial=0))
    columns: list[int] = [0]
    for start, end, cells in split_graphemes(text)[0]:
        columns.extend([columns[-1] + (0 if text[start] == SOFT_HYPHEN else cells)] * (end - start))
    return columns


@lru_cache(maxsize=8192)
def _count_cells(character: str) -> int:
    return 0 if character == SOFT_HYPHEN else get_character_cell_size(character)
