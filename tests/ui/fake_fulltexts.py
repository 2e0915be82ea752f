"""The full texts of the library in memory."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from newstui.errors import N_, FetchError
from newstui.library import refreshing
from newstui.library.fulltext import Fulltexts
from newstui.model import Block, BlockKind, Document, Reading
from newstui.refresh.pages import WallError

if TYPE_CHECKING:
    from tests.ui.fake_library import FakeLibrary


class FakeFulltexts(Fulltexts):
    """Makes the pages of articles up."""

    def __init__(self, library: FakeLibrary) -> None:
        super().__init__(library)
        self._fake = library

    def fetch(self, article_id: str, *, cancelled: Callable[[], bool] = refreshing.never) -> Reading:
        self._fake.calls.append(f"fetch_fulltext {article_id}")
        waited = 0.0
        while waited < self._fake.page_pause:
            time.sleep(0.01)
            waited += 0.01
            if cancelled():
                raise FetchError(N_("The full text was not fetched: cancelled"))
        reading = self._fake._readings[article_id]
        if self._fake.offline:
            raise FetchError(N_("{url}: not fetched, since --offline was given"), url=reading.article.url)
        if article_id in self._fake.walled:
            raise WallError("paywall", reading.article.url or "")
        with self._fake._lock:
            self._fake._feed_texts[article_id] = reading.document
            article = replace(reading.article, fulltext_at=self._fake.now(), shows_fulltext=True)
            self._fake._readings[article_id] = replace(reading, article=article, document=page_text(reading))
            return self._fake._readings[article_id]

    def show_feed_text(self, article_id: str, prefer_feed: bool) -> Reading:
        with self._fake._lock:
            reading = self._fake._readings[article_id]
            feed = self._fake._feed_texts[article_id]
            article = replace(reading.article, shows_fulltext=not prefer_feed)
            document = feed if prefer_feed else page_text(replace(reading, document=feed))
            self._fake._readings[article_id] = replace(reading, article=article, document=document)
            return self._fake._readings[article_id]


def page_text(reading: Reading) -> Document:
    """What the page of an article says: a word of welcome, then what the feed said, then more."""
    first = Block(BlockKind.PARAGRAPH, "From our correspondent at the quay.")
    more = [Block(BlockKind.PARAGRAPH, f"And the page goes on, part {number}. " * 8) for number in range(1, 9)]
    return Document((first, *reading.document.blocks, *more), reading.document.links)
