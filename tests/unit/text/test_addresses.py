import pytest

from newstui.text.addresses import find_known_feeds, has_scheme, list_web_addresses, looks_like_feed_address

TYPED = {
    "https://paper.example/feed": ("https://paper.example/feed",),
    "  HTTP://paper.example ": ("HTTP://paper.example",),
    "paper.example": ("https://paper.example", "http://paper.example"),
    "//paper.example/news": ("https://paper.example/news", "http://paper.example/news"),
    "www.paper.example:8080/a?b=c": ("https://www.paper.example:8080/a?b=c", "http://www.paper.example:8080/a?b=c"),
    "münchen.example": ("https://münchen.example", "http://münchen.example"),
    "localhost:8000": ("https://localhost:8000", "http://localhost:8000"),
    "127.0.0.1/x": ("https://127.0.0.1/x", "http://127.0.0.1/x"),
    "feed://paper.example/rss": ("http://paper.example/rss",),
    "feed:https://paper.example/rss": ("https://paper.example/rss",),
    "@ann@social.example": ("https://social.example/@ann",),
    "r/python": ("https://www.reddit.com/r/python/",),
    "/r/python": ("https://www.reddit.com/r/python/",),
    "u/ann_lee": ("https://www.reddit.com/user/ann_lee/",),
    "story.txt": (),
    "notes.md": (),
    "feed.xml": (),
    "nowhere": (),
    "ftp://paper.example": (),
    "https://": (),
    "two words.example": (),
    "": (),
}
KNOWN = {
    "https://www.youtube.com/channel/UCabc_-123": ["https://www.youtube.com/feeds/videos.xml?channel_id=UCabc_-123"],
    "https://m.youtube.com/channel/UCabc/videos": ["https://www.youtube.com/feeds/videos.xml?channel_id=UCabc"],
    "https://www.youtube.com/user/ann": ["https://www.youtube.com/feeds/videos.xml?user=ann"],
    "https://youtube.com/playlist?list=PL1&si=x": ["https://www.youtube.com/feeds/videos.xml?playlist_id=PL1"],
    "https://www.youtube.com/watch?v=1&list=PL1": ["https://www.youtube.com/feeds/videos.xml?playlist_id=PL1"],
    "https://www.youtube.com/watch?v=1": [],
    "https://www.youtube.com/@ann": [],
    "https://www.youtube.com/feeds/videos.xml?channel_id=UCabc": [],
    "https://social.example/@ann": ["https://social.example/@ann.rss"],
    "https://social.example:8443/@ann/": ["https://social.example:8443/@ann.rss"],
    "http://social.example/@ann": ["http://social.example/@ann.rss"],
    "https://social.example/@ann@other.example": [],
    "https://social.example/@ann/1234": [],
    "https://old.reddit.com/r/python": ["https://www.reddit.com/r/python/.rss"],
    "https://www.reddit.com/r/rss/top/": ["https://www.reddit.com/r/rss/top/.rss"],
    "https://www.reddit.com/r/python/comments/1a2b/title/": ["https://www.reddit.com/r/python/comments/1a2b/.rss"],
    "https://reddit.com/u/ann": ["https://www.reddit.com/user/ann/.rss"],
    "https://github.com/ann/rss-reader": [
        "https://github.com/ann/rss-reader/releases.atom",
        "https://github.com/ann/rss-reader/commits.atom",
        "https://github.com/ann/rss-reader/tags.atom",
    ],
    "https://github.com/ann/tool/releases": ["https://github.com/ann/tool/releases.atom"],
    "https://github.com/ann/tool/commits/main/docs": ["https://github.com/ann/tool/commits/main/docs.atom"],
    "https://github.com/ann/tool/tree/main": ["https://github.com/ann/tool/commits/main.atom"],
    "https://github.com/ann/tool/releases.atom": [],
    "https://github.com/ann": ["https://github.com/ann.atom"],
    "https://github.com/features": [],
    "https://github.com/": [],
    "https://gist.github.com/ann": ["https://gist.github.com/ann.atom"],
    "https://gitlab.com/group/sub/tool": [
        "https://gitlab.com/group/sub/tool/-/releases.atom",
        "https://gitlab.com/group/sub/tool/-/tags?format=atom",
        "https://gitlab.com/group/sub/tool.atom",
    ],
    "https://gitlab.com/group/tool/-/commits/main": ["https://gitlab.com/group/tool/-/commits/main?format=atom"],
    "https://gitlab.com/group/tool/-/tags?format=atom": [],
    "https://codeberg.org/ann/tool/releases": ["https://codeberg.org/ann/tool/releases.atom"],
    "https://ann.substack.com/p/a-story": ["https://ann.substack.com/feed"],
    "https://substack.com/@ann": ["https://ann.substack.com/feed"],
    "https://medium.com/@ann": ["https://medium.com/feed/@ann"],
    "https://medium.com/paper/a-story-1": ["https://medium.com/feed/paper"],
    "https://ann.medium.com/": ["https://ann.medium.com/feed"],
    "https://ann.wordpress.com/2026/01/story/": ["https://ann.wordpress.com/feed/"],
    "https://ann.wordpress.com/category/travel/feed/": [],
    "https://ann.tumblr.com": ["https://ann.tumblr.com/rss"],
    "https://ann.blogspot.com/2026/": ["https://ann.blogspot.com/feeds/posts/default"],
    "https://bsky.app/profile/ann.example": ["https://bsky.app/profile/ann.example/rss"],
    "https://www.tiktok.com/@ann": [],
    "https://paper.example/news": [],
    "https://[broken/": [],
}


@pytest.mark.parametrize(("typed", "meant"), TYPED.items())
def test_what_a_typed_address_may_mean(typed: str, meant: tuple[str, ...]) -> None:
    assert list_web_addresses(typed) == meant


@pytest.mark.parametrize(("page", "feeds"), KNOWN.items())
def test_feeds_of_well_known_sites(page: str, feeds: list[str]) -> None:
    assert list(find_known_feeds(page)) == feeds


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://paper.example/feed", True),
        ("https://paper.example/feed/", True),
        ("https://paper.example/news.rss", True),
        ("https://paper.example/index.xml", True),
        ("https://paper.example/?feed=rss2", True),
        ("https://paper.example/?rss=1", True),
        ("https://paper.example/?format=feed&type=rss", True),
        ("https://paper.example/story?ref=rss&utm_source=feed", False),
        ("https://paper.example/atom.xml?x=1", True),
        ("https://paper.example/xml/rss/all", True),
        ("https://paper.example/", False),
        ("https://feed.example/", False),
        ("https://paper.example/feedback", False),
        ("https://paper.example/press", False),
        ("https://[broken/feed", False),
    ],
)
def test_addresses_that_say_feed(url: str, expected: bool) -> None:
    assert looks_like_feed_address(url) is expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("https://a.example", True), ("ftp://a.example", True), ("a.example:80/x", False), ("", False)],
)
def test_schemes(typed: str, expected: bool) -> None:
    assert has_scheme(typed) is expected
