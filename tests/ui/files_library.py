"""A reader over a real library of files, on the disk as a user's is."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import cast

from newstui.library import Library
from newstui.model import View
from newstui.paths import Paths
from newstui.store import Store
from newstui.ui.app import NewstuiApp
from tests.ui.driver import Reader
from tests.ui.fake_library import NOW, FakeLibrary, settings


@asynccontextmanager
async def open_files(folder: Path, size: tuple[int, int]) -> AsyncIterator[Reader]:
    """A reader with the files in `folder`/files as its library, matched by content, in German where there is German."""
    paths = Paths(folder / "config.toml", folder / "data", folder / "cache")
    with Library(Store(folder / "library.db"), paths, settings(), now=lambda: NOW) as library:
        library.ladder = ("de",)
        library.add_source(str(folder / "files"))
        library.match_waiting()
        app = NewstuiApp(library, settings(), paths, view=View(), clock=lambda: NOW)
        async with app.run_test(size=size) as pilot:
            reader = Reader(app, pilot, cast(FakeLibrary, library))
            await reader.settle()
            yield reader
