"""newstui against newsboat: `make bench`, or

    python bench/run.py [--sizes 1500,15000,100000] [--feeds 100,500] [--runs 5] [--keep FOLDER] [--million] [--write]

Without newsboat it measures newstui alone. With --write the table goes into docs/performance.md.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from pathlib import Path

from feeds import name, write_feeds
from figures import Figures, write_page
from newsboat import Newsboat, find_newsboat
from reader import Newstui

Reader = Newstui | Newsboat
_PORT = 8471
_HOSTS = 200
_ENTRIES = 30
_MOVES = 20


def measure_screen(readers: Sequence[Reader], size: int, runs: int, figures: Figures) -> None:
    """Start, move, open, search and mark in libraries of `size` articles; marking comes last, since it changes them."""
    for reader in readers:
        reader.fill(size)
        reader.restore()
    label = f"{size:,} articles"
    for run in range(runs):
        for reader in readers:
            with reader.open() as terminal:
                figures.add(f"{label}: first screen", reader.name, terminal.wait_for(reader.ready))
                figures.add(f"{label}: memory at the start", reader.name, terminal.memory(), "MB")
                figures.add(f"{label}: open the list of all", reader.name, reader.open_list_of_all(terminal))
                figures.add(f"{label}: open an article", reader.name, reader.open_article(terminal))
                reader.leave_article(terminal)
                for _move in range(_MOVES):
                    figures.add(f"{label}: move in the list of all", reader.name, reader.move_down(terminal))
                figures.add(f"{label}: memory with that list open", reader.name, terminal.memory(), "MB")
                figures.add(f"{label}: open the largest feed", reader.name, reader.open_largest(terminal))
                if run == runs - 1:
                    figures.add(f"{label}: mark the largest feed read", reader.name, reader.mark_largest_read(terminal))
            with reader.open() as terminal:
                terminal.wait_for(reader.ready)
                figures.add(f"{label}: search everything", reader.name, reader.search(terminal))
    for reader in readers:
        figures.add(f"{label}: bytes an article", reader.name, reader.count_bytes() / size, "B")


def measure_refresh(
    readers: Sequence[Reader], folder: Path, feeds: int, pause: int, runs: int, figures: Figures
) -> None:
    """Refresh cold, with nothing new, and on a second day on which a tenth of the feeds has changed."""
    new = write_feeds(folder, feeds, _ENTRIES)
    label = f"refresh {feeds} feeds, {pause} ms away" if pause else f"refresh {feeds} feeds"
    urls = [f"http://127.0.0.{feed % _HOSTS + 1}:{_PORT}/{name(feed)}" for feed in range(feeds)]
    for _run in range(runs):
        for reader in readers:
            with serving(folder, pause):
                reader.subscribe(urls)
                figures.add(f"{label}: cold", reader.name, clock(reader))
                expect(reader.count_articles(), feeds * _ENTRIES, reader)
                reader.prepare()
                figures.add(f"{label}: nothing new", reader.name, clock(reader))
                ask("day/2")
                figures.add(f"{label}: the second day", reader.name, clock(reader))
                expect(reader.count_articles(), feeds * _ENTRIES + new, reader)


def clock(reader: Reader) -> float:
    """Seconds that a refresh takes from its call to its end."""
    begun = time.perf_counter()
    reader.refresh()
    return time.perf_counter() - begun


def expect(count: int, wanted: int, reader: Reader) -> None:
    """A reader that is fast because it loses articles is not fast."""
    if count != wanted:
        raise SystemExit(f"{reader.name} has {count} articles and should have {wanted}")


@contextlib.contextmanager
def serving(folder: Path, pause: int) -> Iterator[None]:
    """Serve the feeds in a process of its own."""
    words = [sys.executable, str(Path(__file__).with_name("server.py")), folder, _PORT, _HOSTS, pause]
    with subprocess.Popen(list(map(str, words)), stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            server.stdout.readline()
            yield
        finally:
            server.terminate()


def ask(path: str) -> None:
    """Tell the server something."""
    with urllib.request.urlopen(f"http://127.0.0.1:{_PORT}/{path}") as reply:
        reply.read()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--sizes", default="1500,15000,100000", help="articles in the library; empty for none")
    parser.add_argument("--feeds", default="100,500", help="feeds to refresh; empty for none")
    parser.add_argument("--pauses", default="0,50", help="milliseconds from here to the servers")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--million", action="store_true", help="newstui alone with a million articles, too")
    parser.add_argument("--keep", type=Path, help="a folder for the data, to be used again")
    parser.add_argument("--write", type=Path, help="the page to write")
    arguments = parser.parse_args()
    folder = arguments.keep or Path(tempfile.mkdtemp(prefix="newstui-bench-"))
    newsboat, load, figures = find_newsboat(), os.getloadavg()[0], Figures()
    kinds = (Newstui, Newsboat) if newsboat else (Newstui,)
    for size in filter(None, arguments.sizes.split(",")):
        readers = [kind(folder / f"{kind.name}-{size}") for kind in kinds]
        measure_screen(readers, int(size), arguments.runs, figures)
        print(figures.write_table(), flush=True)
    if arguments.million:
        measure_screen([Newstui(folder / "newstui-million")], 1_000_000, arguments.runs, figures)
    for feeds in filter(None, arguments.feeds.split(",")):
        for pause in arguments.pauses.split(","):
            readers = [kind(folder / f"{kind.name}-refresh") for kind in kinds]
            measure_refresh(readers, folder / f"feeds-{feeds}", int(feeds), int(pause), arguments.runs, figures)
            print(figures.write_table(), flush=True)
    if arguments.write is not None:
        write_page(arguments.write, figures, newsboat, arguments.runs, load)
    if arguments.keep is None:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
