"""Headlines as pages in six languages name them; pages and sites are invented."""

from __future__ import annotations

import json

import pytest

from newstui.sources.page.facts import read_facts
from newstui.sources.page.title import find_title
from newstui.sources.page.tree import parse_page


def find(head: str, body: str = "", url: str | None = "https://www.aldermoor-post.example/town/bridge") -> str | None:
    page = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    return find_title(read_facts(parse_page(page.encode(), "text/html; charset=utf-8"), url))


def tag(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def headline(text: str) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "headline": text})}</script>'


HEADLINES = {
    "nl": "De oude brug is weer open voor fietsers",
    "en": "Old bridge opens again after two years",
    "de": "Alte Brücke nach zwei Jahren wieder offen",
    "fr": "Le vieux pont rouvre enfin aux cyclistes",
    "es": "El puente viejo vuelve a abrir tras dos años",
    "pt": "Ponte velha reabre depois de dois anos",
}
SITES = {
    "nl": "Aldermoorse Courant",
    "en": "The Aldermoor Post",
    "de": "Aldermoorer Anzeiger",
    "fr": "Le Courrier d’Aldermoor",
    "es": "El Diario de Aldermoor",
    "pt": "Folha de Aldermoor",
}
KICKERS = {"nl": "Verkeer", "en": "Analysis", "de": "Kommentar", "fr": "Reportage", "es": "Opinión", "pt": "Entrevista"}


@pytest.mark.parametrize("language", HEADLINES)
@pytest.mark.parametrize("separator", [" | ", " - ", " – ", " — ", " · ", " • ", " » ", " -- ", " / "])
def test_the_site_behind_the_headline_goes(language: str, separator: str) -> None:
    title, site = HEADLINES[language], SITES[language]
    whole = f"{title}{separator}{site}"
    assert find(f"<title>{whole}</title>" + tag("og:title", whole) + tag("og:site_name", site)) == title
    assert find(f"<title>{whole}</title>", f"<h1>{title}</h1>") == title
    assert find(f"<title>{whole}</title>" + tag("og:title", title)) == title
    sections = f"{title}{separator}Section{separator}Archive{separator}{site}"
    assert find(f"<title>{sections}</title>" + tag("og:title", sections), f"<h1>{title}</h1>") == title


@pytest.mark.parametrize("language", HEADLINES)
def test_the_site_before_the_headline_goes(language: str) -> None:
    title, site = HEADLINES[language], SITES[language]
    assert find(f"<title>{site} | {title}</title>" + tag("og:site_name", site)) == title


@pytest.mark.parametrize("language", HEADLINES)
def test_a_kicker_that_the_heading_shows_apart_goes(language: str) -> None:
    title, kicker = HEADLINES[language], KICKERS[language]
    both = tag("og:title", f"{kicker}: {title}") + f"<title>{kicker}: {title} | {SITES[language]}</title>"
    assert find(both, f"<p>{kicker}</p><h1>{title}</h1>") == title
    assert find(both, f"<h1><span>{kicker}</span> <span>{title}</span></h1>") == title
    assert find(both, f"<h1><span>{kicker}:</span> {title}</h1>") == title
    assert find(tag("og:title", title), f"<h1><span class='article__kicker'>{kicker}</span> {title}</h1>") == title


@pytest.mark.parametrize("language", HEADLINES)
def test_a_first_word_that_every_place_shows_is_no_kicker(language: str) -> None:
    title = f"{KICKERS[language]}: {HEADLINES[language]}"
    page = tag("og:title", title) + f"<title>{title} | {SITES[language]}</title>" + tag("og:site_name", SITES[language])
    assert find(page, f"<h1>{title}</h1>") == title
    assert find(page) == title


@pytest.mark.parametrize("language", HEADLINES)
def test_a_logo_is_no_headline(language: str) -> None:
    title, site = HEADLINES[language], SITES[language]
    logo = f"<header><h1><a href='/'>{site}</a></h1></header>"
    assert find(f"<title>{title} - {site}</title>" + tag("og:site_name", site), logo) == title
    assert find(f"<title>{title} - {site}</title>" + tag("og:title", title), f"{logo}<h1>{title}</h1>") == title
    # a logo in other words than the title's: what is unlike everything that is declared counts least
    assert find(f"<title>{title}</title>", "<h1>APO</h1>") == title
    assert find(f"<title>{title}</title>", "<nav><h1>Menu</h1></nav>") == title


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        # search engines are told something else than readers
        (
            "<title>Pear jam recipe</title>"
            + tag("og:title", "Pear jam recipe")
            + tag("twitter:title", "Pear jam recipe")
            + headline("How we make pear jam at home"),
            "<h1>How we make pear jam at home</h1>",
            "How we make pear jam at home",
        ),
        # the heading against metas that were filled from one field
        (
            "<title>Lights in Milan</title>"
            + tag("og:title", "Lights in Milan")
            + tag("twitter:title", "Lights in Milan"),
            "<h1>Lights in Milan, by one who made them</h1>",
            "Lights in Milan, by one who made them",
        ),
        # a heading of something else on the page
        (
            "<title>Consoles reviewed</title>" + tag("og:title", "Consoles reviewed"),
            "<h1>Join our free contest today</h1>",
            "Consoles reviewed",
        ),
        # the article's heading is not the first
        (
            "<title>Old bridge opens again</title>",
            "<h1>Weather and traffic</h1><article><h1>Old bridge opens again</h1></article>",
            "Old bridge opens again",
        ),
        # part of the heading is the site's name
        (
            "<title>El puente abre » Local » Noticias</title>" + tag("twitter:title", "El puente abre"),
            "<h1>El puente abre<a href='/'>Diario</a></h1>",
            "El puente abre",
        ),
        # typography: no other headline, and spelled as most spell it
        (
            tag("og:title", "Mayor's bridge &quot;safe&quot;") + '<title>Mayor\'s bridge "safe"</title>',
            "<h1>Mayor’s bridge “safe”</h1>",
            "Mayor’s bridge “safe”",
        ),
        # a title of a word, and a short heading that is no headline
        ("<title>Ferry</title>", "<h1>Join our free contest</h1>", "Ferry"),
        ("<title>Ferry</title>", "<h1>The ferry is back</h1>", "The ferry is back"),
        ("<title>News from the river</title>", "<h1>News</h1>", "News from the river"),
        # scripts without spaces: full-width colons, hyphens without spaces, ideographic spaces
        (
            "<title>古い橋が再び開通　：新橋新聞</title>" + tag("og:site_name", "新橋新聞 電子版"),
            "",
            "古い橋が再び開通",
        ),
        ("<title>老桥两年后重新开放-新桥网</title>", "<h1>老桥两年后重新开放</h1>", "老桥两年后重新开放"),
        ("<title>옛 다리가 다시 열리다 - Sinbo</title>", "<h1>신보</h1>", "옛 다리가 다시 열리다"),
        # sections and dates behind a headline that nothing else names
        (
            "<title>Old bridge opens again - Town - Sinbo</title>" + tag("article:section", "Town"),
            "",
            "Old bridge opens again",
        ),
        ("<title>Alte Brücke offen – Sinbo – 06.01.2026</title>", "", "Alte Brücke offen"),
        ("<title>Ponte reabre - 06/01/2026 - Sinbo</title>", "", "Ponte reabre"),
        ("<title>What helps against: Town</title>" + tag("article:section", "Town"), "", "What helps against: Town"),
        # an author behind the headline, which the heading does not show
        (
            "<title>The bridge is a lesson | Ann Lee | Sinbo</title>"
            + tag("og:title", "The bridge is a lesson | Ann Lee"),
            "<h1>The bridge is a lesson</h1>",
            "The bridge is a lesson",
        ),
        (
            "<title>Opinion | The bridge is a lesson - Sinbo</title>",
            "<h1>The bridge is a lesson</h1>",
            "The bridge is a lesson",
        ),
        # nothing that could be a headline
        ("<title>" + "word " * 100 + "</title>", "", None),
        ("", "", None),
    ],
)
def test_who_is_believed(head: str, body: str, expected: str | None) -> None:
    assert find(head, body, url="https://www.sinbo.example/1") == expected


def test_two_headlines_of_one_site_keep_what_they_share() -> None:
    """A series' name stands in the headline as its reader sees it, whatever the metas leave out."""
    head = tag("og:title", "Travel diary: a week on the river")
    assert find(head, "<h1>Travel diary: a week on the river</h1>") == "Travel diary: a week on the river"
    assert find(head, "<h1>Travel diary: <em>a week on the river</em></h1>") == "Travel diary: a week on the river"
