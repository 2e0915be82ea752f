"""The JSON objects of the contract, made from the model's values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from newstui.i18n import translate_error
from newstui.library.upkeep import Condition
from newstui.model import Article, Image, Reading, RefreshResult, RefreshSummary, Source, Speaker, Statistics, Tally
from newstui.printing.records import edition_record, format_moment, quote_record

if TYPE_CHECKING:
    from newstui.text.alignment import Alignment
    from newstui.text.parallel_quotes import QuoteTable


def images_record(reading: Reading, images: Sequence[Image]) -> dict[str, Any]:
    """Return the images of one article; `path` is where one is kept, None where it is not."""
    article = reading.article
    return {
        "id": article.id,
        "path": article.path,
        "url": article.url,
        "title": article.title,
        "images": [asdict(image) for image in images],
    }


def quotes_record(reading: Reading) -> dict[str, Any]:
    """Return the quotations of one article."""
    article = reading.article
    return {
        "id": article.id,
        "path": article.path,
        "url": article.url,
        "language": article.language,
        "title": article.title,
        "quotes": [quote_record(quote) for quote in reading.quotes],
    }


def quote_table_record(table: QuoteTable) -> dict[str, Any]:
    """Return the quotations of a story in its editions: a row each, and in a row a list for each edition."""
    return {
        "editions": [
            {
                "id": reading.article.id,
                "path": reading.article.path,
                "url": reading.article.url,
                "language": reading.article.language,
                "title": reading.article.title,
            }
            for reading in table.readings
        ],
        "rows": [[[quote_record(quote) for quote in cell] for cell in row] for row in table.rows],
    }


def speaker_record(speaker: Speaker) -> dict[str, Any]:
    """Return somebody who is quoted in the library."""
    return {
        "name": speaker.name,
        "spellings": list(speaker.spellings),
        "quotes": speaker.quotes,
        "articles": speaker.articles,
        "latest": format_moment(speaker.latest),
    }


def editions_record(article: Article) -> dict[str, Any]:
    """Return the other editions of an article's story."""
    return {
        "id": article.id,
        "path": article.path,
        "language": article.language,
        "editions": [edition_record(edition) for edition in article.editions],
    }


def source_record(source: Source) -> dict[str, Any]:
    """Return a source with its state."""
    return {
        "source": source.key,
        "kind": source.kind.value,
        "title": source.title,
        "url": source.url,
        "path": source.path,
        "folder": source.folder,
        "language": source.language,
        "fulltext": source.fulltext.value,
        "articles": source.articles,
        "unread": source.unread,
        "last_status": source.last_status,
        "last_error": translate_error(source.last_error) if source.last_error else None,
        "last_good": format_moment(source.last_good),
        "next_due": format_moment(source.next_due),
    }


def condition_record(source: Source, condition: Condition) -> dict[str, Any]:
    """Return how a source is beyond its record: `why` says it in sentences."""
    return {
        "http_status": source.http_status,
        "failures": condition.failures,
        "gone": condition.gone,
        "moved_to": condition.moved_to,
        "why": list(condition.sentences),
    }


def result_record(result: RefreshResult) -> dict[str, Any]:
    """Return what a refresh of one source came to."""
    return {
        "source": result.source,
        "status": result.status.value,
        "http_status": result.http_status,
        "new": result.new,
        "updated": result.updated,
        "error": translate_error(result.error) if result.error else None,
        "next_due": format_moment(result.next_due),
    }


def summary_record(summary: RefreshSummary) -> dict[str, Any]:
    """Return what a refresh came to over all sources."""
    return {
        "total": summary.total,
        "new": summary.new,
        "updated": summary.updated,
        "failed": summary.failed,
        "fulltexts": summary.fulltexts,
        "seconds": round(summary.seconds, 3),
    }


def alignment_record(left: Reading, right: Reading, alignment: Alignment) -> dict[str, Any]:
    """Return two editions aligned paragraph by paragraph."""
    return {
        "left": {"id": left.article.id, "language": left.article.language},
        "right": {"id": right.article.id, "language": right.article.language},
        "pairs": [{"left": list(pair.left), "right": list(pair.right)} for pair in alignment.pairs],
    }


def statistics_record(statistics: Statistics) -> dict[str, Any]:
    """Return the figures of a period; what is a list of numbers has one for each day."""
    return {
        "days": [day.isoformat() for day in statistics.days],
        "articles": statistics.by_day,
        "read": statistics.read_by_day,
        "unread": statistics.unread_by_day,
        "languages": [{"language": tally.name, **_tally_record(tally)} for tally in statistics.languages],
        "sources": [
            {"source": tally.name, "title": tally.title, **_tally_record(tally)} for tally in statistics.sources
        ],
        "speakers": [{"name": voice.speaker.name, "quotes": voice.quotes} for voice in statistics.voices],
        "silent_sources": statistics.silent,
        "total_stories": statistics.stories,
        "total_quotes": statistics.quotes,
    }


def _tally_record(tally: Tally) -> dict[str, Any]:
    return {"articles": tally.articles, "unread": tally.unread, "by_day": tally.by_day}
