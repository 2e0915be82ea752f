from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from newstui.model import Arrival, Block, BlockKind, Document, KnownArticle, ParsedArticle
from newstui.refresh.decide import decide, list_arrivals

FEED = "https://paper.example/feed"
NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)


def entry(number: int, **changes: Any) -> ParsedArticle:
    article = ParsedArticle(
        guid=str(number),
        url=f"https://paper.example/{number}",
        title=f"Title {number}",
        summary=f"Summary {number}.",
        document=Document((Block(BlockKind.PARAGRAPH, f"Text {number}."),)),
        published=NOW - timedelta(hours=number),
    )
    return replace(article, **changes)


def arrive(*articles: ParsedArticle) -> tuple[Arrival, ...]:
    return list_arrivals(articles, [FEED], NOW)


def store(*arrivals: Arrival, source: str | None = None) -> dict[str, KnownArticle]:
    return {key: KnownArticle(each.id, each.content_hash, source) for each in arrivals for key in each.keys}


def test_everything_is_new_the_first_time_in_the_order_of_the_feed() -> None:
    decision = decide(arrive(entry(2), entry(1)), {}, "s")
    assert [arrival.article.title for arrival in decision.arrivals] == ["Title 2", "Title 1"]
    assert (decision.new, decision.updated, decision.seen) == (2, 0, ())


def test_nothing_is_new_the_second_time() -> None:
    arrivals = arrive(entry(2), entry(1))
    decision = decide(arrivals, store(*arrivals), "s")
    assert (decision.arrivals, decision.new, decision.updated) == ((), 0, 0)
    assert decision.seen == tuple(arrival.id for arrival in arrivals)


@pytest.mark.parametrize(
    ("changes", "updated"),
    [
        ({"title": "Other"}, True),
        ({"document": Document((Block(BlockKind.PARAGRAPH, "Other."),))}, True),
        ({"summary": "Other."}, True),
        ({"title": "Other", "summary": None}, True),
        ({"summary": None}, False),
        ({"document": Document()}, False),
        ({"published": NOW}, False),
        ({"updated": NOW}, False),
        ({"categories": ("Politics",)}, False),
        ({"url": "http://paper.example/1/?utm_source=rss"}, False),
    ],
)
def test_changed_is_what_a_reader_would_see_and_more_than_a_loss(changes: dict[str, Any], *, updated: bool) -> None:
    before = arrive(entry(1))
    decision = decide(arrive(entry(1, **changes)), store(*before), "s")
    assert (decision.new, decision.updated) == (0, int(updated))
    assert [each.id for each in decision.arrivals] == [before[0].id] * updated
    assert decision.seen == (before[0].id,) * (not updated)


@pytest.mark.parametrize(
    ("changes", "known_again"),
    [
        ({"guid": "changed"}, True),
        ({"url": "https://paper.example/moved"}, True),
        ({"guid": None}, True),
        ({"url": None}, True),
        ({"guid": "changed", "url": "https://paper.example/moved"}, False),
    ],
)
def test_one_identity_is_enough_to_be_known_again(changes: dict[str, Any], *, known_again: bool) -> None:
    before = arrive(entry(1))
    decision = decide(arrive(entry(1, **changes)), store(*before), "s")
    assert decision.new == (not known_again)
    if known_again:
        assert {*decision.seen, *(each.id for each in decision.arrivals)} == {before[0].id}


def test_a_new_identity_of_an_unchanged_article_is_stored_without_a_change() -> None:
    before = arrive(entry(1))
    decision = decide(arrive(entry(1, guid="changed")), store(*before), "s")
    assert (decision.new, decision.updated) == (0, 0)
    assert [(each.id, each.content_hash) for each in decision.arrivals] == [(before[0].id, before[0].content_hash)]
    assert "guid:https://paper.example/feed changed" in decision.arrivals[0].keys


def test_an_entry_that_is_listed_twice_is_one_article_and_the_later_one_counts() -> None:
    arrivals = arrive(entry(1), entry(1, title="Later", updated=NOW), entry(2))
    assert [arrival.article.title for arrival in arrivals] == ["Later", "Title 2"]
    arrivals = arrive(entry(1, title="Later", updated=NOW), entry(1))
    assert [arrival.article.title for arrival in arrivals] == ["Later"]


def test_three_entries_may_turn_out_to_be_one() -> None:
    first, second = (
        entry(1, url="https://paper.example/a", title="A"),
        entry(2, url="https://paper.example/b", title="A"),
    )
    bridge = entry(1, url="https://paper.example/b", title="A")
    (arrival,) = arrive(first, second, bridge)
    assert len(arrival.keys) == 4


def test_an_address_that_all_entries_share_makes_them_no_one_article() -> None:
    live = "https://paper.example/live"
    before = arrive(entry(1, url=live))
    decision = decide(arrive(entry(2, url=live), entry(1, url=live)), store(*before), "s")
    assert decision.new == 1
    assert before[0].id in {*decision.seen, *(each.id for each in decision.arrivals[1:])}


def test_a_guid_that_all_entries_share_makes_them_no_one_article() -> None:
    assert len(arrive(*(entry(number, guid="feed") for number in range(3)))) == 3


def test_the_source_that_an_article_came_by_has_the_word() -> None:
    before = arrive(entry(1))
    changed = arrive(entry(1, title="As another site puts it"))
    assert decide(changed, store(*before, source="first"), "second").updated == 0
    assert decide(changed, store(*before, source="first"), "first").updated == 1


def test_guids_are_known_under_the_address_that_a_feed_had_before() -> None:
    before = arrive(entry(1, url=None))
    after = list_arrivals([entry(1, url=None)], ["https://new.example/feed", FEED], NOW)
    decision = decide(after, store(*before), "s")
    assert (decision.new, decision.updated) == (0, 0)
    assert [each.id for each in decision.arrivals] == [before[0].id]


@pytest.mark.parametrize(
    ("published", "believed"),
    [
        (datetime(1970, 1, 1, tzinfo=UTC), False),
        (datetime(1, 1, 1, tzinfo=UTC), False),
        (datetime(1899, 12, 30, tzinfo=UTC), False),
        (datetime(1950, 6, 1, tzinfo=UTC), True),
        (datetime(1999, 6, 1, tzinfo=UTC), True),
        (NOW + timedelta(hours=5), True),
        (NOW + timedelta(days=2), False),
        (datetime(9999, 12, 31, tzinfo=UTC), False),
    ],
)
def test_dates_that_cannot_be_true_are_not_believed(published: datetime, *, believed: bool) -> None:
    (arrival,) = arrive(entry(1, published=published))
    assert arrival.article.published == (published if believed else None)


def test_what_was_only_added_is_stored_and_no_news() -> None:
    (bare,), (whole,) = arrive(entry(1, summary=None)), arrive(entry(1))
    decision = decide([whole], store(bare), "s")
    assert [arrival.content_hash for arrival in decision.arrivals] == [whole.content_hash]
    assert (decision.new, decision.updated) == (0, 0)
