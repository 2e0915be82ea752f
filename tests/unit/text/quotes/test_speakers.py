"""Who speaks: every kind of phrase in every place of every language, and what can be none."""

from __future__ import annotations

import pytest

from newstui.model import Block, BlockKind, Document, Quote, QuoteKind
from newstui.text.quotes import find_quotes

SUBJECTS: dict[str, list[tuple[str, str]]] = {
    "de": [
        ("Müller", "Müller"),
        ("der Bürgermeister Jens Müller", "Jens Müller"),
        ("Jens Müller, der Bürgermeister von Ulm,", "Jens Müller"),
        ("die Sprecherin des Ministeriums", "Sprecherin"),
        ("Ursula von der Leyen", "Ursula Leyen"),
        ("Selenskyj", "Selenskyj"),
        ("CDU-Chef Friedrich Merz", "Friedrich Merz"),
        ("Annalena Baerbock (Grüne)", "Annalena Baerbock"),
    ],
    "en": [
        ("the mayor, John Miller,", "John Miller"),
        ("John Miller, the mayor of Leeds,", "John Miller"),
        ("Miller, 45,", "Miller"),
        ("a spokesman for the ministry", "spokesman"),
        ("UN secretary-general Ban Ki-moon", "Ban Ki-moon"),
        ("Ursula von der Leyen", "Ursula Leyen"),
        ("Zelensky", "Zelensky"),
        ("the head of the union, Mary Smith,", "Mary Smith"),
    ],
    "fr": [
        ("M. Martin", "Martin"),
        ("le maire, Jean Martin,", "Jean Martin"),
        ("la porte-parole du ministère", "porte-parole"),
        ("Ursula von der Leyen", "Ursula Leyen"),
        ("Zelensky", "Zelensky"),
        ("l'étudiant de 23 ans", "étudiant"),
        ("Mme Le Pen", "Le Pen"),
        ("son avocat, Me Paul Roux,", "Paul Roux"),
    ],
    "nl": [
        ("Jan Bakker", "Jan Bakker"),
        ("burgemeester Jan Bakker", "Jan Bakker"),
        ("de politie", "politie"),
        ("Zelensky", "Zelensky"),
        ("minister Van der Wal", "Wal"),
        ("zijn advocaat, Piet Smit,", "Piet Smit"),
        ("Kamerlid Fatima Aziz (D66)", "Fatima Aziz"),
        ("Jan Bakker, burgemeester van Ede,", "Jan Bakker"),
    ],
    "es": [
        ("García", "García"),
        ("el alcalde, Juan García,", "Juan García"),
        ("Juan García, alcalde de León,", "Juan García"),
        ("la portavoz del ministerio", "portavoz"),
        ("Zelenski", "Zelenski"),
        ("los vecinos", "vecinos"),
        ("Díaz Ayuso", "Ayuso"),
        ("su abogada, Ana Ruiz,", "Ana Ruiz"),
    ],
    "pt": [
        ("Silva", "Silva"),
        ("o prefeito, João Silva,", "João Silva"),
        ("a porta-voz do ministério", "porta-voz"),
        ("Zelensky", "Zelensky"),
        ("o presidente Lula da Silva", "Lula Silva"),
        ("os moradores", "moradores"),
        ("a Anistia Internacional", "Anistia"),
        ("sua advogada, Ana Reis,", "Ana Reis"),
    ],
}
"""By language: phrases, with words that the speaker's name has to hold."""
PLACES = [
    ("de", "„Wir geben nicht auf“, sagte {s}."),
    ("de", "{S} sagte: „Wir geben nicht auf.“"),
    ("de", "{S} sagte, es sei „ein sehr trauriger Tag“."),
    ("de", "Am Montag sagte {s}, es sei „ein sehr trauriger Tag“."),
    ("de", "„Wir geben nicht auf“, erklärte {s} am Montag. „Es geht weiter.“"),
    ("de", "Es sei „ein sehr trauriger Tag“, sagte {s}."),
    ("de", "{S} warf der Firma „dreiste Täuschung“ vor."),
    ("de", "{S} nannte das „einen sehr traurigen Tag“."),
    ("de", "{S} sprach von einem „sehr traurigen Tag“."),
    ("de", "„Wir“, sagte {s}, „geben nicht auf.“"),
    ("de", "„Wir geben nicht auf“, so {s}."),
    ("de", "Wie {s} sagte, sei es „ein sehr trauriger Tag“."),
    ("en", "“We will not give up,” {s} said."),
    ("en", "“We will not give up,” said {s}."),
    ("en", "{S} said: “We will not give up.”"),
    ("en", "{S} said that it was “a very sad day”."),
    ("en", "According to {s}, it was “a very sad day”."),
    ("en", "“We will not give up,” {s} told reporters on Monday. “We will go on.”"),
    ("en", "It was “a very sad day”, {s} said."),
    ("en", "{S} accused the firm of “cheating its customers”."),
    ("en", "{S} called it “a very sad day”."),
    ("en", "On Monday, {s} warned of “a very sad day”."),
    ("en", "“We,” {s} said, “will not give up.”"),
    ("en", "In a letter to the court, {s} wrote: “We will not give up.”"),
    ("fr", "« Nous n'abandonnerons pas », a déclaré {s}."),
    ("fr", "{S} a déclaré : « Nous n'abandonnerons pas. »"),
    ("fr", "{S} a dit que c'était « un jour très triste »."),
    ("fr", "Selon {s}, c'était « un jour très triste »."),
    ("fr", "« Nous n'abandonnerons pas », affirme {s} lundi. « On continue. »"),
    ("fr", "{S} a accusé l'entreprise de « tromper ses clients »."),
    ("fr", "{S} a qualifié la décision de « jour très triste »."),
    ("fr", "Lundi, {s} a dénoncé « un jour très triste »."),
    ("fr", "« Nous, a dit {s}, n'abandonnerons pas. »"),
    ("fr", "Pour {s}, c'est « un jour très triste »."),
    ("nl", "‘We geven niet op’, zei {s}."),
    ("nl", "{S} zei: ‘We geven niet op.’"),
    ("nl", "{S} zei dat het ‘een heel trieste dag’ was."),
    ("nl", "Volgens {s} was het ‘een heel trieste dag’."),
    ("nl", "‘We geven niet op’, aldus {s} maandag. ‘We gaan door.’"),
    ("nl", "{S} beschuldigde het bestuur van ‘bewuste misleiding’."),
    ("nl", "{S} noemde het ‘een heel trieste dag’."),
    ("nl", "Maandag sprak {s} van ‘een heel trieste dag’."),
    ("nl", "‘We’, zei {s}, ‘geven niet op.’"),
    ("nl", "Maandag noemde {s} het ‘een heel trieste dag’."),
    ("es", "«No nos vamos a rendir», dijo {s}."),
    ("es", "{S} dijo: «No nos vamos a rendir»."),
    ("es", "{S} dijo que fue «un día muy triste»."),
    ("es", "Según {s}, fue «un día muy triste»."),
    ("es", "«No nos vamos a rendir», aseguró {s} el lunes. «Seguiremos»."),
    ("es", "{S} acusó a la compañía de «engañar a sus clientes»."),
    ("es", "{S} calificó la decisión de «día muy triste»."),
    ("es", "El lunes, {s} denunció «un día muy triste»."),
    ("es", "«Nosotros», dijo {s}, «no nos vamos a rendir»."),
    ("es", "Para {s}, es «un día muy triste»."),
    ("pt", "“Não vamos desistir”, disse {s}."),
    ("pt", "{S} disse: “Não vamos desistir.”"),
    ("pt", "{S} disse que foi “um dia muito triste”."),
    ("pt", "Segundo {s}, foi “um dia muito triste”."),
    ("pt", "“Não vamos desistir”, afirmou {s} na segunda. “Vamos continuar.”"),
    ("pt", "{S} acusou a companhia de “enganar os clientes”."),
    ("pt", "{S} classificou a decisão como “um dia muito triste”."),
    ("pt", "Na segunda, {s} denunciou “um dia muito triste”."),
    ("pt", "“Nós”, disse {s}, “não vamos desistir.”"),
    ("pt", "Para {s}, é “um dia muito triste”."),
]
ADVERBS = {
    "de": (
        "{} nannte die Ministerin das „eine vertane Chance“.",
        "Gleichzeitig Dennoch Inzwischen Leider Zugleich Indes",
    ),
    "en": ("{} the minister called it “a missed opportunity”.", "However Meanwhile Nevertheless Perhaps Ultimately"),
    "fr": ("{} il a qualifié la loi d'« injuste et cruelle ».", "Cependant Désormais Parfois Pourtant Auparavant"),
    "nl": ("{} noemde de minister het plan ‘een gemiste kans’.", "Tegelijkertijd Desondanks Soms Helaas Daarom Ooit"),
    "es": ("{} calificó la ley de “injusta y cruel”.", "Asimismo Anteriormente Quizás Actualmente Además"),
    "pt": ("{} classificou a lei como “injusta e cruel”.", "Contudo Talvez Atualmente Todavia Igualmente"),
}


def find_in(language: str, text: str) -> tuple[Quote, ...]:
    document = Document((Block(BlockKind.PARAGRAPH, text),))
    return find_quotes(document, title="", summary=None, language=language)


def fill(place: str, subject: str) -> str:
    """Put a phrase into a sentence; its own comma gives way to the sentence's sign."""
    text = place.format(s=subject, S=subject[0].upper() + subject[1:])
    for sign in ",.:”":
        text = text.replace(f",{sign}", "”," if sign == "”" else sign)
    return text


@pytest.mark.parametrize(("language", "place"), PLACES)
def test_every_phrase_is_named_in_every_place(language: str, place: str) -> None:
    for subject, words in SUBJECTS[language]:
        text = fill(place, subject)
        quotes = find_in(language, text)
        assert [quote.kind for quote in quotes] == [QuoteKind.SPEECH] * len(quotes), text
        names = [quote.speaker or "" for quote in quotes]
        assert names, text
        assert all(word in name.lower() for name in names for word in words.lower().split()), (text, names)


@pytest.mark.parametrize("language", ADVERBS)
def test_an_adverb_that_begins_a_sentence_is_nobody(language: str) -> None:
    text, adverbs = ADVERBS[language]
    for adverb in adverbs.split():
        (quote,) = find_in(language, text.format(adverb))
        assert adverb not in (quote.speaker or "") + (quote.speaker_text or "")
