"""The same quotation in each edition of a story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.errors import UsageError
from newstui.text.parallel_quotes import tabulate_quotes

if TYPE_CHECKING:
    from newstui.library.facade import Library
    from newstui.model import Edition, Reading
    from newstui.text.parallel_quotes import QuoteTable


def compare_quotes(library: Library, article_id: str) -> QuoteTable:
    """Put an article's quotations beside those of its story's other editions that are here."""
    return compare_reading(library, library.get_reading(article_id))


def compare_reading(library: Library, reading: Reading) -> QuoteTable:
    """Do as compare_quotes does with an article that may be none of the library's, such as a file."""
    here = {(edition.id, edition.path): edition for edition in reading.article.editions if edition.available}
    others = [_read(library, edition) for edition in here.values() if edition.id or edition.path]
    return tabulate_quotes([reading, *others], library.align)


def _read(library: Library, edition: Edition) -> Reading:
    """Return an edition as the library keeps it, or as its file says it."""
    try:
        return library.get_reading(edition.id or "")
    except UsageError:
        if edition.path is None:
            raise
        return library.read_target(edition.path)[0]
