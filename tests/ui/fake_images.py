"""The images of the library in memory: kept in a dictionary, fetched from nowhere."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from newstui.errors import N_, FetchError
from newstui.library import refreshing
from newstui.library.images import Images
from newstui.model import ImageResult, Reading

if TYPE_CHECKING:
    from tests.ui.fake_library import FakeLibrary


class FakeImages(Images):
    """`kept` holds files by address, `failing` the addresses that cannot be had, `pause` is how long each takes.

    `files` are what is fetched; what is not among them is kept in a file that is not there.
    """

    def __init__(self, library: FakeLibrary) -> None:
        self._fake = library
        self.kept: dict[str, Path] = {}
        self.files: dict[str, Path] = {}
        self.failing: set[str] = set()
        self.pause = 0.0

    def find_image(self, url: str) -> Path | None:
        return self.kept.get(url)

    def keep(
        self,
        readings: Sequence[Reading],
        *,
        on_result: Callable[[ImageResult], None] = refreshing.ignore,
        cancelled: Callable[[], bool] = refreshing.never,
    ) -> None:
        self._fake.calls.append("keep_images")
        wanted = [image.url for reading in readings for image in self.list_images(reading) if image.path is None]
        if wanted and self._fake.offline:
            raise FetchError(N_("{url}: not fetched, since --offline was given"), url=wanted[0])
        for done, url in enumerate(wanted, 1):
            for _ in range(round(self.pause * 100)):
                time.sleep(0.01)
                if cancelled():
                    return
            error = FetchError(N_("{url}: 404"), url=url) if url in self.failing else None
            if error is None:
                self.kept[url] = self.files.get(url, Path(f"/cache/{done}.png"))
            on_result(ImageResult(url, done, len(wanted), error))
