from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from newstui.model import Headline
from newstui.ui.headlines.shelf import PAGE, Shelf


def headline(story: int, title: str = "t") -> Headline:
    return Headline(
        story=story, id=str(story), title=title, source_title="s", at=datetime(2026, 1, 1, tzinfo=UTC), language=None
    )


def test_what_is_seen_is_loaded_before_what_is_around_it() -> None:
    shelf = Shelf()
    stories = range(1000)
    assert shelf.find_missing(stories, 200, 220) == list(range(200, 220))
    shelf.put(map(headline, range(200, 220)))
    assert shelf.find_missing(stories, 200, 220) == list(range(220, 320))
    shelf.put(map(headline, range(220, 320)))
    assert shelf.find_missing(stories, 200, 220) == list(range(100, 200))
    shelf.put(map(headline, range(100, 200)))
    assert shelf.find_missing(stories, 200, 220) == []


def test_a_page_at_a_time() -> None:
    assert len(Shelf().find_missing(range(1000), 0, 500)) == PAGE


def test_what_has_gone_is_not_asked_for_again() -> None:
    shelf = Shelf()
    shelf.put([headline(1)], asked=[1, 2])
    assert shelf.find_missing([1, 2], 0, 2) == []
    assert shelf.find(2) is None


def test_outdated_headlines_are_shown_until_they_come_anew() -> None:
    shelf = Shelf()
    shelf.put([headline(1, "old")])
    shelf.outdate()
    found = shelf.find(1)
    assert found is not None
    assert found.title == "old"
    assert shelf.find_missing([1], 0, 1) == [1]
    shelf.clear()
    assert shelf.find(1) is None


def test_a_million_stories_are_not_kept() -> None:
    shelf = Shelf()
    for first in range(0, 20_000, PAGE):
        shelf.put(map(headline, range(first, first + PAGE)))
    assert shelf.find(0) is None
    assert shelf.find(19_999) is not None
    assert shelf.find_missing(range(20_000), 0, 10) == list(range(10))


def test_all_rows_of_a_story_get_its_marks() -> None:
    shelf = Shelf()
    rows = [headline(1), replace(headline(1), beneath=5, opened=True), headline(2)]
    shelf.put(rows)
    assert sorted(shelf.mark_story(replace(headline(1), read=True, starred=True))) == [-5, 1]
    edition = shelf.find(-5)
    assert edition == replace(rows[1], read=True, starred=True)
    assert shelf.find(2) == rows[2]
