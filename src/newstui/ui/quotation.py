"""A quotation as it is copied: the words in the marks of the reader's choice, who said them, where they stand."""

from __future__ import annotations

from newstui.i18n import current_language, format_date
from newstui.model import SUMMARY, TITLE, Article, Document, Quote
from newstui.text.clean import clean_line
from newstui.text.markdown import escape_markdown
from newstui.text.typography import Marks, choose_marks, find_outer_marks, set_quotation


def cite(quote: Quote, article: Article, document: Document | None, *, marks: str, form: str) -> str:
    """Return a quotation as it is to be pasted.

    `marks` is a language, "auto" (the interface's), "article" (the article's) or "written": as they stand in the
    document, which may be None where it is not known. `form` is "text", "markdown" or "plain", the words alone.
    """
    words = set_words(quote, article, document, marks)
    if form == "plain":
        return words
    if form == "markdown":
        return f"> {escape_markdown(words)}\n>\n> — {_link_origin(quote, article)}\n"
    return f"{words} ({', '.join([*_list_origin(quote, article), *_list_address(article)])})"


def set_words(quote: Quote, article: Article, document: Document | None, marks: str) -> str:
    """Return the words of a quotation in its marks, on one line."""
    words = clean_line(quote.text)
    written = _find_written(quote, article, document) if marks == "written" else None
    if written is not None:
        return f"{written.opening}{words}{written.closing}"
    language = {"auto": current_language(), "article": article.language, "written": article.language}.get(marks, marks)
    return set_quotation(words, choose_marks(language), article.language)


def name_speaker(quote: Quote) -> str:
    """Return who says it, by the fullest name that the article gives; empty where nobody is named."""
    return quote.speaker or quote.speaker_text or ""


def _find_written(quote: Quote, article: Article, document: Document | None) -> Marks | None:
    """Return the marks around the words where they stand; a quotation over several paragraphs has no second one."""
    if document is None or len(quote.spans) != 1:
        return None
    span = quote.spans[0]
    heads = {TITLE: article.title, SUMMARY: article.summary or ""}
    text = heads[span.block] if span.block in heads else document.blocks[span.block].text
    return find_outer_marks(text, span.start, span.end)


def _list_origin(quote: Quote, article: Article) -> list[str]:
    """Return the speaker, the source and the date, as far as they are known; the headline where there is no source."""
    date = article.published or article.updated
    source = article.source_title or article.title
    return [
        part for part in (name_speaker(quote), source, format_date(date.astimezone().date()) if date else "") if part
    ]


def _list_address(article: Article) -> list[str]:
    return [address for address in (article.url or article.path,) if address]


def _link_origin(quote: Quote, article: Article) -> str:
    """Return the origin in Markdown, its last part but the date a link to the article."""
    parts = [escape_markdown(part) for part in _list_origin(quote, article)]
    if article.url:
        place = 1 if name_speaker(quote) else 0
        parts[place] = f"[{parts[place]}](<{article.url.replace('>', '%3E')}>)"
    elif article.path:
        parts.append(escape_markdown(article.path))
    return ", ".join(parts)
