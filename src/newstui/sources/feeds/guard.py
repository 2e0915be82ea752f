"""What is done to a feed's bytes before a parser sees them: one cheap pass that no document can make expensive.

Entity declarations that expand into each other or read files are taken out, documents that nest without end are
refused, and of a feed with very many entries only the newest reach the parser.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import Final

from newstui.errors import N_, SourceError
from newstui.sources.feeds.failure import refuse
from newstui.sources.feeds.limits import FeedLimits
from newstui.sources.feeds.sniff import find_wide_encoding

_DECLARATION: Final = re.compile(r"\s*<\?xml[^>]*\?>")
_ROOT: Final = re.compile(rb"<[A-Za-z_]")
_DOCTYPE: Final = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_ENTITY: Final = re.compile(
    rb"<!ENTITY\s+(\w{1,50})\s+(?:\"((?:&#\w{1,8};|[^&%\"<]){0,200})\"|'((?:&#\w{1,8};|[^&%'<\"]){0,200})')\s*>"
)
_MOST_ENTITIES: Final = 300
_MOST_EXPANDED: Final = 16 * 1024 * 1024
"""Bytes that declared entities may come to at most when every & of the document is one."""

_TOKEN: Final = re.compile(rb"<(?:(!\[CDATA\[|!--|\?)|(/?)([A-Za-z_][^\s/<>]*+)([^<>]*+)>)")
_ENDS: Final = {b"![CDATA[": b"]]>", b"!--": b"-->", b"?": b"?>"}
_ENTRY: Final = re.compile(rb"(?:\w+:)?(?:item|entry)", re.IGNORECASE)
_OPEN_ENDED: Final = frozenset((b"br", b"hr", b"img", b"input", b"p", b"li", b"BR", b"HR", b"IMG", b"P", b"LI"))
"""Elements of HTML that broken feeds leave open; they do not count as depth."""

_MOST_TAGS: Final = 4_000_000
_DATE: Final = re.compile(
    rb"<(?:\w+:)?(?:pubDate|date|published|updated|modified|issued)[^>]*>\s*([^<]{6,40})", re.IGNORECASE
)


@dataclass(slots=True)
class _Scan:
    """What a look over the bytes has found: where entries begin and end, and how many tags stand before each end."""

    bounds: list[tuple[int, int]] = field(default_factory=list)
    tags_before: list[int] = field(default_factory=list)
    tags: int = 0


def guard(body: bytes, name: str, limits: FeedLimits) -> bytes:
    """Return bytes that a parser may see; raises SourceError for those that none should."""
    if len(body) > limits.bytes:
        raise refuse(name, SourceError(N_("it is larger than {limit} MB"), limit=limits.bytes // 1024**2))
    body = _defuse_entities(_to_ascii_superset(body))
    if body.count(b"<") <= min(limits.depth, limits.entries, limits.tags):
        return body
    scan = _scan(body, name, limits)
    if len(scan.bounds) <= limits.entries and scan.tags <= limits.tags:
        return body
    return _keep_newest(body, name, scan, limits)


def _to_ascii_superset(body: bytes) -> bytes:
    """Return XML in UTF-16, UTF-32 or EBCDIC as UTF-8, and everything else as it is."""
    wide = find_wide_encoding(body)
    if wide is None:
        return body
    encoding, skipped = wide
    text = body[skipped:].decode(encoding, "replace")
    return _DECLARATION.sub("", text, count=1).encode("utf-8", "replace")


def _defuse_entities(body: bytes) -> bytes:
    """Replace a document type declaration by one with nothing but short, plain entities in it.

    Each stands on a line of its own, which is how feedparser finds them.
    """
    root = _ROOT.search(body)
    head = body[: root.start()] if root else body
    doctype = _DOCTYPE.search(head)
    if doctype is None or b"<!ENTITY" not in head:
        return body
    plain = [(found[1], found[2] if found[2] is not None else found[3]) for found in _ENTITY.finditer(head)]
    longest = max((len(value) for _, value in plain), default=0)
    if len(plain) > _MOST_ENTITIES or longest * body.count(b"&") > _MOST_EXPANDED:
        plain = []
    lines = b"".join(b'<!ENTITY %s "%s">\n' % pair for pair in plain)
    declared = b"\n<!DOCTYPE feed [\n%s]>\n" % lines if plain else b""
    return head[: doctype.start()] + declared + body[len(head) :]


def _scan(body: bytes, name: str, limits: FeedLimits) -> _Scan:
    """Find the entries; raises SourceError where elements nest too deep or are too many to be looked at."""
    scan = _Scan()
    open_elements: list[bytes] = []
    times_open: Counter[bytes] = Counter()
    begun: tuple[int, int] | None = None
    endless: set[bytes] = set()
    place = 0
    while token := _TOKEN.search(body, place):
        aside, closes, tag, rest = token.groups()
        place = token.end()
        if aside is not None:
            end = -1 if aside in endless else body.find(_ENDS[aside], place)
            if end >= 0:
                place = end
            else:
                endless.add(aside)
            continue
        scan.tags += 1
        if scan.tags > _MOST_TAGS:
            raise refuse(name, SourceError(N_("it has too many elements")), _place(body, token.start()))
        if not closes:
            if rest.endswith(b"/") or tag in _OPEN_ENDED:
                continue
            open_elements.append(tag)
            times_open[tag] += 1
            if len(open_elements) > limits.depth:
                reason = SourceError(N_("its elements are nested more than {depth} deep"), depth=limits.depth)
                raise refuse(name, reason, _place(body, token.start()))
            if begun is None and _ENTRY.fullmatch(tag):
                begun = token.start(), len(open_elements)
        elif times_open[tag]:
            closed = None
            while closed != tag:
                closed = open_elements.pop()
                times_open[closed] -= 1
            if begun is not None and len(open_elements) < begun[1]:
                scan.bounds.append((begun[0], token.end()))
                scan.tags_before.append(scan.tags)
                begun = None
    return scan


def _keep_newest(body: bytes, name: str, scan: _Scan, limits: FeedLimits) -> bytes:
    """Cut the oldest entries out of a document; the dates of the first and the last say in which order they stand."""
    bounds = scan.bounds
    if not bounds:
        raise refuse(name, SourceError(N_("it has too many elements")))
    oldest_first = _read_date(body, bounds[0]) < _read_date(body, bounds[-1])
    costs = [now - before for before, now in pairwise((0, *scan.tags_before))]
    left = limits.tags - (scan.tags - scan.tags_before[-1])
    kept = 0
    for cost in islice(reversed(costs) if oldest_first else costs, limits.entries):
        left -= cost
        if left < 0:
            break
        kept += 1
    if not kept:
        raise refuse(name, SourceError(N_("it has too many elements")))
    first = len(bounds) - kept if oldest_first else 0
    chosen = body[bounds[first][0] : bounds[first + kept - 1][1]]
    return body[: bounds[0][0]] + chosen + body[bounds[-1][1] :]


def _read_date(body: bytes, bound: tuple[int, int]) -> float:
    """Return when an entry is from in seconds since 1970, 0 where that is not said."""
    from newstui.sources.feeds.dates import read_date

    found = _DATE.search(body, *bound)
    moment = read_date(found[1].decode("ascii", "replace").strip()) if found else None
    return moment.timestamp() if moment else 0.0


def _place(body: bytes, offset: int) -> tuple[int, int]:
    """Return an offset as line and column, from 1."""
    return body.count(b"\n", 0, offset) + 1, offset - body.rfind(b"\n", 0, offset)
