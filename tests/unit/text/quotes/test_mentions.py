from __future__ import annotations

import pytest

from newstui.text.quotes.lexicon import Gender, get_lexicon
from newstui.text.quotes.mentions import list_mentions
from newstui.text.quotes.phrases import Mention
from newstui.text.quotes.sentences import Token, list_words
from newstui.text.quotes.subjects import find_subject


def read(language: str, text: str, names: frozenset[str] = frozenset()) -> tuple[list[Token], list[Mention]]:
    lexicon = get_lexicon(language)
    tokens = list_words(text, 0, len(text), lexicon)
    return tokens, list_mentions(tokens, lexicon, names)


def spell(tokens: list[Token], mention: Mention | None) -> str | None:
    return None if mention is None else " ".join(token.text for token in tokens[mention.start : mention.end])


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("de", "Bundeskanzlerin Angela Merkel", "Angela Merkel"),
        ("de", "der frühere Trainer Hans Richter", "Hans Richter"),
        ("de", "Ministerpräsident Koch", "Koch"),
        ("de", "Ursula von der Leyen", "Ursula von der Leyen"),
        ("de", "der Direktor des Amtes, Erik Solheim", "Erik Solheim"),
        ("en", "Secretary of State Mike Pompeo", "Mike Pompeo"),
        ("en", "the mayor, Dan Okafor,", "Dan Okafor"),
        ("en", "J. D. Vance", "J. D. Vance"),
        ("fr", "sa directrice, Odile Garnier", "Odile Garnier"),
        ("fr", "l'avocat Samir Khelifi", "Samir Khelifi"),
        ("nl", "minister Bas de Boer", "Bas de Boer"),
        ("es", "la agricultora Inés Robledo", "Inés Robledo"),
        ("pt", "o relator Jorge Pina", "Jorge Pina"),
    ],
)
def test_reads_the_name_of_a_phrase(language: str, text: str, name: str) -> None:
    _, mentions = read(language, text)
    assert mentions[0].name == name
    assert mentions[0].is_person


@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "am Montag"), ("en", "on Monday"), ("fr", "un jour"), ("pt", "uma vez"), ("de", "gestern"), ("en", "the")],
)
def test_times_and_small_words_are_nobody(language: str, text: str) -> None:
    assert read(language, text)[1] == []


@pytest.mark.parametrize(
    ("language", "text", "gender"),
    [
        ("de", "die Ministerin", Gender.FEMININE),
        ("de", "Peter Weber", Gender.MASCULINE),
        ("fr", "la maire Claire Morvan", Gender.FEMININE),
        ("en", "she", Gender.FEMININE),
        ("de", "sie", Gender.UNCLEAR),
        ("nl", "hij", Gender.MASCULINE),
    ],
)
def test_reads_the_gender(language: str, text: str, gender: Gender) -> None:
    assert read(language, text)[1][0].gender is gender


@pytest.mark.parametrize(
    ("language", "text", "cue", "subject"),
    [
        ("de", "Gestern sagte die Ministerin nichts dazu", "sagte", "die Ministerin"),
        ("de", "Zum neuen Gesetz sagte Peter Weber nichts", "sagte", "Peter Weber"),
        ("de", "Über Anna Kern sagte Peter Weber nichts", "sagte", "Peter Weber"),
        ("de", "Die Polizei hatte den Vorfall bestätigt", "bestätigt", "Die Polizei"),
        ("de", "Peter Weber , der in Bonn lebt , sagte nichts", "sagte", "Peter Weber"),
        ("de", "Als Begründung sagte ein Sprecher nichts", "sagte", "ein Sprecher"),
        ("en", "Sarah Lund , who chairs the committee , said so", "said", "Sarah Lund"),
        ("en", "The man at the door shouted", "shouted", "The man at the door"),
        ("fr", "Le ministre a affirmé que non", "affirmé", "Le ministre"),
        ("es", "dos académicos que afirman que no", "afirman", "dos académicos"),
        ("nl", "Gisteren zei de minister niets", "zei", "de minister"),
        ("pt", "O juiz ameaçou sair e declarou isso", "declarou", "O juiz"),
    ],
)
def test_finds_the_subject_of_a_verb(language: str, text: str, cue: str, subject: str) -> None:
    tokens, mentions = read(language, text)
    place = next(index for index, token in enumerate(tokens) if token.text == cue)
    assert spell(tokens, find_subject(tokens, mentions, place, get_lexicon(language))) == subject
