"""Editions that a page declares, fetched from a server on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newstui.config import Settings
from newstui.errors import FetchError, NewstuiError, SourceError, UsageError
from newstui.library import Library
from newstui.model import Reason, SourceKind, View
from newstui.paths import Paths
from newstui.store import Store
from tests.fakes import FIRST_DAY, FakeFeeds, ParsersHere
from tests.loopback import Loopback, run_loopback, says

ENGLISH = "The council of the city has put off its decision on the bridge until the spring of next year. " * 6
GERMAN = "Der Rat der Stadt hat seine Entscheidung über die Brücke auf das nächste Frühjahr verschoben. " * 6


def make_page(text: str, language: str, head: str = "") -> bytes:
    return (
        f"<!doctype html><html lang={language}><title>{language}</title>{head}"
        f"<article><h1>Title {language}</h1><p>{text}</p></article>"
    ).encode()


@pytest.fixture
def server() -> Iterator[Loopback]:
    with run_loopback() as server:
        yield server


@pytest.fixture
def library(tmp_path: Path, server: Loopback, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """A library with one article, whose page declares a German edition."""
    monkeypatch.setattr("newstui.refresh.run.Parsers", ParsersHere)
    monkeypatch.setattr("newstui.refresh.fulltext.Parsers", ParsersHere)
    paths = Paths(tmp_path / "config.toml", tmp_path / "data", tmp_path / "cache")
    feeds = FakeFeeds(server)
    feeds.feed(1)
    feeds.entry(1, 1, link=server.url("/en/bridge"), description="A bridge.")
    head = f'<link rel=alternate hreflang=de href="{server.url("/de/bruecke")}">'
    server.routes["/en/bridge"] = says(200, make_page(ENGLISH, "en", head), Content_Type="text/html")
    with Library(Store(tmp_path / "library.db"), paths, Settings(), now=lambda: FIRST_DAY) as library:
        library.store.add_source(kind=SourceKind.FEED, title="Paper", url=feeds.url(1), now=FIRST_DAY)
        library.refresh(force=True)
        library.fulltexts.fetch(find_english(library))
        yield library


def find_english(library: Library) -> str:
    (article,) = library.list_articles(View(), 9)
    return article.id


def test_it_is_kept_as_an_edition_of_the_story_and_read_offline(library: Library, server: Loopback) -> None:
    server.routes["/de/bruecke"] = says(200, make_page(GERMAN, "de"), Content_Type="text/html")
    own, url = find_english(library), server.url("/de/bruecke")
    library.mark([own], read=True)
    other = library.fetch_edition(own, url)
    reading = library.get_reading(other)
    assert (reading.article.title, reading.article.language) == ("Title de", "de")
    assert reading.document.plain_text().startswith("Der Rat der Stadt")
    assert [(edition.id, edition.reason) for edition in reading.article.editions] == [(own, Reason.DECLARED)]
    assert len(library.list_stories(View())) == 1, "one story, one row"
    assert reading.article.status.read
    assert library.total_unread() == 0
    library.offline = True
    asked = len(server.asked)
    assert library.fetch_edition(own, url) == other
    assert len(server.asked) == asked
    assert library.check_integrity() == ()
    library.offline = False
    library.refresh(force=True)
    assert [edition.id for edition in library.get_article(own).editions] == [other], "a refresh leaves it as it is"
    library.remove_source("1")
    assert len(library.list_stories(View())) == 0


def test_a_page_that_names_the_original_as_its_own_address_is_still_another_article(
    library: Library, server: Loopback
) -> None:
    head = f'<link rel=canonical href="{server.url("/en/bridge")}">'
    server.routes["/de/bruecke"] = says(200, make_page(GERMAN, "de", head), Content_Type="text/html")
    own = find_english(library)
    other = library.fetch_edition(own, server.url("/de/bruecke"))
    assert other != own
    assert library.get_reading(own).document.plain_text().startswith("The council")


PORTUGUESE = "A câmara da cidade adiou a decisão sobre a ponte até à primavera do próximo ano, disse ontem. " * 6


@pytest.mark.parametrize(("said", "kept"), [("pt", "pt-PT"), ("pt-PT", "pt-PT"), ("", "pt-PT")])
def test_another_variety_of_the_articles_language_is_an_edition(
    library: Library, server: Loopback, said: str, kept: str
) -> None:
    head = f'<link rel=alternate hreflang=pt-PT href="{server.url("/pt/ponte")}">'
    brazilian = make_page(PORTUGUESE + "Mais.", "pt-BR", head)
    server.routes["/br/ponte"] = says(200, brazilian, Content_Type="text/html")
    server.routes["/pt/ponte"] = says(200, make_page(PORTUGUESE, said), Content_Type="text/html")
    feeds = FakeFeeds(server)
    feeds.feed(2, language="")
    feeds.entry(2, 1, link=server.url("/br/ponte"), description="Uma ponte.")
    library.store.add_source(kind=SourceKind.FEED, title="Jornal", url=feeds.url(2), now=FIRST_DAY)
    library.refresh(force=True)
    own = next(article.id for article in library.list_articles(View(), 9) if article.url == server.url("/br/ponte"))
    library.fulltexts.fetch(own)
    assert library.get_article(own).language == "pt-BR"
    other = library.fetch_edition(own, server.url("/pt/ponte"))
    assert library.get_article(other).language == kept


@pytest.mark.parametrize(
    ("status", "body", "kind", "word"),
    [
        (404, b"", FetchError, "404"),
        (200, make_page(ENGLISH, "en"), SourceError, "language of this article"),
        (200, b"<html><title>P</title><p>Short.</p><div>Subscribe to continue reading</div>", SourceError, "subscri"),
    ],
)
def test_what_cannot_be_had_is_said_and_nothing_is_kept(
    library: Library, server: Loopback, status: int, body: bytes, kind: type[NewstuiError], word: str
) -> None:
    server.routes["/de/bruecke"] = says(status, body, Content_Type="text/html")
    own = find_english(library)
    with pytest.raises(kind, match=word):
        library.fetch_edition(own, server.url("/de/bruecke"))
    (edition,) = library.get_article(own).editions
    assert not edition.available


def test_offline_and_an_address_that_nobody_declares(library: Library, server: Loopback) -> None:
    own = find_english(library)
    with pytest.raises(UsageError):
        library.fetch_edition(own, server.url("/de/other"))
    library.offline = True
    with pytest.raises(FetchError, match="--offline"):
        library.fetch_edition(own, server.url("/de/bruecke"))


def test_an_address_in_a_private_network_that_is_not_the_sources_own_is_not_asked(
    library: Library, server: Loopback
) -> None:
    url = server.url("/de/bruecke", "127.0.0.2")
    head = f'<link rel=alternate hreflang=de href="{url}">'
    server.routes["/en/bridge"] = says(200, make_page(ENGLISH + "More.", "en", head), Content_Type="text/html")
    own = find_english(library)
    library.fulltexts.fetch(own)
    with pytest.raises(FetchError):
        library.fetch_edition(own, url)
    assert not any(asked.path == "/de/bruecke" for asked in server.asked)


def test_the_row_of_a_story_with_one_of_its_editions(library: Library, server: Loopback) -> None:
    server.routes["/de/bruecke"] = says(200, make_page(GERMAN, "de"), Content_Type="text/html")
    own = find_english(library)
    other = library.fetch_edition(own, server.url("/de/bruecke"))
    rows = [library.get_headline(article_id) for article_id in (own, other)]
    assert [(row.id, row.title, row.language) for row in rows] == [(own, "Title 1.1", "en"), (other, "Title de", "de")]
    assert rows[0].story == rows[1].story
    with pytest.raises(UsageError):
        library.get_headline("nobody")
