"""Which language an article is in: what its source says, unless the text plainly says otherwise, else a guess."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from newstui.model import LanguageOrigin, ParsedArticle
from newstui.text.detect import confirm_contradiction, detect_language, find_contradiction
from newstui.text.doubt import BEGINNING, is_doubtful
from newstui.text.editions import split_name
from newstui.text.languages import SIX, matches


def tell_language(article: ParsedArticle, configured: str | None = None) -> ParsedArticle:
    """Return the article with its language and how it is known.

    Strongest first: declared, unless the text plainly is in another one (feeds marked "en-us" that are not are many;
    the name that a person gave a file is believed); then `configured`, what the user says of the source; then
    detected. To believe what is declared takes some 50 µs; a model of 130 MB is loaded where neither script nor function
    words decide.
    """
    if article.language is not None:
        actual = _find_actual(article, article.language)
        if actual is None:
            return article
        return replace(article, language=actual, language_origin=LanguageOrigin.DETECTED, overruled=article.language)
    if configured is not None:
        return replace(article, language=configured, language_origin=LanguageOrigin.CONFIGURED)
    found = detect_language(_sample(article), SIX)
    return replace(article, language=found[0], language_origin=LanguageOrigin.DETECTED) if found else article


def _find_actual(article: ParsedArticle, declared: str) -> str | None:
    """The language that the text is plainly in, where that is another than the declared one."""
    if not is_doubtful(_take_beginning(article), declared) or _is_named(article):
        return None
    text = _sample(article)
    return find_contradiction(text, declared) or confirm_contradiction(text, declared)


def _is_named(article: ParsedArticle) -> bool:
    """Whether the name of the article's file says its language."""
    named = split_name(PurePath(article.path))[1] if article.path else None
    return bool(named and article.language and matches(named, article.language))


def _take_beginning(article: ParsedArticle) -> str:
    """The first words of an article, and no more than are looked at."""
    parts = [article.title, article.summary or ""]
    length = sum(map(len, parts))
    for block in article.document.blocks:
        if length >= BEGINNING:
            break
        parts.append(block.text)
        length += len(block.text)
    return "\n".join(parts)


def _sample(article: ParsedArticle) -> str:
    return "\n".join([article.title, article.summary or "", article.document.plain_text()])
