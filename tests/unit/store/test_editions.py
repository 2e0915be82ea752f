from __future__ import annotations

import pytest

from newstui.errors import UsageError
from newstui.model import Edition, Reason, View
from newstui.store import Store
from tests.unit.store.examples import HOUR, NOW, add_feed, list_ids, make_arrival, make_id, save

DE, EN, FR, NL = (make_id(name) for name in ("de", "en", "fr", "nl"))


@pytest.fixture
def filled(store: Store) -> Store:
    """Four articles that nothing ties: de, en, fr, nl, the first the oldest."""
    save(
        store,
        add_feed(store),
        *(
            make_arrival(name, name, published=NOW - (9 - hours) * HOUR, url=f"https://one.example/{name}")
            for hours, name in enumerate(("de", "en", "fr", "nl"))
        ),
    )
    return store


def languages(store: Store, article_id: str) -> dict[str, Reason]:
    return {edition.language: edition.reason for edition in store.editions.list_others(article_id)}


def test_tied_articles_are_one_story_that_stands_where_its_first_edition_does(filled: Store) -> None:
    assert list_ids(filled) == "nfed"
    assert filled.ties.tie(NL, DE, Reason.MATCHED)
    assert [row.languages for row in filled.load_headlines(filled.list_stories(View()), ["de"])] == [
        ("fr",),
        ("en",),
        ("de", "nl"),
    ]
    assert filled.editions.list_others(NL) == (
        Edition(
            "de",
            "Title of de",
            id=DE,
            url="https://one.example/de",
            available=True,
            reason=Reason.MATCHED,
        ),
    )
    filled.ties.untie(NL)
    assert list_ids(filled) == "nfed", "each stands where it stood"
    assert filled.editions.list_others(NL) == filled.editions.list_others(DE) == ()


def test_ties_reach_further_than_two_and_each_keeps_its_reason(filled: Store) -> None:
    filled.ties.tie(DE, EN, Reason.MATCHED)
    filled.ties.tie(FR, NL, Reason.NAME)
    filled.ties.tie(EN, FR, Reason.DECLARED)
    assert len(filled.list_stories(View())) == 1
    assert languages(filled, EN) == {"de": Reason.MATCHED, "fr": Reason.DECLARED, "nl": Reason.NAME}
    assert languages(filled, NL) == {"de": Reason.MATCHED, "en": Reason.DECLARED, "fr": Reason.NAME}


def test_a_tie_keeps_its_strongest_reason(filled: Store) -> None:
    for reason, kept in (
        (Reason.FEED, Reason.FEED),
        (Reason.MATCHED, Reason.FEED),
        (Reason.NAME, Reason.NAME),
        (Reason.USER, Reason.USER),
        (Reason.DECLARED, Reason.USER),
    ):
        assert filled.ties.tie(DE, EN, reason)
        assert languages(filled, DE) == {"en": kept}


def test_what_the_reader_set_apart_is_tied_by_the_reader_only(filled: Store) -> None:
    filled.ties.tie(DE, EN, Reason.NAME)
    filled.ties.tie(DE, FR, Reason.NAME)
    filled.ties.untie(EN)
    assert languages(filled, DE) == {"fr": Reason.NAME}
    assert not filled.ties.tie(EN, DE, Reason.NAME)
    assert not filled.ties.tie(FR, EN, Reason.DECLARED)
    assert filled.ties.tie(EN, NL, Reason.NAME)
    assert not filled.ties.tie(NL, DE, Reason.NAME), "it would bring en and de together"
    assert len(filled.list_stories(View())) == 2
    assert filled.ties.tie(NL, DE, Reason.USER)
    assert len(filled.list_stories(View())) == 1
    filled.ties.untie(EN)
    filled.ties.untie(EN)
    assert languages(filled, EN) == {}


def test_the_readers_ties_outlive_the_articles(filled: Store) -> None:
    filled.ties.tie(DE, EN, Reason.USER)
    filled.ties.tie(FR, NL, Reason.NAME)
    filled.ties.tie(FR, EN, Reason.NAME)
    filled.ties.untie(FR)
    (source,) = filled.list_sources()
    filled.remove_source(source.key)
    source = add_feed(filled)
    save(filled, source, *(make_arrival(name, name) for name in ("de", "en", "fr", "nl")))
    assert len(filled.list_stories(View())) == 3
    assert languages(filled, DE) == {"en": Reason.USER}
    assert not filled.ties.tie(FR, NL, Reason.NAME)


def test_declared_editions_are_told_once_a_language_by_the_strongest_reason(store: Store) -> None:
    declared = (
        Edition("fr", reason=Reason.LISTED),
        Edition("fr", "En français", url="https://one.example/fr", reason=Reason.DECLARED),
        Edition("de", url="https://one.example/de", reason=Reason.DECLARED),
        Edition("pt", reason=Reason.LISTED),
    )
    save(
        store,
        add_feed(store),
        make_arrival("de", "de", editions=declared),
        make_arrival("en", "pt-BR", editions=(Edition("es", reason=Reason.LISTED),)),
    )
    french = Edition("fr", "En français", url="https://one.example/fr", reason=Reason.DECLARED)
    assert store.editions.list_others(DE) == (french, Edition("pt", reason=Reason.LISTED))
    store.ties.tie(DE, EN, Reason.NAME)
    assert store.editions.list_others(DE)[1:] == (french, Edition("es", reason=Reason.LISTED))
    assert store.articles.get(EN).editions == store.editions.list_others(EN)
    assert [edition.language for edition in store.editions.list_others(EN)] == ["de", "fr", "es"]


def test_an_edition_without_a_language_is_undetermined(store: Store) -> None:
    save(store, add_feed(store), make_arrival("de", "de"), make_arrival("en", None))
    store.ties.tie(DE, EN, Reason.USER)
    assert languages(store, DE) == {"und": Reason.USER}


def test_an_article_is_not_tied_to_itself_or_to_nothing(filled: Store) -> None:
    assert filled.ties.tie(DE, DE, Reason.USER)
    filled.ties.untie(DE)
    assert list_ids(filled) == "nfed"
    for act in (
        lambda: filled.ties.tie(DE, make_id("zz"), Reason.USER),
        lambda: filled.ties.tie(make_id("zz"), DE, Reason.USER),
        lambda: filled.ties.untie(make_id("zz")),
        lambda: filled.editions.list_others(make_id("zz")),
    ):
        with pytest.raises(UsageError, match="no article zz"):
            act()
