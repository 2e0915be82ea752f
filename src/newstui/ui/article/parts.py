"""From a reading to the parts that are set: how each kind of block looks, before any width is known."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import basename
from typing import Final
from urllib.parse import unquote, urlsplit

from newstui.i18n import _, format_datetime, format_number, language_name, translate_error
from newstui.library.images import find_lead_image, is_image
from newstui.model import SUMMARY, TITLE, Article, Block, BlockKind, Enclosure, Reading
from newstui.text.clean import clean_line
from newstui.text.reading_time import estimate_minutes
from newstui.ui.article.colouring import code_text
from newstui.ui.article.lines import BYLINE, ENCLOSURES, LEAD, MISSING, Kind, Part, Role
from newstui.ui.pictures.frames import NOTHING_HUNG, Hanging
from newstui.ui.wrap import measure

_BULLETS: Final = ("•", "–", "◦")
_INDENT: Final = 2
_BAR: Final = "▌ "
_DEEPEST: Final = 6
"""Deeper lists and quotations are indented no further: the column would run out."""


def list_parts(reading: Reading, width: int = 0, hanging: Hanging = NOTHING_HUNG) -> list[Part]:
    """Return an article's parts from its title to its enclosures; a block's part has the block's number.

    What pictures have frames in a column of `width` cells says `hanging`.
    """
    article = reading.article
    parts = [Part(TITLE, Role.TITLE, article.title)]
    if byline := compose_byline(article):
        timed = " · ".join(filter(None, (byline, tell_minutes(measure_minutes(reading)))))
        byline = timed if measure(timed) <= width else byline  # no line of its own for it
        parts.append(Part(BYLINE, Role.BYLINE, byline, spaced=False))
    if article.summary:
        parts.append(Part(SUMMARY, Role.SUMMARY, article.summary))
    if (lead := find_lead_image(reading)) and hanging.find_frame(lead, width):
        parts.append(Part(LEAD, Role.CAPTION, "", picture=lead))
    parts.extend(_list_block_parts(reading.document.blocks, width, hanging))
    if reading.missing is not None:
        words = _("The page’s text is not here: {reason}").format(reason=translate_error(reading.missing))
        parts.append(Part(MISSING, Role.BYLINE, words))
    for index, enclosure in enumerate(article.enclosures):
        text = describe_enclosure(enclosure)
        picture = enclosure.url if is_image(enclosure) else ""
        parts.append(
            Part(
                ENCLOSURES - index,
                Role.ENCLOSURE,
                text,
                lead="↓ ",
                hanging="  ",
                spaced=index == 0 or bool(picture and hanging.find_frame(picture, width)),
                picture=picture,
            )
        )
    return parts


def compose_byline(article: Article) -> str:
    """Return the source, the authors, the date, the language, and whose text it is, as far as they are known."""
    facts = (
        article.source_title,
        ", ".join(article.authors),
        format_datetime(article.published) if article.published else None,
        language_name(article.language) if article.language else None,
        _("the page’s text") if article.shows_fulltext else None,
    )
    return " · ".join(fact for fact in facts if fact)


def measure_minutes(reading: Reading) -> float:
    """Return how many minutes an article takes to read."""
    texts = (reading.article.summary or "", *(block.text for block in reading.document.blocks))
    return estimate_minutes("\n".join(texts), reading.article.language)


def tell_minutes(minutes: float) -> str:
    """Return a time to read as it is told, nothing where it is not worth telling."""
    return _("{minutes}\N{NO-BREAK SPACE}min").format(minutes=format_number(round(minutes))) if minutes >= 1 else ""


def describe_enclosure(enclosure: Enclosure) -> str:
    """Return an enclosure's file name, kind, length and size: "talk.mp3 · audio/mpeg · 12:30 · 14.2 MB"."""
    name = clean_line(unquote(basename(urlsplit(enclosure.url).path))) or urlsplit(enclosure.url).netloc
    facts = [name]
    if enclosure.type:
        facts.append(enclosure.type)
    if enclosure.duration:
        minutes, seconds = divmod(enclosure.duration, 60)
        facts.append(f"{minutes // 60}:{minutes % 60:02}:{seconds:02}" if minutes >= 60 else f"{minutes}:{seconds:02}")
    if enclosure.length:
        facts.append(_("{size} MB").replace("{size}", format_number(max(1, round(enclosure.length / 1_000_000)))))
    return " · ".join(facts)


def _list_block_parts(blocks: tuple[Block, ...], width: int, hanging: Hanging) -> Iterator[Part]:
    before: Block | None = None
    for number, block in enumerate(blocks):
        if block.kind is not BlockKind.IMAGE:
            yield _make_part(number, block, before)
        elif block.text or not hanging.is_nothing(block.info or ""):
            yield _make_picture(number, block, before, framed=hanging.find_frame(block.info or "", width) is not None)
        else:
            continue
        before = block


def _make_picture(number: int, block: Block, before: Block | None, *, framed: bool) -> Part:
    """Return a picture's part: its caption, and where there is no picture to be seen a sign that there is one."""
    spaced = before is None or before.kind is not BlockKind.HEADING
    lead, hanging = ("", "") if framed else ("▣ ", "  ")
    text = block.text if block.text or framed else _("Image")
    return Part(
        number, Role.CAPTION, text, lead=lead, hanging=hanging, spaced=spaced or framed, picture=block.info or ""
    )


def _make_part(number: int, block: Block, before: Block | None) -> Part:
    text = block.text.replace("\t", " ")  # one for one, so that offsets hold
    # A heading stands close to what it heads, and items to each other.
    spaced = before is None or before.kind is not BlockKind.HEADING
    match block.kind:
        case BlockKind.HEADING:
            role = Role.HEADING if (block.level or 1) <= 2 else Role.SUBHEADING
            return Part(number, role, text, spans=block.spans)
        case BlockKind.LIST_ITEM:
            lead = _marker(block)
            spaced = spaced and (before is None or before.kind is not BlockKind.LIST_ITEM)
            hanging = " " * measure(lead)
            return Part(
                number, Role.TEXT, text, lead=lead, hanging=hanging, marker=lead, spaced=spaced, spans=block.spans
            )
        case BlockKind.QUOTE:
            bars = _BAR * min(block.level or 1, _DEEPEST)
            goes_on = before is not None and before.kind is BlockKind.QUOTE
            bar = _BAR if goes_on else ""
            return Part(number, Role.QUOTE, text, lead=bars, hanging=bars, bar=bar, spaced=spaced, spans=block.spans)
        case BlockKind.CODE:
            return Part(number, Role.CODE, code_text(block.text), Kind.CODE, language=block.info or "")
        case BlockKind.TABLE:
            return Part(number, Role.TABLE, block.text, Kind.TABLE, spans=block.spans)
        case BlockKind.IMAGE:
            return _make_picture(number, block, before, framed=False)
        case BlockKind.RULE:
            return Part(number, Role.RULE, "", Kind.RULE)
        case BlockKind.PARAGRAPH:
            return Part(number, Role.TEXT, text, spaced=spaced, spans=block.spans)


def _marker(block: Block) -> str:
    """Return a list item's indent and its number or bullet."""
    level = min(block.level or 1, _DEEPEST)
    indent = " " * (_INDENT * (level - 1))
    if block.info:
        return f"{indent}{block.info:>2} "
    return f"{indent} {_BULLETS[min(level, len(_BULLETS)) - 1]} "
