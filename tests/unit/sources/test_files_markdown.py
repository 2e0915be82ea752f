from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from newstui.model import BlockKind, LanguageOrigin, ParsedArticle, SpanKind
from newstui.sources.files import read_article
from newstui.sources.files.front_matter import take_front_matter
from tests.unit.sources.stories import STORIES


def read(folder: Path, text: str, name: str = "story.md") -> ParsedArticle:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_article(path)


YAML = """\
---
# written by hand
title: "A bridge: reopened"
date: 2026-01-06T10:30:00+01:00
lastmod: 2026-01-07
lang: de_AT
authors:
  - Anna Meier
  - name: Jan de Vries
    mail: jan@example.org
tags: [Traffic, 'a, b', "c"]
description: >-
  Three years of work,
  twice the money.
translationKey: bridge
url: https://example.org/bridge
image: https://example.org/bridge.jpg
---
The text.
"""


def test_yaml_front_matter(tmp_path: Path) -> None:
    article = read(tmp_path, YAML)
    assert article.title == "A bridge: reopened"
    assert article.published == datetime(2026, 1, 6, 9, 30, tzinfo=UTC)
    assert article.updated == datetime(2026, 1, 7, tzinfo=UTC)
    assert (article.language, article.language_origin) == ("de-AT", LanguageOrigin.DECLARED)
    assert article.authors == ("Anna Meier", "Jan de Vries")
    assert article.categories == ("Traffic", "a, b", "c")
    assert article.summary == "Three years of work, twice the money."
    assert article.translation_of == "bridge"
    assert (article.url, article.image) == ("https://example.org/bridge", "https://example.org/bridge.jpg")
    assert [block.text for block in article.document.blocks] == ["The text."]


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        (
            "+++\ntitle = 'T'\ndate = 2026-01-06\n[author]\nname = 'A'\n+++\n",
            {"title": "T", "date": "2026-01-06", "author.name": "A"},
        ),
        ("---\nauthor:\n  name: A B\n---\n", {"author.name": "A B"}),
        ("---\ntitle: 'It''s'\nempty:\nnothing: ~\n---\n", {"title": "It's", "nothing": ""}),
        ("---\ntitle: one # remark\nsummary: |\n  two\n  lines\n---\n", {"title": "one", "summary": "two\nlines"}),
        ("---\ntitle: a long\n  title\n---\n", {"title": "a long title"}),
        ("---\nTitle: x\n...\n", {"title": "x"}),
        ('---\n{"title": "J", "tags": ["a"]}\n---\n', {"title": "J", "tags": ["a"]}),
    ],
)
def test_shapes_of_front_matter(head: str, fields: dict[str, object]) -> None:
    assert take_front_matter(head + "Body") == (fields, "Body")


@pytest.mark.parametrize(
    "text",
    [
        "no head at all",
        "---\n\nA rule above, no head.\n\n---\n\nMore.",
        "+++\nnot = = toml\n+++\ntext",
        "---\ntitle: never closed",
    ],
)
def test_what_is_no_front_matter_stays_text(text: str) -> None:
    assert take_front_matter(text) == ({}, text)


@pytest.mark.parametrize(
    ("text", "title", "first"),
    [
        ("# The *headline*\n\nText.", "The headline", "Text."),
        ("---\ntitle: The headline\n---\n# The headline\n\nText.", "The headline", "Text."),
        ("---\ntitle: Another\n---\n# The headline\n\nText.", "Another", "The headline"),
        ("The headline\n============\n\nText.", "The headline", "Text."),
        (
            "Only a paragraph. With two sentences in it.",
            "Only a paragraph.",
            "Only a paragraph. With two sentences in it.",
        ),
        ("Text before.\n\n# A heading\n\nText.", "Text before.", "Text before."),
    ],
)
def test_the_title(tmp_path: Path, text: str, title: str, first: str) -> None:
    article = read(tmp_path, text)
    assert (article.title, article.document.blocks[0].text) == (title, first)


def test_blocks_and_spans(tmp_path: Path) -> None:
    article = read(
        tmp_path,
        "# T\n\nSome **bold** and [a link](https://example.org/x), ~~gone~~.\n\n- one\n- two\n\n> said\n\n"
        "```python\nx = 1\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    )
    paragraph, *others = article.document.blocks
    assert paragraph.text == "Some bold and a link, gone."
    assert {(span.kind, paragraph.text[span.start : span.end]) for span in paragraph.spans} == {
        (SpanKind.STRONG, "bold"),
        (SpanKind.LINK, "a link"),
        (SpanKind.STRIKE, "gone"),
    }
    assert article.document.links[0].url == "https://example.org/x"
    assert [(block.kind, block.text) for block in others] == [
        (BlockKind.LIST_ITEM, "one"),
        (BlockKind.LIST_ITEM, "two"),
        (BlockKind.QUOTE, "said"),
        (BlockKind.CODE, "x = 1"),
        (BlockKind.TABLE, "a\tb\n1\t2"),
    ]


def test_raw_html_cannot_act(tmp_path: Path) -> None:
    article = read(
        tmp_path,
        "# T\n\nSafe <script>alert(1)</script> text [x](javascript:alert(1)).\n\n<style>p{}</style>\n\n<p onclick=x>raw</p>",
    )
    text = article.document.plain_text()
    assert "alert(1)</" not in text
    assert "p{}" not in text
    assert "raw" in text
    assert article.document.links == ()


@pytest.mark.parametrize("language", STORIES)
@pytest.mark.parametrize(
    "switch",
    [
        "Deutsch | English | Français | Español | Português | Nederlands",
        "- Deutsch\n- English\n- Français\n- Español\n- Português\n- Nederlands",
        "---\n\nDeutsch\nEnglish\nFrançais\nEspañol\nPortuguês\nNederlands",
    ],
)
def test_a_switch_at_the_end(tmp_path: Path, language: str, switch: str) -> None:
    story = STORIES[language]
    article = read(
        tmp_path, f"# {story.title}\n\n" + "\n\n".join(story.body) + f"\n\n{switch}\n", f"story.{language}.md"
    )
    assert {edition.language for edition in article.editions} == set(STORIES) - {language}
    assert [block.text for block in article.document.blocks] == list(story.body)


def test_a_switch_without_a_declared_language_detects_it(tmp_path: Path) -> None:
    story = STORIES["nl"]
    article = read(tmp_path, f"# {story.title}\n\n" + "\n\n".join(story.body) + "\n\nEnglish | Nederlands | Deutsch\n")
    assert (article.language, article.language_origin) == ("nl", LanguageOrigin.DETECTED)
    assert [edition.language for edition in article.editions] == ["en", "de"]


def test_a_byline_under_the_title(tmp_path: Path) -> None:
    article = read(tmp_path, "# T\n\n*Von Anna Meier*\n\nText.")
    assert article.authors == ("Anna Meier",)
    assert [block.text for block in article.document.blocks] == ["Text."]


def test_front_matter_overrules_the_name(tmp_path: Path) -> None:
    assert read(tmp_path, "---\nlanguage: Français\n---\n# T\n\nx", "story.de.md").language == "fr"
