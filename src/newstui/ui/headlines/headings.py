"""What stands in the rows between the stories: a day, a source with what is unread in it, the end of the last visit."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from newstui.i18n import _, format_day, format_number, format_time
from newstui.model import Heading
from newstui.model.heading import VISIT, find_day
from newstui.ui.content import put_in_order
from newstui.ui.headlines.rows import Piece
from newstui.ui.wrap import measure, truncate

_RULE: Final = "─"
_FOLDED: Final = "▸"
_LEAST_RULE: Final = 2


def lay_out_heading(
    row: int,
    width: int,
    now: datetime,
    *,
    heading: Heading | None = None,
    visited_at: datetime | None = None,
    folded: bool = False,
) -> list[Piece]:
    """Return the line of a heading, as wide as the pane; `heading` is what has been loaded of it."""
    if row == VISIT:
        return _lay_out_visit(width, now, visited_at)
    day = find_day(row)
    if day is not None:
        words, unread = format_day(day, now.astimezone().date()), heading.unread if heading is not None else 0
    elif heading is None:
        words, unread = "…", 0
    else:
        words, unread = heading.title or _("Without a source"), heading.unread
    count = f" {format_number(unread)}" if unread else ""
    room = max(0, width - 2 - measure(count) - 1 - _LEAST_RULE)
    words = put_in_order(truncate(words, room))
    rule = width - 3 - measure(words) - measure(count)
    pieces = [Piece(_FOLDED if folded else " "), Piece(words, "heading"), Piece(count, "heading-count")]
    return [*pieces, Piece(" " + _RULE * max(0, rule), "heading-rule")]


def _lay_out_visit(width: int, now: datetime, visited_at: datetime | None) -> list[Piece]:
    words = _("Last visit: {when}").format(when=tell_moment(visited_at, now)) if visited_at else _("Last visit")
    words = f" {truncate(words, max(0, width - 6))} "
    rule = max(0, width - measure(words) - 2)
    before = rule // 2
    return [Piece(" " + _RULE * before + words + _RULE * (rule - before), "visit")]


def tell_moment(at: datetime, now: datetime) -> str:
    """Return a moment as somebody speaks of it: the time alone today, else the day with it."""
    today, day = now.astimezone().date(), at.astimezone().date()
    return format_time(at) if day == today else f"{format_day(day, today)}, {format_time(at)}"
