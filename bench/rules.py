"""What rules, marks, retention and sizes cost in a library of N articles.

    python bench/rules.py 100000 --keep /tmp/stores      a store of bench/search.py is used again

100 rules of five kinds are done with 1,000 arrivals, then 100 that ask for the commonest words; then the largest source is marked, measured and cleaned. Figures are
milliseconds of processor time; the store is copied first.
"""

from __future__ import annotations

import argparse
import random
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from articles import NOW, Writer, list_words
from search import build

from newstui.config import Settings
from newstui.library import Library
from newstui.model import Action, ActionKind, FeedState, RefreshResult, RefreshStatus, Source, View
from newstui.paths import Paths
from newstui.store import Store
from newstui.store.keeping import KeepLimits

ARRIVALS = 1000


def clock(job: Callable[[], object]) -> float:
    start = time.process_time()
    job()
    return (time.process_time() - start) * 1000


def list_rare(library: Library) -> list[str]:
    """The longer words of headlines."""
    rows = library.load_headlines(library.list_stories(View(), 400))
    return [word for row in rows for word in row.title.lower().split() if len(word) > 6]


def add_rules(library: Library, words: Sequence[str]) -> None:
    """100 rules that ask for words: in headlines, without another, in a source, a folder, a language."""
    dice = random.Random(3)
    for number in range(100):
        one, other = dice.choices(words, k=2)
        queries = (
            f"title:{one}",
            f"{one} -{other}",
            f'{one} source:"Site {number}"',
            f"folder:F{number % 20} {one}",
            f"lang:de is:unread {one}",
        )
        action = Action(ActionKind.HIDE) if number % 3 == 0 else Action(ActionKind.TAG, (f"t{number % 7}",))
        library.rules.add(queries[number % 5], [action])


def arrive(library: Library, source: Source, first: int) -> None:
    writer = Writer()
    for start in range(0, ARRIVALS, 100):
        arrivals = [writer.write(first + start + offset, "de", "site3.example") for offset in range(100)]
        library.store.save_refresh(
            source.key,
            now=NOW,
            state=FeedState(source=source.key, url=source.url or ""),
            result=RefreshResult(source=source.key, status=RefreshStatus.NEW),
            arrivals=arrivals,
        )


def measure(library: Library) -> Iterator[tuple[str, float]]:
    library.rules.do_waiting()
    kinds = (("rules", list_rare(library)), ("rules on common words", list_words("de")[:100]))
    for kind, (name, words) in enumerate(kinds, 1):
        for rule in library.rules.list_rules():
            library.rules.remove(rule.key)
        add_rules(library, words)
        arrive(library, library.list_sources()[3], kind * 10_000_000)
        yield "1,000 arrivals indexed", clock(library.searching.index_waiting)
        yield f"100 {name} done with 1,000 arrivals", clock(library.rules.do_waiting)
        yield "articles that they were done with", sum(rule.matched for rule in library.rules.list_rules())
    largest = max(library.list_sources(), key=lambda source: source.articles)
    view = View(sources=(largest.key,))
    yield "articles of the largest source", largest.articles
    yield "all of them marked read", clock(lambda: library.mark_view(view, read=True))
    yield "all of them marked unread", clock(lambda: library.mark_view(view, read=False))
    yield "sizes of all sources", clock(library.keeping.measure)
    library.mark_view(view, read=True)
    limits, keeping = KeepLimits(articles=largest.articles // 2), library.store.keeping
    yield "half of them told to be dropped", clock(lambda: keeping.count_disposable(largest.key, limits, NOW))
    yield "60 of them dropped", clock(lambda: keeping.drop_batch(largest.key, limits, NOW))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("count", type=int, nargs="?", default=100_000)
    parser.add_argument("--keep", type=Path, help="a folder for the store, to be used again")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="newstui-rules-") as name:
        folder = arguments.keep or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        filled = folder / f"search-{arguments.count}.db"
        build(filled, arguments.count)
        copy = Path(name) / "library.db"
        shutil.copy(filled, copy)
        paths = Paths(Path(name) / "config.toml", Path(name), Path(name))
        with Library(Store(copy), paths, Settings(), offline=True, now=lambda: NOW) as library:
            for what, value in measure(library):
                print(f"{what:60}{value:10.1f}")


if __name__ == "__main__":
    main()
