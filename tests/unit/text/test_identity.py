from dataclasses import replace
from datetime import UTC, datetime

import pytest

from newstui.model import Block, BlockKind, Document, Edition, Enclosure, ParsedArticle
from newstui.text.identity import (
    article_id,
    canonical_url,
    content_hash,
    drop_worthless_guids,
    find_shared_urls,
    hash_in_part,
    identity_keys,
    says_less,
    says_more,
)

FEED = "https://paper.example/feed.xml"


def article(
    guid: str | None = None, url: str | None = None, title: str = "Title", text: str = "Text."
) -> ParsedArticle:
    return ParsedArticle(guid=guid, url=url, title=title, document=Document((Block(BlockKind.PARAGRAPH, text),)))


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("http://Paper.Example/A", "https://paper.example/A"),
        ("https://paper.example:443/a", "https://paper.example/a"),
        ("http://paper.example:80/a", "https://paper.example/a"),
        ("http://paper.example:443/a", "https://paper.example/a"),
        ("http://paper.example:8080/a", "https://paper.example:8080/a"),
        ("https://www.paper.example/a", "https://www.paper.example/a"),
        ("https://paper.example/a/", "https://paper.example/a"),
        ("https://paper.example/", "https://paper.example"),
        ("https://paper.example./a", "https://paper.example/a"),
        ("//paper.example/a", "https://paper.example/a"),
        ("  https://paper.example/a\n", "https://paper.example/a"),
        ("https://me:secret@paper.example/a", "https://paper.example/a"),
        ("https://paper.example/a?utm_source=rss&id=7&utm_medium=feed", "https://paper.example/a?id=7"),
        ("https://paper.example/a?UTM_Source=rss", "https://paper.example/a"),
        ("https://paper.example/a?at_medium=RSS&at_campaign=KARANGA", "https://paper.example/a"),
        ("https://paper.example/a?maca=en-rss-all", "https://paper.example/a"),
        ("https://paper.example/a?fbclid=1&gclid=2", "https://paper.example/a"),
        ("https://paper.example/a?b=2&a=1", "https://paper.example/a?b=2&a=1"),
        ("https://paper.example/a?&x=1&&", "https://paper.example/a?x=1"),
        ("https://paper.example/a?page", "https://paper.example/a?page"),
        ("https://paper.example/a?attitude=1", "https://paper.example/a?attitude=1"),
        ("https://paper.example/a#section", "https://paper.example/a"),
        ("https://paper.example/#!/story/1", "https://paper.example#!/story/1"),
        ("https://paper.example/%7euser/%c3%a9", "https://paper.example/~user/%C3%A9"),
        ("https://paper.example/é", "https://paper.example/%C3%A9"),
        ("https://paper.example/a%2Fb", "https://paper.example/a%2Fb"),
        ("https://paper.example/50%", "https://paper.example/50%25"),
        ("https://Bücher.example/a", "https://xn--bcher-kva.example/a"),
        ("http://[2001:DB8::1]:8080/a", "https://[2001:db8::1]:8080/a"),
        ("http://paper.example:notaport/a", "http://paper.example:notaport/a"),
        ("urn:isbn:1", "urn:isbn:1"),
        ("", ""),
    ],
)
def test_addresses_of_one_page_are_equal(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical


@pytest.mark.parametrize(
    ("guid", "url", "keys"),
    [
        ("https://paper.example/a?utm_source=rss", "http://paper.example/a/", ("url:https://paper.example/a",)),
        (
            "https://paper.example/?p=12",
            "https://paper.example/a",
            ("url:https://paper.example?p=12", "url:https://paper.example/a"),
        ),
        ("12", "https://paper.example/a", (f"guid:{FEED} 12", "url:https://paper.example/a")),
        ("12", None, (f"guid:{FEED} 12",)),
        ("tag:paper.example,2026:12", None, ("guid:tag:paper.example,2026:12",)),
        ("urn:nbn:de:1", None, ("guid:urn:nbn:de:1",)),
        ("urn:uuid:1225C695-CFB8-4EBB-AAAA-80DA344EFA6A", None, ("guid:1225c695cfb84ebbaaaa80da344efa6a",)),
        ("1225c695-cfb8-4ebb-aaaa-80da344efa6a", None, ("guid:1225c695cfb84ebbaaaa80da344efa6a",)),
        ("https://paper.example/", "https://paper.example/a", (f"guid:{FEED} https://paper.example/", "url:https://paper.example/a")),
        (None, "https://paper.example/shared", None),
        (None, "https://paper.example/", None),
        (None, None, None),
    ],
)  # fmt: skip
def test_keys_stand_for_the_article_wherever_it_comes_from(
    guid: str | None, url: str | None, keys: tuple[str, ...] | None
) -> None:
    found = identity_keys(article(guid, url), FEED, {"https://paper.example/shared"})
    if keys is None:
        assert len(found) == 1
        assert found[0].startswith("words:")
    else:
        assert found == keys


def test_a_file_is_known_by_its_path_alone() -> None:
    written = replace(article("/news/a.txt", "https://paper.example/a"), path="/news/a.txt")
    assert identity_keys(written, None) == ("path:/news/a.txt",)


def test_words_make_an_identity_that_a_date_narrows() -> None:
    monday, tuesday = (datetime(2026, 1, day, tzinfo=UTC) for day in (5, 6))
    dated = replace(article(title="Weather", text="Sun."), published=monday)
    assert identity_keys(dated, FEED) == identity_keys(replace(dated, document=Document()), FEED)
    assert identity_keys(dated, FEED) != identity_keys(replace(dated, published=tuesday), FEED)
    assert identity_keys(dated, FEED) != identity_keys(dated, "https://other.example/feed.xml")
    assert identity_keys(article(text="Sun."), FEED) != identity_keys(article(text="Rain."), FEED)


@pytest.mark.parametrize(
    ("entries", "shared"),
    [
        ([("1", "A"), ("2", "B")], True),
        ([(None, "A"), (None, "B")], True),
        ([("1", "A"), ("1", "A")], False),
        ([("1", "A"), ("1", "B")], False),
        ([(None, "A"), (None, "A")], False),
        ([("1", "A")], False),
    ],
)
def test_an_address_that_several_articles_carry_is_shared(
    entries: list[tuple[str | None, str]], *, shared: bool
) -> None:
    url = "https://paper.example/live"
    articles = [article(guid, url + "?utm_source=x", title) for guid, title in entries]
    assert find_shared_urls(articles) == ({url} if shared else set())


@pytest.mark.parametrize(
    ("entries", "dropped"),
    [
        ([("g", "/a", "A"), ("g", "/b", "B")], True),
        ([("g", "/a", "A"), ("g", "/a", "B")], False),
        ([("g", "/a", "A"), ("g", "/b", "A")], False),
        ([("g", "/a", "A"), ("g", "/a", "B"), ("g", "/a", "C")], True),
        ([("g", "/a", "A"), ("h", "/b", "B")], False),
    ],
)
def test_a_guid_that_several_articles_carry_says_nothing(entries: list[tuple[str, str, str]], *, dropped: bool) -> None:
    articles = [article(guid, "https://paper.example" + path, title) for guid, path, title in entries]
    assert all((kept.guid is None) == dropped for kept in drop_worthless_guids(articles))


def test_an_id_is_13_letters_and_for_ever_the_same() -> None:
    assert article_id("url:https://paper.example/a") == "43u7rqevnuyd6"
    assert article_id("url:https://paper.example/b") != article_id("url:https://paper.example/a")


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Other"},
        {"summary": "Other"},
        {"authors": ("Other",)},
        {"url": "https://paper.example/other"},
        {"language": "de"},
        {"document": Document((Block(BlockKind.HEADING, "Text.", 2),))},
        {"document": Document((Block(BlockKind.PARAGRAPH, "Other."),))},
        {"document": Document()},
        {"enclosures": (Enclosure("https://paper.example/a.mp3"),)},
        {"editions": (Edition("nl", url="https://paper.example/nl"),)},
    ],
)
def test_what_a_reader_sees_is_in_the_hash(changes: dict[str, object]) -> None:
    seen = replace(article(), summary="Summary", published=datetime(2026, 1, 5, tzinfo=UTC))
    assert content_hash(replace(seen, **changes)) != content_hash(seen)  # type: ignore[arg-type]
    assert len(content_hash(seen)) == 16


@pytest.mark.parametrize(
    "changes",
    [
        {"published": None},
        {"updated": datetime(2026, 1, 6, tzinfo=UTC)},
        {"categories": ("Other",)},
        {"guid": "other"},
        {"url": "http://paper.example/a/?utm_source=rss"},
    ],
)
def test_what_a_reader_does_not_see_is_not(changes: dict[str, object]) -> None:
    seen = replace(article(url="https://paper.example/a"), published=datetime(2026, 1, 5, tzinfo=UTC))
    assert content_hash(replace(seen, **changes)) == content_hash(seen)  # type: ignore[arg-type]


def test_losing_the_summary_or_the_text_is_saying_less() -> None:
    whole = replace(article(), summary="Summary")
    without_summary, without_text = replace(whole, summary=None), replace(whole, document=Document())
    assert says_less(content_hash(without_summary), content_hash(whole))
    assert says_less(content_hash(without_text), content_hash(whole))
    assert not says_less(content_hash(whole), content_hash(whole))
    assert not says_less(content_hash(whole), content_hash(without_summary))
    assert not says_less(content_hash(replace(without_summary, title="Other")), content_hash(whole))


def test_gaining_what_was_not_there_or_not_known_is_saying_more() -> None:
    whole = content_hash(replace(article(), summary="Summary"))
    bare = content_hash(article())
    assert says_more(whole, bare)
    assert not says_more(bare, whole)
    assert not says_more(whole, whole)
    other = content_hash(replace(article(), summary="Summary", authors=("Ann",)))
    assert not says_more(other, bare)
    assert says_more(other, hash_in_part(bare))
    assert not says_more(content_hash(replace(article(), document=Document())), hash_in_part(bare))
