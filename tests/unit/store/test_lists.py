from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from datetime import timedelta

import pytest

from newstui.model import Edition, Headline, Reason, View
from newstui.store import Store
from newstui.store.lists import choose_edition, leave_out
from tests.unit.store.examples import HOUR, NOW, add_feed, list_ids, make_arrival, make_id, save

NEWS = {"d": "de", "e": "en", "f": "fr", "b": "pt-BR", "x": None}


@pytest.fixture
def filled(store: Store) -> Store:
    """Sources 1 (folder A), 2 (folder A), 3 (no folder), 4 (opened only); d e f b x in 1, D E in 2, and so on."""
    sources = [add_feed(store, f"s{number}", folder="A" if number < 3 else None) for number in (1, 2, 3)]
    sources.append(add_feed(store, "s4", subscribed=False))
    hours = itertools.count()
    for position, source in enumerate(sources):
        save(
            store,
            source,
            *(
                make_arrival(f"{name}{position}", language, published=NOW - next(hours) * HOUR)
                for name, language in NEWS.items()
            ),
        )
    save(store, sources[2], seen=[make_id("d0")])
    store.mark([make_id("d0"), make_id("e1"), make_id("f2")], read=True, now=NOW)
    store.mark([make_id("d0"), make_id("f1"), make_id("x3")], starred=True, now=NOW)
    return store


def all_views() -> Iterator[View]:
    for sources, folder, unread, starred, language in itertools.product(
        ((), ("1",), ("4",), ("1", "3"), ("2", "99", "x", "2")),
        (None, "A", "B"),
        (False, True),
        (False, True),
        (None, "de", "pt", "pt-BR", "pt-PT"),
    ):
        yield View(sources=sources, folder=folder, unread=unread, starred=starred, language=language)


def expect(view: View) -> list[str]:
    """What a view holds, worked out the long way."""
    names = [(name, position) for position in range(4) for name in NEWS]
    found = []
    for name, position in names:
        listed = {str(position + 1)} | ({"3"} if (name, position) == ("d", 0) else set())
        star = (name, position) in {("d", 0), ("f", 1), ("x", 3)}
        read = (name, position) in {("d", 0), ("e", 1), ("f", 2)}
        language = NEWS[name] or ""
        if (
            (bool(listed & set(view.sources)) if view.sources else star or position < 3 or view.folder is not None)
            and (view.folder is None or (view.folder == "A" and bool(listed & {"1", "2"})))
            and not (view.unread and read)
            and not (view.starred and not star)
            and (view.language is None or language == view.language or language.startswith(f"{view.language}-"))
        ):
            found.append(f"{name}{position}")
    return found


def test_a_view_holds_what_fulfils_all_that_it_says(filled: Store) -> None:
    for view in all_views():
        rows = filled.load_headlines(filled.list_stories(view))
        assert [row.id[:2] for row in rows] == expect(view), view


def test_a_limit_gives_the_first_of_the_same_list(filled: Store) -> None:
    for view in all_views():
        stories = filled.list_stories(view)
        assert filled.list_stories(view, 3) == stories[:3], view
        assert list(filled.list_stories(view, 0)) == []


def test_a_count_is_right_where_there_is_one(filled: Store) -> None:
    counts = {view: filled.count_stories(view) for view in all_views()}
    for view, count in counts.items():
        assert count is None or count == len(filled.list_stories(view)), view
    for known in (View(), View(unread=True), View(starred=True), View(folder="A", unread=True), View(sources=("1",))):
        assert counts.get(known, filled.count_stories(known)) is not None, known
    assert (
        filled.total_unread() == filled.count_stories(View(unread=True)) == len(filled.list_stories(View(unread=True)))
    )


def test_headlines_come_in_the_order_asked_without_what_has_gone(filled: Store) -> None:
    stories = list(filled.list_stories(View()))
    asked = [stories[3], 10**6, stories[0], stories[3], -1]
    assert [row.story for row in filled.load_headlines(asked)] == [stories[3], stories[0], stories[3]]
    assert filled.load_headlines([]) == []


def test_a_headline_says_all_that_a_row_shows(store: Store) -> None:
    source = add_feed(store, "one")
    editions = (Edition("fr", reason=Reason.LISTED), Edition("de", reason=Reason.LISTED), Edition("nl"), Edition("fr"))
    save(
        store,
        source,
        make_arrival(
            "d", "de", title="Auf Deutsch", published=NOW - timedelta(minutes=5, microseconds=1), editions=editions
        ),
        make_arrival("p", "pt-BR", title="Em português", published=NOW, editions=(Edition("pt"),)),
    )
    store.ties.tie(make_id("d"), make_id("p"), Reason.NAME)
    store.mark([make_id("p")], read=True, starred=True, now=NOW)
    (story,) = store.list_stories(View())
    assert store.load_headlines([story], ["pt"]) == [
        Headline(
            story=story,
            id=make_id("p"),
            title="Em português",
            source_title="One",
            at=NOW - timedelta(minutes=5, seconds=1),
            language="pt-BR",
            languages=("pt-BR", "de"),
            declared=("fr", "nl"),
            read=True,
            starred=True,
        )
    ]


@pytest.mark.parametrize(
    ("languages", "ladder", "shown"),
    [
        (["de"], ["en"], 0),
        ([None], ["en"], 0),
        ([None, "en"], ["en"], 1),
        (["de", "en", "fr"], [], 0),
        (["de", "en", "fr"], ["es", "fr", "en"], 2),
        (["pt", "pt-BR"], ["pt-BR"], 1),
        (["de", "pt"], ["pt-BR", "de"], 1),
        (["de", "pt-BR"], ["pt"], 1),
        (["de", "de"], ["de"], 0),
    ],
)
def test_the_ladder_chooses_the_edition(languages: Sequence[str | None], ladder: Sequence[str], shown: int) -> None:
    assert choose_edition(languages, ladder) == shown


@pytest.mark.parametrize(
    ("declared", "here", "left"),
    [
        (["fr", "de", "fr"], [], ("fr", "de")),
        (["fr", "de"], ["de"], ("fr",)),
        (["pt", "fr-CA"], ["pt-BR", "fr"], ()),
        (["pt-PT"], ["pt-BR"], ("pt-PT",)),
    ],
)
def test_declared_languages_are_those_that_are_not_here(
    declared: Sequence[str], here: Sequence[str], left: tuple[str, ...]
) -> None:
    assert leave_out(declared, here) == left


def test_articles_are_listed_one_a_story(store: Store) -> None:
    source = add_feed(store)
    save(store, source, make_arrival("d", "de"), make_arrival("e", "en"), make_arrival("x", "fr"))
    store.ties.tie(make_id("d"), make_id("e"), Reason.USER)
    articles = store.articles.list_newest(View(), 10, ["de"])
    assert [article.id[0] for article in articles] == ["d", "x"]
    assert [edition.language for edition in articles[0].editions] == ["en"]
    assert [article.id[0] for article in store.articles.list_newest(View(), 1, ["en"])] == ["e"]


def test_a_long_list_is_whole_and_in_order(store: Store) -> None:
    source = add_feed(store)
    save(store, source, *(make_arrival(f"{number:04}", published=NOW - (number % 7) * HOUR) for number in range(700)))
    rows = store.load_headlines(store.list_stories(View()))
    keys = [(row.at, row.story) for row in rows]
    assert len(rows) == 700
    assert keys == sorted(keys, reverse=True)
    assert list_ids(store, View(language="de")) == ""
