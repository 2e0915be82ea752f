"""An article as the JSON object that `show --json` prints."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from newstui.model import Article, Edition, Quote, Reading


def format_moment(at: datetime | None) -> str | None:
    """Return a moment as `2026-01-06T09:30:00Z`."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if at else None


def edition_record(edition: Edition) -> dict[str, Any]:
    """Return an EDITION."""
    return asdict(edition) | {"reason": edition.reason.value}


def quote_record(quote: Quote) -> dict[str, Any]:
    """Return a QUOTE."""
    return {
        "text": quote.text,
        "kind": quote.kind.value,
        "spans": [asdict(span) for span in quote.spans],
        "speaker": quote.speaker,
        "speaker_text": quote.speaker_text,
        "cue": quote.cue,
        "confidence": round(quote.confidence, 2),
    }


def article_record(article: Article) -> dict[str, Any]:
    """Return an article without its body, as `list` and `search` print it."""
    return {
        "id": article.id,
        "source": article.source,
        "url": article.url,
        "path": article.path,
        "title": article.title,
        "summary": article.summary,
        "authors": list(article.authors),
        "published": format_moment(article.published),
        "updated": format_moment(article.updated),
        "language": article.language,
        "language_origin": article.language_origin.value if article.language_origin else None,
        "overruled": article.overruled,
        "read": article.status.read,
        "starred": article.status.starred,
        "hidden": article.status.hidden,
        "tags": list(article.status.tags),
        "editions": [edition_record(edition) for edition in article.editions],
        "enclosures": [asdict(enclosure) for enclosure in article.enclosures],
    }


def reading_record(reading: Reading) -> dict[str, Any]:
    """Return an article with everything, as `show` prints it."""
    record = article_record(reading.article)
    editions, enclosures = record.pop("editions"), record.pop("enclosures")
    return record | {
        "blocks": [
            {"kind": block.kind.value, "level": block.level, "text": block.text} for block in reading.document.blocks
        ],
        "quotes": [quote_record(quote) for quote in reading.quotes],
        "editions": editions,
        "links": [{"text": link.text, "url": link.url} for link in reading.document.links],
        "enclosures": enclosures,
    }
