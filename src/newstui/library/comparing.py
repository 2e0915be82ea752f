"""The same quotation in each edition of a story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.text.parallel_quotes import tabulate_quotes

if TYPE_CHECKING:
    from newstui.library.facade import Library
    from newstui.text.parallel_quotes import QuoteTable


def compare_quotes(library: Library, article_id: str) -> QuoteTable:
    """Put an article's quotations beside those of its story's other editions that are here."""
    article = library.get_article(article_id)
    here = [edition.id for edition in article.editions if edition.id is not None and edition.available]
    readings = [library.get_reading(each) for each in (article.id, *dict.fromkeys(here))]
    return tabulate_quotes(readings, library.align)
