from __future__ import annotations

import pytest

from newstui.text.edition_urls import list_counterparts, names_language

STORY = "the-bridge-is-open-again-123"


@pytest.mark.parametrize(
    ("url", "language", "languages", "found"),
    [
        (f"https://x.org/en/{STORY}", "en", ["de"], {f"https://x.org/de/{STORY}": "de", f"https://x.org/{STORY}": ""}),
        (f"https://x.org/news/en/{STORY}", "en-GB", ["de", "en"], {f"https://x.org/news/de/{STORY}": "de"}),
        (f"https://en.x.org/{STORY}", "en", ["nl", "nl-BE"], {f"https://nl.x.org/{STORY}": "nl"}),
        (
            f"https://x.org/{STORY}?id=4&lang=en",
            "en",
            ["fr"],
            {f"https://x.org/{STORY}?id=4&lang=fr": "fr", f"https://x.org/{STORY}?id=4": ""},
        ),
        (
            f"https://x.org/en-US/{STORY}",
            "en",
            ["pt"],
            {
                f"https://x.org/pt-BR/{STORY}": "pt",
                f"https://x.org/pt-PT/{STORY}": "pt",
                f"https://x.org/{STORY}": "",
            },
        ),
        (f"https://x.org/EN/{STORY}", "en", ["de"], {f"https://x.org/DE/{STORY}": "de", f"https://x.org/{STORY}": ""}),
    ],
)
def test_addresses_that_differ_by_the_language_alone(
    url: str, language: str, languages: list[str], found: dict[str, str]
) -> None:
    assert dict(list_counterparts(url, language, languages)) == found


@pytest.mark.parametrize(
    ("url", "language"),
    [
        (f"https://x.org/{STORY}", "en"),
        (f"https://x.org/de/{STORY}", "en"),
        ("https://x.org/en/", "en"),
        ("https://x.org/en/politics", "en"),
        ("https://en.org", "en"),
        (f"https://x.org/{STORY}?lang=", "en"),
        (f"https://[x.org/en/{STORY}", "en"),
        ("", "en"),
        ("en/story-that-is-none", "en"),
    ],
)
def test_no_counterparts(url: str, language: str) -> None:
    assert list_counterparts(url, language, ["de", "en", "fr"]) == ()


@pytest.mark.parametrize(
    ("step", "language", "languages", "found"),
    [
        ("pt-br", "pt-BR", ["pt-PT"], {"pt", "pt-pt"}),
        ("pt-BR", "pt-BR", ["pt-PT", "pt-BR"], {"pt", "pt-pt"}),
        ("pt", "pt-PT", ["pt-BR"], {"pt-br", "pt-pt"}),
        ("pt_PT", "pt-PT", ["pt-BR"], {"pt", "pt_br"}),
        ("pt-br", "pt-BR", ["pt", "pt-BR"], set()),
        ("en-us", "en-US", ["en-GB"], set()),
    ],
)
def test_varieties_of_one_language(step: str, language: str, languages: list[str], found: set[str]) -> None:
    pairs = list_counterparts(f"https://x.org/{step}/{STORY}", language, languages)
    assert {url.split("/")[3] for url, tag in pairs if tag == "pt"} == found


def test_a_site_that_is_called_like_a_language_is_no_edition() -> None:
    assert list_counterparts(f"https://en.org/{STORY}", "en", ["de"]) == ()


@pytest.mark.parametrize(
    ("url", "language", "named"),
    [
        (f"https://x.org/de/{STORY}", "de", True),
        (f"https://x.org/de-AT/{STORY}", "de", True),
        (f"https://de.x.org/{STORY}", "de", True),
        (f"https://x.org/{STORY}?lang=de", "de-DE", True),
        (f"https://x.org/{STORY}?page=de", "de", False),
        (f"https://x.org/en/{STORY}", "de", False),
        ("nonsense", "de", False),
    ],
)
def test_the_language_that_an_address_names(url: str, language: str, named: bool) -> None:
    assert names_language(url, language) is named
