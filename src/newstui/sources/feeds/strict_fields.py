"""The elements that the short way knows, and what each of them is read as."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from newstui.sources.feeds.strict_place import ATOM, Declined, Fields, Place
from newstui.sources.feeds.strict_values import (
    PERSON,
    is_harmless,
    read_atom_link,
    read_author,
    read_category,
    read_content,
    read_date,
    read_enclosure,
    read_guid,
    read_language,
    read_link,
    read_media,
    read_person,
    read_plain,
    read_text,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_MEDIA: Final = "{http://search.yahoo.com/mrss/}"
_CONTENT: Final = "{http://purl.org/rss/1.0/modules/content/}"
_SYNDICATION: Final = "{http://purl.org/rss/1.0/modules/syndication/}"
_SLASH: Final = "{http://purl.org/rss/1.0/modules/slash/}"
_COMMENTS: Final = "{http://wellformedweb.org/CommentAPI/}"

Rule = Callable[["_Element", Place, Fields], None]


def read_child(element: _Element, place: Place, rules: Mapping[str, Rule], fields: Fields) -> None:
    """Put what an element says among the fields of its entry or feed; raises Declined for what is unusual."""
    tag = element.tag
    if not isinstance(tag, str):
        return  # a comment between elements
    rule = rules.get(tag)
    if rule is not None:
        rule(element, place.enter(element), fields)
    elif not is_harmless(element):
        raise Declined


def _ignore(_element: _Element, _place: Place, _fields: Fields) -> None:
    pass


def _ignore_leaf(element: _Element, _place: Place, _fields: Fields) -> None:
    if len(element):
        raise Declined


def _ignore_with(children: frozenset[str], element: _Element, _place: Place, _fields: Fields) -> None:
    if any(child.tag not in children or len(child) for child in element):
        raise Declined


_PICTURE: Final = frozenset(("title", "link", "url", "width", "height", "description"))

_ANYWHERE: Final[dict[str, Rule]] = {
    **dict.fromkeys((f"{_SLASH}comments", f"{_COMMENTS}comment", f"{_COMMENTS}commentRss"), _ignore_leaf),
    f"{_MEDIA}content": partial(read_media, "media_content"),
    f"{_MEDIA}thumbnail": partial(read_media, "media_thumbnail"),
    f"{_DC}date": partial(read_date, "updated"),
    **dict.fromkeys((f"{_DC}{name}" for name in ("rights", "publisher", "format", "identifier", "type")), _ignore_leaf),
}

_WORDPRESS: Final = dict.fromkeys(
    (f"{{com-wordpress:feed-additions:1}}{name}" for name in ("site", "post-id")), _ignore_leaf
)

RSS_ITEM: Final[dict[str, Rule]] = {
    **_ANYWHERE,
    **_WORDPRESS,
    f"{ATOM}updated": partial(read_date, "updated"),
    "title": partial(read_text, "title", "text/plain"),
    "description": partial(read_text, "summary", "text/html"),
    f"{_CONTENT}encoded": read_content,
    "link": read_link,
    f"{ATOM}link": read_atom_link,
    "guid": read_guid,
    "pubDate": partial(read_date, "published"),
    "author": read_author,
    f"{_DC}creator": read_author,
    "category": read_category,
    f"{_DC}subject": read_category,
    f"{_DC}language": read_language,
    "enclosure": read_enclosure,
    "comments": _ignore_leaf,
}

RSS_CHANNEL: Final[dict[str, Rule]] = {
    **_WORDPRESS,
    "title": partial(read_text, "title", "text/plain"),
    "description": partial(read_text, "subtitle", "text/html"),
    "link": read_link,
    f"{ATOM}link": read_atom_link,
    "language": read_language,
    f"{_DC}language": read_language,
    "ttl": partial(read_plain, "ttl"),
    f"{_SYNDICATION}updatePeriod": partial(read_plain, "sy_updateperiod"),
    f"{_SYNDICATION}updateFrequency": partial(read_plain, "sy_updatefrequency"),
    f"{_SYNDICATION}updateBase": _ignore_leaf,
    "image": partial(_ignore_with, _PICTURE),
    "skipHours": partial(_ignore_with, frozenset(("hour",))),
    "skipDays": partial(_ignore_with, frozenset(("day",))),
    **dict.fromkeys(
        (
            "copyright",
            "managingEditor",
            "webMaster",
            "pubDate",
            "lastBuildDate",
            "category",
            "generator",
            "docs",
            "cloud",
        ),
        _ignore_leaf,
    ),
}

ATOM_ENTRY: Final[dict[str, Rule]] = {
    **_ANYWHERE,
    f"{ATOM}title": partial(read_text, "title", "text/plain"),
    f"{ATOM}summary": partial(read_text, "summary", "text/plain"),
    f"{ATOM}content": read_content,
    f"{ATOM}link": read_atom_link,
    f"{ATOM}id": read_guid,
    f"{ATOM}published": partial(read_date, "published"),
    f"{ATOM}updated": partial(read_date, "updated"),
    f"{ATOM}author": read_person,
    f"{ATOM}category": read_category,
    f"{ATOM}contributor": partial(_ignore_with, PERSON),
    f"{ATOM}rights": _ignore_leaf,
}

ATOM_FEED: Final[dict[str, Rule]] = {
    f"{ATOM}title": partial(read_text, "title", "text/plain"),
    f"{ATOM}subtitle": partial(read_text, "subtitle", "text/plain"),
    f"{ATOM}link": read_atom_link,
    f"{ATOM}id": read_guid,
    f"{ATOM}author": read_person,
    f"{ATOM}contributor": partial(_ignore_with, PERSON),
    **dict.fromkeys(
        (f"{ATOM}{name}" for name in ("updated", "category", "generator", "icon", "logo", "rights")), _ignore_leaf
    ),
}
