from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from newstui.model import Block, BlockKind, Document, KnownArticle, ParsedArticle
from newstui.refresh.decide import Decision, decide, list_arrivals

NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)
FEED = "https://paper.example/feed"


def make_article(guid: str | None, url: str | None, title: str, summary: str | None, text: str) -> ParsedArticle:
    document = Document((Block(BlockKind.PARAGRAPH, text),)) if text else Document()
    return ParsedArticle(guid=guid, url=url, title=title, summary=summary, document=document)


# Few values, so that entries collide in every way.
articles = st.builds(
    make_article,
    st.sampled_from([None, "1", "2", "https://paper.example/a", "tag:paper.example,2026:1"]),
    st.sampled_from([None, "https://paper.example/a", "http://paper.example/a/", "https://paper.example/b"]),
    st.sampled_from(["A", "B", "C"]),
    st.sampled_from([None, "S", "T"]),
    st.sampled_from(["", "x", "y"]),
)
feeds = st.lists(articles, max_size=6)


class FakeShelf:
    """What a store would know after some refreshes: identities that lead to articles, the first one to claim wins."""

    def __init__(self) -> None:
        self.hashes: dict[str, bytes] = {}
        self.owners: dict[str, str] = {}

    def refresh(self, feed: list[ParsedArticle]) -> Decision:
        known = {key: KnownArticle(owner, self.hashes[owner]) for key, owner in self.owners.items()}
        decision = decide(list_arrivals(feed, [FEED], NOW), known, "source")
        for arrival in decision.arrivals:
            self.hashes[arrival.id] = arrival.content_hash
            for key in arrival.keys:
                self.owners.setdefault(key, arrival.id)
        return decision


@given(st.lists(feeds, min_size=1, max_size=3))
def test_a_feed_that_is_read_twice_brings_nothing_the_second_time(days: list[list[ParsedArticle]]) -> None:
    shelf = FakeShelf()
    for feed in days:
        shelf.refresh(feed)
    again = shelf.refresh(days[-1])
    assert (again.new, again.updated) == (0, 0)


@given(st.lists(feeds, min_size=1, max_size=3))
def test_no_article_is_stored_twice_at_once_and_none_is_lost(days: list[list[ParsedArticle]]) -> None:
    shelf = FakeShelf()
    for feed in days:
        decision = shelf.refresh(feed)
        ids = [*(arrival.id for arrival in decision.arrivals), *decision.seen]
        assert len(ids) == len(set(ids))
        assert bool(ids) == bool(feed)
        assert set(ids) <= shelf.hashes.keys()
