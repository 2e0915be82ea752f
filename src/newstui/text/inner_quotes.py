"""The quotation marks inside a stretch of text, paired as the engine pairs those of an article."""

from __future__ import annotations

from newstui.model import BlockKind
from newstui.text.quotes.lexicon import get_lexicon
from newstui.text.quotes.marks import find_marks, read_marks, take_vote
from newstui.text.quotes.pairing import Pair, read_pairs
from newstui.text.quotes.passages import Passage


def find_pairs(text: str, language: str | None = None) -> tuple[Pair, ...]:
    """Return the pairs of quotation marks in a text, the outermost with those inside them.

    `language` is a BCP 47 tag; it tells apostrophes from marks.
    """
    passage = Passage(0, text, BlockKind.PARAGRAPH)
    places = find_marks(passage)
    if not places:
        return ()
    apostrophes = get_lexicon(language).apostrophes
    habits = take_vote([passage], [places], apostrophes)
    reading = read_pairs(read_marks(passage, places, habits, apostrophes))
    return reading.pairs if reading is not None else ()
