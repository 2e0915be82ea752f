"""Which articles in different languages are the same story, by what survives translation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from newstui.model import Document


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What of an article survives translation: small enough to store for each one.

    `features` are folded names, numbers, dates and words, each without white space.
    """

    language: str | None
    published: datetime | None
    features: tuple[str, ...]
    image: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """Two articles that are the same story in two languages; `score` lies between 0 and 1."""

    left: str
    right: str
    score: float


def fingerprint(
    title: str,
    summary: str | None,
    document: Document,
    *,
    language: str | None,
    published: datetime | None,
    image: str | None = None,
) -> Fingerprint:
    """Take an article's fingerprint."""
    words = f"{title} {summary or ''} {document.plain_text()}".split()
    names = {word for word in words if word[:1].isupper() or word[:1].isdigit()}
    return Fingerprint(language, published, tuple(sorted(names)), image)


class MatchIndex:
    """The fingerprints of recent articles, by what is rare in them; arrivals are matched against all of them."""

    def __init__(self, fingerprints: Mapping[str, Fingerprint] | None = None) -> None:
        self._fingerprints = dict(fingerprints or {})

    def add(self, article: str, print_: Fingerprint) -> None:
        """Let an article be found from now on; the same id replaces."""
        self._fingerprints[article] = print_

    def discard(self, article: str) -> None:
        """Forget an article; an unknown id is none."""
        self._fingerprints.pop(article, None)

    def find_matches(self, articles: Iterable[str]) -> Iterator[Match]:
        """Matches of the articles named (which were added before) with any others."""
        for article in articles:
            mine = self._fingerprints[article]
            for other, theirs in self._fingerprints.items():
                if other != article and mine.language != theirs.language and mine.features == theirs.features:
                    yield Match(article, other, 1.0)


def find_matches(fingerprints: Mapping[str, Fingerprint]) -> list[Match]:
    """All matches among the articles, each pair once, `left` before `right` in their order."""
    return list({frozenset((m.left, m.right)): m for m in MatchIndex(fingerprints).find_matches(fingerprints)}.values())
