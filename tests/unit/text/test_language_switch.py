from __future__ import annotations

import pytest

from newstui.text.language_switch import find_in_label, take_language_switch

BODY = ["A summary. Two sentences.", "A headline", "A first paragraph.", "A second paragraph."]


@pytest.mark.parametrize(
    ("lines", "languages", "current"),
    [
        (["Nederlands", "English", "Deutsch"], ["nl", "en", "de"], None),
        (["Nederlands", "", "English", ""], ["nl", "en"], None),
        (["Nederlands | English | Deutsch"], ["nl", "en", "de"], None),
        (["NEDERLANDS · ENGLISH · FRANCAIS"], ["nl", "en", "fr"], None),
        (["English, Deutsch, Vèneto"], ["en", "de"], None),
        (["DE / EN / FR"], ["de", "en", "fr"], None),
        (["Deutsch English Français"], ["de", "en", "fr"], None),
        (["🇩🇪 Deutsch (aktuell)", "🇬🇧 English"], ["de", "en"], "de"),
        (["✓ English", "Deutsch"], ["en", "de"], "en"),
        (["Sprachen:", "Deutsch", "English"], ["de", "en"], None),
        (["Languages: DE, EN"], ["de", "en"], None),
        (["Lire en français", "Leer en español"], ["fr", "es"], None),
        (["Deutsch DE", "English EN"], ["de", "en"], None),
        (["Deutsch (German)", "Français (French)"], ["de", "fr"], None),
        (["Français (CA)", "Deutsch (DE)", "English (UK)"], ["fr-CA", "de", "en-GB"], None),
        (["Português (Brasil)", "中文 (简体)"], ["pt-BR", "zh-Hans"], None),
        (["1. Deutsch", "2. English"], ["de", "en"], None),
        (["Deutsch", "Nohchiyn", "English"], ["de", "en"], None),
        (["English"], ["en"], None),
    ],
)
def test_a_switch_at_the_end_is_taken(lines: list[str], languages: list[str], current: str | None) -> None:
    rest, switch = take_language_switch([*BODY, *lines])
    assert [line for line in rest if line] == BODY
    assert (list(switch.languages), switch.current) == (languages, current)


def test_a_switch_at_the_beginning_is_taken() -> None:
    rest, switch = take_language_switch(["Deutsch", "English", "Français", *BODY])
    assert (rest, switch.languages) == (BODY, ("de", "en", "fr"))


def test_what_follows_a_switch_stays() -> None:
    rest, switch = take_language_switch([*BODY, "Deutsch", "English", "© 2026 Aldermoor Post"])
    assert (rest, switch.languages) == ([*BODY, "© 2026 Aldermoor Post"], ("de", "en"))


@pytest.mark.parametrize(
    "lines",
    [
        ["He spoke English, Deutsch and some Spanish that evening"],
        ["is it so"],
        ["no"],
        ["Italian"],
        ["Thanks to Anna Meier"],
        ["German"],
    ],
)
def test_text_is_not_taken_for_a_switch(lines: list[str]) -> None:
    rest, switch = take_language_switch([*BODY, *lines])
    assert (rest, switch.languages) == ([*BODY, *lines], ())


def test_a_name_alone_is_no_switch_in_a_text_of_one_line() -> None:
    assert take_language_switch(["English"]) == (["English"], take_language_switch([])[1])


@pytest.mark.parametrize(
    ("label", "language"),
    [
        ("Auf Deutsch lesen", "de"),
        ("Lire cet article en français", "fr"),
        ("Leer en Español »", "es"),
        ("Read this story in English", "en"),
        ("Deutsch", None),
        ("Read more", None),
        ("Georgien lesen", None),
        ("Read the German edition of our letter", None),
        ("", None),
    ],
)
def test_the_language_of_a_label(label: str, language: str | None) -> None:
    assert find_in_label(label) == language
