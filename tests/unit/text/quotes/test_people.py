from __future__ import annotations

import pytest

from newstui.model import Block, BlockKind, Document, Quote
from newstui.text.quotes import find_quotes
from newstui.text.quotes.lexicon import Gender, get_lexicon
from newstui.text.quotes.passages import Passage
from newstui.text.quotes.people import Cast, list_people, resolve_name


def cast(language: str, text: str) -> Cast:
    return Cast([Passage(0, text, BlockKind.PARAGRAPH)], get_lexicon(language))


def find(language: str, *paragraphs: str) -> tuple[Quote, ...]:
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in paragraphs)
    return find_quotes(Document(blocks), title="", summary=None, language=language)


def test_lists_full_names_with_roles_and_gender() -> None:
    (person,) = list_people(
        [Passage(0, "Die französische Ministerin Claire Morvan schwieg.", BlockKind.PARAGRAPH)], get_lexicon("de")
    )
    assert person.name == "Claire Morvan"
    assert person.gender is Gender.FEMININE
    assert "ministerin" in person.roles


def test_a_surname_stands_for_the_full_name() -> None:
    people = cast("en", "Dr. Helen Marsh met Tom Reyes.").people
    found = resolve_name("Marsh", Gender.UNCLEAR, people)
    assert found is not None
    assert found.name == "Helen Marsh"


def test_a_surname_that_two_people_share_stands_for_nobody() -> None:
    people = cast("en", "Helen Marsh met Peter Marsh.").people
    assert resolve_name("Marsh", Gender.UNCLEAR, people) is None
    found = resolve_name("Marsh", Gender.MASCULINE, people)
    assert found is not None
    assert found.name == "Peter Marsh"


def test_knows_surnames_with_the_genitive() -> None:
    assert "merkels" in cast("de", "Bundeskanzlerin Angela Merkel kam.")
    assert "kohls" not in cast("de", "Bundeskanzlerin Angela Merkel kam.")


@pytest.mark.parametrize(
    ("language", "paragraphs", "speaker", "text"),
    [
        (
            "de",
            ["Der französische Präsident Émile Aubry kam.", "„Das gilt“, sagte der französische Führer."],
            "Émile Aubry",
            "der französische Führer",
        ),
        ("de", ["Anna Kern traf Paul Roth.", "„Das gilt“, sagte sie."], "Anna Kern", "sie"),
        ("de", ["Anna Kern traf Paul Roth.", "„Das gilt“, sagte er."], "Paul Roth", "er"),
        ("en", ["Mayor Ann Ford spoke to Tom Reyes.", "“It holds,” she said."], "Ann Ford", "she"),
        ("fr", ["Le maire Paul Garin est venu.", "« C'est fini », a-t-il dit."], "Paul Garin", "il"),
        ("es", ["La alcaldesa Marta Gil llegó. «Se acabó», dijo."], "Marta Gil", "La alcaldesa Marta Gil"),
        ("en", ["It rained.", "“It holds,” she said."], None, "she"),
        ("en", ["Helen Marsh met Ann Ford.", "“It holds,” he said."], None, "he"),
    ],
)
def test_pronouns_and_descriptions_go_back_to_a_name(
    language: str, paragraphs: list[str], speaker: str | None, text: str
) -> None:
    quote = find(language, *paragraphs)[-1]
    assert (quote.speaker, quote.speaker_text) == (speaker, text)


def test_who_goes_on_keeps_the_name_with_less_confidence() -> None:
    first, second = find("en", "“It holds,” said Ann Ford. “It always has.”")
    assert second.speaker == first.speaker == "Ann Ford"
    assert second.speaker_text is None
    assert second.cue is None
    assert second.confidence < first.confidence


def test_where_nobody_is_named_there_is_no_speaker() -> None:
    (quote,) = find("en", "“We will never forget what happened here.”")
    assert (quote.speaker, quote.speaker_text, quote.cue) == (None, None, None)


def test_without_a_language_the_marks_alone_speak() -> None:
    (quote,) = find("xx", "“We will never forget what happened here. Never.”")
    assert quote.speaker is None
