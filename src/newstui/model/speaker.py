"""Who speaks in the library, and what they say."""

from __future__ import annotations

from datetime import datetime

from newstui.model.article import Article
from newstui.model.quote import Quote
from newstui.record import record


@record(kw_only=True)
class Speaker:
    """Somebody who is quoted, under one name however it is spelt; `spellings` has that name first, then by frequency.

    `key` is the speaker's number in the store, which holds as long as nobody turns out to be somebody else. `latest` is
    when the newest article was published, or arrived.
    """

    key: int
    name: str
    quotes: int
    articles: int
    latest: datetime
    spellings: tuple[str, ...] = ()


@record(kw_only=True)
class SpokenQuote:
    """A quote with the head of its article. `place` is where it stands among the speaker's: `before` for the next page."""

    quote: Quote
    article: Article
    at: datetime
    place: tuple[int, int]
