from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from newstui.config import Settings
from newstui.library import Library
from newstui.library.tying import tie_arrivals, tie_languages
from newstui.model import (
    Arrival,
    Document,
    Edition,
    FeedState,
    ParsedArticle,
    Reason,
    RefreshResult,
    RefreshStatus,
    SourceKind,
)
from newstui.paths import Paths
from newstui.store import Store
from newstui.text.identity import article_id, content_hash, identity_keys

NOW = datetime(2026, 1, 6, 9, 30, tzinfo=UTC)
SITE = "https://paper.example"
STORY = "the-bridge-is-open-again-123"


class House:
    """A library; each arrival is tied at once, as after a refresh that brought it alone."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def arrive(self, title: str, language: str | None, *, feed: str = "one", **given: Any) -> str:
        source = self.store.add_source(kind=SourceKind.FEED, title=feed, url=f"https://{feed}.example/feed", now=NOW)
        article = ParsedArticle(guid=None, title=title, document=Document(), language=language, published=NOW, **given)
        keys = identity_keys(article, source.url)
        self.store.save_refresh(
            source.key,
            now=NOW,
            state=FeedState(source=source.key, url=source.url or ""),
            result=RefreshResult(source=source.key, status=RefreshStatus.NEW),
            arrivals=[Arrival(article_id(keys[0]), keys, article, content_hash(article))],
        )
        tie_arrivals(self.store, [article_id(keys[0])])
        return article_id(keys[0])

    def editions(self, id_: str) -> list[tuple[str, str | None, Reason]]:
        return [
            (each.language, each.id, each.reason) for each in self.store.editions.list_others(id_) if each.available
        ]


@pytest.fixture
def house() -> Iterator[House]:
    with Store(None) as store:
        yield House(store)


def declare(language: str, path: str) -> tuple[Edition, ...]:
    return (Edition(language, url=SITE + path),)


@pytest.mark.parametrize("declaring_first", [True, False])
def test_what_one_of_two_declares_ties_them_whichever_arrives_first(house: House, declaring_first: bool) -> None:
    arrivals: dict[str, tuple[str, dict[str, Any]]] = {
        "Die Brücke": (
            "de",
            {"url": f"{SITE}/a/die-bruecke-7", "editions": declare("fr", "/b/le-pont-9?utm_source=x")},
        ),
        "Le pont": ("fr", {"url": f"{SITE}/b/le-pont-9/"}),
    }
    for title in sorted(arrivals, reverse=not declaring_first):
        language, given = arrivals[title]
        last, last_language = house.arrive(title, language, **given), language
    ((language, _, reason),) = house.editions(last)
    assert {language, last_language} == {"de", "fr"}
    assert reason is Reason.DECLARED


def test_what_is_declared_in_a_full_text_is_tied_when_it_arrives(house: House) -> None:
    first = house.arrive("Die Brücke", "de", url=f"{SITE}/a/die-bruecke-7")
    page = ParsedArticle(guid=None, title="P", document=Document(), editions=declare("fr", "/b/le-pont-9"))
    house.store.pages.save(first, Arrival(first, (), page, b""), now=NOW)
    other = house.arrive("Le pont", "fr", url=f"{SITE}/b/le-pont-9", feed="two")
    assert house.editions(first) == [("fr", other, Reason.DECLARED)]


def test_a_front_page_ties_nothing(house: House) -> None:
    first = house.arrive("Die Brücke", "de", url=f"{SITE}/a/die-bruecke-7", editions=declare("fr", "/"))
    house.arrive("Le pont", "fr", url=f"{SITE}/")
    assert house.editions(first) == []


@pytest.mark.parametrize(
    ("one", "other", "tied"),
    [
        (f"{SITE}/de/{STORY}", f"{SITE}/en/{STORY}", True),
        ("https://de.paper.example/2026/bridge", "https://en.paper.example/2026/bridge", True),
        (f"{SITE}/{STORY}?lang=de", f"{SITE}/{STORY}?lang=en", True),
        (f"{SITE}/de-at/{STORY}", f"{SITE}/en-gb/{STORY}", True),
        (f"{SITE}/de/{STORY}", f"{SITE}/en/{STORY}-4", False),
        (f"{SITE}/de/{STORY}", f"{SITE}/fr/{STORY}", False),
        (f"{SITE}/de/politik", f"{SITE}/en/politik", False),
        (f"{SITE}/de/{STORY}", f"https://other.example/en/{STORY}", False),
    ],
)
def test_addresses_that_differ_by_the_language_alone(house: House, one: str, other: str, tied: bool) -> None:
    for first, second in (("de", "en"), ("en", "de")):
        with Store(None) as store:
            fresh = House(store)
            urls = {"de": one, "en": other}
            left = fresh.arrive("T1", first, url=urls[first])
            right = fresh.arrive("T2", second, url=urls[second], feed="two")
            assert fresh.editions(left) == ([(second, right, Reason.MATCHED)] if tied else [])


def test_an_address_without_a_language_may_be_the_first_languages(house: House) -> None:
    first = house.arrive("T", "de", url=f"{SITE}/{STORY}")
    other = house.arrive("T", "en", url=f"{SITE}/en/{STORY}")
    assert house.editions(first) == [("en", other, Reason.MATCHED)]


@pytest.mark.parametrize(("here", "tied"), [("pt-BR", True), ("pt-PT", False), ("pt", False), ("en-GB", False)])
def test_regions_that_are_editions_of_their_own_stand_side_by_side(house: House, here: str, tied: bool) -> None:
    first = house.arrive("T", "de", url=f"{SITE}/de/{STORY}")
    known = house.arrive("T", here, url=f"{SITE}/x/that-is-declared-1")
    house.store.ties.tie(first, known, Reason.DECLARED)
    other = house.arrive("T", "pt-PT" if here.startswith("pt") else "en-US", url=f"{SITE}/y/another-2")
    assert tie_languages(house.store, first, other, Reason.MATCHED) is tied
    assert len(house.editions(first)) == 1 + tied


def test_addresses_do_not_put_a_language_into_a_story_twice(house: House) -> None:
    first = house.arrive("T", "de", url=f"{SITE}/de/{STORY}")
    declared = house.arrive("T", "en", url=f"{SITE}/x/that-is-declared-1")
    house.store.ties.tie(first, declared, Reason.DECLARED)
    other = house.arrive("T", "en", url=f"{SITE}/en/{STORY}")
    assert house.editions(first) == [("en", declared, Reason.DECLARED)]
    assert house.editions(other) == []


@pytest.mark.parametrize(
    ("one", "other", "tied"),
    [
        (("/n/x.md", "bridge"), ("/n/y.md", "bridge"), True),
        (("/n/x.md", None), ("/n/y.md", "x.md"), True),
        (("/n/x.md", None), ("/n/y.md", "x"), True),
        (("/n/de/x.md", None), ("/n/en/y.md", "de/x.md"), True),
        (("/n/de/x.md", None), ("/n/en/y.md", "../de/x.md"), True),
        (("/n/de/x.md", None), ("/n/en/y.md", "/n/de/x.md"), True),
        (("/n/x.md", "bridge"), ("/n/y.md", "tunnel"), False),
        (("/n/x.md", None), ("/n/y.md", None), False),
    ],
)
def test_front_matter_names_what_a_file_translates(
    one: tuple[str, str | None], other: tuple[str, str | None], tied: bool
) -> None:
    files: dict[str, dict[str, Any]] = {
        "de": {"path": one[0], "translation_of": one[1]},
        "en": {"path": other[0], "translation_of": other[1]},
    }
    for first, second in (("de", "en"), ("en", "de")):
        with Store(None) as store:
            house = House(store)
            left = house.arrive("T1", first, **files[first])
            right = house.arrive("T2", second, **files[second])
            assert house.editions(left) == ([(second, right, Reason.DECLARED)] if tied else [])


def test_front_matter_names_the_address_of_what_a_file_translates(house: House) -> None:
    first = house.arrive("T1", "de", url=f"{SITE}/{STORY}")
    other = house.arrive("T2", "en", path="/n/x.md", translation_of=f"{SITE}/{STORY}", feed="two")
    assert house.editions(first) == [("en", other, Reason.DECLARED)]


def test_a_shared_word_ties_within_one_source_and_two_languages_only(house: House) -> None:
    first = house.arrive("T1", "de", path="/n/x.md", translation_of="bridge")
    house.arrive("T2", "de", path="/n/y.md", translation_of="bridge")
    house.arrive("T3", "en", path="/n/z.md", translation_of="bridge", feed="two")
    assert house.editions(first) == []


def test_files_are_tied_by_what_they_say_when_a_directory_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    for name, language, title in (("a", "de", "Die Brücke"), ("b", "fr", "Le pont"), ("c", "en", "The bridge")):
        (folder / f"{name}.md").write_text(f"---\nlang: {language}\ntranslation_of: bridge\n---\n# {title}\n\nX.\n")
    paths = Paths(config_file=tmp_path / "c.toml", data_dir=tmp_path / "data", cache_dir=tmp_path / "cache")
    with Library.open(paths, Settings()) as library:
        library.add_source(str(folder))
        (reading,) = library.read_target(str(folder / "a.md"))
        assert {(each.language, each.reason) for each in reading.article.editions} == {
            ("fr", Reason.DECLARED),
            ("en", Reason.DECLARED),
        }
