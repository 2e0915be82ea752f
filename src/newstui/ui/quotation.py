"""A quotation as it is copied: the words in their marks, who said them, where they stand."""

from __future__ import annotations

from typing import Final

from newstui.i18n import format_date
from newstui.model import Article, Quote
from newstui.text.clean import clean_line

_MARKS: Final = {
    "nl": ("‘", "’"),
    "en": ("“", "”"),
    "de": ("„", "“"),
    "fr": ("«\N{NARROW NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}»"),
    "es": ("«", "»"),
    "pt": ("“", "”"),
}


def cite(quote: Quote, article: Article, typography: str) -> str:
    """Return a quotation with its speaker, source, date and address; `typography` is a language or "article"."""
    language = (article.language or "en") if typography == "article" else typography
    before, after = _MARKS.get(language.split("-")[0], _MARKS["en"])
    date = article.published or article.updated
    origin = [
        quote.speaker or quote.speaker_text,
        f"{before}{article.title}{after}" if not quote.speaker and not article.source_title else article.source_title,
        format_date(date.astimezone().date()) if date else None,
        article.url,
    ]
    return f"{before}{clean_line(quote.text)}{after}\n— {', '.join(part for part in origin if part)}\n"
