"""Finding the same story among many articles: an inverted index, rare features first, and a best match both ways.

Two articles are compared by the features that they share, each weighted by how rare it is in the library, against
those that either could share (the cosine of their weighted sets); order and length tell a translation from another
report of the same event. A tie is made only if the two are each other's best match, clearly better than the next, and
share enough that is rare: a wrong tie is worse than none.
"""

from __future__ import annotations

import heapq
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from math import log, sqrt
from typing import Final

from newstui.record import record
from newstui.text.anchors import Anchor
from newstui.text.languages import find_variety, primary
from newstui.text.matching.fingerprint import Fingerprint, kind_of
from newstui.text.matching.judging import judge_lengths, judge_order

_WINDOW: Final = timedelta(days=4)  # between two editions of one story
_BACKGROUND: Final = 300  # articles that are imagined beside the library's: a small one knows nothing of rarity
# How many articles have a feature of each kind, and whether a feature can be in another language at all, before the
# library itself has shown it.
_COMMON: Final = {
    Anchor.NUMBER: 0.03,
    Anchor.DATE: 0.01,
    Anchor.NAME: 0.01,
    Anchor.MEANING: 0.10,
    Anchor.COGNATE: 0.01,
    Anchor.ADDRESS: 0.002,
}
_TRANSLATED: Final = {
    Anchor.NUMBER: 0.8,
    Anchor.DATE: 0.9,
    Anchor.NAME: 0.3,
    Anchor.MEANING: 0.8,
    Anchor.COGNATE: 0.3,
    Anchor.ADDRESS: 0.5,
}
_IMAGE: Final = 4.0  # times as much as a word that is as rare
_BUDGET: Final = 400  # entries of the index that are looked at for one article and language, rarest features first
_CLOSELY: Final = 4  # candidates that are compared closely
_HOPE: Final = 0.08  # the share of an article's weight that the best candidate must have in these entries already
_WORTH: Final = 4.0  # one that shares so many times less than the best in the index is not worth it


_LEAST: Final = 0.2  # score
_MARGIN: Final = 1.25  # how much better than the next
_KIN: Final = 1.6  # times as much for two articles of one publication's desks
_LEAST_KIN: Final = 0.5  # score of two varieties of one language, which share far more than translations
_EVIDENCE: Final = 30.0  # the sum of the logarithms of rarity from which a score is taken at its face value


@record
class Match:
    """Two articles that are the same story in two languages; `score` lies between 0 and 1."""

    left: str
    right: str
    score: float


@record
class _Entry:
    id: str
    language: str
    variety: str | None
    published: datetime | None
    length: int
    features: array[int]
    publication: str | None

    def is_alike(self, other: _Entry) -> bool:
        """Whether both are in one language, and not in two of its varieties."""
        apart = self.variety and other.variety and self.variety != other.variety
        return self.language == other.language and not apart

    def is_kin(self, other: _Entry) -> bool:
        """Whether both come from one publication's desks."""
        return self.publication is not None and self.publication == other.publication

    def may_match(self, other: _Entry) -> bool:
        """Whether two may be editions of one story: in two languages, or in two varieties of one at one publication.

        Everybody reports the same in one language; a publication that has a desk for each variety does not do so twice.
        """
        allowed = not self.is_alike(other) and (self.language != other.language or self.is_kin(other))
        return allowed and _is_close(self.published, other.published)


@record
class _Best:
    """The best candidate of one language; `clear` if it would do and the next one is much worse."""

    number: int
    score: float
    clear: bool


class MatchIndex:
    """The fingerprints of recent articles. Add the arrivals too, then ask for their matches.

    Articles whose language is not known are never matched.
    """

    def __init__(self, fingerprints: Mapping[str, Fingerprint] | None = None) -> None:
        self._entries: list[_Entry | None] = []
        self._numbers: dict[str, int] = {}
        self._postings: dict[str, dict[int, array[int]]] = {}
        self._counts: Counter[int] = Counter()
        self._articles: Counter[str] = Counter()
        self._forget()
        for article, print_ in (fingerprints or {}).items():
            self.add(article, print_)

    def add(self, article: str, print_: Fingerprint, *, publication: str | None = None) -> None:
        """Let an article be found from now on; the same id replaces.

        Articles of one `publication` in several languages need less to be taken for editions of one story.
        """
        self.discard(article)
        if print_.language is None:
            return
        language = primary(print_.language)
        number = self._numbers[article] = len(self._entries)
        variety = find_variety(print_.language)
        entry = _Entry(article, language, variety, print_.published, print_.length, print_.unpack(), publication)
        self._entries.append(entry)
        self._articles[language] += 1
        postings = self._postings.setdefault(language, {})
        self._counts.update(entry.features)
        for feature in entry.features:
            if feature in postings:
                postings[feature].append(number)
            else:
                postings[feature] = array("I", (number,))
        self._forget()

    def discard(self, article: str) -> None:
        """Forget an article; an unknown id is none."""
        if (number := self._numbers.pop(article, None)) is None:
            return
        entry = self._entries[number]
        assert entry is not None
        self._counts.subtract(entry.features)
        for feature in entry.features:
            self._postings[entry.language][feature].remove(number)
        self._articles[entry.language] -= 1
        self._entries[number] = None
        self._forget()

    def find_matches(self, articles: Iterable[str]) -> list[Match]:
        """The matches of these articles, which were added before, with any others; each pair once."""
        matches: dict[frozenset[int], Match] = {}
        for article in articles:
            if (number := self._numbers.get(article)) is None:
                continue
            entry = self._get(number)
            language, varied = entry.language, entry.variety and entry.publication
            for other_language in [other for other in self._postings if other != language or varied]:
                best = self._find_best(number, other_language)
                if best is None or not best.clear or (pair := frozenset((number, best.number))) in matches:
                    continue
                back = self._find_best(best.number, language)
                if back is not None and back.clear and back.number == number:
                    matches[pair] = Match(article, self._get(best.number).id, best.score)
        return list(matches.values())

    def rank(self, article: str, limit: int) -> list[tuple[str, float]]:
        """The articles in other languages that this one may be an edition of, the likeliest first, each with a score.

        For a reader to choose from: nothing is left out for being unlikely. Dates are not asked. Another variety of the
        article's own language counts as another language.
        """
        if (number := self._numbers.get(article)) is None or not self._weight(number):
            return []
        entry, weights = self._get(number), self._weights
        shared: dict[int, float] = {}
        for language, postings in self._postings.items():
            if language != entry.language or entry.variety:
                for feature in entry.features:
                    for other in postings.get(feature, ()):
                        shared[other] = shared.get(other, 0.0) + weights[feature]
        if entry.variety:
            shared = {other: weight for other, weight in shared.items() if not entry.is_alike(self._get(other))}
        near = heapq.nlargest(_CLOSELY * limit, shared, key=lambda other: shared[other] / sqrt(self._weight(other)))
        scores = [(self._score(number, other)[0], self._get(other).id) for other in near]
        return [(other, score) for score, other in heapq.nlargest(limit, scores)]

    def _get(self, number: int) -> _Entry:
        entry = self._entries[number]
        assert entry is not None
        return entry

    def _find_best(self, number: int, language: str) -> _Best | None:
        if (key := (number, language)) not in self._bests:
            self._bests[key] = self._compare_closely(number, self._find_candidates(number, language))
        return self._bests[key]

    def _compare_closely(self, number: int, candidates: Sequence[int]) -> _Best | None:
        if not candidates:
            return None
        scores = sorted(((*self._score(number, other), other) for other in candidates), reverse=True)
        score, evidence, other = scores[0]
        best = self._get(other)
        # The same story in another variety of the language, of the same publication, is no rival.
        second = next((rival for rival, _, number in scores[1:] if not best.may_match(self._get(number))), 0.0)
        trusted = score * min(1.0, evidence / _EVIDENCE)
        least = _LEAST_KIN if best.language == self._get(number).language else _LEAST
        return _Best(other, min(1.0, score), trusted >= least and score >= _MARGIN * second)

    def _score(self, number: int, other: int) -> tuple[float, float]:
        """How alike two articles are, and how much rare that they share says so."""
        entry, theirs, weights = self._get(number), self._get(other), self._weights
        order = {feature: place for place, feature in enumerate(entry.features)}
        common = [feature for feature in theirs.features if feature in order]
        alike = entry.language == theirs.language
        could = [self._weigh_all(each) if alike else self._weight(each) for each in (number, other)]
        cosine = sum([weights[feature] for feature in common]) / sqrt(could[0] * could[1])
        evidence = sum([sqrt(weights[feature]) for feature in common])
        score = cosine * judge_order([order[feature] for feature in common])
        score *= judge_lengths(entry.length, theirs.length)
        return score * (_KIN if entry.is_kin(theirs) and not alike else 1.0), evidence

    def _weigh_all(self, number: int) -> float:
        """The sum of the weights of everything in an article: what it shares with one in its own language."""
        self._weight(number)
        return sum([self._weights[feature] for feature in self._get(number).features])

    def _find_candidates(self, number: int, language: str) -> list[int]:
        """Those close in time that share most of what is rare and might still be alike enough, best first."""
        entry, postings, weights = self._get(number), self._postings[language], self._weights
        least = 1 / _KIN if entry.publication else 1.0
        floor = least * _LEAST / _MARGIN * sqrt(self._weight(number))
        found = [(len(postings[feature]), feature) for feature in entry.features if feature in postings]
        found.sort()
        rest = sum([weights[feature] for _, feature in found])
        shared: dict[int, float] = {}
        looked = 0
        for count, feature in found:
            weight = weights[feature]
            for other in postings[feature]:
                shared[other] = shared.get(other, 0.0) + weight
            rest -= weight
            if (looked := looked + count) > _BUDGET:
                break
        most = max(shared.values(), default=0.0)
        if most <= least * _HOPE * self._weight(number):
            return []
        ranked = sorted(
            [
                other
                for other, weight in shared.items()
                if weight >= most / _WORTH and entry.may_match(self._get(other))
            ],
            key=lambda other: -shared[other],
        )
        return [other for other in ranked[:_CLOSELY] if shared[other] + rest >= floor * sqrt(self._weight(other))]

    def _weight(self, number: int) -> float:
        """The sum of the weights of what an article could share with one in another language.

        A feature's weight is the square of the logarithm of how rare it is, in all languages together.
        """
        if (known := self._totals.get(number)) is not None:
            return known
        entry = self._get(number)
        own = self._postings[entry.language]
        everything = len(self._numbers) + _BACKGROUND
        unseen = _BACKGROUND / (everything - self._articles[entry.language])
        total = 0.0
        for feature in entry.features:
            having = self._counts[feature]
            if (weight := self._weights.get(feature)) is None:
                kind = kind_of(feature)
                rarity = log(everything / (having + _BACKGROUND * _COMMON[kind]))
                weight = self._weights[feature] = rarity**2 * (_IMAGE if kind is Anchor.ADDRESS else 1.0)
            elsewhere = having > len(own[feature])
            total += weight if elsewhere else weight * unseen * _TRANSLATED[kind_of(feature)]
        self._totals[number] = total
        return total

    def _forget(self) -> None:
        """What was computed holds for the articles that were there."""
        self._weights: dict[int, float] = {}
        self._totals: dict[int, float] = {}
        self._bests: dict[tuple[int, str], _Best | None] = {}


def find_matches(fingerprints: Mapping[str, Fingerprint]) -> list[Match]:
    """All matches among the articles, each pair once."""
    return MatchIndex(fingerprints).find_matches(fingerprints)


def _is_close(one: datetime | None, other: datetime | None) -> bool:
    return one is None or other is None or abs(one - other) <= _WINDOW
