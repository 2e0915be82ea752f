"""Publications with a desk for each language, by the addresses of their feeds."""

from __future__ import annotations

import pytest

from newstui.text.desks import find_desks


@pytest.mark.parametrize(
    "addresses",
    [
        {"en": "https://rss.one.example/rdf/all-en", "de": "https://rss.one.example/rdf/all-de"},
        {"en": "https://rss.one.example/rdf/all_en_us", "fr": "https://rss.one.example/rdf/all_fr_fr"},
        {"de": "https://de.one.example/rss?level=news", "fr": "https://fr.one.example/rss?level=news"},
        {"en": "https://www.one.example/rss", "fr": "https://fr.one.example/rss", "pt": "https://pt.one.example/rss"},
        {"en": "https://one.example/rss", "fr": "https://fr.one.example/rss"},
        {"en": "https://one.example/english/feed.xml", "de": "https://one.example/deutsch/feed.xml"},
        {"es": "https://one.example/feed?lang=es&x=1", "nl": "https://one.example/feed?lang=nl&x=1"},
        {"pt-BR": "https://one.example/pt-br/feed", "en": "https://one.example/en-gb/feed"},
        {"pt-BR": "https://one.example/pt-br/feed", "pt-PT": "https://one.example/pt-pt/feed"},
        {"pt-BR": "https://br.one.example/feed", "pt-PT": "https://pt.one.example/feed"},
        {"pt-BR": "https://one.example/brasil/br/feed", "pt-PT": "https://one.example/brasil/pt/feed"},
    ],
)
def test_desks_of_one_publication(addresses: dict[str, str]) -> None:
    sources = [(str(number), url, tag) for number, (tag, url) in enumerate(addresses.items())]
    strangers = [("x", "https://two.example/rss", "en"), ("y", "https://de.two.example/news.xml", "de")]
    desks = find_desks([*sources, *strangers])
    assert desks.keys() == {key for key, *_ in sources}
    assert len(set(desks.values())) == 1


@pytest.mark.parametrize(
    "addresses",
    [
        {"en": "https://one.example/rss", "fr": "https://two.example/rss"},
        {"en": "https://one.example/sport", "fr": "https://one.example/kultur"},
        {"en": "https://www.one.example/rss", "de": "https://one.example/rss"},
        {"en": "https://en.one.example/rss", "de": "https://de.one.example/atom"},
        {"en": "not an address", "de": "https://[broken/rss"},
    ],
)
def test_what_is_no_publication(addresses: dict[str, str]) -> None:
    assert find_desks([(tag, url, tag) for tag, url in addresses.items()]) == {}


@pytest.mark.parametrize(("one", "other"), [("pt-BR", "pt"), ("de-AT", "de-CH"), ("en-GB", "en-US")])
def test_what_is_one_language_makes_no_two_desks(one: str, other: str) -> None:
    addresses = [(tag, f"https://one.example/{tag.lower()}/feed", tag) for tag in (one, other)]
    assert find_desks(addresses) == {}


def test_two_feeds_in_one_language_are_no_desks() -> None:
    assert find_desks([("a", "https://one.example/en/sport", "en"), ("b", "https://one.example/en/sport", "en")]) == {}
