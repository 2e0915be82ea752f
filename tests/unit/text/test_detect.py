from __future__ import annotations

import subprocess
import sys

import pytest

from newstui.text.detect import detect_language, find_by_function_words, find_contradiction
from tests.unit.sources.stories import STORIES


@pytest.mark.parametrize("language", STORIES)
def test_function_words_decide_texts_and_abstain_rather_than_err(language: str) -> None:
    story = STORIES[language]
    for text in (f"{story.summary} {story.title}", " ".join(story.body)):
        found = find_by_function_words(text)
        assert found is not None
        assert found[0] == language
        assert 0.5 < found[1] <= 1
    for line in story.lines():
        assert (find_by_function_words(line) or (language, 1.0))[0] == language


@pytest.mark.parametrize("language", STORIES)
def test_headlines(language: str) -> None:
    found = detect_language(STORIES[language].title)
    assert found is not None
    assert found[0] == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("月曜日の朝六時、最初の列車が古い橋を渡った。", "ja"),
        ("星期一早上六点，第一列火车驶过老桥。", "zh"),
        ("월요일 아침 여섯 시에 첫 기차가 다리를 건넜다.", "ko"),
        ("عبر القطار الأول الجسر القديم صباح الاثنين.", "ar"),
        ("نخستین قطار صبح دوشنبه از پل گذشت و گفت که چه", "fa"),
        ("הרכבת הראשונה חצתה את הגשר הישן", "he"),
        ("Το πρώτο τρένο πέρασε την παλιά γέφυρα", "el"),
        ("Первый поезд пересёк старый мост в понедельник", "ru"),
        ("Перший поїзд перетнув старий міст у понеділок і її зустріли", "uk"),
        ("รถไฟขบวนแรกข้ามสะพานเก่า", "th"),
        ("पहली रेलगाड़ी ने पुराना पुल पार किया", "hi"),
    ],
)
def test_scripts_decide(text: str, language: str) -> None:
    found = detect_language(text)
    assert found is not None
    assert found[0] == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Il primo treno ha attraversato il vecchio ponte lunedì mattina, e la città è più felice che mai.", "it"),
        ("Det första tåget rullade över den gamla bron på måndagen och många människor stod vid stranden.", "sv"),
        ("Pierwszy pociąg przejechał przez stary most w poniedziałek rano i nie jest to koniec prac.", "pl"),
        ("El primer tren va travessar el vell pont dilluns amb molta gent que també era als marges.", "ca"),
    ],
)
def test_neighbours_are_not_taken_for_the_six(text: str, language: str) -> None:
    found = detect_language(text)
    assert found is not None
    assert found[0] == language


@pytest.mark.parametrize("text", ["", "   ", "12.5 % – 2026!", "…"])
def test_no_words_no_language(text: str) -> None:
    assert detect_language(text) is None


def test_a_quotation_in_another_script_decides_nothing() -> None:
    found = detect_language("The minister said «Доброе утро» to the crowd, and then he left the room with the others.")
    assert found is not None
    assert found[0] == "en"


def test_plain_text_needs_no_model() -> None:
    code = (
        "import sys; from newstui.text.detect import detect_language;"
        "assert detect_language('The first train rolled across the old bridge on Monday and they cheered.')[0] == 'en';"
        "assert 'py3langid' not in sys.modules and 'numpy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("language", STORIES)
@pytest.mark.parametrize("declared", [*STORIES, "en-US", "it", "tlh", "eo"])
def test_a_declared_language_that_is_plainly_wrong_is_contradicted(language: str, declared: str) -> None:
    text = " ".join(STORIES[language].body)
    known = declared not in {"tlh", "eo"} and not declared.startswith(language)
    assert find_contradiction(text, declared) == (language if known else None)


def test_short_texts_contradict_nothing() -> None:
    assert find_contradiction(STORIES["de"].body[1], "en") is None
    assert find_contradiction("Первый поезд пересёк старый мост в понедельник. " * 6, "en-us") == "ru"
