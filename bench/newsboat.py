"""newsboat, with its best settings: as many reload threads as it likes, and its database ANALYZEd; and as it comes."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from pathlib import Path

from articles import OPENING, RARE, Writer, list_sources
from figures import NEWSBOAT, PLAIN
from terminal import Terminal

from newstui.model import ParsedArticle

_THREADS = 32
_ALL = r'"query:All articles:title =~ \".\""'
"""The feed of all articles, as newsboat's manual makes one."""
_INSERT = (
    "INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread, enclosure_url, enclosure_type,"
    " flags) VALUES (?, ?, ?, ?, ?, ?, ?, 1, '', '', '')"
)


def find_newsboat() -> str | None:
    """Its version, None where it is not installed."""
    if shutil.which("newsboat") is None:
        return None
    told = subprocess.run(["newsboat", "--version"], capture_output=True, text=True, check=False)
    return next(iter((told.stdout or told.stderr).splitlines()), "newsboat").split(" - ")[0]


class Newsboat:
    """newsboat with files of its own in a folder."""

    name = NEWSBOAT

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._urls, self._cache, self._config = folder / "urls", folder / "cache.db", folder / "config"
        self._config.write_text(
            f"reload-threads {_THREADS}\nauto-reload no\nrefresh-on-startup no\n"
            "suppress-first-reload yes\ndownload-timeout 60\n"
        )

    # A library that is there

    def fill(self, count: int) -> None:
        """Fill the cache with the articles of articles.py, unless it is there."""
        if self._cache.exists():
            return
        sources = list_sources(count)
        self._urls.write_text("\n".join([_ALL, *(each.url for each in sources)]) + "\n")
        self._run("-x", "print-unread")  # writes its schema
        writer, number = Writer(), 0
        with sqlite3.connect(self._cache) as connection:
            for source in sources:
                connection.execute(
                    "INSERT OR REPLACE INTO rss_feed (rssurl, url, title) VALUES (?, ?, ?)",
                    (source.url, source.url, source.title),
                )
                numbers = range(number, number + source.size)
                articles = (writer.write_parsed(each, source.language, source.site) for each in numbers)
                connection.executemany(_INSERT, (_row(article, source.url) for article in articles))
                number += source.size
        self.prepare()

    def open(self) -> Terminal:
        """Start it on the cache as it is."""
        return Terminal(["newsboat", "-u", str(self._urls), "-c", str(self._cache), "-C", str(self._config)])

    ready = r"Your feeds .*\n.*All articles"

    def open_list_of_all(self, terminal: Terminal) -> float:
        return terminal.press("\r", r"Query Feed|Articles in feed")

    def open_article(self, terminal: Terminal) -> float:
        return terminal.press("\r", OPENING)

    def move_down(self, terminal: Terminal) -> float:
        return terminal.press("\x1bOB")

    def move_up(self, terminal: Terminal) -> float:
        return terminal.press("\x1bOA")

    def toggle_read(self, terminal: Terminal) -> float:
        return terminal.press("N")

    def leave_article(self, terminal: Terminal) -> None:
        terminal.type("q")

    def open_largest(self, terminal: Terminal) -> float:
        terminal.type("q")
        terminal.press("\x1bOB")
        return terminal.press("\r", r"feed 'Site 0'")

    def mark_largest_read(self, terminal: Terminal) -> float:
        return terminal.press("A", r"\(0 unread")

    def search(self, terminal: Terminal) -> float:
        terminal.type("/" + RARE)
        return terminal.press("\r", r"Search result")

    def restore(self) -> None:
        """Make everything unread again."""
        with sqlite3.connect(self._cache) as connection:
            connection.execute("UPDATE rss_item SET unread = 1 WHERE unread = 0")

    # Refreshing

    def subscribe(self, urls: list[str]) -> None:
        """Begin anew with these feeds."""
        self._cache.unlink(missing_ok=True)
        self._urls.write_text("\n".join(urls) + "\n")

    def prepare(self) -> None:
        """What its user would do between two refreshes to keep it fast."""
        with sqlite3.connect(self._cache) as connection:
            connection.execute("ANALYZE")

    def refresh(self) -> None:
        self._run("-x", "reload")

    def count_articles(self) -> int:
        with sqlite3.connect(self._cache) as connection:
            return int(connection.execute("SELECT count(*) FROM rss_item").fetchone()[0])

    def count_bytes(self) -> int:
        return sum(file.stat().st_size for file in self._cache.parent.glob("cache.db*"))

    def _run(self, *words: str) -> None:
        arguments = ["newsboat", "-u", str(self._urls), "-c", str(self._cache), "-C", str(self._config), *words]
        subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


class PlainNewsboat(Newsboat):
    """newsboat as it comes: nobody has ANALYZEd its database."""

    name = PLAIN

    def prepare(self) -> None:
        """Nothing."""


def _row(article: ParsedArticle, feed: str) -> tuple[object, ...]:
    body = "".join(f"<p>{block.text}</p>" for block in article.document.blocks)
    date = int(article.published.timestamp()) if article.published else 0
    return article.guid, article.title, article.authors[0], article.url, feed, date, body
