"""Headlines, articles and their paragraphs in sentences that are heard one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from newstui.i18n import _, format_age_in_words, language_name, ngettext
from newstui.model import Block, BlockKind, Headline, Quote, QuoteKind, Reading
from newstui.printing.lines import byline
from newstui.record import record

_MARKS: Final = frozenset("\"'“”„‟«»‹›‘’‚‛")
_STOPS: Final = ",.;:!?…"
_ENDS: Final = frozenset('.!?…:;”»"')


def sentence(text: str) -> str:
    """Return a text with a full stop, where it has no end of its own: what follows is heard as something new."""
    text = text.strip()
    return text if not text or text[-1] in _ENDS else f"{text}."


def describe_headline(number: int, headline: Headline, now: datetime) -> str:
    """Return a row of a list: its number, its title, and then the rest."""
    marks = [_("not read yet") if not headline.read else "", _("starred") if headline.starred else ""]
    facts = [
        headline.title,
        ", ".join(filter(None, [headline.source_title, format_age_in_words(headline.at, now), *marks])),
        _("Languages: {languages}").format(languages=", ".join(map(language_name, headline.languages)))
        if len(headline.languages) > 1
        else "",
    ]
    return f"{number}. " + " ".join(sentence(fact) for fact in facts if fact)


def describe_opening(reading: Reading, paragraphs: int) -> list[str]:
    """Return what is heard when an article is opened: title, byline, how much there is, summary."""
    article = reading.article
    counts = [ngettext("{count} paragraph", "{count} paragraphs", paragraphs).format(count=paragraphs)]
    spoken = sum(quote.kind is QuoteKind.SPEECH for quote in reading.quotes)
    if spoken:
        counts.append(ngettext("{count} quotation", "{count} quotations", spoken).format(count=spoken))
    if article.editions:
        languages = dict.fromkeys(language_name(edition.language) for edition in article.editions)
        counts.append(_("also in {languages}").format(languages=", ".join(languages)))
    lines = [sentence(article.title), sentence(byline(article).replace(" · ", ", ")), sentence(", ".join(counts))]
    if article.summary:
        lines.append(_("Summary: {text}").format(text=article.summary))
    return lines


def is_heard(block: Block) -> bool:
    """Whether a block is a paragraph that is stopped at."""
    return block.kind is not BlockKind.RULE and bool(block.text.strip())


def describe_block(reading: Reading, number: int) -> list[str]:
    """Return a block's lines: what it is, where that is not a paragraph, and its quotations with their speakers."""
    block = reading.document.blocks[number]
    text = block.text.strip()
    match block.kind:
        case BlockKind.HEADING:
            return [_("Heading: {text}").format(text=text)]
        case BlockKind.LIST_ITEM:
            return [f"{block.info} {text}" if block.info else _("Item: {text}").format(text=text)]
        case BlockKind.IMAGE:
            return [_("Image: {text}").format(text=text)]
        case BlockKind.CODE:
            return [_("Code:"), *block.text.splitlines()]
        case BlockKind.TABLE:
            return list(_describe_table(block.text))
        case BlockKind.QUOTE:
            lines = _describe_quotes(block.text, number, reading.quotes)
            return [_("Quoted: {text}").format(text=lines[0]), *lines[1:]] if lines else []
        case _:
            return _describe_quotes(block.text, number, reading.quotes)


def describe_quote(quote: Quote) -> str:
    """Return a quotation as a list has it."""
    if quote.speaker:
        return _("Quote, {speaker}: {words}").format(speaker=quote.speaker, words=quote.text)
    return _("Quote: {words}").format(words=quote.text)


def _describe_table(text: str) -> Iterator[str]:
    """Yield the rows, each cell after the name of its column, which the first row gives."""
    names, *rows = (row.split("\t") for row in text.splitlines())
    yield _("Table: {text}").format(text="; ".join(filter(None, names)))
    for row in rows:
        named = zip([*names, *[""] * len(row)], row, strict=False)
        yield "; ".join(f"{name}: {cell}" if name else cell for name, cell in named if cell)


@record
class _Passage:
    """A quotation's words within a block, its marks included: code points, half-open."""

    start: int
    end: int
    quote: Quote
    goes_on: bool


def _describe_quotes(text: str, number: int, quotes: Sequence[Quote]) -> list[str]:
    """Return a paragraph's lines: one for each quotation, and one for what stands before, between and behind."""
    lines: list[str] = []
    at = 0
    for passage in _list_passages(text, number, quotes):
        if passage.start < at:
            continue
        _add_rest(lines, text[at : passage.start])
        lines.append(_announce(passage, text[passage.start : passage.end]))
        at = passage.end
    _add_rest(lines, text[at:])
    return lines


def _announce(passage: _Passage, words: str) -> str:
    if passage.goes_on:
        return _("Quote goes on: {words}").format(words=words)
    if passage.quote.speaker:
        return _("Quote, {speaker}: {words}").format(speaker=passage.quote.speaker, words=words)
    return _("Quote: {words}").format(words=words)


def _add_rest(lines: list[str], rest: str) -> None:
    """Add what is no quotation; a comma or a full stop at its beginning goes to the line before."""
    rest = rest.strip()
    if lines:
        behind = rest.lstrip(_STOPS)
        lines[-1] += rest[: len(rest) - len(behind)]
        rest = behind.strip()
    if rest:
        lines.append(rest)


def _list_passages(text: str, number: int, quotes: Sequence[Quote]) -> list[_Passage]:
    found = [
        _Passage(*_take_marks(text, span.start, span.end), quote, position > 0)
        for quote in quotes
        if quote.kind is QuoteKind.SPEECH
        for position, span in enumerate(quote.spans)
        if span.block == number
    ]
    return sorted(found, key=lambda passage: passage.start)


def _take_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a range by the marks around it, and by the spaces that French puts within them."""
    left = text[:start].rstrip()
    right = text[end:].lstrip()
    if left and left[-1] in _MARKS and start - len(left) <= 1:
        start = len(left) - 1
    if right and right[0] in _MARKS and len(text) - end - len(right) <= 1:
        end = len(text) - len(right) + 1
    return start, end
