from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.text.clean import clean_line, clean_text

ESC = "\x1b"


@pytest.mark.parametrize(
    ("hostile", "clean"),
    [
        (f"a{ESC}[31;1mred{ESC}[0m", "ared"),
        (f"a{ESC}[2J{ESC}[999;999Hb", "ab"),
        (f"{ESC}]0;owned\x07title", "title"),
        (f"{ESC}]8;;http://evil.example/{ESC}\\click{ESC}]8;;{ESC}\\", "click"),
        (f"{ESC}]52;c;ZXZpbA==\x07copy", "copy"),
        (f"{ESC}P1$r0m{ESC}\\{ESC}_Gi=1;AAAA{ESC}\\x", "x"),
        ("\x9b31mC1\x9b2J \x9d0;owned\x9cok", "C1 ok"),
        (f"{ESC}c{ESC}(0reset", "reset"),
        ("invoice\u202egpj.exe\u202c \u2066x\u2069", "invoicegpj.exe x"),
        ("pay\u200bpal wo\ufeffrd", "paypal word"),
        ("a\x00b\x0bc\x0cd\x0ee\x7ff", "abcdef"),
        ("safe\rover\r\nline", "safe\nover\nline"),
        ("next\x85line\u2028and\u2029more", "next\nline\nand\nmore"),
        ("a\tb\nc", "a\tb\nc"),
        ("« oui »", "« oui »"),
        ("👨\u200d👩\u200d👧 می\u200cخواهم", "👨\u200d👩\u200d👧 می\u200cخواهم"),
        ("[@click=app.quit]x[/]", "[@click=app.quit]x[/]"),
        ("wrongly decoded \x9bword\x9c and \x9eena", "wrongly decoded word and ena"),
        (f"never ended {ESC}]0;title", "never ended ]0;title"),
        ("lone \ud800 surrogate", "lone  surrogate"),
    ],
)
def test_what_acts_on_a_terminal_is_taken_out(hostile: str, clean: str) -> None:
    assert clean_text(hostile) == clean


def test_a_line_is_one_line() -> None:
    assert clean_line("  one\n\ttwo\r\n three\u00a0four ") == "one two three\u00a0four"


@given(st.text())
def test_no_control_character_survives(text: str) -> None:
    left = clean_text(text)
    assert not [c for c in left if unicodedata.category(c) in {"Cc", "Cs"} and c not in "\n\t"]
    assert not set(left) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff")


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp"])))
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert clean_text(text) == text


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once
