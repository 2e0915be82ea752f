"""The rows of the pane of quotes: which quotations it lists, in which order, and how one is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from textual.content import Content
from textual.widgets.option_list import Option

from newstui.config import Settings
from newstui.i18n import _, format_number
from newstui.model import Quote, QuoteKind
from newstui.record import record
from newstui.text.clean import clean_line
from newstui.ui.content import foreign_content
from newstui.ui.panes.lined import LinedVisual
from newstui.ui.panes.spread import Spread
from newstui.ui.quotation import name_speaker
from newstui.ui.wrap import truncate, wrap

_SPEECH_LINES: Final = 4
_TERM_LINES: Final = 2


@record
class Choice:
    """What the reader wants to see of an article's quotations. `speaker` narrows to what one says; "" is nobody known."""

    grouped: bool = False
    terms: bool = True
    speaker: str | None = None

    def shows(self, quote: Quote) -> bool:
        """Whether a quotation is listed."""
        if self.speaker is not None:
            return quote.kind is QuoteKind.SPEECH and name_speaker(quote) == self.speaker
        return self.terms or quote.kind is QuoteKind.SPEECH


def read_choice(settings: Settings) -> Choice:
    """Return what the settings say: what is listed at first."""
    return Choice(grouped=bool(settings["quotes.by_speaker"]), terms=bool(settings["quotes.expressions"]))


def list_rows(quotes: Sequence[Quote], choice: Choice) -> Iterator[Option]:
    """Yield the rows; a quotation's id is its index. Grouped: by speaker as they come up, those unknown, then terms."""
    shown = [index for index, quote in enumerate(quotes) if choice.shows(quote)]
    if not choice.grouped or choice.speaker is not None:
        yield from (_draw(index, quotes[index], named=choice.speaker is None) for index in shown)
        return
    groups: dict[str, list[int]] = {}
    for index in shown:
        if quotes[index].kind is QuoteKind.SPEECH:
            groups.setdefault(name_speaker(quotes[index]), []).append(index)
    for name in sorted(groups, key=lambda name: not name):
        yield _head(show_name(name), len(groups[name]))
        yield from (_draw(index, quotes[index], named=False) for index in groups[name])
    terms = [index for index in shown if quotes[index].kind is QuoteKind.TERM]
    if terms:
        yield _head(_("Titles and expressions"), len(terms))
        yield from (_draw(index, quotes[index], named=False) for index in terms)


def show_name(name: str) -> str:
    """Return a speaker's name, or that nobody knows it."""
    return name or _("Speaker unknown")


class Said(LinedVisual):
    """A name on one line, cut if need be, over words on a few lines, set as an article is."""

    def __init__(self, name: tuple[str, str] | None, words: str, style: str, most: int) -> None:
        """`name` has its style with it; `most` is how many lines the words may take."""
        self._name, self._words, self._style, self._most = name, words, style, most
        super().__init__()

    def set_lines(self, width: int) -> list[Content]:
        """Set the name, and as much of the words as there is room for."""
        name = [draw_name(*self._name, width)] if self._name else []
        ranges = wrap(self._words, width)
        words = [self._words[start:end] for start, end in ranges[: self._most]]
        if len(ranges) > self._most:
            words[-1] = truncate(self._words[ranges[self._most - 1][0] :], width)
        return [*name, *(foreign_content(line, self._style) for line in words)]


class NameRow(Spread):
    """A name, cut if need be, and something at its right."""

    def __init__(self, name: str, style: str, right: Content) -> None:
        super().__init__(foreign_content(name, style), right)
        self._name, self._style = name, style

    def fit(self, width: int) -> Content:
        """Return the line in exactly so many cells."""
        room = max(1, width - self._right.cell_length - 1)
        return Spread(draw_name(self._name, self._style, room), self._right).fit(width)


def draw_name(name: str, style: str, width: int) -> Content:
    """Draw a name in so many cells: cut before its words are put in order, so that its beginning stays."""
    return foreign_content(truncate(name, width), style)


def _head(name: str, count: int) -> Option:
    return Option(NameRow(name, "bold $speaker", Content.styled(format_number(count), "$quiet")), disabled=True)


def _draw(index: int, quote: Quote, *, named: bool) -> Option:
    words = clean_line(quote.text)
    if quote.kind is QuoteKind.TERM:
        return Option(Said(None, words, "italic $quiet", _TERM_LINES), id=str(index))
    name = name_speaker(quote)
    head = (show_name(name), "bold $speaker" if name else "$quiet") if named else None
    return Option(Said(head, words, "", _SPEECH_LINES), id=str(index))


def count_kinds(quotes: Iterable[Quote]) -> tuple[int, int]:
    """Return how many are speech, and how many are terms."""
    kinds = [quote.kind for quote in quotes]
    return kinds.count(QuoteKind.SPEECH), kinds.count(QuoteKind.TERM)
