"""Who speaks in a big library: fill a store with N articles and five quotes an article, then time the screen of speakers.

    python bench/speakers.py 100000 --keep /tmp/stores
    python bench/speakers.py 1000 --find       what looking for quotations costs an event loop, in a thread and beside it

Names are generated: 60,000 people, a few of whom say most; a tenth of the quotes give a surname alone, a tenth of the
people have a name that is spelt in several ways. Times are medians in milliseconds, files warm.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from newstui.library import quoting
from newstui.model import (
    Arrival,
    Block,
    BlockKind,
    Document,
    FeedState,
    ParsedArticle,
    Quote,
    QuoteKind,
    QuoteSpan,
    RefreshResult,
    RefreshStatus,
    SourceKind,
)
from newstui.store import Store

sys.path.insert(0, str(Path(__file__).parent))
from articles import NOW, fill, make_words
from store_scale import clock

QUOTES = 5
PEOPLE = 60_000
BATCH = 20
PAINTING = 350_000
"""Steps of a loop that take some 10 ms."""
VERSION = 1
ENDINGS = (("ow", "ov"), ("skyj", "sky", "ski"), ("in", "ine"), ("enko",), ("tschuk", "chuk", "tchouk"))


class Speakers:
    """People with names, each in all its spellings; the first are those who say most."""

    def __init__(self) -> None:
        dice = self._dice = random.Random(3)
        words = [word.capitalize() for word in make_words(9) if len(word) > 3]
        given, surnames, endings = words[:1500], words[1500:], ("er", "mann", "son", "ez", "ini", "ard", "", "", "")
        self._people: list[tuple[str, ...]] = []
        for number in range(PEOPLE):
            first, surname = dice.choice(given), dice.choice(surnames) + dice.choice(endings)
            spelt = dice.choice(ENDINGS) if number % 10 == 0 else ("",)
            self._people.append(tuple(f"{first} {surname}{ending}" for ending in spelt))
        self._weights = list(itertools.accumulate(1 / (rank + 20) for rank in range(PEOPLE)))

    def speak(self) -> list[Quote]:
        """Five quotes by two people of an article."""
        people = self._dice.choices(self._people, cum_weights=self._weights, k=2)
        names = [self._dice.choice(self._dice.choice(people)) for _ in range(QUOTES)]
        if self._dice.random() < 0.1:
            names = [name.split()[-1] for name in names]
        return [
            Quote(f"words of {name} " * 6, QuoteKind.SPEECH, (QuoteSpan(1, 0, 90),), name, "he", "said", 0.9)
            for name in names
        ]


def add_quotes(store: Store) -> Iterator[float]:
    """Give every article its quotes; the milliseconds that each transaction took."""
    speakers = Speakers()
    while waiting := store.quotes.list_unlooked(VERSION, 1000):
        for batch in (waiting[start : start + BATCH] for start in range(0, len(waiting), BATCH)):
            found = {article_id: speakers.speak() for article_id in batch}
            start = time.perf_counter()
            store.quotes.save_found(found, VERSION)
            yield (time.perf_counter() - start) * 1000


def measure(store: Store) -> dict[str, float]:
    """What the screen of speakers does."""
    first = store.speakers.list_names(limit=1)[0]
    rare = store.speakers.list_names(limit=20_000)[-1]
    before = (int(first.latest.timestamp()) - 3 * 365 * 86400, 0)
    return {
        "first 500 speakers": clock(lambda: store.speakers.list_names(limit=500)),
        "first 100 speakers": clock(lambda: store.speakers.list_names(limit=100)),
        "found by one letter": clock(lambda: store.speakers.list_names(first.name[0], 100)),
        "found by two letters": clock(lambda: store.speakers.list_names(first.name[:2], 100)),
        "found by four letters": clock(lambda: store.speakers.list_names(first.name.split()[-1][:4], 100)),
        "found by no spelling": clock(lambda: store.speakers.list_names("Xyzzyskyj", 100)),
        "found by name": clock(lambda: store.speakers.list_meant(first.name)),
        f"100 newest of {first.quotes} quotes": clock(lambda: store.speakers.list_quotes_by([first.key], limit=100)),
        "100 of them from the middle": clock(
            lambda: store.speakers.list_quotes_by([first.key], before=before, limit=100)
        ),
        f"all of {rare.quotes} quotes": clock(lambda: store.speakers.list_quotes_by([rare.key], limit=1000)),
    }


def write_articles(store: Store, count: int) -> None:
    """Articles of some 600 words in which eight people are quoted."""
    dice = random.Random(4)
    words = {language: make_words(seed) for seed, language in enumerate(("de", "en"))}
    said = {"de": "„{words}“, sagte {name} am Montag in Bern.", "en": "“{words},” said {name} on Monday in Bern."}
    source = store.add_source(kind=SourceKind.FEED, title="T", url="https://t.example/", now=NOW)
    arrivals = []
    for number in range(count):
        language = dice.choice(("de", "en"))
        blocks = []
        for _ in range(8):
            plain, quoted = (" ".join(dice.choices(words[language], k=length)).capitalize() for length in (50, 20))
            name = " ".join(word.capitalize() for word in dice.choices(words[language], k=2))
            blocks.append(Block(BlockKind.PARAGRAPH, f"{plain}. {said[language].format(words=quoted, name=name)}"))
        article = ParsedArticle(
            guid=str(number), title=f"T {number}", language=language, document=Document(tuple(blocks))
        )
        arrivals.append(Arrival(f"{number:a>13}", (f"guid:{number}",), article, b"x"))
    result = RefreshResult(source=source.key, status=RefreshStatus.NEW, new=count)
    state = FeedState(source=source.key, url="https://t.example/")
    store.save_refresh(source.key, now=NOW, state=state, result=result, arrivals=arrivals)


async def watch(work: Callable[[], object] | None, seconds: float = 2) -> tuple[list[float], float]:
    """How late an event loop is with 10 ms of painting, every 30 ms, while a thread does `work`; how long that took."""
    late = []
    start = time.perf_counter()
    task = asyncio.create_task(asyncio.to_thread(work) if work else asyncio.sleep(seconds))
    while not task.done():
        before = time.perf_counter()
        await asyncio.sleep(0.02)
        for _ in range(PAINTING):
            pass
        late.append((time.perf_counter() - before - 0.03) * 1000)
    return late, time.perf_counter() - start


def measure_finding(folder: Path, count: int) -> None:
    """Look through the same articles in a thread of the loop's process, and in a process beside it."""
    for name, look in (
        ("nothing", None),
        ("in a thread", quoting.look_through),
        ("in a process", quoting.look_aside),
    ):
        with Store(folder / f"{name}.db") as store:
            write_articles(store, count)
            work = None if look is None else partial(look, store, lambda _done, _total: None, lambda: False)
            late, seconds = asyncio.run(watch(work))
        print(f"{name:16} an article: {seconds * 1000 / count:6.2f} ms   the loop is late, ms: {spread(late)}")


def spread(times: Sequence[float]) -> str:
    """The median, the 99th percentile and the longest."""
    ordered = sorted(times)
    return f"{ordered[len(ordered) // 2]:.2f}, 99%: {ordered[len(ordered) * 99 // 100]:.2f}, most: {ordered[-1]:.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("count", type=int, nargs="?", default=100_000)
    parser.add_argument("--find", action="store_true", help="measure finding, not reading")
    parser.add_argument("--keep", type=Path, help="a folder for the store, to be used again")
    arguments = parser.parse_args()
    folder = arguments.keep or Path(tempfile.mkdtemp(prefix="newstui-speakers-"))
    folder.mkdir(parents=True, exist_ok=True)
    if arguments.find:
        measure_finding(folder, arguments.count)
        return
    path = folder / f"speakers-{arguments.count}.db"
    with Store(path) as store:
        if not store.list_sources():
            fill(store, arguments.count)
        empty = path.stat().st_size
        if times := list(add_quotes(store)):
            print(f"{f'saving the quotes of {BATCH} articles':45}{spread(times)}")
            print(f"{'bytes a quote':45}{(path.stat().st_size - empty) / arguments.count / QUOTES:12.0f}")
        print(f"{'200 names folded anew':45}{clock(store.speakers.renew_spellings):12.2f}")
        for name, milliseconds in measure(store).items():
            print(f"{name:45}{milliseconds:12.2f}")
    if arguments.keep is None:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
