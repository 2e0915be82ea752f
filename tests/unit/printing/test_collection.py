from __future__ import annotations

import json
import tomllib
from html.parser import HTMLParser

import pytest

from newstui.model import Article, Block, BlockKind, Document, Reading
from newstui.printing.collection import ENDINGS, write_collection
from newstui.printing.html import write_html
from newstui.printing.markdown import write_markdown


def reading(id_: str, title: str, language: str) -> Reading:
    blocks = (Block(BlockKind.HEADING, "Part", level=2), Block(BlockKind.PARAGRAPH, f"Text of {id_} & more."))
    return Reading(Article(id=id_, title=title, language=language, url=f"https://a.example/{id_}"), Document(blocks))


BOTH = [reading("one", "First <story>", "en"), reading("two", "Zweite", "de")]


class Outline(HTMLParser):
    """Headings with their text, languages, and where links within the page lead."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headings: list[tuple[str, str]] = []
        self.languages: list[str | None] = []
        self.ids: list[str | None] = []
        self.targets: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in {"meta", "br", "hr"}:
            self.open.append(tag)
        if tag == "article":
            self.languages.append(given.get("lang"))
            self.ids.append(given.get("id"))
        if tag == "a" and (given["href"] or "").startswith("#"):
            self.targets.append(given["href"])

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in {"h1", "h2"}:
            self.headings.append((self.open[-1], data))


def test_a_page_has_its_articles_as_chapters_and_a_list_of_them() -> None:
    outline = Outline()
    outline.feed(write_collection("What was found", BOTH, ".html"))
    assert outline.headings == [("h1", "First <story>"), ("h2", "Part"), ("h1", "Zweite"), ("h2", "Part")]
    assert outline.languages == ["en", "de"]
    assert outline.targets == [f"#{id_}" for id_ in outline.ids]
    assert outline.open == []


def test_markdown_has_the_title_as_metadata() -> None:
    text = write_collection('A "title": \\ and more', BOTH, ".md")
    head, first, second = text.removeprefix("---\n").split("\n---\n\n")[0], *map(write_markdown, BOTH)
    assert tomllib.loads(head.replace("title: ", "title = "))["title"] == 'A "title": \\ and more'
    assert text.endswith(f"\n\n{first}\n\n---\n\n{second}\n")


def test_json_is_an_array_of_what_show_prints() -> None:
    assert [each["id"] for each in json.loads(write_collection("", BOTH, ".json"))] == ["one", "two"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_empty_collection_is_a_file(ending: str) -> None:
    assert write_collection("Nothing", [], ending)


def test_an_article_alone_has_no_list() -> None:
    page = write_html(BOTH[0])
    assert "<nav>" not in page
    assert page.count("<article>") == 1
    assert '<html lang="en">' in page
