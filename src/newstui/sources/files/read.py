"""One local file to an article, whatever its format."""

from __future__ import annotations

import contextlib
import glob
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from newstui.errors import N_, SourceError
from newstui.model import LanguageOrigin, ParsedArticle
from newstui.sources.encoding import decode_text
from newstui.sources.files.listing import LARGEST, MARKDOWN_SUFFIXES, PAGE_SUFFIXES, TEXT_SUFFIXES
from newstui.text.editions import split_name
from newstui.text.languages import matches

_PAGE: Final = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED: Final = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF|opml)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKDOWN: Final = re.compile(
    r"\A\s*(?:---\n(?:.*\n){1,40}?---\n|\+\+\+\n)|^#{1,6} \S.*\n|^```|^\[[^\]]+\]: http", re.MULTILINE
)


def read_article(path: Path) -> ParsedArticle:
    """Return the article that a local file holds: by its suffix, which its first bytes may overrule.

    Raises SourceError for a file that cannot be read, holds nothing, is too large, or is not what its name says.
    """
    path = path.absolute()
    data = _read_bytes(path)
    text = _decode(path, data)
    _, language = split_name(path, _list_neighbours(path))
    if _is_page(path, data, text):
        return _with_language(_read_page(path, data), language)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _is_markdown(path, text):
        from newstui.sources.files.markdown import read_markdown

        return read_markdown(text, path, language)
    from newstui.sources.files.plain import read_plain

    return read_plain(text, path, language)


def _decode(path: Path, data: bytes) -> str:
    if _FEED.match(data):
        raise SourceError(N_("{path}: this is a feed, not an article: add it as a source"), path=path)
    try:
        text = decode_text(data)
    except SourceError as error:
        raise SourceError(
            N_("{path}: the file is not what its name says: {reason}"), path=path, reason=error
        ) from error
    if not text.strip():
        raise SourceError(N_("{path}: the file is empty: there is nothing to read"), path=path)
    return text


def _is_page(path: Path, data: bytes, text: str) -> bool:
    suffix = path.suffix.lower()
    if suffix in PAGE_SUFFIXES and "<" not in text:
        raise SourceError(
            N_("{path}: the file is not what its name says: there is no HTML in it; name it .txt"), path=path
        )
    return suffix in PAGE_SUFFIXES or (suffix not in MARKDOWN_SUFFIXES and bool(_PAGE.match(data)))


def _is_markdown(path: Path, text: str) -> bool:
    suffix = path.suffix.lower()
    return suffix in MARKDOWN_SUFFIXES or (suffix not in TEXT_SUFFIXES and bool(_MARKDOWN.search(text)))


def _read_page(path: Path, data: bytes) -> ParsedArticle:
    from newstui.sources.page import read_page

    try:
        return read_page(data, url=None, path=str(path))
    except SourceError as error:
        raise SourceError(N_("{path}: {reason}"), path=path, reason=error) from error


def _with_language(article: ParsedArticle, language: str | None) -> ParsedArticle:
    """Let a file's name overrule what its page declares: the name is its owner's word."""
    if not language or (article.language and matches(article.language, language)):
        return article
    editions = tuple(edition for edition in article.editions if not matches(edition.language, language))
    return replace(article, language=language, language_origin=LanguageOrigin.DECLARED, editions=editions)


def _list_neighbours(path: Path) -> Iterator[Path]:
    """Yield the files whose names can tell whether this one's ends with a language; none is asked for a plain name."""
    with contextlib.suppress(OSError):
        yield from path.parent.iterdir()
        yield from path.parent.parent.glob(f"*/{glob.escape(path.name)}")


def _read_bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise SourceError(N_("{path}: this is a directory, not an article"), path=path)
        if path.stat().st_size > LARGEST:
            raise SourceError(
                N_("{path}: the file is larger than {size} MB: split it"), path=path, size=LARGEST // 2**20
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise SourceError(N_("{path}: there is no such file"), path=path) from error
    except PermissionError as error:
        raise SourceError(N_("{path}: the file cannot be read: permission denied; see chmod"), path=path) from error
    except OSError as error:
        raise SourceError(
            N_("{path}: the file cannot be read: {reason}"), path=path, reason=error.strerror or str(error)
        ) from error
