from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from newstui.errors import FetchError, NewstuiError, SourceError
from newstui.model import Arrival, Block, BlockKind, Document, FulltextRule, KnownArticle, ParsedArticle, WantedPage
from newstui.refresh.pages import (
    WallError,
    choose_pages,
    choose_wanted,
    is_sent_home,
    list_identities,
    plan_after_failure,
    says_enough,
)

NOW = datetime(2026, 1, 6, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
NEVER, SHORT, ALWAYS = FulltextRule.NEVER, FulltextRule.SHORT, FulltextRule.ALWAYS
LONG = "The council has met. " * 40


def make_document(*texts: str) -> Document:
    return Document(tuple(Block(BlockKind.PARAGRAPH, text) for text in texts))


def make_arrival(text: str, *, url: str | None = "https://paper.example/a", path: str | None = None) -> Arrival:
    article = ParsedArticle(guid=None, title="T", document=make_document(text), url=url, path=path)
    return Arrival("a", ("guid:a",), article, b"new")


@pytest.mark.parametrize(
    ("rule", "arrival", "wanted"),
    [
        (NEVER, make_arrival("Short."), False),
        (SHORT, make_arrival("Short."), True),
        (SHORT, make_arrival(LONG), False),
        (ALWAYS, make_arrival(LONG), True),
        (ALWAYS, make_arrival("Short.", url=None), False),
        (ALWAYS, make_arrival("Short.", path="/home/a/page.html"), False),
    ],
)
def test_the_rule_chooses(rule: FulltextRule, arrival: Arrival, wanted: bool) -> None:
    assert choose_wanted(rule, [arrival], {}) == (("a",) if wanted else ())


@pytest.mark.parametrize(("stored", "wanted"), [(b"old", True), (b"new", False)])
def test_what_has_not_changed_is_not_wanted_again(stored: bytes, wanted: bool) -> None:
    known = {"guid:other": KnownArticle("a", stored)}
    assert choose_wanted(ALWAYS, [make_arrival("Short.")], known) == (("a",) if wanted else ())


def test_no_source_has_more_than_its_share() -> None:
    pages = [WantedPage(article=f"{source}{n}", url=None, title="", source=source) for source in "xy" for n in range(3)]
    assert [page.article for page in choose_pages(pages, 2, 9)] == ["x0", "x1", "y0", "y1"]
    assert [page.article for page in choose_pages(pages, 2, 3)] == ["x0", "x1", "y0"]


@pytest.mark.parametrize(
    ("page", "feed", "enough"),
    [((), (), False), (("Some.",), (), True), ((LONG,), ("Short.",), True), (("Cookies?",), (LONG,), False)],
)
def test_a_page_must_say_something(page: tuple[str, ...], feed: tuple[str, ...], enough: bool) -> None:
    assert says_enough(make_document(*page), make_document(*feed)) is enough


@pytest.mark.parametrize(
    ("asked", "answered", "home"),
    [
        ("https://paper.example/2026/bridge", "https://paper.example/", True),
        ("https://paper.example/2026/bridge", "https://www.paper.example", True),
        ("https://paper.example/2026/bridge", "https://paper.example/?p=4711", False),
        ("https://paper.example/2026/bridge", "https://paper.example/en/bridge", False),
        ("https://paper.example/?p=4711", "https://paper.example/", False),
        ("https://bridge.example/", "https://bridge.example/", False),
    ],
)
def test_being_sent_home_is_noticed(asked: str, answered: str, home: bool) -> None:
    assert is_sent_home(asked, answered) is home


@pytest.mark.parametrize(
    ("found", "known"),
    [
        ("https://paper.example/2026/01/council-puts-off-the-bridge", True),
        ("https://paper.example/a/story-4711", True),
        ("https://paper.example/", False),
        ("https://paper.example/news", False),
        (None, False),
    ],
)
def test_where_a_redirect_led_is_an_identity_if_it_can_be_a_story(found: str | None, known: bool) -> None:
    page = WantedPage(article="a", url="https://short.example/paper/items/1", title="T")
    assert list_identities(page, make_arrival("Text.", url=found)) == (("guid:a",) if known else ())


PAGE = WantedPage(article="a", url="https://paper.example/a", title="T", next_try=NOW)


@pytest.mark.parametrize(
    ("failed_before", "error", "next_try"),
    [
        (0, FetchError("No."), NOW + HOUR / 2),
        (1, FetchError("No.", http_status=404), NOW + 2 * HOUR),
        (2, SourceError("No."), NOW + 8 * HOUR),
        (3, FetchError("No."), None),
        (0, FetchError("No.", http_status=410), None),
        (0, WallError("paywall", "https://paper.example/a"), None),
        (0, WallError("consent", "https://paper.example/a"), NOW + HOUR / 2),
        (0, FetchError("No.", http_status=429, retry_at=NOW + 9 * HOUR), NOW + 9 * HOUR),
        (0, FetchError("No.", http_status=503, retry_at=NOW + HOUR / 4), NOW + HOUR / 2),
    ],
)
def test_failures_are_asked_again_a_few_times(
    failed_before: int, error: NewstuiError, next_try: datetime | None
) -> None:
    page = WantedPage(article="a", url="https://paper.example/a", title="T", attempts=failed_before)
    failure = plan_after_failure(page, error, NOW, by_hand=False)
    assert (failure.attempts, failure.next_try) == (failed_before + 1, next_try)


def test_what_was_not_even_asked_has_not_failed() -> None:
    failure = plan_after_failure(PAGE, FetchError("No.", retry_at=NOW + HOUR), NOW, by_hand=False)
    assert (failure.attempts, failure.next_try, failure.retry_at) == (0, NOW + HOUR, NOW + HOUR)


def test_what_the_user_asks_for_puts_nothing_off() -> None:
    failure = plan_after_failure(PAGE, FetchError("No.", http_status=410), NOW, by_hand=True)
    assert (failure.attempts, failure.next_try) == (0, NOW)
