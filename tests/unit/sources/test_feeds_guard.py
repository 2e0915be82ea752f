"""What is done to bytes before a parser sees them."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest

from newstui.errors import SourceError
from newstui.sources.feeds import FeedLimits, parse_feed


def rss(inner: str, head: str = "") -> bytes:
    return f'<?xml version="1.0"?>{head}<rss version="2.0"><channel><title>T</title>{inner}</channel></rss>'.encode()


def item(text: str) -> str:
    return f"<item><title>{text}</title></item>"


def titles(body: bytes, limits: FeedLimits | None = None) -> list[str]:
    return [article.title for article in parse_feed(body, limits=limits or FeedLimits()).articles]


def test_plain_entities_are_kept() -> None:
    head = "<!DOCTYPE rss [<!ENTITY corp \"Corp\"><!ENTITY cubed '&#179;'>]>"
    assert titles(rss(item("The &corp; m&cubed;"), head)) == ["The Corp m³"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_that_grow_are_not(encoding: str) -> None:
    steps = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    body = rss(item("a &e9; b"), f'<!DOCTYPE rss [<!ENTITY e0 "laugh"> {steps}]>').decode().encode(encoding)
    before = time.process_time()
    (title,) = titles(body)
    assert time.process_time() - before < 2
    assert len(title) < 100


def test_a_long_entity_used_often_is_not() -> None:
    (title,) = titles(rss(item("&a;" * 2_000), f'<!DOCTYPE rss [<!ENTITY a "{"x" * 100_000}">]>'))
    assert "xxx" not in title


def test_no_file_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("canary")
    for head in (
        f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]>',
        f'<!DOCTYPE rss [\n<!ENTITY % p SYSTEM "{secret.as_uri()}">\n%p;\n]>',
        f'<!DOCTYPE rss SYSTEM "{secret.as_uri()}">',
    ):
        assert "canary" not in repr(parse_feed(rss(item("a &x; b"), head)))


def test_nesting_without_end_is_refused_with_its_place() -> None:
    with pytest.raises(SourceError, match=r"nested more than 1000 deep \(line 2, column \d+\)"):
        parse_feed(rss(item("x"), "\n").replace(b"x<", b"<a>" * 50_000 + b"<"))


def test_lines_that_nobody_closes_are_not_depth() -> None:
    body = rss("<item><title>t</title><description>" + "<p>x<br>" * 3_000 + "</description></item>")
    assert titles(body) == ["t"]


@pytest.mark.parametrize("beside", ["", "<textInput/>"], ids=["the short way", "through feedparser"])
@pytest.mark.parametrize("oldest_first", [False, True])
def test_the_newest_entries_are_kept(oldest_first: bool, beside: str) -> None:
    days = [*range(1, 29)] if oldest_first else [*range(28, 0, -1)]
    items = "".join(
        f"<item><title>{day}</title><pubDate>{day:02d} Jan 2026 08:00:00 GMT</pubDate></item>" for day in days
    )
    body = rss(f"{items}<!-- <item> --><ttl>30</ttl>{beside}")
    assert set(titles(body, FeedLimits(entries=3))) == {"28", "27", "26"}
    if beside:
        assert set(titles(body, FeedLimits(tags=40))) <= {str(day) for day in range(20, 29)}
    assert parse_feed(body, limits=FeedLimits(entries=3)).interval == 1800


def test_entries_in_a_text_are_text() -> None:
    inside = "<![CDATA[ <item><title>no</title></item> ]]>"
    body = rss("".join(f"<item><title>{n}</title><description>{inside}</description></item>" for n in range(30)))
    assert titles(body, FeedLimits(entries=2, depth=20)) == ["0", "1"]


def test_one_entry_with_too_many_elements_is_refused() -> None:
    with pytest.raises(SourceError, match="too many elements"):
        parse_feed(
            rss(f"<item><title>t</title><description>{'<i>x</i>' * 5_000}</description></item>"),
            limits=FeedLimits(tags=1_000),
        )


@pytest.mark.parametrize("body", [b"<rss/>" + b" " * 2_000_000, b'{"items": []}' + b" " * 2_000_000])
def test_too_many_bytes_are_refused(body: bytes) -> None:
    with pytest.raises(SourceError, match="larger than 1 MB"):
        parse_feed(body, limits=FeedLimits(bytes=1024 * 1024))


@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "<!",
        "<a ",
        '<a b="',
        "<![CDATA[",
        "<!--",
        "<?",
        "</a>",
        "&a;",
        "&#1",
        "<" + "a" * 1_000,
        "<!ENTITY a '&b;'>",
    ],
)
def test_no_repetition_is_expensive(piece: str) -> None:
    body = rss(f"<item><title>{piece * (100_000 // len(piece))}</title></item>")
    before = time.process_time()
    with suppress(SourceError):
        parse_feed(body)
    assert time.process_time() - before < 5
