"""What is done to a feed's bytes before a parser sees them: one cheap pass that no document can make expensive.

Entity declarations that expand into each other or read files are taken out, documents that nest without end are
refused, and of a feed with very many entries only the newest reach the parser.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
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

_TOKEN: Final = re.compile(
    rb"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<(/?)([A-Za-z_][^\s/<>]*+)([^<>]*+)>",
    re.DOTALL,
)
_ENTRY: Final = re.compile(rb"(?:\w+:)?(?:item|entry)", re.IGNORECASE)
_OPEN_ENDED: Final = frozenset((b"br", b"hr", b"img", b"input", b"p", b"li", b"BR", b"HR", b"IMG", b"P", b"LI"))
"""Elements of HTML that broken feeds leave open; they do not count as depth."""

_MOST_TOKENS: Final = 4_000_000
_DATE: Final = re.compile(
    rb"<(?:\w+:)?(?:pubDate|date|published|updated|modified|issued)[^>]*>\s*([^<]{6,40})", re.IGNORECASE
)


@dataclass(slots=True)
class _Entries:
    """Where each entry begins and ends, and how many elements the document has come to at its end."""

    bounds: list[tuple[int, int]] = field(default_factory=list)
    elements: list[int] = field(default_factory=list)


def guard(body: bytes, name: str, limits: FeedLimits) -> bytes:
    """Return bytes that a parser may see; raises SourceError for those that none should."""
    if len(body) > limits.bytes:
        raise refuse(name, SourceError(N_("it is larger than {limit} MB"), limit=limits.bytes // 1024**2))
    body = _defuse_entities(_to_ascii_superset(body))
    if body.count(b"<") <= min(limits.depth, limits.entries, limits.elements):
        return body
    entries = _scan(body, name, limits)
    total = entries.elements[-1] if entries.elements else 0
    if len(entries.bounds) <= limits.entries and total <= limits.elements:
        return body
    return _keep_newest(body, entries, limits)


def _to_ascii_superset(body: bytes) -> bytes:
    """Return XML in UTF-16, UTF-32 or EBCDIC as UTF-8, and everything else as it is."""
    wide = find_wide_encoding(body)
    if wide is None:
        return body
    encoding, skipped = wide
    text = body[skipped:].decode(encoding, "replace")
    return _DECLARATION.sub("", text, count=1).encode("utf-8", "replace")


def _defuse_entities(body: bytes) -> bytes:
    """Replace a document type declaration by one with nothing but short, plain entities in it."""
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
    declared = b"<!DOCTYPE feed [\n%s]>\n" % lines if plain else b""
    return head[: doctype.start()] + declared + body[len(head) :]


def _scan(body: bytes, name: str, limits: FeedLimits) -> _Entries:
    """Find the entries; raises SourceError where elements nest too deep or are too many to be looked at."""
    entries = _Entries()
    open_elements: list[bytes] = []
    times_open: Counter[bytes] = Counter()
    begun: tuple[int, int] | None = None
    count = 0
    for number, token in enumerate(_TOKEN.finditer(body)):
        closes, tag, rest = token.groups()
        if tag is None:
            continue
        if number > _MOST_TOKENS:
            raise refuse(name, SourceError(N_("it has too many elements")), _place(body, token.start()))
        if not closes:
            count += 1
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
                entries.bounds.append((begun[0], token.end()))
                entries.elements.append(count)
                begun = None
    return entries


def _keep_newest(body: bytes, entries: _Entries, limits: FeedLimits) -> bytes:
    """Cut the oldest entries out of a document; its ends say in which order they stand."""
    bounds = entries.bounds
    oldest_first = _read_date(body, bounds[0]) < _read_date(body, bounds[-1]) if len(bounds) > 1 else False
    costs = [now - before for before, now in zip([0, *entries.elements], entries.elements, strict=False)]
    order = range(len(bounds) - 1, -1, -1) if oldest_first else range(len(bounds))
    kept, spent = 0, 0
    for number in order:
        spent += costs[number]
        if kept == limits.entries or spent > limits.elements:
            break
        kept += 1
    first, last = (len(bounds) - kept, len(bounds)) if oldest_first else (0, kept)
    before, after = body[: bounds[0][0]], body[bounds[-1][1] :]
    chosen = body[bounds[first][0] : bounds[last - 1][1]] if kept else b""
    return before + chosen + after


def _read_date(body: bytes, bound: tuple[int, int]) -> float:
    """Return when an entry is from in seconds since 1970, 0 where that is not said."""
    from newstui.sources.feeds.dates import read_date

    found = _DATE.search(body, *bound)
    moment = read_date(found[1].decode("ascii", "replace").strip()) if found else None
    return moment.timestamp() if moment else 0.0


def _place(body: bytes, offset: int) -> tuple[int, int]:
    """Return an offset as line and column, from 1."""
    return body.count(b"\n", 0, offset) + 1, offset - body.rfind(b"\n", 0, offset)
