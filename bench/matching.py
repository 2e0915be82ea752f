"""Measures the finding of editions by content in a large library: python bench/matching.py [RECENT] [ARRIVALS].

Stories are made of features drawn by Zipf's law, most in one language alone, some with an edition in another that
keeps two thirds of what can be kept. Prints seconds and how many of the true ties were found, and how many were wrong.
"""

from __future__ import annotations

import random
import sys
import time
from array import array
from datetime import UTC, datetime, timedelta
from itertools import accumulate

from newstui.text.anchors import Anchor
from newstui.text.matching import Fingerprint, MatchIndex
from newstui.text.matching.fingerprint import hash_anchor

LANGUAGES = ("de", "en", "fr", "nl", "es", "pt")
# How many different features of a kind there are, and how many an article has.
KINDS = {Anchor.MEANING: (600, 40), Anchor.COGNATE: (40_000, 30), Anchor.NAME: (20_000, 6), Anchor.NUMBER: (2_000, 6)}
OWN = (300_000, 20)  # words of one language alone
TRANSLATED = 0.05  # of the stories exist in a second language
NOW = datetime(2026, 1, 6, 12, tzinfo=UTC)


def make_drawers(rng: random.Random) -> dict[str, tuple[list[int], list[float]]]:
    drawers = {}
    for kind, (size, _) in {**KINDS, "own": OWN}.items():
        anchor = Anchor.COGNATE if kind == "own" else kind
        features = [hash_anchor(f"{anchor}{kind}{k}") for k in range(size)]
        rng.shuffle(features)
        drawers[str(kind)] = features, list(accumulate(1 / (rank + 10) for rank in range(size)))
    return drawers


def make_library(count: int, rng: random.Random) -> tuple[dict[str, Fingerprint], set[frozenset[str]]]:
    drawers = make_drawers(rng)
    library: dict[str, Fingerprint] = {}
    ties = set()

    def draw(kind: str, size: int) -> list[int]:
        features, weights = drawers[kind]
        return rng.choices(features, cum_weights=weights, k=size)

    def write(story: list[int], language: str, published: datetime) -> str:
        kept = [feature for feature in story if rng.random() < 2 / 3]
        for feature in draw("own", OWN[1]):
            kept.insert(rng.randrange(len(kept) + 1), feature)
        numbers = array("I", dict.fromkeys(kept))
        name = f"article {len(library)}"
        length = rng.gauss(3000, 200)
        library[name] = Fingerprint(language, published, round(length), numbers.tobytes())
        return name

    while len(library) < count:
        story = [feature for kind, (_, size) in KINDS.items() for feature in draw(kind, size)]
        rng.shuffle(story)
        published = NOW - timedelta(hours=rng.random() * 72)
        first, second = rng.sample(LANGUAGES, 2)
        name = write(story, first, published)
        if rng.random() < TRANSLATED:
            ties.add(frozenset((name, write(story, second, published + timedelta(hours=rng.random() * 6)))))
    return library, ties


def main() -> None:
    recent, arrivals = (int(argument) for argument in (sys.argv[1:] or ("100000", "15000")))
    library, ties = make_library(recent + arrivals, random.Random(7))
    names = list(library)
    started = time.process_time()
    index = MatchIndex(library)
    built = time.process_time()
    new = names[recent:]
    found = {frozenset((match.left, match.right)) for match in index.find_matches(new)}
    done = time.process_time()
    wanted = {tie for tie in ties if not tie.isdisjoint(new)}
    print(f"{recent} recent articles, {arrivals} arrivals")
    print(f"index of all: {built - started:.1f} s; matches of the arrivals: {done - built:.1f} s")
    print(f"true ties {len(wanted)}, found {len(wanted & found)}, wrong {len(found - wanted)}")


if __name__ == "__main__":
    main()
