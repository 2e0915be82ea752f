"""How fast and how well a search finds: one store of 100,000 articles, its queries, its index.

    python bench/search.py --keep /tmp/stores

Uses the articles of articles.py, in whose words relevance is measured too: an article is searched by the two rarest
words of its headline, by one of them without its accents, by a part of a compound. Times are medians of processor time
in milliseconds (what else the machine does is not counted), files warm, the snippets of 50 hits included.
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path

from articles import LANGUAGES, NOW, fill, list_words

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
    View,
)
from newstui.store import Store
from newstui.text.query import parse_query

ACCENTS = {"de": "äöüß", "fr": "éèêç", "es": "áéíóúñ", "pt": "ãõçé", "nl": "ëïé", "ja": "", "en": ""}
KANJI = (
    "東京都知事会見首相訪問国家議員選挙結果発表新聞記者大阪市長予算案可決経済成長率景気回復政府方針決定環境問題対策会議"
)


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


def write_known_items(store: Store, each: int) -> dict[str, list[tuple[str, str]]]:
    """Store articles whose headlines are known, and return by what they are searched: query and id, by kind."""
    dice = random.Random(7)
    wanted: dict[str, list[tuple[str, str]]] = {}
    for language in (*LANGUAGES, "ja"):
        source = store.add_source(kind=SourceKind.FEED, title=f"Known {language}", url=f"https://{language}/", now=NOW)
        words = [accent(word, language, dice) for word in list_words(language if language != "ja" else LANGUAGES[0])]
        weights = [1 / (rank + 3) for rank in range(len(words))]
        arrivals = []
        for number in range(each):
            name = f"{language}{number:x}".ljust(13, "z")
            if language == "ja":
                title = "".join(dice.choices(KANJI, k=14))
                body = "。".join("".join(dice.choices(KANJI, k=30)) for _ in range(12))
                wanted.setdefault("four characters of a Japanese headline", []).append((title[4:8], name))
            else:
                chosen = dice.choices(words, weights, k=9)
                ranked = sorted(set(chosen), key=words.index)
                compound = f"{dice.choice(words[900:])}{dice.choice(words[900:])}{dice.choice(words[900:])}"
                title = " ".join([*chosen, compound]).capitalize()
                body = " ".join(dice.choices(words, weights, k=400))
                wanted.setdefault("the two rarest words", []).append((" ".join(ranked[-2:]), name))
                plain = " ".join(strip(word) for word in ranked[-2:])
                wanted.setdefault("the same without accents", []).append((plain, name))
                wanted.setdefault("a part of a compound", []).append((compound[2:-2], name))
            arrivals.append(make_arrival(name, language, title, body, number))
        store.save_refresh(
            source.key,
            now=NOW,
            state=FeedState(source=source.key, url=source.url or ""),
            result=RefreshResult(source=source.key, status=RefreshStatus.NEW),
            arrivals=arrivals,
        )
    return wanted


def accent(word: str, language: str, dice: random.Random) -> str:
    letters = ACCENTS[language]
    if not letters or dice.random() < 0.5:
        return word
    at = dice.randrange(len(word))
    return f"{word[:at]}{dice.choice(letters)}{word[at + 1 :]}"


def strip(word: str) -> str:
    import unicodedata

    return "".join(c for c in unicodedata.normalize("NFD", word.replace("ß", "ss")) if not unicodedata.combining(c))


def make_arrival(name: str, language: str, title: str, body: str, number: int) -> Arrival:
    article = ParsedArticle(
        guid=name,
        title=title,
        document=Document((Block(BlockKind.PARAGRAPH, body),)),
        language=language,
        published=NOW - timedelta(hours=7 * number),
    )
    return Arrival(name, (f"known:{name}",), article, name.encode())


def measure_relevance(store: Store, each: int) -> Iterator[tuple[str, float]]:
    wanted = write_known_items(store, each)
    while store.index.index_batch():
        pass
    for kind, items in wanted.items():
        found = [
            name in {hit.article.id for hit in store.index.search(parse_query(text), limit=3, now=NOW)}
            for text, name in items
        ]
        yield kind, statistics.mean(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("count", type=int, nargs="?", default=100_000)
    parser.add_argument("--known", type=int, default=100, help="articles with known headlines, a language")
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
    known = folder / "known.db"
    shutil.copy(path, known)
    with Store(known) as store:
        for name, value in measure_relevance(store, arguments.known):
            print(f"{name + ', in the first three':55}{value:10.3f}")
    for file in folder.glob("known.db*"):
        file.unlink()
    if arguments.keep is None:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
