"""Fetching images that somebody wants to keep: politely, none too large, and nothing that nobody asked for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from newstui.errors import FetchError
from newstui.fetch.client import FetchClient
from newstui.fetch.exchange import FetchRequest, FetchResponse, FetchSettings
from newstui.fetch.names import look_up_in_threads
from newstui.fetch.redirects import find_host
from newstui.record import record

IMAGE_TYPES: Final = "image/avif, image/webp, image/png, image/jpeg, image/gif, image/*;q=0.5"
"""The Accept header where an image is wanted."""

LARGEST_IMAGE: Final = 10 * 1024 * 1024
"""Bytes; what is larger is left where it is."""

_BLINK: Final = 0.1
"""How many seconds pass between two looks whether the fetching was cancelled."""


@record
class WantedImage:
    """An image to fetch. `feed_url` is the address of the feed that its article came by, if that may lie at home.

    An image in a private network is fetched from that feed's own host alone.
    """

    url: str
    feed_url: str | None = None


def fetch_images(
    wanted: Sequence[WantedImage],
    settings: FetchSettings,
    *,
    on_image: Callable[[WantedImage, FetchResponse | FetchError], None],
    waits: Mapping[str, datetime],
    cancelled: Callable[[], bool],
) -> None:
    """Fetch images, blocking, and tell of each as it comes; `waits` says until when which addresses' hosts want peace.

    Requests carry no referrer and no cookies. What fails is told like what succeeds, and ends nothing else.
    """
    limits = replace(settings, wire_bytes=LARGEST_IMAGE, body_bytes=LARGEST_IMAGE)

    async def fetch_all() -> None:
        look_up_in_threads()
        async with FetchClient(limits) as client:
            for url, until in waits.items():
                client.leave_alone(url, until)
            pending = {asyncio.create_task(_fetch(client, image)) for image in wanted}
            try:
                while pending and not cancelled():
                    done, pending = await asyncio.wait(pending, timeout=_BLINK, return_when=asyncio.FIRST_COMPLETED)
                    for task in done:
                        on_image(*task.result())
            finally:
                for task in pending:
                    task.cancel()
                await asyncio.gather(*pending, return_exceptions=True)

    asyncio.run(fetch_all())


async def _fetch(client: FetchClient, image: WantedImage) -> tuple[WantedImage, FetchResponse | FetchError]:
    request = FetchRequest(url=image.url, accept=IMAGE_TYPES, by_hand=_is_trusted(image))
    try:
        return image, await client.fetch(request)
    except FetchError as error:
        return image, error


def _is_trusted(image: WantedImage) -> bool:
    try:
        return bool(image.feed_url) and find_host(image.url) == find_host(image.feed_url or "")
    except FetchError:
        return False
