"""The catalogues hold every message of the code, translated, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from newstui.i18n import INTERFACE_LANGUAGES

PACKAGE = Path(__file__).parents[2] / "src" / "newstui"
TRANSLATED = [language for language in INTERFACE_LANGUAGES if language != "en"]
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
PLACEHOLDER = re.compile(r"\{[^{}]*\}")


@cache
def extract_messages() -> frozenset[str | tuple[str, ...]]:
    found = extract_from_dir(PACKAGE, method_map=[("**.py", "python")], keywords=KEYWORDS)
    return frozenset(message for _, _, message, _, _ in found)


@cache
def read_catalogue(language: str) -> Catalog:
    with (PACKAGE / "locale" / language / "LC_MESSAGES" / "newstui.po").open("rb") as file:
        return read_po(file, locale=language)


def list_messages(language: str) -> list[Message]:
    return [message for message in read_catalogue(language) if message.id]


def forms(text: str | Sequence[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_of_the_code_is_there_and_no_other(language: str) -> None:
    known = {message.id if isinstance(message.id, str) else tuple(message.id) for message in list_messages(language)}
    assert sorted(map(str, extract_messages() - known)) == [], "missing; run: make messages"
    assert sorted(map(str, known - extract_messages())) == [], "stale; run: make messages"
    assert not read_catalogue(language).obsolete


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated(language: str) -> None:
    count = read_catalogue(language).num_plurals
    untranslated = [
        message.id
        for message in list_messages(language)
        if message.fuzzy or not all(forms(message.string)) or (message.pluralizable and len(message.string) != count)
    ]
    assert untranslated == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_takes_the_same_arguments(language: str) -> None:
    """A form of the plural may leave the number out ("an article"); nothing may be asked for that is not given."""
    wrong = []
    for message in list_messages(language):
        given = {name for form in forms(message.id) for name in PLACEHOLDER.findall(form)}
        for form in forms(message.string):
            used = set(PLACEHOLDER.findall(form))
            if not used <= given or (not message.pluralizable and used != given):
                wrong.append((message.id, form))
    assert wrong == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_ends_as_the_message_does(language: str) -> None:
    """A sentence stays a sentence, a label a label; the space of the line's neighbours is kept."""
    wrong = [
        (message.id, form)
        for message in list_messages(language)
        for source, form in zip(forms(message.id), forms(message.string), strict=False)
        if form and (_ending(source) != _ending(form) or source[:1].isspace() != form[:1].isspace())
    ]
    assert wrong == []


def _ending(text: str) -> str:
    last = text[-1:]
    return last if last in ".:;,!?…" or last.isspace() else ""
