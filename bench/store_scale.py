"""How the store grows: fill one with N articles, then time what a reader does.

    python bench/store_scale.py 1500 100000 1000000 --keep /tmp/stores

The articles are those of articles.py: two sources a thousand, and one source with 15,000 where there are that many. Times are medians in milliseconds, files warm.
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from articles import LANGUAGES, NOW, Writer, fill

from newstui.model import Arrival, FeedState, RefreshResult, RefreshStatus, Source, View
from newstui.store import Store


def clock(work: Callable[[], object], times: int = 5) -> float:
    """The median of some runs, in milliseconds."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def measure(path: Path, source: Source, arrival: Arrival, count: int) -> dict[str, float]:
    """What a reader does, and how long it takes."""

    def open_and_close() -> None:
        Store(path).close()

    figures = {"open and close": clock(open_and_close, 9)}
    everything, unread, own = View(), View(unread=True), View(sources=(source.key,))
    dice = random.Random(2)
    with Store(path) as store:
        figures["sources"] = clock(store.list_sources)
        figures["first 200 of all"] = clock(lambda: store.list_stories(everything, 200))
        figures["first 200 unread of a folder, in German"] = clock(
            lambda: store.list_stories(View(folder="F0", unread=True, language="de"), 200)
        )
        figures["first 200 of three sources"] = clock(lambda: store.list_stories(View(sources=("1", "2", "3")), 200))
        figures["list of all"] = clock(lambda: store.list_stories(everything), 3)
        stories = store.list_stories(everything)
        figures["100 headlines, newest"] = clock(lambda: store.load_headlines(stories[:100], ("de", "en")))
        figures["100 headlines, anywhere"] = clock(
            lambda: store.load_headlines(dice.sample(stories, min(100, len(stories))), ("de", "en"))
        )
        figures["list 50 articles"] = clock(lambda: store.articles.list_newest(everything, 50, ("de",)))
        figures["article and document"] = clock(
            lambda: (store.articles.get(arrival.id), store.articles.get_document(arrival.id))
        )
        figures["find 60 known identities"] = clock(lambda: store.find_known([*arrival.keys, *map(str, range(58))]))
        state = FeedState(source=source.key, url=source.url or "")
        result = RefreshResult(source=source.key, status=RefreshStatus.UNCHANGED)
        figures["save a refresh without news"] = clock(
            lambda: store.save_refresh(source.key, now=NOW, state=state, result=result, seen=[arrival.id])
        )
        figures["mark one read and undo"] = clock(
            lambda: store.restore(store.mark([arrival.id], read=True, now=NOW), NOW), 9
        )
        start = time.perf_counter()
        changes = store.mark_view(own, read=True, now=NOW)
        figures[f"mark {len(changes)} of a source read"] = (time.perf_counter() - start) * 1000
        start = time.perf_counter()
        store.restore(changes, NOW)
        figures["undo that"] = (time.perf_counter() - start) * 1000
        start = time.perf_counter()
        first = store.list_stories(unread, 1)
        assert len(first) == 1
        figures["total unread"] = clock(store.total_unread)
        if count <= 100_000:
            start = time.perf_counter()
            assert store.check_integrity() == ()
            figures["check integrity"] = (time.perf_counter() - start) * 1000
    figures["bytes an article"] = path.stat().st_size / count
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("counts", type=int, nargs="*", default=[1500, 100_000])
    parser.add_argument("--keep", type=Path, help="a folder for the stores, to be used again")
    arguments = parser.parse_args()
    folder = arguments.keep or Path(tempfile.mkdtemp(prefix="newstui-scale-"))
    folder.mkdir(parents=True, exist_ok=True)
    rows: dict[str, dict[int, float]] = {}
    for count in arguments.counts:
        path = folder / f"{count}.db"
        figures = {}
        with Store(path) as store:
            if not store.list_sources():
                start = time.perf_counter()
                fill(store, count)
                figures["fill, a thousand articles"] = (time.perf_counter() - start) * 1e6 / count
            source, arrival = store.list_sources()[0], Writer().write(0, LANGUAGES[0], "site0.example")
        figures |= measure(path, source, arrival, count)
        for name, value in figures.items():
            rows.setdefault(
                "mark a source of (up to) 15,000 read" if name.startswith("mark ") and "source" in name else name, {}
            )[count] = value
    print(f"{'':45}" + "".join(f"{count:>12,}" for count in arguments.counts))
    for name, values in rows.items():
        print(f"{name:45}" + "".join(f"{values.get(count, float('nan')):12.2f}" for count in arguments.counts))
    if arguments.keep is None:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
