"""Local files as articles: one file may be an article, a page or a feed; those beside it may be its editions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from newstui.errors import N_, SourceError
from newstui.model import Document, Edition, ParsedArticle
from newstui.text.editions import UNDETERMINED, find_siblings
from newstui.text.identity import article_id, identity_keys

if TYPE_CHECKING:
    from newstui.fetch import FetchResponse


def list_articles(directory: Path) -> list[Path]:
    """Return the files of a directory that can be read as articles."""
    from newstui.sources.files import list_article_files

    return list_article_files(directory)


def is_feed_file(path: Path) -> bool:
    """Whether a file holds a feed rather than an article."""
    from newstui.sources.feeds import is_feed_name, looks_like_feed

    try:
        with path.open("rb") as file:
            return is_feed_name(path) or looks_like_feed(file.read(4096))
    except OSError as error:
        raise SourceError(N_("{path}: cannot be read: {reason}"), path=path, reason=error.strerror) from None


def read_file(path: Path) -> Sequence[ParsedArticle]:
    """Return the articles of a file: all of a feed's, or the one that it is; raises SourceError."""
    if is_feed_file(path):
        from newstui.sources.feeds import parse_feed

        return parse_feed(path.read_bytes(), url=path.as_uri()).articles
    from newstui.sources.files import read_article

    return [read_article(path)]


def read_response(response: FetchResponse) -> Sequence[ParsedArticle]:
    """Return the articles of a fetched feed or page."""
    from newstui.sources.feeds import looks_like_feed, parse_feed

    content_type = response.headers.get("content-type")
    if looks_like_feed(response.body, content_type):
        return parse_feed(response.body, url=response.url, content_type=content_type).articles
    from newstui.sources.page import read_page

    return [
        read_page(response.body, url=response.url, content_type=content_type, link_header=response.headers.get("link"))
    ]


class Siblings:
    """The files beside others: each directory is listed once."""

    def __init__(self) -> None:
        self._list_files = cache(_list_files)

    def find(self, path: Path) -> tuple[Edition, ...]:
        """Return the files beside `path`, or in its sister directories, that are its editions by their names."""
        listing = self._list_files(path.parent) + self._list_sisters(path)
        found = (replace(edition, id=file_id(edition.path or "")) for edition in find_siblings(path, listing))
        return tuple(told for edition in found if (told := _tell_language(edition)))

    def _list_sisters(self, path: Path) -> tuple[Path, ...]:
        """List de/story.txt's sisters en/story.txt and fr/story.txt: directories whose names are language tags."""
        from newstui.text.languages import normalise_tag

        if not normalise_tag(path.parent.name):
            return ()
        sisters = (entry for entry in self._list_files(path.parent.parent) if normalise_tag(entry.name))
        return tuple(file for sister in sisters if sister != path.parent for file in self._list_files(sister))


def _list_files(directory: Path) -> tuple[Path, ...]:
    try:
        return tuple(sorted(directory.iterdir()))
    except OSError:
        return ()  # not a directory, or not ours to read: nothing is known beside the file


def _tell_language(edition: Edition) -> Edition | None:
    """Read the file beside another whose name says no language; None where it cannot be told at all."""
    if edition.language != UNDETERMINED or edition.path is None:
        return edition
    from newstui.sources.files import read_article
    from newstui.text.article_language import tell_language

    try:
        language = tell_language(read_article(Path(edition.path))).language
    except SourceError:
        return None  # of the same name, but no article
    return replace(edition, language=language) if language else None


def file_id(path: str) -> str:
    """Return the id of the article that a file is."""
    return article_id(identity_keys(ParsedArticle(guid=None, title="", document=Document(), path=path), None)[0])
