"""docs/style.md names what there is to be styled, and nothing that there is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.theme import BUILTIN_THEMES

from newstui.ui.article.view import ArticleView
from newstui.ui.headlines import HeadlineList
from newstui.ui.themes import variable_defaults
from tests.ui.driver import open_reader

_PAGE = (Path(__file__).resolve().parents[2] / "docs" / "style.md").read_text(encoding="utf-8")
_VARIABLES, _PLACES = _PAGE.split("## Variables")[1].split("## Places")
_ROWS = dict(re.findall(r"^\| (.+?) \| (.+) \|$", _PLACES, re.MULTILINE))


def test_all_variables_are_there() -> None:
    named = set(re.findall(r"\$([\w-]+)", _VARIABLES.partition("|---|---|")[2]))
    assert named == set(variable_defaults(BUILTIN_THEMES["nord"]))


@pytest.mark.parametrize(
    ("selector", "classes"),
    [
        ("HeadlineList > .headline-list--", HeadlineList.COMPONENT_CLASSES),
        ("ArticleView > .article-view--", ArticleView.COMPONENT_CLASSES),
    ],
)
def test_the_classes_are_there(selector: str, classes: set[str]) -> None:
    prefix = selector.rpartition(".")[2]
    row = _ROWS[f"`{selector}NAME`"]
    assert {prefix + name for name in re.findall(r"`([\w-]+)`", row)} <= classes


async def test_the_places_are_there() -> None:
    async with open_reader() as reader:
        for name in re.findall(r"`#([\w-]+)`", _PLACES):
            assert reader.main.query(f"#{name}"), name
