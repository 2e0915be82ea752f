"""Bylines as pages in six languages write them; the people are invented."""

from __future__ import annotations

import json
from typing import Any

import pytest

from newstui.sources.page.authors import find_authors
from newstui.sources.page.facts import read_facts
from newstui.sources.page.tree import parse_page

ANNA, JAN = "Anna Meier", "Jan de Vries"


def find(head: str = "", body: str = "") -> tuple[str, ...]:
    page = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    return find_authors(read_facts(parse_page(page.encode(), "text/html; charset=utf-8"), "https://post.example/a/b"))


def declare(author: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "author": author})}</script>'


@pytest.mark.parametrize(
    "byline",
    [
        "Door Anna Meier en Jan de Vries",
        "By Anna Meier and Jan de Vries",
        "Written by Anna Meier & Jan de Vries",
        "Von Anna Meier und Jan de Vries",
        "Text: Anna Meier, Jan de Vries",
        "Par Anna Meier et Jan de Vries",
        "Por Anna Meier y Jan de Vries",
        "Por Anna Meier e Jan de Vries",
        "Текст: Anna Meier, Jan de Vries",
        "By Anna Meier, and Jan de Vries, Aldermoor Post",
        "By Anna\u00a0Meier and Jan de Vries in Berlin",
        "Von Anna Meier und Jan de Vries (dpa)",
        "By Anna Meier and Jan de Vries | Aldermoor | 6 January 2026",
        "ANNA MEIER, JAN DE VRIES",
        "By Anna Meier and Jan de Vries January 6, 2026",
        "Von Anna Meier und Jan de Vries, aktualisiert am 6. Januar 2026, 10.30 Uhr",
        "Anna Meier und Jan de Vries mit Material von dpa",
        "Anna Meier et Jan de Vries avec AFP",
        "Anna Meier con Jan de Vries",
        "Prof. Anna Meier and Jan de Vries in New York",
        "Anna Meier anna@post.example and Jan de Vries @jandevries",
    ],
)
@pytest.mark.parametrize("place", ["json-ld", "meta", "byline"])
def test_names_in_a_line(byline: str, place: str) -> None:
    site = '<meta property="og:site_name" content="Aldermoor Post">'
    line = byline.replace("&", "&amp;")
    match place:
        case "json-ld":
            found = find(site + declare(byline))
        case "meta":
            found = find(f'{site}<meta name="author" content="{line}">')
        case _:
            found = find(site, f"<div class=byline>{line}</div>")
    assert [name.casefold() for name in found] == [ANNA.casefold(), JAN.casefold()]


@pytest.mark.parametrize(
    ("language", "byline", "expected"),
    [
        ("es", "Por Anna Meier en Nueva York", (ANNA,)),
        ("fr", "Par Anna Meier en Nouvelle Calédonie", (ANNA,)),
        ("nl", "Door Anna Meier en Jan de Vries", (ANNA, JAN)),
        ("", "Door Anna Meier en Jan de Vries", (ANNA, JAN)),
    ],
)
def test_one_word_means_a_place_in_one_language_and_a_second_name_in_another(
    language: str, byline: str, expected: tuple[str, ...]
) -> None:
    assert (
        find(f'<meta http-equiv="content-language" content="{language}"><meta name="author" content="{byline}">')
        == expected
    )


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        # readers' remarks
        (
            "",
            "<div class=comment><span class=author>Rita Reader</span></div><p class=author>By Anna Meier</p>",
            (ANNA,),
        ),
        (declare({"@type": "Person", "name": [ANNA, JAN]}), "", (ANNA, JAN)),
        ("", "<p data-testid=article-byline>Anna Meier</p>", (ANNA,)),
        ("", "<p class='auteur'>Par Anna Meier</p>", (ANNA,)),
        # what the title's tail says to be the site is no author
        (
            (
                "<title>The bridge | Post International</title><meta property='og:title' content='The bridge'>"
                "<meta name='author' content='Anna Meier. Post International'>"
            ),
            "",
            (ANNA,),
        ),
        ("<meta name='author' content='Anna Meier | Post Media for post.example'>", "", (ANNA,)),
        ("<meta name='author' content='Redaktion | Anna Meier'>", "", (ANNA,)),
        # an agency that a page names as its author, alone or beside a person
        (declare({"@type": "Organization", "name": "Reuters"}), "", ("Reuters",)),
        (declare([{"name": ANNA}, {"name": "Reuters"}]), "", (ANNA, "Reuters")),
        # accounts and addresses
        (declare("admin"), "", ()),
        ("<meta property='article:author' content='https://social.example/anna'>", "", ()),
        (declare([{"name": ANNA}, {"name": "anna meier"}]), "", (ANNA,)),
        ("<meta name='byl' content='By Anna Meier'>", "", (ANNA,)),
    ],
)
def test_who_is_an_author(head: str, body: str, expected: tuple[str, ...]) -> None:
    assert find(head, body) == expected
