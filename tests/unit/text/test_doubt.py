"""The cheap look at what a source declares: no true declaration is doubted, plainly wrong ones are."""

from __future__ import annotations

from itertools import permutations

import pytest

from newstui.text.doubt import is_doubtful
from newstui.text.languages import SIX
from tests.ui.six_files import LANGUAGES, list_paragraphs
from tests.unit.sources.stories import STORIES


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_true_is_not_doubted(language: str) -> None:
    for text in (*list_paragraphs(language), *STORIES[language].lines(), *STORIES[language].body):
        assert not is_doubtful(text, language)
        assert not is_doubtful(text, f"{language}-XX")


@pytest.mark.parametrize(("language", "declared"), permutations(SIX, 2))
def test_what_is_wrong_is_doubted_where_there_are_a_few_lines(language: str, declared: str) -> None:
    assert is_doubtful(" ".join(STORIES[language].body), declared)


@pytest.mark.parametrize(
    ("text", "declared", "doubtful"),
    [
        ("Первый поезд пересёк старый мост в понедельник.", "en", True),
        ("Первый поезд пересёк старый мост в понедельник.", "bg", False),
        ("東京で新しい橋が開通した。", "ja-JP", False),
        ("東京で新しい橋が開通した。", "de", True),
        ("The first train has crossed the old bridge on Monday.", "ja", True),
        ("Први воз је прешао стари мост у понедељак.", "sr", False),
        ("Prvi voz je prešao stari most u ponedeljak.", "sr", False),
        ("Den éischten Zuch ass e Méindeg iwwer déi al Bréck gefuer, sot de Buergermeeschter.", "lb", False),
        ("iPhone 17 Pro: 2026", "de", False),
        ("", "de", False),
    ],
)
def test_other_languages_and_scripts(text: str, declared: str, doubtful: bool) -> None:
    assert is_doubtful(text, declared) is doubtful
