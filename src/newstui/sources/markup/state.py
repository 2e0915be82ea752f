"""What a walk over a tree knows beside what it has written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from newstui.model import SpanKind
from newstui.sources.markup.blocks import BlockWriter
from newstui.sources.markup.places import Places

if TYPE_CHECKING:
    from lxml.etree import _Element

SKIP: Final = True
"""What the beginning of an element answers where nothing inside it is to be read."""


@dataclass(slots=True)
class State:
    """The walk's own state: where it is in lists, tables, links and quotations.

    `places` are those that links within the markup lead to; `links` says of each open link what it is to a reader.
    `lists` holds each open list's next number, None for bullets; `tables` whether each open table holds data;
    `covered` by column the row at which cells from above no longer reach into it.
    """

    base_url: str | None
    language: str | None
    writer: BlockWriter = field(default_factory=BlockWriter)
    lists: list[int | None] = field(default_factory=list)
    tables: list[bool] = field(default_factory=list)
    rows: int = 0
    cells: int = 0
    covered: dict[int, int] = field(default_factory=dict)
    places: Places = field(default_factory=Places)
    links: list[SpanKind | None] = field(default_factory=list)
    closing_marks: list[str] = field(default_factory=list)
    forms: int = 0


class Rule(NamedTuple):
    """What an element's beginning and end do; its end is not heard of where its beginning answers SKIP."""

    begin: Callable[[State, _Element], bool | None] | None = None
    end: Callable[[State, _Element], None] | None = None


def skip(_state: State, _element: _Element) -> bool:
    """Leave an element out with everything in it."""
    return SKIP


def end_block(state: State, _element: _Element) -> None:
    """End the block or the line that is being written."""
    state.writer.end_block()
