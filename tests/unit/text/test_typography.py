from __future__ import annotations

import pytest

from newstui.text.typography import TYPOGRAPHIES, Marks, choose_marks, find_outer_marks, set_quotation


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        (
            "Wir gehen",
            "de",
            {"nl": "‘Wir gehen’", "en": "“Wir gehen”", "de": "„Wir gehen“", "fr": "«\u202fWir gehen\u202f»"}
            | {"es": "«Wir gehen»", "pt": "“Wir gehen”"},
        ),
        (
            "He said ‘no’ and didn't stop",
            "en",
            {"nl": "‘He said “no” and didn't stop’", "en": "“He said ‘no’ and didn't stop”"}
            | {"de": "„He said ‚no‘ and didn't stop“", "fr": "«\u202fHe said “no” and didn't stop\u202f»"}
            | {"es": "«He said “no” and didn't stop»", "pt": "“He said ‘no’ and didn't stop”"},
        ),
        (
            "Il a dit « non », d’accord ?",
            "fr",
            {"nl": "‘Il a dit “non”, d’accord ?’", "en": "“Il a dit ‘non’, d’accord ?”"}
            | {"de": "„Il a dit ‚non‘, d’accord ?“", "fr": "«\u202fIl a dit “non”, d’accord ?\u202f»"}
            | {"es": "«Il a dit “non”, d’accord ?»", "pt": "“Il a dit ‘non’, d’accord ?”"},
        ),
        (
            "Er rief: ‚Das »Nein« gilt‘",
            "de",
            {"nl": "‘Er rief: “Das ‘Nein’ gilt”’", "en": "“Er rief: ‘Das “Nein” gilt’”"}
            | {"de": "„Er rief: ‚Das „Nein“ gilt‘“", "fr": "«\u202fEr rief: “Das ‘Nein’ gilt”\u202f»"}
            | {"es": "«Er rief: “Das ‘Nein’ gilt”»", "pt": "“Er rief: ‘Das “Nein” gilt’”"},
        ),
    ],
)
def test_quotations_inside_change_their_marks_too(words: str, language: str, expected: dict[str, str]) -> None:
    assert {tag: set_quotation(words, choose_marks(tag), language) for tag in TYPOGRAPHIES} == expected


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ("the ministers' plan, it's the '90s", "en", "“the ministers' plan, it's the '90s”"),
        ("’s avonds in zo’n huis", "nl", "“’s avonds in zo’n huis”"),
        ("a mark that” stands alone", "en", "“a mark that” stands alone”"),
        ("'straight' and \"double\"", "en", "“‘straight’ and ‘double’”"),
        ("\u00a0apart\u202f", "fr", "“apart”"),
        ("", None, "“”"),
        ("«\u00a0tout\u00a0»", "fr", "“‘tout’”"),
    ],
)
def test_apostrophes_and_slips_stay(words: str, language: str | None, expected: str) -> None:
    assert set_quotation(words, choose_marks("en"), language) == expected


@pytest.mark.parametrize(
    ("tag", "first"), [("de-AT", "„"), ("FR", "«\u202f"), ("ja", "“"), (None, "“"), ("", "“"), ("es", "«")]
)
def test_the_marks_of_a_tag(tag: str | None, first: str) -> None:
    assert choose_marks(tag)[0].opening == first


@pytest.mark.parametrize(
    ("text", "words", "marks"),
    [
        ("Er sagte: „Ja.“", "Ja.", Marks("„", "“")),
        ("Il dit «\u202foui\u202f» encore", "oui", Marks("«\u202f", "\u202f»")),
        ("« oui »", "oui", Marks("« ", " »")),
        ("'so'", "so", Marks("'", "'")),
        ("a dash — oui", "oui", None),
        ("oui", "oui", None),
        ("“oui", "oui", None),
    ],
)
def test_the_marks_around_words_as_written(text: str, words: str, marks: Marks | None) -> None:
    start = text.index(words)
    assert find_outer_marks(text, start, start + len(words)) == marks
