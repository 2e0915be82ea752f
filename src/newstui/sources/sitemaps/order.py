"""Which of a site's sitemaps is the likeliest to name an article, by their names and dates."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import urlsplit

from newstui.sources.sitemaps.reading import SitemapReference
from newstui.text.languages import SIX, normalise_tag, primary

_DAY: Final = timedelta(days=1)
_RECENT: Final = timedelta(days=3)
"""A news sitemap holds the articles of two days, by Google's rule for it."""
_NEWS: Final = re.compile(r"news|nachrichten|nieuws|actu|noticias", re.IGNORECASE)
_ELSE: Final = re.compile(
    r"image|video|photo|gallery|author|person|people|tag|topic|categor|section|product|static|misc", re.IGNORECASE
)
_MONTH: Final = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?:(?:[-_/.]|&\w{1,5}=)?(?P<month>0[1-9]|1[0-2])(?:[-_/.]?[0-3]\d)?)?(?!\d)"
)
_TAG: Final = re.compile(r"(?<![a-z])[a-z]{2}(?:[-_][a-z]{2})?(?![a-z])", re.IGNORECASE)


def order_sitemaps(
    sitemaps: Iterable[SitemapReference], *, published: datetime | None, language: str | None, now: datetime
) -> list[SitemapReference]:
    """Return sitemaps with the likeliest first to name an article that was published then, in this language.

    First what is named by the article's month, then news while that can hold it, the article's language before others,
    and what was changed last. Last what was not changed since the article was published, which cannot name it.
    """

    def rank(each: SitemapReference) -> tuple[bool, bool, bool, bool, bool, float]:
        parts = urlsplit(each.url)
        name = f"{parts.path}?{parts.query}"
        month = _find_month(name, published)
        news = bool(_NEWS.search(name))
        languages = _find_languages(name)
        return (
            bool(published and each.changed and each.changed < published - _DAY) or month is False,
            bool(_ELSE.search(name)) or (news and published is not None and published < now - _RECENT),
            month is not True,
            not news,
            bool(languages and language and primary(language) not in languages),
            -each.changed.timestamp() if each.changed else 0.0,
        )

    return sorted(sitemaps, key=rank)


def _find_month(name: str, published: datetime | None) -> bool | None:
    """Whether a name says the month (or year) that an article is from; None where it says none."""
    found = _MONTH.search(name)
    if found is None or published is None:
        return None
    if int(found["year"]) != published.year:
        return False
    return found["month"] is None or int(found["month"]) == published.month


def _find_languages(name: str) -> set[str]:
    """The six languages that a name says it is for."""
    tags = map(normalise_tag, _TAG.findall(name))
    return {primary(tag) for tag in tags if tag and primary(tag) in SIX}
