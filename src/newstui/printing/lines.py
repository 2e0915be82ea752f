"""What stands on one line: who wrote an article, and what comes with it."""

from __future__ import annotations

from newstui.i18n import _, format_datetime, language_name
from newstui.model import Article, Enclosure


def byline(article: Article) -> str:
    """Return who wrote an article, when and where, on one line."""
    language = language_name(article.language) if article.language else None
    if language and article.overruled:
        declared = language_name(article.overruled)
        language = _("{language} (declared: {declared})").format(language=language, declared=declared)
    parts = [
        article.source_title,
        ", ".join(article.authors),
        format_datetime(article.published) if article.published else None,
        language,
    ]
    return " · ".join(part for part in parts if part)


def enclosure_line(enclosure: Enclosure) -> str:
    """Return what comes with an article, on one line: "↓ audio/mpeg · 12:30 · 14 MB · https://…"."""
    size = f"{max(1, round(enclosure.length / 1_000_000))} MB" if enclosure.length else None
    length = _tell_duration(enclosure.duration) if enclosure.duration else None
    return "↓ " + " · ".join(fact for fact in (enclosure.type, length, size, enclosure.url) if fact)


def _tell_duration(seconds: int) -> str:
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"
