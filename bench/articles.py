"""Articles to measure with: generated, always the same, in the function words of six languages and words that they could have."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import blake2b

from newstui.model import (
    Arrival,
    Block,
    BlockKind,
    Document,
    FeedState,
    ParsedArticle,
    RefreshResult,
    RefreshStatus,
    SourceKind,
)
from newstui.store import Store
from newstui.text.detect import languages_by_word

NOW = datetime(2026, 1, 6, 9, 30, tzinfo=UTC)
LANGUAGES = ("de", "en", "fr", "es", "nl", "pt")
LARGEST = 15_000
"""How many articles the largest source has at most."""
OPENING = "Opening"
"""The first word of every body, by which a screen is seen to show one."""
RARE = "quetzalcoatlus"
"""A word that one body in a thousand has."""
_BATCH = 30
_WORDS = 6000
"""How many words a language has."""


def make_words(seed: int) -> list[str]:
    """Words of a made-up language: syllables, the frequent ones short."""
    dice = random.Random(seed)
    syllables = [a + b + c for a in "bdfglmnprstv" for b in "aeiou" for c in ("", "n", "r", "s", "t")]
    return ["".join(dice.choices(syllables, k=1 + min(rank // 60, 3))) for rank in range(_WORDS)]


def list_words(language: str) -> list[str]:
    """The words of a language, the frequent ones first: its own function words, then made-up ones."""
    own = [word for word, languages in languages_by_word().items() if language in languages]
    return [*own, *make_words(LANGUAGES.index(language))][:_WORDS]


class Writer:
    """Generates articles with bodies of some 4 kB; each source writes one language."""

    def __init__(self) -> None:
        self._dice = random.Random(1)
        self._words = {language: list_words(language) for language in LANGUAGES}
        # Zipf's law, summed up once: what random.choices would do at each call.
        self._weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(_WORDS)))
        self._paragraphs = {
            language: [" ".join(self._choose(language, 90)).capitalize() + "." for _ in range(1000)]
            for language in LANGUAGES
        }

    def _choose(self, language: str, count: int) -> list[str]:
        return self._dice.choices(self._words[language], cum_weights=self._weights, k=count)

    def write_parsed(self, number: int, language: str, site: str) -> ParsedArticle:
        """Write article `number`; the same number is the same article."""
        self._dice.seed(number)
        texts = self._dice.choices(self._paragraphs[language], k=6)
        texts[0] = f"{OPENING} {texts[0]}"
        if number % 1000 == 0:
            texts[-1] += f" {RARE.capitalize()}."
        url = f"https://{site}/{2026 - number % 5}/{number}/{'-'.join(self._choose(language, 4))}"
        return ParsedArticle(
            guid=url,
            title=f"{' '.join(self._choose(language, 9)).capitalize()} [{number}]",
            url=url,
            summary=texts[0][:200],
            authors=("Ann Author",),
            published=NOW - timedelta(seconds=97 * number % (5 * 365 * 86400)),
            language=language,
            document=Document(tuple(Block(BlockKind.PARAGRAPH, text) for text in texts)),
        )

    def write(self, number: int, language: str, site: str) -> Arrival:
        """The same as it arrives in a store."""
        article = self.write_parsed(number, language, site)
        digest = blake2b(article.guid.encode() if article.guid else b"", digest_size=16).digest()
        return Arrival(digest[:7].hex()[:13], (f"guid:{article.guid}", f"url:{article.url}"), article, digest)


@dataclass(frozen=True)
class FilledSource:
    """A source with as many articles as it is to have."""

    title: str
    url: str
    site: str
    language: str
    folder: str | None
    size: int


def list_sources(count: int) -> list[FilledSource]:
    """The sources of so many articles: one has 15,000 where there are that many, the others some 500, in 20 folders."""
    largest = min(count, LARGEST)
    sizes = [largest, *_split(count - largest, max(1, (count - largest) * 2 // 1000))]
    return [
        FilledSource(
            title=f"Site {position}",
            url=f"https://site{position}.example/feed.xml",
            site=f"site{position}.example",
            language=LANGUAGES[position % len(LANGUAGES)],
            folder=f"F{position % 20}" if position else None,
            size=size,
        )
        for position, size in enumerate(sizes)
    ]


def fill(store: Store, count: int) -> None:
    """Fill a store source by source, as refreshes would, the largest first."""
    writer = Writer()
    number = 0
    for each in list_sources(count):
        source = store.add_source(kind=SourceKind.FEED, title=each.title, url=each.url, folder=each.folder, now=NOW)
        state = FeedState(source=source.key, url=each.url)
        until = number + each.size
        while number < until:
            numbers = range(number, min(number + _BATCH, until))
            arrivals = [writer.write(article, each.language, each.site) for article in numbers]
            result = RefreshResult(source=source.key, status=RefreshStatus.NEW, new=len(arrivals))
            store.save_refresh(source.key, now=NOW, state=state, result=result, arrivals=arrivals)
            number = numbers.stop


def _split(total: int, parts: int) -> Iterator[int]:
    while total > 0:
        size = max(1, total // parts)
        yield size
        total -= size
        parts = max(1, parts - 1)
