"""Feeds to refresh: files for two days, of which the second changes a tenth of the feeds.

folder/1/0001.xml …   what the servers have on the first day
folder/2/0001.xml …   on the second: the feeds that changed, with three new entries and without the oldest three
"""

from __future__ import annotations

from email.utils import format_datetime
from pathlib import Path
from xml.sax.saxutils import escape

from articles import LANGUAGES, Writer

from newstui.model import ParsedArticle

CHANGED = 10
"""One feed in so many has changed on the second day."""
NEW = 3
"""Entries that are new in a feed that has changed."""


def write_feeds(folder: Path, feeds: int, entries: int) -> int:
    """Write the feeds, unless they are there; returns how many entries are new on the second day."""
    changed = range(0, feeds, CHANGED)
    if not (folder / "2").exists():
        writer = Writer()
        for day in ("1", "2"):
            (folder / day).mkdir(parents=True, exist_ok=True)
        for feed in range(feeds):
            language, site = LANGUAGES[feed % len(LANGUAGES)], f"news{feed}.example"
            first = feed * (entries + NEW)
            articles = [writer.write_parsed(first + number, language, site) for number in range(entries + NEW)]
            _write(folder / "1" / name(feed), site, language, articles[:entries])
            if feed in changed:
                _write(folder / "2" / name(feed), site, language, articles[NEW:])
    return len(changed) * NEW


def name(feed: int) -> str:
    """The name of a feed's file."""
    return f"{feed:04}.xml"


def _write(file: Path, site: str, language: str, articles: list[ParsedArticle]) -> None:
    """Write RSS 2.0 with whole texts, or Atom for every third feed; the newest entry first."""
    atom = int(file.stem) % 3 == 2
    entries = "".join((_atom_entry if atom else _rss_item)(article) for article in reversed(articles))
    frame = _ATOM if atom else _RSS
    file.write_text(frame.format(site=site, language=language, entries=entries), encoding="utf-8")


_RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>{site}</title><link>https://{site}/</link><language>{language}</language><description>News</description>
{entries}</channel></rss>
"""
_ATOM = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}"><title>{site}</title><id>https://{site}/</id>
<link href="https://{site}/"/><updated>2026-01-06T09:30:00Z</updated>
{entries}</feed>
"""


def _body(article: ParsedArticle) -> str:
    paragraphs = [f"<p>{block.text}</p>" for block in article.document.blocks]
    paragraphs.insert(2, f"<h2>{article.authors[0]}</h2><blockquote><p>“{article.summary}”</p></blockquote>")
    paragraphs.append(f'<p><a href="{article.url}?utm_source=rss">More</a></p>')
    return escape("\n".join(paragraphs))


def _rss_item(article: ParsedArticle) -> str:
    published = format_datetime(article.published) if article.published else ""
    return (
        f"<item><title>{article.title}</title><link>{article.url}</link><guid>{article.guid}</guid>"
        f"<pubDate>{published}</pubDate><dc:creator>{article.authors[0]}</dc:creator><category>News</category>"
        f"<description>{article.summary}</description><content:encoded>{_body(article)}</content:encoded></item>\n"
    )


def _atom_entry(article: ParsedArticle) -> str:
    published = article.published.isoformat() if article.published else ""
    return (
        f'<entry><title>{article.title}</title><link href="{article.url}"/><id>{article.guid}</id>'
        f"<updated>{published}</updated><author><name>{article.authors[0]}</name></author>"
        f'<summary>{article.summary}</summary><content type="html">{_body(article)}</content></entry>\n'
    )
