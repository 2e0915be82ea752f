"""Keeping the images of articles: a real server, a real store, and what is asked of which host."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from newstui.config import Settings
from newstui.errors import FetchError
from newstui.library import Library
from newstui.model import Block, BlockKind, Document, Enclosure, ImageResult, Reading, SourceKind, View
from newstui.paths import Paths
from newstui.store import Store
from tests.fakes import FIRST_DAY, FakeFeeds, ParsersHere
from tests.loopback import Exchange, Loopback, run_loopback, says

PNG = b"\x89PNG\r\n\x1a\n" + b"picture" * 10


class House:
    """A library with one feed on loopback."""

    def __init__(self, folder: Path, server: Loopback) -> None:
        self.folder, self.server, self.feeds = folder, server, FakeFeeds(server)
        self.feeds.feed(1)
        self.library = self.open()
        self.library.store.add_source(kind=SourceKind.FEED, title="Paper", url=self.feeds.url(1), now=FIRST_DAY)

    def open(self, *, offline: bool = False, **settings: object) -> Library:
        names = {name.replace("_", ".", 1): value for name, value in settings.items()}
        paths = Paths(self.folder / "config.toml", self.folder / "data", self.folder / "cache")
        store = Store(self.folder / "library.db")
        return Library(store, paths, Settings().replace(**names), offline=offline, now=lambda: FIRST_DAY)

    def entry(self, *images: str) -> None:
        figures = (
            f'<figure><img src="{url}"><figcaption>Caption {number}</figcaption></figure>'
            for number, url in enumerate(images)
        )
        self.feeds.entry(1, 1, description=f"<p>Words of the article.</p>{''.join(figures)}")

    def read(self) -> Reading:
        self.library.refresh(force=True)
        (article,) = self.library.store.articles.list_newest(View(), 9)
        return self.library.get_reading(article.id)

    def keep(self, reading: Reading) -> list[ImageResult]:
        results: list[ImageResult] = []
        self.library.images.keep([reading], on_result=results.append)
        return results

    def asked(self) -> list[str]:
        return [asked.path for asked in self.server.asked if asked.path.startswith("/image")]


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    monkeypatch.setattr("newstui.refresh.run.Parsers", ParsersHere)
    with run_loopback(hosts=2) as server:
        house = House(tmp_path, server)
        yield house
        house.library.close()


def test_nothing_is_asked_for_until_somebody_asks(house: House) -> None:
    url = house.server.url("/image/1.png?size=large")
    house.server.routes["/image/1.png?size=large"] = says(200, PNG, Set_Cookie="who=you", Content_Type="text/plain")
    house.entry(url)
    reading = house.read()
    (image,) = house.library.images.list_images(reading)
    assert (image.url, image.caption, image.type, image.path) == (url, "Caption 0", "image/png", None)
    assert (house.asked(), house.library.images.find_image(url)) == ([], None)

    assert house.keep(reading) == [ImageResult(url, 1, 1)]
    (image,) = house.library.images.list_images(reading)
    assert image.path
    assert Path(image.path).read_bytes() == PNG
    assert house.library.images.find_image(url) == Path(image.path)
    assert house.keep(reading) == [], "what is kept is not asked for again"

    (asked,) = (asked for asked in house.server.asked if asked.path.startswith("/image"))
    assert {"referer", "cookie"}.isdisjoint(asked.headers)
    with house.open(offline=True) as later:
        assert later.images.list_images(reading) == [image]


def test_each_failure_is_told_and_costs_no_other_image(house: House) -> None:
    async def too_large(exchange: Exchange) -> None:
        await exchange.send(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n")

    house.server.routes |= {
        "/image/good.png": says(200, PNG),
        "/image/page.png": says(200, b"<html>Not found</html>"),
        "/image/large.png": too_large,
    }
    names = ("page", "missing", "large", "good")
    private = house.server.url("/image/good.png", "127.0.0.2")
    house.entry(*(house.server.url(f"/image/{name}.png") for name in names), private)
    reading = house.read()
    results = {result.url: result for result in house.keep(reading)}
    assert sorted(result.done for result in results.values()) == [1, 2, 3, 4, 5]
    errors = {url: str(result.error) for url, result in results.items() if result.error}
    assert set(results) - set(errors) == {house.server.url("/image/good.png")}
    assert "no picture" in errors[house.server.url("/image/page.png")]
    assert "404" in errors[house.server.url("/image/missing.png")]
    assert "private network" in errors[private]
    assert {asked.address for asked in house.server.asked if asked.path == "/image/good.png"} == {"127.0.0.1"}
    kept = [image.url for image in house.library.images.list_images(reading) if image.path]
    assert kept == [house.server.url("/image/good.png")]


def test_offline_none_is_fetched(house: House) -> None:
    house.entry(house.server.url("/image/1.png"))
    reading = house.read()
    with house.open(offline=True) as library, pytest.raises(FetchError, match="--offline"):
        library.images.keep([reading])
    assert house.asked() == []


def test_the_setting_keeps_the_images_of_what_arrives(house: House) -> None:
    house.server.routes["/image/1.png"] = says(200, PNG)
    house.entry(house.server.url("/image/1.png"))
    with house.open(images_offline=True) as library:
        library.refresh(force=True)
        assert library.images.find_image(house.server.url("/image/1.png"))
        library.refresh(force=True)
        library.images.keep_arrived(["gone meanwhile"])
    house.library.images.keep_arrived([house.read().article.id])
    assert house.asked() == ["/image/1.png"]


def test_what_is_cancelled_ends(house: House) -> None:
    house.server.routes["/image/1.png"] = says(200, PNG)
    house.entry(house.server.url("/image/1.png"))
    reading = house.read()
    house.library.images.keep([reading], cancelled=lambda: True)
    assert house.library.images.find_image(house.server.url("/image/1.png")) is None


def test_an_image_stands_once_with_its_best_caption_and_enclosures_count(house: House) -> None:
    house.entry()
    reading = house.read()
    url = "https://pictures.example/one"
    blocks = (
        Block(BlockKind.IMAGE, "", info=url),
        Block(BlockKind.PARAGRAPH, "Words", info=None),
        Block(BlockKind.IMAGE, "The bridge", info=url),
        Block(BlockKind.IMAGE, "Inline", info="data:image/png;base64,AAAA"),
        Block(BlockKind.IMAGE, "Nowhere", info=None),
    )
    enclosures = (
        Enclosure("https://pictures.example/two.jpg"),
        Enclosure("https://pictures.example/three", "image/webp"),
        Enclosure("https://pictures.example/talk.mp3", "audio/mpeg"),
    )
    shown = replace(
        reading,
        article=replace(reading.article, enclosures=enclosures, image="https://pictures.example/lead.jpg"),
        document=Document(tuple(blocks), reading.document.links),
    )
    assert [(image.url[25:], image.caption, image.type) for image in house.library.images.list_images(shown)] == [
        ("lead.jpg", "", "image/jpeg"),
        ("one", "The bridge", None),
        ("two.jpg", "", "image/jpeg"),
        ("three", "", "image/webp"),
    ]
    # the lead image in another size is one that is shown already
    same = replace(shown, article=replace(shown.article, enclosures=(), image="https://resize.example/800/one?q=75"))
    assert [image.url for image in house.library.images.list_images(same)] == [url]
