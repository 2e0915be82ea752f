"""The annotated examples in six languages, as they are set and with all marks made straight single ones."""

from __future__ import annotations

import re

import pytest

from newstui.model import Quote, QuoteKind
from tests.unit.text.quotes.cases import LANGUAGES, PRONOUNS, Case, Expected, read_cases

CASES = read_cases()


def fold(text: str) -> str:
    """Leave out what a second paragraph begins with anew, and white space."""
    return re.sub(r"[\s„“”\"«»'’‘‚]+", " ", text).strip()


def check_speaker(quote: Quote, expected: Expected) -> None:
    if expected.speaker is None:
        return
    if expected.speaker.lower() in PRONOUNS:
        assert quote.speaker_text is not None
        assert quote.speaker_text.lower().strip("-t") == expected.speaker.lower()
        return
    assert quote.speaker is not None
    assert set(expected.speaker.lower().split()) <= set(quote.speaker.lower().split())


def check_case(case: Case) -> None:
    quotes = case.find()
    assert [fold(quote.text) for quote in quotes] == [fold(expected.text) for expected in case.expected]
    assert [quote.kind for quote in quotes] == [expected.kind for expected in case.expected]
    for quote, expected in zip(quotes, case.expected, strict=True):
        if expected.kind is QuoteKind.SPEECH:
            check_speaker(quote, expected)
        else:
            assert quote.speaker is None


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.language}: {case.text[:40]}")
def test_finds_what_is_annotated(case: Case) -> None:
    check_case(case)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.language}: {case.text[:40]}")
def test_finds_the_same_in_straight_single_marks(case: Case) -> None:
    check_case(case.in_straight_single_marks())


def test_every_language_has_cases_of_both_kinds() -> None:
    for language in LANGUAGES:
        kinds = [expected.kind for case in CASES if case.language == language for expected in case.expected]
        assert kinds.count(QuoteKind.SPEECH) >= 15
        assert kinds.count(QuoteKind.TERM) >= 4
