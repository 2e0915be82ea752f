"""Quotations: what is said in a document, told from titles and so-called expressions, and who says it."""

from __future__ import annotations

from typing import Final

from newstui.model import Document, Quote

RULES_VERSION: Final = 3
"""Raised when rules or word lists change, so that stored quotations are found anew."""


def find_quotes(document: Document, *, title: str, summary: str | None, language: str | None) -> tuple[Quote, ...]:
    """Return the quotations of an article in reading order: title, summary, blocks.

    `language` is a BCP 47 tag; an unknown or missing one leaves the marks and what is neutral in the evidence.
    """
    # Imported here: who only needs the version, or has no text yet, does not wait for the engine.
    from newstui.text.quotes.engine import find_quotes_with  # noqa: PLC0415
    from newstui.text.quotes.lexicon import get_lexicon  # noqa: PLC0415

    return find_quotes_with(get_lexicon(language), document, title=title, summary=summary)
