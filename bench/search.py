"""How fast a search is: one store of 100,000 articles, its queries, its index (relevance.py: how well it finds).

    python bench/search.py --keep /tmp/stores

Uses the articles of articles.py. Times are medians of processor time in milliseconds (what else the machine does is not
counted), files warm, the snippets of 50 hits included.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from articles import LANGUAGES, NOW, fill, list_words

from newstui.model import View
from newstui.store import Store
from newstui.text.query import parse_query


def build(path: Path, count: int) -> dict[str, float]:
    """Fill a store as refreshes do, and index it as the background does."""
    figures = {}
    with Store(path) as store:
        if not store.list_sources():
            start = time.perf_counter()
            fill(store, count)
            figures["stored, µs an article"] = (time.perf_counter() - start) * 1e6 / count
        before = size(path)
        if waiting := store.index.count_unindexed():
            longest, start = 0.0, time.perf_counter()
            while True:
                began = time.perf_counter()
                if not store.index.index_batch():
                    break
                longest = max(longest, time.perf_counter() - began)
            figures["indexed, µs an article"] = (time.perf_counter() - start) * 1e6 / waiting
            figures["the longest batch of 300, ms"] = longest * 1000
            store.close()
            figures["bytes of the index an article"] = (size(path) - before) / waiting
    figures["bytes of all an article"] = size(path) / count
    return figures


def size(path: Path) -> int:
    return sum(file.stat().st_size for file in path.parent.glob(f"{path.name}*"))


def clock(work: Callable[[], object], times: int = 7) -> float:
    taken = []
    for _ in range(times):
        start = time.process_time()
        work()
        taken.append((time.process_time() - start) * 1000)
    return statistics.median(taken)


def list_queries(titles: Sequence[str]) -> Iterator[tuple[str, str]]:
    words = list_words(LANGUAGES[0])
    common, other = words[0], words[3]
    rare = min(Counter(word for title in titles for word in title.lower().split()).items(), key=lambda pair: pair[1])[0]
    yield "a rare word", rare
    yield "the commonest word", common
    yield "two common words", f"{common} {other}"
    yield "a phrase of common words", f'"{common} {other}"'
    yield "either of two", f"{common} OR {rare}"
    yield "a common word, not another", f"{common} -{other}"
    yield "a beginning of three letters", f"{common[:3]}*"
    yield "a beginning of five letters", f"{rare[:5]}*"
    yield "a part of a word", rare[1:-1]
    yield "no such word", "zzzzzz"
    yield "a common word, unread", f"{common} is:unread"
    yield "a common word, starred", f"{common} is:starred"
    yield "a common word of a week", f"{common} newer:7d"
    yield "a common word of a source", f'{common} source:"Site 60"'
    yield "a common word of a folder", f"{common} folder:F3"
    yield "a common word in another language", f"{common} lang:en"
    yield "unread ones in German", "lang:de is:unread"
    yield "without a common word", f"-{common}"
    yield "unread or of a word", f"is:starred OR {rare}"


def measure(store: Store) -> Iterator[tuple[str, float]]:
    titles = [row.title for row in store.load_headlines(store.list_stories(View(), 2000))]
    for name, text in list_queries(titles):
        query = parse_query(text)
        yield name, clock(lambda query=query: store.index.search(query, ladder=("de", "en"), now=NOW))  # type: ignore[misc]
    query = parse_query(f"{list_words(LANGUAGES[0])[0]} OR lang:en")
    yield "a count up to 1,000", clock(lambda: store.index.count_stories(query, now=NOW))
    yield (
        "the numbers of all that hold the commonest word",
        clock(lambda: store.index.list_stories(parse_query(list_words(LANGUAGES[0])[0]), now=NOW), 3),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("count", type=int, nargs="?", default=100_000)
    parser.add_argument("--keep", type=Path, help="a folder for the store, to be used again")
    arguments = parser.parse_args()
    folder = arguments.keep or Path(tempfile.mkdtemp(prefix="newstui-search-"))
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"search-{arguments.count}.db"
    for name, value in build(path, arguments.count).items():
        print(f"{name:55}{value:10.1f}")
    with Store(path) as store:
        for name, value in measure(store):
            print(f"{name:55}{value:10.1f}")
    if arguments.keep is None:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
