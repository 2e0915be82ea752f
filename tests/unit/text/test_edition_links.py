from __future__ import annotations

import pytest

from newstui.model import Reason
from newstui.text.edition_links import choose_editions, leads_to_story

OWN = "https://example.org/de/politik/die-bruecke-ist-wieder-offen-123"


@pytest.mark.parametrize(
    ("url", "answer"),
    [
        ("https://example.org/en/politics/the-bridge-is-open-again-123", True),
        ("https://en.example.org/politics/the-bridge", True),
        ("https://example.com/the-bridge-is-open-again", True),
        ("https://example.org/en/a/b/bridge", True),
        ("https://example.org/", False),
        ("https://example.org/en", False),
        ("https://example.org/en/", False),
        ("https://example.org/en-gb/start", False),
        ("https://example.org/en/index.html", False),
        ("https://example.org/en/politics/", False),
        ("https://example.org/en/latest-news", False),
    ],
)
def test_which_addresses_lead_to_a_story(url: str, answer: bool) -> None:
    assert leads_to_story(url, OWN) is answer


def test_a_page_with_a_short_path_has_editions_with_short_paths() -> None:
    assert leads_to_story("https://example.org/en/dangerous-goods", "https://example.org/gefahrgut")
    assert leads_to_story("https://example.org/en/goods", "https://example.org/gefahrgut")
    assert not leads_to_story("https://example.org/en/goods", None)


def test_what_is_chosen() -> None:
    editions = choose_editions(
        [
            ("x-default", "https://example.org/en/politics/the-bridge-is-open-123"),
            ("de", OWN),
            ("de-AT", "https://example.org/at/politik/die-bruecke-ist-wieder-offen-123"),
            ("en-US", "https://example.org/en/politics/the-bridge-is-open-123"),
            ("en", "https://example.org/en/politics/the-bridge-is-open-123"),
            ("fr", "https://example.org/fr/"),
            ("zh", "https://example.org/cn/politics/qiao-123"),
            ("zh-Hans", "https://example.org/cn/politics/qiao-123"),
            ("pt", "https://example.org/br/politica/a-ponte-123"),
            ("pt-BR", "https://example.org/br/politica/a-ponte-123"),
            ("nonsense", "https://example.org/xx/politics/the-bridge-123"),
            (None, "https://example.org/yy/politics/the-bridge-123"),
        ],
        OWN,
        "de",
    )
    assert [(edition.language, edition.url) for edition in editions] == [
        ("en", "https://example.org/en/politics/the-bridge-is-open-123"),
        ("zh-Hans", "https://example.org/cn/politics/qiao-123"),
        ("pt-BR", "https://example.org/br/politica/a-ponte-123"),
    ]
    assert all(edition.reason is Reason.DECLARED and not edition.available for edition in editions)


def test_the_page_itself_is_known_whatever_its_addresss_spelling() -> None:
    assert choose_editions([("en", OWN.replace("https", "http") + "?utm_source=x#top")], OWN, "de") == ()


def test_portuguese_from_elsewhere_is_another_edition() -> None:
    pairs = [("pt-PT", "https://example.org/pt/a-ponte-123"), ("en-GB", "https://example.org/uk/the-bridge-123")]
    own = "https://example.org/br/a-ponte-reaberta-123"
    assert [edition.language for edition in choose_editions(pairs, own, "pt-BR")] == ["pt-PT", "en-GB"]
    assert [edition.language for edition in choose_editions(pairs[1:], own, "en-US")] == []


@pytest.mark.parametrize(
    ("tags", "kept"),
    [
        (["de-AT", "de-DE", "de-CH"], ["de-DE"]),
        (["es-MX", "es"], ["es"]),
        (["es-MX", "es-AR"], ["es-MX"]),
        (["pt-BR", "pt-PT"], ["pt-BR", "pt-PT"]),
        (["pt", "pt-BR"], ["pt-BR"]),
        (["fr", "fr-CA", "nl"], ["fr", "nl"]),
    ],
)
def test_a_language_has_one_edition(tags: list[str], kept: list[str]) -> None:
    declared = [(tag, f"https://example.org/{tag}/politics/the-bridge-is-open-{tag}-123") for tag in tags]
    assert [edition.language for edition in choose_editions(declared, OWN, "en")] == kept
