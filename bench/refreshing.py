"""What a refresh takes: cold, with nothing new, and on a second day on which a tenth of the feeds has changed."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from pathlib import Path

from feeds import name, write_feeds
from figures import Figures
from newsboat import Newsboat
from reader import Newstui

Reader = Newstui | Newsboat
_PORT = 8471
_HOSTS = 200
_ENTRIES = 30


def measure(readers: Sequence[Reader], folder: Path, feeds: int, pause: int, runs: int, figures: Figures) -> None:
    """Measure the readers in turn, each from an empty library, with servers `pause` milliseconds away."""
    new = write_feeds(folder, feeds, _ENTRIES)
    case = f"{feeds} feeds, {pause} ms away" if pause else f"{feeds} feeds"
    urls = [f"http://127.0.0.{feed % _HOSTS + 1}:{_PORT}/{name(feed)}" for feed in range(feeds)]
    for _run in range(runs):
        for reader in readers:
            with serving(folder, pause):
                reader.subscribe(urls)
                figures.add("cold", case, reader.name, clock(reader))
                expect(reader.count_articles(), feeds * _ENTRIES, reader)
                reader.prepare()
                reader.refresh()  # newsboat forgets what the servers said of a feed that it did not know
                ask("counts")
                figures.add("304", case, reader.name, clock(reader))
                expect_unchanged(feeds, reader)
                ask("day/2")
                figures.add("day two", case, reader.name, clock(reader))
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


def expect_unchanged(feeds: int, reader: Reader) -> None:
    """Nor is one that does not ask."""
    counts = json.loads(ask("counts"))
    if counts != {"304": feeds}:
        raise SystemExit(f"{reader.name} had {counts} answers where {feeds} feeds were unchanged")


@contextlib.contextmanager
def serving(folder: Path, pause: int) -> Iterator[None]:
    """Serve the feeds in a process of its own."""
    words = [sys.executable, str(Path(__file__).with_name("server.py")), folder, _PORT, _HOSTS, pause]
    with subprocess.Popen(list(map(str, words)), stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            if not server.stdout.readline():
                raise SystemExit(
                    f'127.0.0.1 to 127.0.0.{_HOSTS}, port {_PORT}, cannot be served on: --feeds "" leaves it out'
                )
            yield
        finally:
            server.terminate()


def ask(path: str) -> bytes:
    """Tell the server something, or ask it."""
    with urllib.request.urlopen(f"http://127.0.0.1:{_PORT}/{path}") as reply:
        return bytes(reply.read())
