"""Long work with its bar: importing, cleaning up, the full texts of a list; each can be stopped."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event
from typing import cast

import pytest

from newstui.config import Settings
from newstui.errors import FetchError
from newstui.library import Library
from newstui.library.importing import Importing, ImportReport
from newstui.model import FulltextResult
from newstui.paths import Paths
from newstui.store import Store
from newstui.ui.app import NewstuiApp
from newstui.ui.dialogs.cleaning import CleanDialog
from newstui.ui.dialogs.importing import ImportDialog
from newstui.ui.progress import ProgressLine
from newstui.ui.screens.main import MainScreen
from tests.ui.driver import NOWHERE, Reader, open_reader
from tests.ui.fake_fulltexts import FakeFulltexts
from tests.ui.fake_library import NOW, FakeLibrary
from tests.ui.fake_library import settings as quiet_settings
from tests.unit.store.examples import HOUR, add_feed, make_arrival, make_id, save

OPML = """<opml version="2.0"><body><outline text="[b]Paper" xmlUrl="https://paper.example/feed"/>
<outline text="Coast" ><outline text="Tide" xmlUrl="https://tide.example/feed"/></outline></body></opml>"""


@asynccontextmanager
async def _open_real(tmp_path: Path, settings: Settings | None = None) -> AsyncIterator[tuple[Reader, Library]]:
    """A reader on a library in memory with three articles of one source, a month old and read."""
    settings = settings or quiet_settings()
    paths = Paths(tmp_path / "config.toml", tmp_path / "data", tmp_path / "cache")
    with Library(Store(None), paths, settings, now=lambda: NOW) as library:
        source = add_feed(library.store)
        long_ago = NOW - 30 * 24 * HOUR
        save(library.store, source, *(make_arrival(name, published=long_ago) for name in "abc"), now=long_ago)
        library.mark([make_id(name) for name in "abc"], read=True)
        app = NewstuiApp(library, settings, NOWHERE, clock=lambda: NOW)
        async with app.run_test(size=(100, 30), notifications=True) as pilot:
            reader = Reader(app, pilot, cast(FakeLibrary, library))
            await reader.settle()
            yield reader, library


async def _do(reader: Reader, name: str) -> None:
    reader.main.action_command(name)
    await reader.settle()


# Importing


async def test_a_list_of_sources_is_imported(tmp_path: Path) -> None:
    file = tmp_path / "list.opml"
    file.write_text(OPML, encoding="utf-8")
    async with _open_real(tmp_path) as (reader, library):
        await _do(reader, "chore.bring")
        await reader.press("enter")
        assert "A file is needed." in reader.text()
        await reader.type(str(tmp_path / "none.opml"))
        await reader.press("enter")
        assert "none.opml" in reader.text()
        await reader.hold("backspace", len("none.opml"))
        await reader.type("list.opml")
        await reader.press("enter")
        assert "2 sources added" in reader.text()
        await reader.press("escape")
        assert isinstance(reader.app.screen, MainScreen)
        assert {source.title for source in library.list_sources()} == {"One", "[b]Paper", "Tide"}
        assert "[b]Paper" in reader.text()


async def test_an_import_shows_how_far_it_is_and_can_be_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    library = FakeLibrary()
    begun, stopped = Event(), Event()

    def take_over(
        _: Importing, _file: Path, *, newsboat_cache: Path, on_progress: Callable[[int, int], None]
    ) -> ImportReport:
        assert newsboat_cache == Path("cache.db")
        try:
            while True:
                on_progress(500, 1000)
                begun.set()
                time.sleep(0.005)
        finally:
            stopped.set()

    monkeypatch.setattr(Importing, "take_over", take_over)
    async with open_reader(library) as reader:
        await _do(reader, "chore.bring")
        await reader.type("urls")
        await reader.press("tab")
        await reader.type("cache.db")
        reader.send("enter")
        assert await asyncio.to_thread(begun.wait, 30)
        await reader.pilot.pause()
        assert reader.app.screen.query_one(ProgressLine).share == 0.5
        reader.send("escape")
        assert await asyncio.to_thread(stopped.wait, 30)
        await reader.settle()
        assert isinstance(reader.app.screen, ImportDialog)
        assert "Stopped; what was taken over so far is here." in reader.text()
        await reader.press("escape")
        assert isinstance(reader.app.screen, MainScreen)


# Cleaning up


async def test_what_would_go_is_shown_before_it_goes(tmp_path: Path) -> None:
    async with _open_real(tmp_path, quiet_settings({"keeping.days": 7})) as (reader, library):
        await _do(reader, "chore.clean")
        assert "3 articles would go." in reader.text()
        assert "One" in reader.text()
        assert len(library.list_stories(reader.office.list.view)) == 3
        await reader.press("enter")
        assert "3 articles have gone." in reader.text()
        await reader.press("enter", "escape")
        assert reader.said == "3 articles have gone."
        assert not library.list_stories(reader.office.list.view)


async def test_where_nothing_has_a_limit(tmp_path: Path) -> None:
    async with _open_real(tmp_path) as (reader, _library):
        await _do(reader, "chore.clean")
        assert "Nothing has a limit: everything is kept." in reader.text()
        await reader.press("enter")
        assert isinstance(reader.app.screen, CleanDialog)
        await reader.press("escape")
        assert isinstance(reader.app.screen, MainScreen)


async def test_where_all_is_within_the_limits(tmp_path: Path) -> None:
    async with _open_real(tmp_path, quiet_settings({"keeping.days": 365})) as (reader, _library):
        await _do(reader, "chore.clean")
        assert "Nothing would go: what is here is within the limits." in reader.text()


# Full texts


async def test_the_full_texts_of_a_list(monkeypatch: pytest.MonkeyPatch) -> None:
    library = FakeLibrary()
    wanted: list[str] = []

    def fetch(
        _: FakeFulltexts,
        ids: Sequence[str],
        *,
        on_result: Callable[[FulltextResult], None],
        cancelled: Callable[[], bool],
    ) -> None:
        assert not cancelled()
        wanted.extend(ids)
        for number, id_ in enumerate(ids, 1):
            on_result(FulltextResult(id_, number, len(ids), FetchError("[b] is closed") if number == 1 else None))

    monkeypatch.setattr(FakeFulltexts, "fetch_many", fetch)
    async with open_reader(library) as reader:
        unread = library.total_unread()
        await reader.press("comma", "u")
        assert f"Fetch the pages of {unread} articles?" in reader.text()
        await reader.press("enter")
        assert len(wanted) == unread
        assert f"{unread - 1} full texts were fetched." in reader.text()
        assert "[b] is closed" in reader.text()
        await reader.press("escape")
        assert isinstance(reader.app.screen, MainScreen)


async def test_no_full_texts_without_a_network_or_unread_articles() -> None:
    async with open_reader(FakeLibrary(offline=True)) as reader:
        await reader.press("comma", "u")
        assert reader.said == "Offline: nothing is fetched. Start without --offline for the full texts."
    async with open_reader() as reader:
        await reader.press("A", "comma", "u")
        assert reader.said == "Nothing here is unread: there is no full text to fetch."
