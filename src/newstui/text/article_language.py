"""Which language an article is in: what its source says, unless the text plainly says otherwise, else a guess."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from newstui.model import LanguageOrigin, ParsedArticle
from newstui.text.detect import detect_language, find_contradiction
from newstui.text.editions import split_name
from newstui.text.languages import SIX, matches


def tell_language(article: ParsedArticle, configured: str | None = None) -> ParsedArticle:
    """Return the article with its language and how it is known.

    Strongest first: declared, unless the text plainly is in another one (feeds marked "en-us" that are not are many;
    the name that a person gave a file is believed); then `configured`, what the user says of the source; then
    detected, which loads a model of 130 MB where script and function words do not decide.
    """
    if article.language is not None:
        actual = None if _is_named(article) else find_contradiction(_sample(article), article.language)
        return replace(article, language=actual, language_origin=LanguageOrigin.DETECTED) if actual else article
    return fill_language(article, configured)


def fill_language(article: ParsedArticle, configured: str | None = None) -> ParsedArticle:
    """Return the article with a language where its source says none: what the user says of the source, else a guess.

    What is declared is believed unread: to doubt it takes as long as to parse the article.
    """
    if article.language is not None:
        return article
    if configured is not None:
        return replace(article, language=configured, language_origin=LanguageOrigin.CONFIGURED)
    found = detect_language(_sample(article), SIX)
    return replace(article, language=found[0], language_origin=LanguageOrigin.DETECTED) if found else article


def _is_named(article: ParsedArticle) -> bool:
    """Whether the name of the article's file says its language."""
    named = split_name(PurePath(article.path))[1] if article.path else None
    return bool(named and article.language and matches(named, article.language))


def _sample(article: ParsedArticle) -> str:
    return "\n".join([article.title, article.summary or "", article.document.plain_text()])
