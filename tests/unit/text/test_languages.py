from __future__ import annotations

import pytest

from newstui.text.languages import (
    SIX,
    endonym,
    find_by_name,
    find_by_own_name,
    find_variety,
    is_one_language,
    matches,
    normalise_tag,
    pick,
    primary,
)


@pytest.mark.parametrize(
    ("raw", "tag"),
    [
        ("de", "de"),
        (" DE ", "de"),
        ("pt_br", "pt-BR"),
        ("de_AT.UTF-8@euro", "de-AT"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("zh-cmn-Hans-CN", "zh-Hans-CN"),
        ("sr-latn", "sr-Latn"),
        ("es-419", "es-419"),
        ("sl-rozaj", "sl-rozaj"),
        ("en-u-ca-buddhist", "en"),
        ("en-UK", "en-GB"),
        ("deu", "de"),
        ("iw", "he"),
        ("ast", "ast"),
        ("x-default", None),
        ("und", None),
        ("mul", None),
        ("C", None),
        ("POSIX", None),
        ("english", None),
        ("jp", None),
        ("www", None),
        ("de DE", None),
        ("de;q=0.8", None),
        ("", None),
        (None, None),
    ],
)
def test_tags_are_normalised_or_rejected(raw: str | None, tag: str | None) -> None:
    assert normalise_tag(raw) == tag


@pytest.mark.parametrize(
    ("tag", "wanted", "answer"),
    [
        ("de", "de", True),
        ("pt-BR", "pt", True),
        ("pt", "pt-BR", False),
        ("pt-PT", "pt-BR", False),
        ("zh-Hant-TW", "zh-TW", True),
        ("zh-Hant-TW", "zh-Hant", True),
        ("nb", "no", True),
        ("no", "nb", False),
        ("DE-at", "de-AT", True),
        ("den", "de", False),
    ],
)
def test_matching(tag: str, wanted: str, answer: bool) -> None:
    assert matches(tag, wanted) is answer


@pytest.mark.parametrize(
    ("available", "ladder", "choice"),
    [
        (["en", "de"], ["de", "en"], "de"),
        (["pt-BR"], ["pt"], "pt-BR"),
        (["pt-PT", "pt", "pt-BR"], ["pt-BR"], "pt-BR"),
        (["pt-PT", "pt"], ["pt-BR"], "pt"),
        (["pt-PT", "de"], ["pt-BR", "de"], "pt-PT"),
        (["pt-BR", "pt"], ["pt"], "pt"),
        (["it"], ["de", "fr"], None),
        ([], ["de"], None),
        (["de"], [], None),
    ],
)
def test_the_ladder(available: list[str], ladder: list[str], choice: str | None) -> None:
    assert pick(available, ladder) == choice


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("de", "Deutsch"),
        ("pt-BR", "Português (Brasil)"),
        ("de-LI", "Deutsch (LI)"),
        ("zh-Hant", "繁體中文"),
        ("qqq", "qqq"),
    ],
)
def test_endonyms(tag: str, name: str) -> None:
    assert endonym(tag) == name


@pytest.mark.parametrize("tag", SIX)
def test_the_six_are_found_by_their_own_names(tag: str) -> None:
    assert find_by_name(endonym(tag)) == find_by_name(endonym(tag).upper()) == find_by_own_name(endonym(tag)) == tag


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("German", "de"),
        ("allemand", "de"),
        ("FRANCAIS", "fr"),
        ("Espanol", "es"),
        ("Niederländisch", "nl"),
        ("русский", "ru"),
        ("РУССКИЙ", "ru"),
        ("한국어", "ko"),
        ("中文", "zh"),
        ("Português (Brasil)", "pt-BR"),
        ("Chinese (Simplified)", "zh-Hans"),
        ("Deutsch oder so", None),
        ("", None),
    ],
)
def test_names(name: str, tag: str | None) -> None:
    assert find_by_name(name) == tag


def test_a_countrys_name_is_not_a_languages_without_accents() -> None:
    assert find_by_name("géorgien") == "ka"
    assert find_by_name("Georgien") is None
    assert find_by_own_name("German") is None


def test_every_name_leads_to_a_tag_that_normalises_to_itself() -> None:
    for tag in ("nl", "kk", "sr-Latn", "zh-Hans", "es-419", "ckb"):
        assert normalise_tag(find_by_name(endonym(tag))) == tag
    assert primary("zh-Hans") == "zh"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("de", "de", True),
        ("de", "de-AT", True),
        ("en-GB", "en-US", True),
        ("pt-BR", "pt-PT", False),
        ("pt-BR", "pt", True),
        ("zh-Hans", "zh-Hant", False),
        ("sr-Latn", "sr", True),
        ("de", "nl", False),
    ],
)
def test_two_tags_of_one_edition(one: str, other: str, same: bool) -> None:
    assert is_one_language(one, other) is is_one_language(other, one) is same


@pytest.mark.parametrize(
    ("tag", "variety"), [("pt-BR", "pt-BR"), ("pt", None), ("de-AT", None), ("zh-Hant", "zh-Hant")]
)
def test_varieties_that_are_editions_of_their_own(tag: str, variety: str | None) -> None:
    assert find_variety(tag) == variety
