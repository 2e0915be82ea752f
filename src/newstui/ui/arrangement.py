"""How the reader has arranged the panes: where they stand, how large they are, which are folded away.

Every breakpoint (ui/layout.py) has an arrangement of its own, since what suits two hundred columns does not suit
eighty. It is state, kept by the library, and not configuration.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

from newstui.record import record
from newstui.ui.commands import Pane
from newstui.ui.layout import Breakpoint

WHOLE: Final = 1000
"""Sizes are in thousandths of the room that is divided, so that they hold in a larger window as well."""


class Edge(StrEnum):
    """What is between two panes, by the pane whose size it changes."""

    SOURCES = "sources"
    HEADLINES = "headlines"
    BESIDE = "beside"
    """Between headlines and article and what stands beside them: languages and quotes."""
    LANGUAGES = "languages"


EDGE_OF: Final[Mapping[Pane, Edge]] = MappingProxyType(
    {
        Pane.SOURCES: Edge.SOURCES,
        Pane.HEADLINES: Edge.HEADLINES,
        Pane.ARTICLE: Edge.HEADLINES,
        Pane.LANGUAGES: Edge.BESIDE,
        Pane.QUOTES: Edge.BESIDE,
    }
)
"""Which edge has its other place when a pane is moved."""


@record
class Arrangement:
    """Where panes stand at one breakpoint, and how large they are; what is not named is as at first.

    Each edge but that of the languages has two places: the sources are at the left or the right, the headlines above the
    article or at its left, languages and quotes at the side or below. `moved` are those in their other place.
    """

    breakpoint: Breakpoint
    moved: frozenset[Edge] = frozenset()
    sizes: Mapping[str, int] = field(default_factory=dict)

    @property
    def sources_right(self) -> bool:
        """Whether the sources are at the right."""
        return Edge.SOURCES in self.moved

    @property
    def headlines_left(self) -> bool:
        """Whether the headlines stand at the left of the article, as they do at first where there is room for it."""
        return (Edge.HEADLINES in self.moved) != (self.breakpoint is Breakpoint.VAST)

    @property
    def beside_below(self) -> bool:
        """Whether languages and quotes stand below."""
        return Edge.BESIDE in self.moved

    def divides_columns(self, edge: Edge) -> bool:
        """Whether an edge is upright, with panes at its left and its right."""
        return {
            Edge.SOURCES: True,
            Edge.HEADLINES: self.headlines_left,
            Edge.BESIDE: not self.beside_below,
            Edge.LANGUAGES: self.beside_below,
        }[edge]

    def move(self, edge: Edge) -> Arrangement:
        """Return it with an edge in its other place."""
        return replace(self, moved=self.moved ^ {edge})

    def share(self, edge: Edge) -> int | None:
        """Return what the pane at an edge has of the room; None where its size is that of the style sheet."""
        return self.sizes.get(self._name(edge))

    def resize(self, edge: Edge, cells: int | None, room: int) -> Arrangement:
        """Return it with the pane at an edge having so many cells of the room; None: those of the style sheet."""
        sizes = {name: share for name, share in self.sizes.items() if name != self._name(edge)}
        if cells is not None and room:
            sizes[self._name(edge)] = max(1, min(WHOLE - 1, -(-cells * WHOLE // room)))
        return replace(self, sizes=sizes)

    def _name(self, edge: Edge) -> str:
        """Under which name a size is kept: a pane has one as a column, and another one as a row."""
        return f"{edge}-{'columns' if self.divides_columns(edge) else 'rows'}"


@record
class Arrangements:
    """What is remembered: an arrangement for each breakpoint, and the panes that are folded away."""

    folded: frozenset[Pane] = frozenset()
    at: Mapping[Breakpoint, Arrangement] = field(default_factory=dict)

    def find(self, breakpoint: Breakpoint) -> Arrangement:  # noqa: A002  the word that Textual and we have for it
        """Return the arrangement at a breakpoint, as it is at first if nobody has changed it."""
        return self.at.get(breakpoint, Arrangement(breakpoint))

    def put(self, arrangement: Arrangement) -> Arrangements:
        """Return them with another arrangement at its breakpoint."""
        return replace(self, at={**self.at, arrangement.breakpoint: arrangement})

    def write(self) -> str | None:
        """Return them as text; None where nothing has been changed."""
        changed: dict[str, Any] = {
            each.breakpoint.value: {"moved": sorted(each.moved), "sizes": dict(each.sizes)}
            for each in self.at.values()
            if each.moved or each.sizes
        }
        if self.folded:
            changed["folded"] = sorted(self.folded)
        return json.dumps(changed) if changed else None


def read_arrangements(text: str | None) -> Arrangements:
    """Return what Arrangements.write wrote; what cannot be understood is as at first."""
    try:
        stored = json.loads(text or "{}")
    except ValueError:
        return Arrangements()
    if not isinstance(stored, dict):
        return Arrangements()
    folded = stored.get("folded")
    found = Arrangements(frozenset(pane for pane in Pane if isinstance(folded, list) and pane in folded))
    for each in Breakpoint:
        parts = stored.get(each.value)
        if isinstance(parts, dict):
            found = found.put(Arrangement(each, _read_moved(parts.get("moved")), _read_sizes(parts.get("sizes"))))
    return found


def _read_moved(stored: object) -> frozenset[Edge]:
    return frozenset(edge for edge in Edge if isinstance(stored, list) and edge in stored and edge != Edge.LANGUAGES)


def _read_sizes(stored: object) -> dict[str, int]:
    if not isinstance(stored, dict):
        return {}
    names = {f"{edge}-{lines}" for edge in Edge for lines in ("columns", "rows")}
    return {
        name: share for name, share in stored.items() if name in names and isinstance(share, int) and 0 < share < WHOLE
    }
