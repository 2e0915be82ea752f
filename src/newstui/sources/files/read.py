"""One local file to an article, whatever its format."""

from __future__ import annotations

from pathlib import Path

from newstui.errors import N_, SourceError
from newstui.model import Block, BlockKind, Document, LanguageOrigin, ParsedArticle
from newstui.sources.files.decode import decode_text
from newstui.sources.page import read_page
from newstui.text.clean import clean_line, clean_text
from newstui.text.editions import split_name


def read_article(path: Path) -> ParsedArticle:
    """Return the article that a local file holds; raises SourceError."""
    data = path.read_bytes()
    if path.suffix.lower() in {".html", ".htm", ".xhtml"}:
        return read_page(data, url=None, path=str(path))
    lines = [clean_line(line) for line in clean_text(decode_text(data)).splitlines() if line.strip()]
    if not lines:
        raise SourceError(N_("{path}: the file is empty"), path=path)
    _, language = split_name(path)
    return ParsedArticle(
        guid=str(path),
        path=str(path),
        title=lines[0],
        document=Document(tuple(Block(BlockKind.PARAGRAPH, line) for line in lines[1:])),
        language=language,
        language_origin=LanguageOrigin.DECLARED if language else None,
    )
