"""What an article is made of on the screen: parts, each set in lines of ranges of its own text."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from newstui.model import Span
from newstui.record import record

BYLINE: Final = -3
"""The number of the line that says where an article is from; model.TITLE and SUMMARY are the ones before."""
ENCLOSURES: Final = -4
"""The number of the first enclosure; the next ones have the numbers below it."""
MISSING: Final = -500_000
"""The number of the line that says why the text of the article's page is not here."""
LEAD: Final = -1_000_000
"""The number of the picture that an article has beside those in its text."""


class Role(StrEnum):
    """What a line is; each has a component class of ArticleView that ends in its value."""

    TITLE = "title"
    BYLINE = "byline"
    SUMMARY = "summary"
    HEADING = "heading"
    SUBHEADING = "subheading"
    TEXT = "text"
    QUOTE = "quote"
    CODE = "code"
    TABLE_HEAD = "table-head"
    TABLE = "table"
    PICTURE = "picture"
    CAPTION = "caption"
    RULE = "rule"
    ENCLOSURE = "enclosure"


class Run(NamedTuple):
    """A range of a part's text, and the cell where it begins, counted from the left of the text column.

    `reverse`: it is read from right to left, and is painted so here and not by the terminal.
    """

    column: int
    start: int
    end: int
    reverse: bool = False


class Line(NamedTuple):
    """A line of the screen: ranges of one part's text, from left to right.

    `lead` is what stands before the words, at the first cell: bars, bullets, labels. A line without runs and without
    lead is blank. `fill`: the background reaches over the whole column. `hyphen`: one is put in after the words, in the
    middle of one of them. `tail` is said after the words. `row` is the row of a picture, which has no words.
    """

    part: int
    role: Role
    lead: str = ""
    runs: tuple[Run, ...] = ()
    fill: bool = False
    hyphen: bool = False
    tail: str = ""
    row: int | None = None

    @property
    def begin(self) -> int:
        """Where in the part's text the line begins; a rule has no text."""
        return min((run.start for run in self.runs), default=0)


class Kind(StrEnum):
    """How a part is set."""

    FLOW = "flow"
    CODE = "code"
    TABLE = "table"
    RULE = "rule"


@record
class Part:
    """A stretch of text that is set in one way.

    `lead` stands before the first line, `hanging` before the others; both are equally wide. `marker` is what a copy has
    of it. `spaced`: a blank line stands above; `bar` is the lead of that line, where a quotation goes on. `picture` is
    the address of a picture that stands above the words, if it is here, or would stand there; `language` that of code.
    """

    number: int
    role: Role
    text: str
    kind: Kind = Kind.FLOW
    lead: str = ""
    hanging: str = ""
    marker: str = ""
    spaced: bool = True
    bar: str = ""
    picture: str = ""
    language: str = ""
    spans: tuple[Span, ...] = ()
