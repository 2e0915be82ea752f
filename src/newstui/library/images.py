"""The images of articles: which there are, which of them are kept for reading offline, and keeping them."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from posixpath import basename
from typing import TYPE_CHECKING, Final, TypeGuard
from urllib.parse import urlsplit

from newstui.errors import N_, FetchError, NewstuiError, SourceError, StoreError, UsageError
from newstui.library import refreshing
from newstui.library.image_cache import TYPES, ImageCache
from newstui.model import BlockKind, Enclosure, Image, ImageResult

if TYPE_CHECKING:
    from newstui.fetch import FetchResponse
    from newstui.fetch.images import WantedImage
    from newstui.library.facade import Library
    from newstui.model import Reading


_MOST: Final = 500
"""Images of the articles that arrive in one refresh."""
_MEGABYTE: Final = 1_000_000
_SCALED: Final = re.compile(r"-\d+x\d+(?=\.\w+$)")
"""What WordPress puts at the end of the name of an image that it has scaled."""


class Images:
    """The images of a library's articles, and those of them that are kept in its cache directory.

    None is fetched but by keep(), which the user asks for, and by keep_arrived(), which a setting asks for.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        space: int = library.settings["images.space"]
        self._cache = ImageCache(library.paths.cache_dir / "images", space * _MEGABYTE)

    def find_image(self, url: str) -> Path | None:
        """Return where the image of an address is kept, None where it is not; never asks the network."""
        return self._cache.find(url)

    def list_images(self, reading: Reading) -> list[Image]:
        """Return an article's images in their order, each once, with where they are kept; its lead image first."""
        found: dict[str, Image] = {}
        for url, caption, kind in _list_addresses(reading):
            if url not in found or (caption and not found[url].caption):
                path = self.find_image(url)
                known = TYPES[path.suffix] if path else kind or _guess_type(url)
                found[url] = Image(url, caption, known, str(path) if path else None)
        return list(found.values())

    def keep(
        self,
        readings: Sequence[Reading],
        *,
        on_result: Callable[[ImageResult], None] = refreshing.ignore,
        cancelled: Callable[[], bool] = refreshing.never,
    ) -> None:
        """Fetch the images of articles that are not kept yet, and tell of each; may take seconds. Raises FetchError."""
        wanted = list(self._list_wanted(readings))
        if not wanted:
            return
        if self._library.offline:
            raise FetchError(N_("{url}: not fetched, since --offline was given"), url=wanted[0].url)
        from newstui.fetch.images import fetch_images

        done = 0

        def take(image: WantedImage, outcome: FetchResponse | FetchError) -> None:
            nonlocal done
            done += 1
            on_result(ImageResult(image.url, done, len(wanted), self._take(image.url, outcome)))

        try:
            fetch_images(
                wanted,
                refreshing.fetch_settings(self._library.settings),
                on_image=take,
                waits=self._library.store.pages.list_waits(self._library.now()),
                cancelled=cancelled,
            )
        finally:
            self._cache.trim()

    def keep_arrived(self, article_ids: Iterable[str], *, cancelled: Callable[[], bool] = refreshing.never) -> None:
        """Keep the images of articles that have arrived, if the setting images.offline says so; failures are passed over."""
        if not self._library.settings["images.offline"] or self._library.offline:
            return
        readings, count = [], 0
        for article_id in dict.fromkeys(article_ids):
            try:
                reading = self._library.get_reading(article_id)
            except UsageError:  # the limits on what is kept have taken it away meanwhile
                continue
            count += len(self.list_images(reading))
            if count > _MOST:
                break
            readings.append(reading)
        self.keep(readings, cancelled=cancelled)

    def _take(self, url: str, outcome: FetchResponse | FetchError) -> NewstuiError | None:
        """Keep what was fetched; return why there is nothing to keep, if there is not."""
        if isinstance(outcome, FetchError):
            return outcome
        try:
            self._cache.keep(url, outcome.body)
        except (SourceError, StoreError) as error:
            return error
        return None

    def _list_wanted(self, readings: Iterable[Reading]) -> Iterable[WantedImage]:
        from newstui.fetch.images import WantedImage
        from newstui.refresh.homes import Homes

        homes = Homes(self._library.store)
        found: dict[str, WantedImage] = {}
        for reading in readings:
            missing = [image.url for image in self.list_images(reading) if image.path is None]
            pages = self._library.store.pages.get([reading.article.id]) if missing and reading.article.source else []
            feed_url = pages[0].feed_url if pages and homes.hold(pages[0].feed_url) else None
            for url in missing:
                found.setdefault(url, WantedImage(url, feed_url))
        return found.values()


def list_addresses(reading: Reading) -> list[str]:
    """Return the addresses of an article's images in the text that is shown, each once; its lead image first."""
    return list(dict.fromkeys(url for url, _caption, _kind in _list_addresses(reading)))


def find_lead_image(reading: Reading) -> str | None:
    """Return the address of an article's lead image, if it is none of those in its text and nothing beside it."""
    lead = reading.article.image
    if not _is_on_the_web(lead):
        return None
    # It is often one of the others in another size: the same name elsewhere.
    shown = {_name(url) for url, _caption in _list_blocks(reading)}
    beside = {_name(enclosure.url) for enclosure in reading.article.enclosures if is_image(enclosure)}
    return None if _name(lead) in shown | beside else lead


def is_image(enclosure: Enclosure) -> bool:
    """Whether an enclosure is an image that can be fetched."""
    kind = enclosure.type or _guess_type(enclosure.url) or ""
    return kind.startswith("image/") and _is_on_the_web(enclosure.url)


def is_drawing(url: str) -> bool:
    """Whether an address leads to a drawing (SVG), which is not kept."""
    return _guess_type(url) == "image/svg+xml"


def _list_addresses(reading: Reading) -> Iterator[tuple[str, str, str | None]]:
    """Yield the address, the caption and the type of each image, as far as they are known."""
    if lead := find_lead_image(reading):
        yield lead, "", None
    for url, caption in _list_blocks(reading):
        yield url, caption, None
    for enclosure in reading.article.enclosures:
        if is_image(enclosure):
            yield enclosure.url, "", enclosure.type or _guess_type(enclosure.url)


def _list_blocks(reading: Reading) -> Iterator[tuple[str, str]]:
    """Yield the address and the caption of each image in the text."""
    for block in reading.document.blocks:
        if block.kind is BlockKind.IMAGE and _is_on_the_web(block.info):
            yield block.info, block.text


def _is_on_the_web(url: str | None) -> TypeGuard[str]:
    return url is not None and url.startswith(("http:", "https:"))


def _name(url: str) -> str:
    return _SCALED.sub("", basename(urlsplit(url).path))


def _guess_type(url: str) -> str | None:
    """Return the media type that an image's name tells, None where it tells none of an image."""
    kind = mimetypes.guess_type(urlsplit(url).path)[0]
    return kind if kind and kind.startswith("image/") else None
