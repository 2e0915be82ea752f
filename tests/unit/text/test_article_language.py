from __future__ import annotations

import pytest

from newstui.model import Block, BlockKind, Document, LanguageOrigin, ParsedArticle
from newstui.text.article_language import tell_language

GERMAN = (
    "Der Rat der Stadt hat am Dienstag getagt und die Entscheidung über die neue Brücke noch einmal vertagt, "
    "weil das Geld dafür nicht in der Kasse ist und die Pläne schon sehr alt sind. Die Bürgermeisterin sagte, "
    "dass sie mit den Leuten aus dem Viertel reden und im Herbst wieder darüber abstimmen lassen will."
)


CROATIAN = (
    "Prvi vlak prešao je u ponedjeljak stari most iznad rijeke, rekao je gradonačelnik na sjednici vijeća. Za novi most"
    " nema novca i planovi su već zastarjeli, pa će se o njemu ponovno odlučivati tek na jesen, kad se vrate zastupnici."
)


def article(text: str, language: str | None = None, path: str | None = None) -> ParsedArticle:
    origin = LanguageOrigin.DECLARED if language else None
    document = Document((Block(BlockKind.PARAGRAPH, text),))
    return ParsedArticle(
        guid=None, title="Rat", document=document, language=language, language_origin=origin, path=path
    )


@pytest.mark.parametrize(
    ("given", "configured", "language", "origin"),
    [
        (article(GERMAN, "de-AT"), None, "de-AT", LanguageOrigin.DECLARED),
        (article(GERMAN, "de-AT"), "nl", "de-AT", LanguageOrigin.DECLARED),
        (article(GERMAN, "en-US"), None, "de", LanguageOrigin.DETECTED),
        (article(GERMAN, "en", "rat.en.txt"), None, "en", LanguageOrigin.DECLARED),
        (article("Brücke", "en"), None, "en", LanguageOrigin.DECLARED),
        (article(GERMAN[:150], "fr"), None, "de", LanguageOrigin.DETECTED),
        (article(GERMAN, "hr"), None, "de", LanguageOrigin.DETECTED),
        (article(GERMAN, "ja"), None, "de", LanguageOrigin.DETECTED),
        (article(CROATIAN, "hr"), None, "hr", LanguageOrigin.DECLARED),
        (article(GERMAN, "tlh"), None, "tlh", LanguageOrigin.DECLARED),
        (article("★★★ 低出爱藏银币 ★★★", "zh-CN"), None, "zh-CN", LanguageOrigin.DECLARED),
        (article("Първият влак премина по стария мост в понеделник.", "bg"), None, "bg", LanguageOrigin.DECLARED),
        (article("東京で新しい橋が開通した。市長は「うれしい」と述べた。", "en"), None, "ja", LanguageOrigin.DETECTED),
        (article("The Legend of the Sea and the Land", "de"), None, "de", LanguageOrigin.DECLARED),
        (article(GERMAN), "nl", "nl", LanguageOrigin.CONFIGURED),
        (article(GERMAN), None, "de", LanguageOrigin.DETECTED),
        (article("東京で新しい橋が開通した。市長は「うれしい」と述べた。"), None, "ja", LanguageOrigin.DETECTED),
    ],
)
def test_a_language_and_how_it_is_known(
    given: ParsedArticle, configured: str | None, language: str, origin: LanguageOrigin
) -> None:
    told = tell_language(given, configured)
    assert (told.language, told.language_origin) == (language, origin)
    assert told.overruled == (given.language if origin is LanguageOrigin.DETECTED else None)


def test_a_text_without_words_has_none() -> None:
    told = tell_language(ParsedArticle(guid=None, title="2026", document=Document()))
    assert (told.language, told.language_origin) == (None, None)
