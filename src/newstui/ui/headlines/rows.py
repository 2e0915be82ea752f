"""What stands in a row, by the width that there is: from a headline to words and the names of their styles."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

from newstui.i18n import current_language, format_age
from newstui.model import Headline
from newstui.record import record
from newstui.ui.content import put_in_order
from newstui.ui.wrap import measure, truncate

UNREAD: Final = "●"
STAR: Final = "★"
OPENED: Final = "✓"
INDENT: Final = 4
"""Where titles begin: a cell of margin, the unread mark, the star, a space."""
_GAP: Final = 2
_AGE_FROM: Final = 24
_BADGES_FROM: Final = 64
"""A narrower row has the shown language and the number of the others, "de+5", and stands closer together."""
_SHORT_BADGES: Final = 4
_TITLE: Final = 0.6
"""What a title keeps of a narrow row, at least, while the others are fewer than ten."""
_SOURCE_FROM: Final = 70
_MOST_BADGES: Final = 4


class Piece(NamedTuple):
    """Words in a row, and the name of the component class that says how they look; "" as the row itself."""

    text: str
    name: str = ""


@record
class Columns:
    """How a list's rows are divided, in cells; `age` and `source` are 0 where rows of one line have no room for them.

    `badges` is how many languages are named there, the others being counted. `show_source` is False where all rows
    would name the same one.
    """

    width: int
    age: int
    source: int = 0
    badges: int = 0
    show_source: bool = True


def choose_columns(width: int, age: int, *, show_source: bool) -> Columns:
    """Return the columns for a pane: a narrow one has marks, title and age, a wide one languages and source as well."""
    age = age if width >= _AGE_FROM else 0
    badges = _MOST_BADGES if width >= _BADGES_FROM else 1
    if badges == 1 and width - INDENT - 1 - _SHORT_BADGES - 1 - age - 1 < _TITLE * width:
        badges = 0
    source = min(22, max(10, (width - 24) // 4)) if show_source and width >= _SOURCE_FROM else 0
    return Columns(width, age, source, badges, show_source)


def lay_out_row(headline: Headline, columns: Columns, age: str) -> list[Piece]:
    """Return a row of one line, as wide as the pane: title at the left, languages, source and age at the right."""
    right: list[Piece] = []
    gap = Piece(" " * (1 if columns.badges == 1 else _GAP))
    if columns.badges and not headline.beneath and (badges := list_badges(headline, columns.badges)):
        right += [gap, *badges]
    if columns.source:
        source = put_in_order(truncate(headline.source_title, columns.source))
        right += [gap, _pad(Piece(source, "source"), columns.source)]
    if columns.age:
        right += [gap, _pad(Piece(age, "age"), columns.age, right=True), Piece(" ")]
    left = list_marks(headline)
    room = max(0, columns.width - sum(measure(piece.text) for piece in (*left, *right)))
    return [*left, _pad(Piece(put_in_order(truncate(headline.title, room))), room), *right]


def lay_out_title(headline: Headline, columns: Columns) -> list[Piece]:
    """Return the upper line of a row of two."""
    left = list_marks(headline)
    room = max(0, columns.width - 1 - sum(measure(piece.text) for piece in left))
    return [*left, _pad(Piece(put_in_order(truncate(headline.title, room))), room), Piece(" ")]


def lay_out_details(headline: Headline, columns: Columns, age: str) -> list[Piece]:
    """Return the lower line of a row of two: source, age, languages, as far as they fit."""
    badges = [] if headline.beneath else list_badges(headline)
    fixed = measure(age) + sum(measure(piece.text) for piece in badges) + 6
    room = columns.width - INDENT - 1 - fixed
    source = put_in_order(truncate(headline.source_title, room)) if columns.show_source else ""
    groups = [[Piece(source, "source")] if source else [], [Piece(age, "age")], badges]
    pieces = [Piece(" " * INDENT)]
    for group in filter(None, groups):
        pieces += [Piece(" · ", "age")] if len(pieces) > 1 else []
        pieces += group
    return pieces


def list_marks(headline: Headline) -> list[Piece]:
    """Return what stands before a title: whether it is unread, whether it is starred.

    Before an edition beneath its story: whether it was opened, and its language.
    """
    if headline.beneath:
        opened = Piece(OPENED, "badge") if headline.opened else Piece(" ")
        return [Piece("   "), opened, Piece(f" {headline.language or '—'} ", "badge-shown")]
    unread = Piece(" ") if headline.read else Piece(UNREAD, "mark")
    star = Piece(STAR, "star") if headline.starred else Piece(" ")
    return [Piece(" "), unread, star, Piece(" ")]


def list_badges(headline: Headline, most: int = _MOST_BADGES) -> list[Piece]:
    """Return the languages that a story can be read in, the shown one first: "de·fr·en+2", with those known of counted.

    At most so many are named.
    """
    languages = headline.languages or ((headline.language,) if headline.language else ())
    if not languages:
        return []
    shown, others = languages[0], languages[1:most]
    more = len(languages) - 1 - len(others) + len(set(headline.declared) - set(languages))
    rest = "".join(f"·{language}" for language in others) + (f"+{more}" if more else "")
    return [Piece(shown, "badge-shown"), *([Piece(rest, "badge")] if rest else [])]


def find_badge(pieces: Iterable[Piece], column: int) -> str | None:
    """Return the language of the badge in a column of a row; None elsewhere."""
    for piece in pieces:
        width = measure(piece.text)
        if column >= width:
            column -= width
        elif piece.name == "badge-shown":
            return piece.text.strip()
        elif piece.name == "badge":
            named, _more, _count = piece.text.partition("+")  # tags are narrow: a column is a character
            return named.split("·")[piece.text.count("·", 0, column + 1)] if column < len(named) else None
        else:
            return None
    return None


@lru_cache(maxsize=8)
def measure_ages(language: str) -> int:
    """Return the cells that the widest age takes in a language of the interface, which is the current one."""
    assert language == current_language()
    now = datetime(2025, 12, 31, 12, tzinfo=UTC)
    short = (timedelta(seconds=58), timedelta(minutes=58), timedelta(hours=23), timedelta(days=6))
    moments = [*(now - age for age in short), *(datetime(2025, month, 20, 12, tzinfo=UTC) for month in range(1, 13))]
    moments.append(datetime(2024, 12, 20, 12, tzinfo=UTC))
    return max(measure(format_age(moment, now)) for moment in moments)


def _pad(piece: Piece, width: int, *, right: bool = False) -> Piece:
    """Fill a column with spaces, before the words where they stand at the right."""
    spaces = " " * max(0, width - measure(piece.text))
    return Piece(spaces + piece.text if right else piece.text + spaces, piece.name)
