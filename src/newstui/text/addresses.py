"""Addresses as people type them, and the addresses of feeds that follow from those of well-known sites."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final
from urllib.parse import parse_qs, quote, urlsplit

_ACCOUNT: Final = re.compile(r"@([\w.-]+)@([\w-]+(?:\.[\w-]+)+(?::\d+)?)")
_SUBREDDIT: Final = re.compile(r"/?(r|u|user)/([\w-]{2,30})/?")
_FEED_SCHEME: Final = re.compile(
    r"(?:feed|rss|pcast|podcast|itpc):(?=https?://)|(?:feed|rss|pcast|podcast|itpc)(?=://)", re.IGNORECASE
)
_WEB: Final = re.compile(r"https?://[^\s/]\S*", re.IGNORECASE)
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_SITE: Final = re.compile(
    r"(?:localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\]|(?:[^\W_](?:[\w-]*[^\W_])?\.)+(?:[^\W\d_]{2,}|xn--[\w-]+))\.?"
    r"(?::\d{1,5})?(?:[/?#]\S*)?",
    re.IGNORECASE,
)
_FILE_ENDING: Final = re.compile(
    r"[^/]*\.(?:txt|text|md|markdown|html?|xhtml|xml|rss|atom|rdf|json|opml|csv|log|pdf|epub|docx?|odt)", re.IGNORECASE
)
_FEED_PATH: Final = re.compile(
    r"(?:^|[/._-])(?:rss\d?|atom\d?|feeds?|rdf|jsonfeed)(?:$|[/._-])|\.(?:xml|rss|atom|rdf)$", re.IGNORECASE
)
_FEED_QUERY: Final = re.compile(
    r"(?:^|&)(?:(?:feed|format|fmt|type|alt|output|mode|view|action|do)=(?:rss|atom|rdf|feed|jsonfeed)\w*|(?:rss|atom|feed)(?:=|$|&))",
    re.IGNORECASE,
)
"""A feed's parameters; what leads to an article from a feed (ref=rss, utm_source=feed) is not among them."""
_IS_FEED: Final = re.compile(r"\.(?:atom|rss|xml|json)$", re.IGNORECASE)

_Shape = Callable[[str, Sequence[str], Mapping[str, list[str]]], Iterator[str]]


def list_web_addresses(typed: str) -> tuple[str, ...]:
    """Return the web addresses that a typed one may mean, to be tried in this order; none where it can mean none.

    A site's name without a scheme means https first, then http. A name with a file's usual ending is no site's.
    """
    typed = _FEED_SCHEME.sub(lambda found: "" if found[0].endswith(":") else "http", typed.strip(), count=1)
    if _WEB.fullmatch(typed):
        return (typed,)
    if account := _ACCOUNT.fullmatch(typed):
        return (f"https://{account[2]}/@{account[1]}",)
    if board := _SUBREDDIT.fullmatch(typed):
        return (f"https://www.reddit.com/{'r' if board[1] == 'r' else 'user'}/{board[2]}/",)
    if typed.startswith("//") and _SITE.fullmatch(typed[2:]):
        typed = typed[2:]
    if _SITE.fullmatch(typed) and not _FILE_ENDING.fullmatch(typed):
        return (f"https://{typed}", f"http://{typed}")
    return ()


def has_scheme(typed: str) -> bool:
    """Whether an address was typed with its scheme, so that it names one place."""
    return bool(_SCHEME.match(typed.strip())) and "://" in typed


def looks_like_feed_address(url: str) -> bool:
    """Whether an address says by its path or its parameters that a feed is there."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(_FEED_PATH.search(parts.path) or _FEED_QUERY.search(parts.query))


def find_known_feeds(url: str) -> tuple[str, ...]:
    """Return the addresses of the feeds that a page of a well-known site has, without looking at it.

    Empty for other sites, and for addresses that are feeds already. That a feed is there is not certain.
    """
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ()
    path = [quote(step, safe="@%+~:=,'!()-._") for step in parts.path.split("/") if step]
    query = parse_qs(parts.query)
    if _IS_FEED.search(parts.path) or "format=atom" in parts.query:
        return ()
    shape = _SHAPES.get(host) or next((shape for ending, shape in _ENDINGS if host.endswith(ending)), _read_account)
    return tuple(shape(f"{parts.scheme.lower()}://{parts.netloc}", path, query))


def _read_youtube(_site: str, path: Sequence[str], query: Mapping[str, list[str]]) -> Iterator[str]:
    """Channels and playlists by their ids; handles and custom names are known to their pages only."""
    feed = "https://www.youtube.com/feeds/videos.xml"
    match path:
        case ["channel", channel, *_]:
            yield f"{feed}?channel_id={channel}"
        case ["user", user, *_]:
            yield f"{feed}?user={user}"
        case [("playlist" | "watch"), *_] if query.get("list"):
            yield f"{feed}?playlist_id={quote(query['list'][0])}"


def _read_reddit(_site: str, path: Sequence[str], _query: Mapping[str, list[str]]) -> Iterator[str]:
    match path:
        case ["r", board, "comments", post, *_]:
            yield f"https://www.reddit.com/r/{board}/comments/{post}/.rss"
        case ["r", board, ("new" | "top" | "rising" | "hot") as order, *_]:
            yield f"https://www.reddit.com/r/{board}/{order}/.rss"
        case ["r", board, *_]:
            yield f"https://www.reddit.com/r/{board}/.rss"
        case [("u" | "user"), user, *_]:
            yield f"https://www.reddit.com/user/{user}/.rss"
        case []:
            yield "https://www.reddit.com/.rss"


_GITHUB_PAGES: Final = frozenset(
    {"about", "apps", "collections", "features", "login", "marketplace", "orgs", "pricing", "search", "settings"}
    | {"signup", "sponsors", "stars", "team", "topics", "trending", "explore", "enterprise", "readme", "notifications"}
)


def _read_github(_site: str, path: Sequence[str], _query: Mapping[str, list[str]]) -> Iterator[str]:
    if path and path[0].lower() in _GITHUB_PAGES:
        return
    match path:
        case [owner]:
            yield f"https://github.com/{owner}.atom"
        case [owner, name]:
            repository = f"https://github.com/{owner}/{name.removesuffix('.git')}"
            yield from (f"{repository}/{what}.atom" for what in ("releases", "commits", "tags"))
        case [owner, name, ("releases" | "tags" | "commits" | "discussions") as what]:
            yield f"https://github.com/{owner}/{name}/{what}.atom"
        case [owner, name, ("commits" | "tree"), *branch]:
            yield f"https://github.com/{owner}/{name}/commits/{'/'.join(branch)}.atom"
        case [owner, name, "wiki", *_]:
            yield f"https://github.com/{owner}/{name}/wiki.atom"


def _read_gist(_site: str, path: Sequence[str], _query: Mapping[str, list[str]]) -> Iterator[str]:
    if len(path) == 1:
        yield f"https://gist.github.com/{path[0]}.atom"


def _read_gitlab(site: str, path: Sequence[str], _query: Mapping[str, list[str]]) -> Iterator[str]:
    """A project may lie in groups of groups; what is asked of it stands after a hyphen."""
    steps = list(path)
    cut = steps.index("-") if "-" in steps else len(steps)
    project = f"{site}/{'/'.join(steps[:cut])}"
    if cut < 2:
        if cut and steps[0] not in {"explore", "users", "help", "dashboard"}:
            yield f"{project}.atom"
        return
    match steps[cut + 1 :]:
        case ["releases", *_]:
            yield f"{project}/-/releases.atom"
        case ["tags", *_]:
            yield f"{project}/-/tags?format=atom"
        case ["commits", *branch] if branch:
            yield f"{project}/-/commits/{'/'.join(branch)}?format=atom"
        case ["issues", *_]:
            yield f"{project}/-/issues.atom"
        case _:
            yield from (f"{project}/-/releases.atom", f"{project}/-/tags?format=atom", f"{project}.atom")


def _read_forgejo(site: str, path: Sequence[str], _query: Mapping[str, list[str]]) -> Iterator[str]:
    match path:
        case [owner] if owner not in {"explore", "user", "org"}:
            yield f"{site}/{owner}.atom"
        case [owner, name]:
            yield from (f"{site}/{owner}/{name}/{what}.atom" for what in ("releases", "tags"))
            yield f"{site}/{owner}/{name}.atom"
        case [owner, name, ("releases" | "tags") as what, *_]:
            yield f"{site}/{owner}/{name}/{what}.atom"


def _read_medium(_site: str, path: Sequence[str], _query: Mapping[str, list[str]]) -> Iterator[str]:
    match path:
        case ["tag", tag, *_]:
            yield f"https://medium.com/feed/tag/{tag}"
        case [publication, *_] if publication not in {"m", "feed", "me", "search", "about"}:
            yield f"https://medium.com/feed/{publication}"


def _read_substack_profile(_site: str, path: Sequence[str], _query: Mapping[str, list[str]]) -> Iterator[str]:
    if path and path[0].startswith("@"):
        yield f"https://{path[0][1:]}.substack.com/feed"


def _read_bluesky(_site: str, path: Sequence[str], _query: Mapping[str, list[str]]) -> Iterator[str]:
    if len(path) == 2 and path[0] == "profile":
        yield f"https://bsky.app/profile/{path[1]}/rss"


def _read_account(site: str, path: Sequence[str], _query: Mapping[str, list[str]]) -> Iterator[str]:
    """Mastodon and its kin: https://host/@user; a user of another server has no feed on this one."""
    if len(path) == 1 and re.fullmatch(r"@[\w.-]+", path[0]):
        yield f"{site}/{path[0]}.rss"


def _read_nothing(_site: str, _path: Sequence[str], _query: Mapping[str, list[str]]) -> Iterator[str]:
    """A site whose feeds follow from no address."""
    yield from ()


def _always(feed: str) -> _Shape:
    """Return the shape of a host that has one feed, whichever of its pages (but for feeds) is named."""

    def read(site: str, path: Sequence[str], _query: Mapping[str, list[str]]) -> Iterator[str]:
        if not _FEED_PATH.search("/".join(path)):
            yield f"{site}{feed}"

    return read


_SHAPES: Final[Mapping[str, _Shape]] = {
    "youtube.com": _read_youtube,
    "m.youtube.com": _read_youtube,
    "reddit.com": _read_reddit,
    "old.reddit.com": _read_reddit,
    "new.reddit.com": _read_reddit,
    "github.com": _read_github,
    "gist.github.com": _read_gist,
    "gitlab.com": _read_gitlab,
    "codeberg.org": _read_forgejo,
    "medium.com": _read_medium,
    "substack.com": _read_substack_profile,
    "bsky.app": _read_bluesky,
    "wordpress.com": _read_nothing,
    "tumblr.com": _read_nothing,
    "tiktok.com": _read_nothing,
    "threads.net": _read_nothing,
    "threads.com": _read_nothing,
}
_ENDINGS: Final[Sequence[tuple[str, _Shape]]] = (
    (".substack.com", _always("/feed")),
    (".medium.com", _always("/feed")),
    (".wordpress.com", _always("/feed/")),
    (".tumblr.com", _always("/rss")),
    (".blogspot.com", _always("/feeds/posts/default")),
)
