"""A quotation: who said what, where it stands, and how sure that is."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from newstui.record import record

TITLE: Final = -1
"""The number of the title, where a quotation stands in it rather than in a block."""
SUMMARY: Final = -2
"""The number of the summary."""


class QuoteKind(StrEnum):
    """What somebody said or wrote, or a title, a name, a so-called expression in quotation marks."""

    SPEECH = "speech"
    TERM = "term"


@record
class QuoteSpan:
    """Where words stand: code points into a block's text (or TITLE's, or SUMMARY's), half-open, outer marks left out."""

    block: int
    start: int
    end: int


@record
class Quote:
    """One quotation. Several spans when it runs over several paragraphs; an interrupted one is two Quotes.

    `speaker` is the fullest form of the name that the article gives, `speaker_text` and `cue` are as written beside
    the quotation. `confidence` lies between 0 and 1.
    """

    text: str
    kind: QuoteKind
    spans: tuple[QuoteSpan, ...]
    speaker: str | None = None
    speaker_text: str | None = None
    cue: str | None = None
    confidence: float = 0.0
