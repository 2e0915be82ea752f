"""Articles, headlines and quotations as plain text and as Markdown."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from datetime import datetime

from newstui.i18n import _, format_age, language_name, quoted
from newstui.model import (
    Article,
    Edition,
    Image,
    Quote,
    QuoteKind,
    Reason,
)


def text_width() -> int:
    """Return the columns that running text may take: the terminal's, at most 80."""
    return min(shutil.get_terminal_size((80, 24)).columns, 80)


def headline_line(article: Article, now: datetime) -> str:
    """Return one row of a list: id, marks, age, languages, title."""
    marks = ("★" if article.status.starred else " ") + (" " if article.status.read else "●")
    at = article.published or article.status.arrived_at
    languages = "·".join(dict.fromkeys(tag for tag in (article.language, *_available(article.editions)) if tag))
    return f"{article.id}  {marks}  {format_age(at, now) if at else '':>8}  {languages:<8}  {article.title}"


def _available(editions: Iterable[Edition]) -> Iterator[str]:
    return (edition.language for edition in editions if edition.available)


def image_line(image: Image) -> str:
    """Return an image: whether it is kept, its kind, its caption, and where it is."""
    mark = "●" if image.path else "○"
    return " · ".join([f"{mark} {image.type or _('image')}", *filter(None, (image.caption, image.path or image.url))])


def quote_line(quote: Quote) -> str:
    """Return a quotation with its speaker: ● for speech, ○ for a term."""
    mark = "●" if quote.kind is QuoteKind.SPEECH else "○"
    speaker = f" — {quote.speaker}" if quote.speaker else ""
    return f"{mark} {quoted(quote.text)}{speaker}"


_REASONS = {
    Reason.USER: lambda: _("tied by you"),
    Reason.NAME: lambda: _("by its name"),
    Reason.DECLARED: lambda: _("declared by the page"),
    Reason.FEED: lambda: _("declared by the feed"),
    Reason.MATCHED: lambda: _("matched by its content"),
    Reason.LISTED: lambda: _("listed in the text"),
}


def edition_line(edition: Edition) -> str:
    """Return an edition: its language, where it is, and why it is one."""
    where = edition.path or edition.url or edition.id or _("no address known")
    mark = "●" if edition.available else "○"
    return f"{mark} {edition.language:<6} {language_name(edition.language):<14} {where}  ({_REASONS[edition.reason]()})"
