"""Sitemaps as sites serve them, and as nobody should."""

from __future__ import annotations

import codecs
import gzip
from datetime import UTC, datetime, timedelta

import pytest

from newstui.errors import SourceError
from newstui.sources.sitemaps import SitemapReference, list_sitemaps, order_sitemaps, read_sitemap

HOST = "https://paper.example"
PAGE = f"{HOST}/en/bridge-opens"
NAMESPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)


def write_links(**editions: str) -> str:
    return "".join(
        f'<xhtml:link rel="alternate" hreflang="{tag.replace("_", "-")}" href="{url}"/>'
        for tag, url in editions.items()
    )


def write_url(place: str, more: str = "") -> str:
    return f"<url><loc>{place}</loc><lastmod>2026-03-01</lastmod>{more}</url>"


def write_sitemap(*entries: str, head: str = '<?xml version="1.0" encoding="UTF-8"?>\n') -> str:
    return f"{head}<urlset {NAMESPACES}>{''.join(entries)}</urlset>"


LINKS = write_links(en=PAGE, de=f"{HOST}/de/bruecke", pt_BR=f"{HOST}/br/ponte", x_default=PAGE)
OTHERS = "".join(write_url(f"{HOST}/en/{n}", write_links(de=f"{HOST}/de/{n}")) for n in range(3))
WHOLE = write_sitemap(OTHERS, write_url(PAGE, LINKS), write_url(f"{HOST}/en/last"))
FOUND = (("en", PAGE), ("de", f"{HOST}/de/bruecke"), ("pt-BR", f"{HOST}/br/ponte"), ("x-default", PAGE))


def read(text: str | bytes, page: str = PAGE) -> tuple[tuple[str, str], ...]:
    body = text if isinstance(text, bytes) else text.encode()
    return read_sitemap(body, f"{HOST}/sitemap.xml", page).alternates


@pytest.mark.parametrize(
    "body",
    [
        WHOLE.encode(),
        b"\n\n  " + WHOLE.encode(),
        codecs.BOM_UTF8 + WHOLE.encode(),
        WHOLE.replace("UTF-8", "UTF-16").encode("utf-16"),
        WHOLE.replace("UTF-8", "ISO-8859-1").encode("latin-1"),
        WHOLE.replace("UTF-8", "windows-1252").encode("cp1252"),
        gzip.compress(WHOLE.encode(), mtime=0),
        gzip.compress(WHOLE.encode()[:300], mtime=0) + gzip.compress(WHOLE.encode()[300:], mtime=0) + b"\x00\x00",
        WHOLE.replace(f' xmlns:xhtml="{NAMESPACES.split(chr(34))[3]}"', "").encode(),
        WHOLE.replace("<url", "<s:url").replace("</url", "</s:url").replace("loc>", "s:loc>").encode(),
        WHOLE.replace("<xhtml:link", "<xhtml:link media='print'").encode(),
        WHOLE[:-60].encode(),
        (WHOLE + "<junk").encode(),
    ],
    ids=[
        "plain",
        "space",
        "bom",
        "utf-16",
        "latin",
        "cp1252",
        "gz",
        "gz parts",
        "undeclared",
        "prefix",
        "more",
        "cut",
        "junk",
    ],
)
def test_the_editions_of_a_page(body: bytes) -> None:
    assert read(body) == FOUND


@pytest.mark.parametrize(
    ("place", "page"),
    [
        (PAGE, PAGE + "/?utm_source=feed"),
        (PAGE + "/", "http://paper.example/en/bridge-opens#top"),
        (PAGE, "https://www.paper.example/en/bridge-opens"),
        (f"{HOST}/en/br%C3%BCcke", f"{HOST}/en/brücke"),
        (f"{HOST}/en/?id=7&amp;view=full", f"{HOST}/en/?id=7&view=full"),
        (f"\n  {PAGE}\n", PAGE),
        ("/en/bridge-opens", PAGE),
    ],
)
def test_a_page_is_known_however_its_address_is_written(place: str, page: str) -> None:
    assert len(read(write_sitemap(write_url(place, LINKS)), page)) == 4


def test_a_page_that_others_name_as_their_edition() -> None:
    entry = write_url(f"{HOST}/de/bruecke", write_links(de="/de/bruecke", en="/en/bridge-opens"))
    assert read(write_sitemap(OTHERS, entry)) == (("de", f"{HOST}/de/bruecke"), ("en", PAGE))


def test_no_host_speaks_for_another() -> None:
    entry = write_url("https://elsewhere.example/de/bruecke", LINKS)
    assert read(write_sitemap(entry)) == ()


def test_reading_ends_with_the_pages_entry() -> None:
    broken = write_sitemap(write_url(PAGE), write_url(PAGE, LINKS))
    found = read_sitemap(broken.encode(), HOST, PAGE)
    assert (found.alternates, found.names_page) == ((), True), "its own entry says that there is nothing"


def test_an_entry_of_a_news_sitemap_says_nothing_about_editions() -> None:
    news = "<news:news><news:publication><news:language>en</news:language></news:publication></news:news>"
    found = read_sitemap(write_sitemap(write_url(PAGE, news)).encode(), HOST, PAGE)
    assert not found.names_page


def test_the_address_of_an_image_is_not_the_pages() -> None:
    image = "<image:image><image:loc>https://img.example/1.jpg</image:loc></image:image>"
    assert read(write_sitemap(write_url(PAGE, image + LINKS))) == FOUND


def test_an_index_lists_sitemaps() -> None:
    index = (
        f"<sitemapindex {NAMESPACES}><sitemap><loc>{HOST}/a.xml</loc><lastmod>2026-03-01T10:00:00+01:00</lastmod></sitemap>"
        "<sitemap><loc>/b.xml.gz</loc></sitemap><sitemap><loc>javascript:1</loc></sitemap></sitemapindex>"
    )
    found = read_sitemap(index.encode(), f"{HOST}/sitemap.xml", PAGE)
    assert found.sitemaps == (
        SitemapReference(f"{HOST}/a.xml", datetime(2026, 3, 1, 9, 0, tzinfo=UTC)),
        SitemapReference(f"{HOST}/b.xml.gz"),
    )


ENTITIES = "<!DOCTYPE urlset [<!ENTITY x SYSTEM 'file:///etc/passwd'><!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]>"


@pytest.mark.parametrize(
    "body",
    [
        write_sitemap(write_url("&x;", LINKS), head=ENTITIES).encode(),
        write_sitemap(write_url(PAGE, LINKS), head=ENTITIES).encode(),
        b"<!doctype html><html><head><title>Not found</title></head></html>",
        b"<html><body>no</body></html>",
        b"<rss><channel/></rss>",
        b"plain text",
        b"",
        b"\x1f\x8bnonsense",
        gzip.compress(WHOLE.encode(), mtime=0)[:40],
        b"<?xml version='1.0' encoding='klingon'?><urlset/>",
    ],
)
def test_what_is_no_sitemap_is_refused(body: bytes) -> None:
    with pytest.raises(SourceError):
        read(body)


def test_a_bomb_is_not_unpacked() -> None:
    bomb = gzip.compress(b"<urlset>" + b" " * (60 * 1024 * 1024), 1, mtime=0)
    with pytest.raises(SourceError, match="50 MB"):
        read(bomb)


def test_nothing_is_nested_too_deeply() -> None:
    assert read(b"<urlset>" + b"<url>" * 100_000) == ()


def test_robots() -> None:
    robots = (
        b"\xef\xbb\xbfSitemap: https://cdn.example/map.xml # ours\r\nUser-agent: *\rDisallow: /\n"
        b"  SITEMAP:/news.xml\nsitemap: ftp://x/\nNo-Sitemap: /no.xml\nSitemap: https://cdn.example/map.xml\n"
    )
    assert list_sitemaps(robots, f"{HOST}/robots.txt") == ["https://cdn.example/map.xml", f"{HOST}/news.xml"]


def names(published: datetime | None, *places: str) -> list[str]:
    references = [SitemapReference(f"{HOST}/{place}") for place in places]
    ordered = order_sitemaps(references, published=published, language="de", now=NOW)
    return [each.url.removeprefix(f"{HOST}/") for each in ordered]


@pytest.mark.parametrize(
    ("days", "places"),
    [
        (0, ["sitemap-news.xml", "posts.xml", "authors.xml"]),
        (0, ["sitemap-2026-03.xml", "news.xml", "posts.xml", "sitemap-2026-02.xml"]),
        (0, ["2026/03.xml", "posts.xml", "images-2026-03.xml", "2025/03.xml"]),
        (0, ["map_20260320.xml.gz", "posts.xml", "map_20251120.xml.gz"]),
        (0, ["map?year=2026&month=03", "all.xml", "map?year=2026&month=01"]),
        (10, ["posts.xml", "news.xml"]),
        (0, ["map-de.xml", "map-en.xml"]),
        (0, ["posts.xml", "tag-sitemap.xml", "1999.xml"]),
    ],
)
def test_the_likeliest_sitemap_is_read_first(days: int, places: list[str]) -> None:
    published = NOW - timedelta(days=days)
    assert names(published, *reversed(places)) == places


def test_sitemaps_that_did_not_change_since_come_last_and_the_latest_first() -> None:
    ages = {"old": 9, "new": 1, "newer": 0}
    references = [SitemapReference(f"{HOST}/{name}", NOW - timedelta(days=age)) for name, age in ages.items()]
    ordered = order_sitemaps(references, published=NOW - timedelta(days=5), language=None, now=NOW)
    assert [each.url.rsplit("/", 1)[1] for each in ordered] == ["newer", "new", "old"]
