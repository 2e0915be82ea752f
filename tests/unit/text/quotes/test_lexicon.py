from __future__ import annotations

from pathlib import Path

import pytest

from newstui.errors import NewstuiError
from newstui.model import Block, BlockKind, Document, QuoteKind
from newstui.text.quotes.engine import find_quotes_with
from newstui.text.quotes.keys import FLAGS, TABLES
from newstui.text.quotes.lexicon import Gender, get_first_names, get_lexicon, list_languages, load_lexicon
from newstui.text.quotes.verbs import Verb

ITALIAN = """
language = "it"
dialogue_dashes = true

[apostrophes]
joining = "l d un dell nell all quest"

[endings]
are = "{}a {}ano {}ò {}ato"

[verbs.say]
are = "dichiar afferm spieg"
forms = "dice disse detto ha-detto"

[cues]
before = ["secondo"]

[terms]
so_called = "cosiddetto cosiddetta"
works = "film libro"

[people]
masculine = "sindaco ministro"
feminine = "sindaca ministra"

[pronouns]
masculine = "lui"
feminine = "lei"

[words]
articles = "il lo la l' i gli le un una"
determiners = "il lo la l' i gli le un una"
auxiliaries = "ha hanno è sono"
prepositions = "di a da in con su per tra fra"
"""


@pytest.fixture
def italian(tmp_path: Path) -> Path:
    path = tmp_path / "it.toml"
    path.write_text(ITALIAN, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "quote", "kind", "speaker"),
    [
        ("«L'acqua è finita», ha dichiarato la sindaca Carla Bruni.", "L'acqua è finita", "speech", "Carla Bruni"),
        ("Il ministro Aldo Moretti disse: “Non c'è tempo.”", "Non c'è tempo.", "speech", "Aldo Moretti"),
        (
            "Secondo Aldo Moretti la legge è «una truffa bella e buona».",
            "una truffa bella e buona",
            "speech",
            "Aldo Moretti",
        ),
        ("Il film «La riva» esce domani.", "La riva", "term", None),
        ("Il cosiddetto «piano casa» è fermo.", "piano casa", "term", None),
        ("— Andiamo via — disse Marta.", "Andiamo via", "speech", "Marta"),
    ],
)
def test_a_seventh_language_is_a_file(italian: Path, text: str, quote: str, kind: str, speaker: str | None) -> None:
    document = Document((Block(BlockKind.PARAGRAPH, text),))
    (found,) = find_quotes_with(load_lexicon(italian), document, title="", summary=None)
    assert (found.text, found.kind, found.speaker) == (quote, QuoteKind(kind), speaker)


def test_six_languages_are_shipped() -> None:
    assert list_languages() >= {"de", "en", "es", "fr", "nl", "pt"}
    for language in list_languages():
        lexicon = get_lexicon(language)
        assert lexicon.language == language
        assert lexicon.verbs
        assert lexicon.words["determiners"]


@pytest.mark.parametrize(("tag", "language"), [("de-AT", "de"), ("PT_br", "pt"), ("sv", ""), (None, "")])
def test_a_tag_stands_for_its_language(tag: str | None, language: str) -> None:
    assert get_lexicon(tag).language == language


def test_regular_verbs_go_as_the_endings_say(italian: Path) -> None:
    lexicon = load_lexicon(italian)
    assert {"dichiara", "dichiarò", "dichiarato", "affermano", "disse"} <= lexicon.verbs.keys()
    assert lexicon.verbs["spiegò"] == Verb.SAY


def test_a_verb_can_do_two_things() -> None:
    assert get_lexicon("de").verbs["kritisierte"] == Verb.SAY | Verb.LABEL


def test_a_word_in_lists_of_both_genders_has_none() -> None:
    roles = get_lexicon("fr").roles
    assert roles["maire"] is Gender.UNCLEAR
    assert roles["directrice"] is Gender.FEMININE


@pytest.mark.parametrize("language", ["de", "en", "fr", "nl", "es", "pt"])
def test_a_participle_of_saying_is_no_role(language: str) -> None:
    """L'accusé can be a person, but elle l'a accusé is the plainer reading of the form."""
    lexicon = get_lexicon(language)
    assert lexicon.roles.keys() & lexicon.verbs.keys() <= {"judge", "juge", "conseiller", "testemunha"}


def test_first_names_have_a_gender() -> None:
    assert get_first_names()["volodymyr"] is Gender.MASCULINE
    assert get_first_names()["odile"] is Gender.FEMININE


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ('langage = "it"', "language"),
        ('language = "it"\ncolour = "red"', "colour"),
        ('language = "it"\ncapital_nouns = "yes"', "capital_nouns"),
        ('language = "it"\n[verbs.shout]\nforms = "x"', "verbs.shout"),
        ('language = "it"\n[verbs.say]\nare = "parl"', "verbs.say.are"),
        ('language = "it"\n[words]\nfoo = "x"', "words.foo"),
        ('language = "it"\n[words]\narticles = ["il"]', "words.articles"),
        ('language = "it"\n[cues]\nbefore = "secondo"', "cues.before"),
    ],
)
def test_a_wrong_file_is_named_with_its_key(tmp_path: Path, line: str, key: str) -> None:
    path = tmp_path / "it.toml"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(NewstuiError) as caught:
        load_lexicon(path)
    assert str(path) in str(caught.value)
    assert f" {key}:" in str(caught.value)


@pytest.mark.parametrize("content", [b"language = ", b"\xff\xfe"])
def test_a_file_that_is_no_toml_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "it.toml"
    path.write_bytes(content)
    with pytest.raises(NewstuiError, match=r"it\.toml cannot be read"):
        load_lexicon(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(NewstuiError, match="cannot be read"):
        load_lexicon(tmp_path / "xx.toml")


def test_the_guide_explains_every_key() -> None:
    guide = (Path(__file__).parents[4] / "docs" / "quotes.md").read_text(encoding="utf-8")
    keys = {*FLAGS, *TABLES, *(key for table in TABLES.values() for key in table)}
    assert {key for key in keys if f"`{key}`" not in guide and f"`[{key}]`" not in guide} == set()
