from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from newstui.errors import SourceError
from newstui.model import Enclosure, LanguageOrigin, NewsboatArticle, SubscriptionList
from newstui.sources.newsboat import make_articles, read_urls, split_line

FEED = "https://paper.example/feed"

LINES = {
    "": [],
    "   \t ": [],
    "a b\tc\r": ["a", "b", "c"],
    "a # b": ["a"],
    "a b#c": ["a", "b#c"],
    '  "a b"  c': ["a b", "c"],
    'a "~The \\"Paper\\""': ["a", '~The "Paper"'],
    'a "x\\ny\\tz\\\\"': ["a", "x\ny\tz\\"],
    'a "b # c" # d': ["a", "b # c"],
    'a "never closed b': ["a", "never closed b"],
    'a "ends with \\': ["a", "ends with "],
    'a "b"c': ["a", "b", "c"],
    'a b"c d"': ["a", 'b"c', 'd"'],
    'a "" b': ["a", "", "b"],
    '"query:Unread:unread = \\"yes\\"" t': ['query:Unread:unread = "yes"', "t"],
    'a "`date`" "\\`date\\`"': ["a", "`date`", "\\`date\\`"],
}


@pytest.mark.parametrize(("line", "words"), LINES.items())
def test_lines_are_split_as_newsboat_does(line: str, words: list[str]) -> None:
    assert list(split_line(line)) == words


def read(text: str) -> SubscriptionList:
    return read_urls(text.encode())


@pytest.mark.parametrize(
    ("line", "address", "title", "folder"),
    [
        (FEED, FEED, None, None),
        (f'{FEED} "~The Paper" news world', FEED, "The Paper", "news"),
        (f"{FEED} news ~Paper ~Other", FEED, "Paper", "news"),
        (f"{FEED} ! news", FEED, None, "news"),
        (f"{FEED} !hidden", FEED, None, None),
        (f'{FEED} ~ "" "two words"', FEED, None, "two words"),
        ('"file:///home/me/my%20feed.xml" "~Mine"', "/home/me/my feed.xml", "Mine", None),
        (f'{FEED} "~\x1b[31mred\x9b\u202e"', FEED, "red", None),
    ],
)
def test_a_line(line: str, address: str, title: str | None, folder: str | None) -> None:
    found = read(line)
    assert [(each.address, each.title, each.folder, each.line) for each in found.subscriptions] == [
        (address, title, folder, 1)
    ]
    assert found.lost == ()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('"query:Last:articleindex < 3"', "query “Last” is not taken over: “articleindex < 3” cannot be asked here"),
        ("ftp://paper.example/feed", "no address"),
        ("paper.example/feed", "no address"),
        ("http://", "no address"),
    ],
)
def test_what_cannot_be_taken_over_is_told_with_its_line(line: str, said: str) -> None:
    found = read(f"# comment\n\n{line}\n{FEED}\n")
    assert [each.address for each in found.subscriptions] == [FEED]
    (remark,) = found.lost
    assert remark.line == 3
    assert said in str(remark.words)


def test_queries_become_views() -> None:
    found = read(f'"query:Unread news:unread = \\"yes\\" and tags # \\"news\\""\n{FEED}\n')
    assert [(view.line, view.name, view.query) for view in found.views] == [(1, "Unread news", "is:unread folder:news")]
    assert [str(note.words) for note in found.notes] == [
        "the query “Unread news” becomes a view: is:unread folder:news"
    ]
    assert found.lost == ()


def test_programs_are_taken_as_they_are() -> None:
    found = read(f'exec:~/bin/feed.sh tag\n"exec:~/bin/feed.sh --all" tag "~All"\n"filter:jq .a:{FEED}"\n')
    assert [(each.address, each.folder, each.title) for each in found.subscriptions] == [
        ("exec:~/bin/feed.sh", "tag", None),
        ("exec:~/bin/feed.sh --all", "tag", "All"),
        (f"filter:jq .a:{FEED}", None, None),
    ]
    assert found.lost == ()


def test_what_is_different_here_is_noted() -> None:
    found = read(f'{FEED} a b "c d"\n{FEED}\nhttps://other.example/ ! x\n')
    assert [each.line for each in found.subscriptions] == [1, 3]
    assert [(each.line, str(each.words)) for each in found.notes] == [
        (1, f"{FEED} is in the folder “a”; its other tags are not taken over: b, c d"),
        (2, f"{FEED} stands in the file twice; its first line counts"),
        (3, "https://other.example/ is hidden in newsboat (!) and shown here"),
    ]


def test_a_comment_begins_the_line_or_a_word() -> None:
    assert read(f"#{FEED}\n {FEED}/1 # x\n#\n").subscriptions[0].address == f"{FEED}/1"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_encodings(encoding: str) -> None:
    (found,) = read_urls(f'{FEED} "~Zürcher Blätter – heute"'.encode(encoding)).subscriptions
    assert found.title == "Zürcher Blätter – heute"


def test_what_is_no_text_is_said() -> None:
    with pytest.raises(SourceError):
        read_urls(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))


AT = datetime(2026, 1, 6, 9, 30, tzinfo=UTC)


def kept(**about: Any) -> NewsboatArticle:
    values: dict[str, Any] = {
        "guid": "g1",
        "title": "Bridge closed",
        "author": "",
        "url": "https://paper.example/bridge",
        "base": "",
        "content": "<p>The bridge is closed, and the people of the town are angry about it.</p>",
        "mime_type": "",
        "enclosure_url": "",
        "enclosure_type": "",
        "published": AT,
        "unread": True,
        "flags": "",
        "deleted": False,
    }
    return NewsboatArticle(**(values | about))


def make(*articles: NewsboatArticle, language: str | None = None) -> list[Any]:
    return make_articles(articles, FEED, feed_title="Paper", language=language)


def test_an_article_is_what_a_feed_would_make_of_it() -> None:
    (article,) = make(
        kept(
            title="Bridge &amp; road <b>closed</b>\x1b[2J",
            author="ann@paper.example (Ann Lee)",
            enclosure_url="/a.mp3",
            enclosure_type="Audio/MPEG",
        )
    )
    assert article.title == "Bridge & road closed"
    assert article.authors == ("Ann Lee",)
    assert (article.guid, article.url, article.published) == ("g1", "https://paper.example/bridge", AT)
    assert article.enclosures == (Enclosure("https://paper.example/a.mp3", "audio/mpeg"),)
    assert (article.language, article.language_origin) == ("en", LanguageOrigin.DETECTED)
    assert article.document.plain_text().startswith("The bridge is closed")


def test_plain_text_stays_what_it_is() -> None:
    (article,) = make(kept(content="1 < 2 & <b>bold</b>", mime_type="text/plain"))
    assert article.document.plain_text() == "1 < 2 & <b>bold</b>"


@pytest.mark.parametrize(
    ("about", "guid"),
    [
        ({"guid": "https://paper.example/bridge"}, "https://paper.example/bridge"),
        # newsboat's own making, where the feed has none
        ({"guid": "https://paper.example/bridgeTue, 06 Jan 2026 09:30:00 GMT"}, "https://paper.example/bridge"),
        ({"guid": "https://paper.example/bridge2026-01-06T09:30:00Z"}, "https://paper.example/bridge"),
        ({"guid": "Bridge closed", "url": ""}, None),
        # a feed's own
        ({"guid": "https://paper.example/bridge#2026"}, "https://paper.example/bridge#2026"),
        ({"guid": "Bridge closed"}, "Bridge closed"),
        ({"guid": ""}, None),
    ],
)
def test_identifiers(about: dict[str, Any], guid: str | None) -> None:
    assert make(kept(**about))[0].guid == guid


def test_languages_are_the_users_or_detected_for_each_where_they_differ() -> None:
    german = kept(content="<p>Die Brücke ist geschlossen, und die Leute in der Stadt sind nicht froh darüber.</p>")
    assert {each.language for each in make(*[kept()] * 30)} == {"en"}
    assert [each.language for each in make(*[kept(), german] * 8)] == ["en", "de"] * 8
    (article,) = make(kept(), language="nl")
    assert (article.language, article.language_origin) == ("nl", LanguageOrigin.CONFIGURED)
