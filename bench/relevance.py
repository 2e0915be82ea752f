"""How well a search finds what somebody is looking for: known items in six languages and Japanese among 15,000 articles.

    python bench/relevance.py
    python bench/relevance.py --texts FOLDER     real texts too, files named NAME.LANG.txt whose first line is a headline

For each item, whether it is among the first three of what `newstui search` prints, of what the reader lists while the
query is typed, and of what it lists after Enter; the command itself is run for a few.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import timedelta
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from articles import NOW, fill
from items import ITEM_LANGUAGES, list_items, list_real_queries

from newstui.config import Settings
from newstui.library import Library
from newstui.model import (
    Arrival,
    Block,
    BlockKind,
    Document,
    FeedState,
    ParsedArticle,
    Reason,
    RefreshResult,
    RefreshStatus,
    SourceKind,
)
from newstui.paths import Paths
from newstui.store import Store
from newstui.text.folding import WORD

FIRST = 3


class Wanted(NamedTuple):
    """An article, by what it is looked for, and what kind of query that is."""

    id: str
    kind: str
    language: str
    query: str


def make_arrival(name: str, language: str, title: str, body: str, number: int) -> Arrival:
    digest = blake2b(name.encode(), digest_size=16).digest()
    article = ParsedArticle(
        guid=name,
        title=title,
        document=Document(tuple(Block(BlockKind.PARAGRAPH, text) for text in body.split("\n") if text)),
        language=language,
        published=NOW - timedelta(hours=7 * number),
    )
    return Arrival(digest.hex()[:13], (f"known:{name}",), article, digest)


def save(store: Store, title: str, language: str, arrivals: list[Arrival]) -> None:
    source = store.add_source(kind=SourceKind.FEED, title=title, url=f"https://{title}.example/", now=NOW)
    store.save_refresh(
        source.key,
        now=NOW,
        state=FeedState(source=source.key, url=source.url or ""),
        result=RefreshResult(source=source.key, status=RefreshStatus.NEW),
        language=language,
        arrivals=arrivals,
    )


def write_items(store: Store, each: int) -> Iterator[Wanted]:
    """Store what is looked for."""
    for language in ITEM_LANGUAGES:
        items = list_items(language, each)
        arrivals = [
            make_arrival(f"{language}{number}", language, item.title, item.body, number)
            for number, item in enumerate(items)
        ]
        save(store, f"known-{language}", language, arrivals)
        for item, arrival in zip(items, arrivals, strict=True):
            for kind, query in item.queries.items():
                yield Wanted(arrival.id, kind, language, query)


def write_texts(store: Store, folder: Path) -> Iterator[Wanted]:
    """Store real texts; those of one name are editions of one story."""
    texts: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for path in sorted(folder.glob("*.*.txt")):
        title, _, body = path.read_text(encoding="utf-8").partition("\n")
        texts[path.suffixes[-2][1:]].append((path.name.partition(".")[0], title, body))
    stories: dict[str, str] = {}
    for language, own in texts.items():
        count_of = Counter(word for _, *text in own for word in set(WORD.findall(" ".join(text).lower())))
        arrivals = [
            make_arrival(f"{story} {language}", language, title, body, number)
            for number, (story, title, body) in enumerate(own)
        ]
        save(store, f"real-{language}", language, arrivals)
        for (story, title, _), arrival in zip(own, arrivals, strict=True):
            first = stories.setdefault(story, arrival.id)
            if first != arrival.id:
                store.ties.tie(first, arrival.id, Reason.USER)
            for kind, query in list_real_queries(title, count_of):
                yield Wanted(arrival.id, f"real: {kind}", language, query)


def find(library: Library, wanted: Wanted) -> tuple[bool, bool, bool]:
    """Whether its story is found by the command, while it is typed, and after Enter."""
    searching, story = library.searching, library.store.editions.get_story(wanted.id)
    hits = [hit.story for hit in searching.search(wanted.query, FIRST)]
    typed = searching.list_stories(wanted.query, 200, ranked=True, typing=True)[:FIRST]
    entered = searching.list_stories(wanted.query, ranked=True)[:FIRST]
    return story in hits, story in typed, story in entered


def run_command(folder: Path, query: str) -> list[str]:
    """The ids of the articles that `newstui search` prints."""
    command = [sys.executable, "-m", "newstui", "--data-dir", str(folder), "search", "--json", "--limit", str(FIRST)]
    done = subprocess.run([*command, *query.split()], capture_output=True, check=True, text=True)
    return [json.loads(line)["found"] for line in done.stdout.splitlines()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("count", type=int, nargs="?", default=15_000, help="generated articles beside those looked for")
    parser.add_argument("--each", type=int, default=60, help="articles looked for, a language")
    parser.add_argument("--texts", type=Path, help="a folder of real texts")
    parser.add_argument("--commands", type=int, default=2, help="runs of the command itself, a kind and language")
    parser.add_argument("--missing", action="store_true", help="print what is not found")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="newstui-relevance-") as name:
        folder = Path(name)
        paths = Paths(folder / "config.toml", folder, folder)
        with Library(Store(paths.library_file), paths, Settings(), offline=True, now=lambda: NOW) as library:
            fill(library.store, arguments.count)
            wanted = list(write_items(library.store, arguments.each))
            if arguments.texts:
                wanted += write_texts(library.store, arguments.texts)
            library.searching.index_waiting()
            found: dict[tuple[str, str], list[tuple[bool, ...]]] = defaultdict(list)
            for each in wanted:
                result: tuple[bool, ...] = find(library, each)
                if arguments.missing and not all(result):
                    print(each, result)
                found[each.kind, each.language].append(result)
            stories = {each.id: library.store.editions.get_story(each.id) for each in wanted}
            runs: dict[str, list[bool]] = defaultdict(list)
            tried: Counter[tuple[str, str]] = Counter()
            for each in wanted:
                if tried[each.kind, each.language] < arguments.commands:
                    tried[each.kind, each.language] += 1
                    ids = run_command(folder, each.query)
                    runs[each.kind].append(stories[each.id] in map(library.store.editions.get_story, ids))
    print(f"{'':38}{'language':>9}{'n':>6}{'command':>9}{'typing':>8}{'Enter':>7}")
    for (kind, language), results in found.items():
        shares = [statistics.mean(column) for column in zip(*results, strict=True)]
        print(f"{kind:38}{language:>9}{len(results):>6}{shares[0]:9.3f}{shares[1]:8.3f}{shares[2]:7.3f}")
    for kind, ran in runs.items():
        print(f"{kind + ', by the program itself':47}{len(ran):>6}{statistics.mean(ran):9.3f}")


if __name__ == "__main__":
    main()
