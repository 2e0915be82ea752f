"""Pictures of what is done with keys in an article: following links, selecting words, reading code."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from newstui.model import Block, BlockKind, Document
from newstui.ui.themes import LIGHT
from tests.snapshots.test_screens import MIDDLE, SMALL, TINY, Compare, _check
from tests.ui.fake_library import NOW, FakeLibrary, short_reading
from tests.ui.test_links import library as linked

CODE = '''def find(path: str, *, deep: bool = False) -> list[str]:
    """Return what is there."""  # and nothing else
    return [name for name in listdir(path) if name != "x" and 3 > 2.5]'''


def coded() -> FakeLibrary:
    """A library whose newest article has code and a wide table."""
    library = FakeLibrary()
    article = short_reading("code", "Reading with a program", "harbour", "The Harbour Post", "en", NOW + timedelta(1))
    table = "国名\t首都\t人口\t備考\n日本\t東京\t124,000,000\t四つの大きな島からなる島国で、山が多く、地震も多い。"
    blocks = (Block(BlockKind.CODE, CODE, info="python"), Block(BlockKind.TABLE, table))
    library.add(replace(article, document=Document((*article.document.blocks[:1], *blocks))))
    return library


@pytest.mark.parametrize("size", [SMALL, MIDDLE, TINY], ids=lambda size: f"{size[0]}x{size[1]}")
def test_letters_on_links(snap_compare: Compare, size: tuple[int, int]) -> None:
    _check(snap_compare, size, "enter", ";", library=linked())


def test_all_links(snap_compare: Compare) -> None:
    _check(snap_compare, SMALL, "enter", "comma", "l", "down", library=linked())


def test_selected_words(snap_compare: Compare) -> None:
    _check(snap_compare, MIDDLE, "enter", "comma", "c", "}", "}", "v", ")")


@pytest.mark.parametrize("theme", ["newstui-dark", LIGHT])
def test_code_and_a_table(snap_compare: Compare, theme: str) -> None:
    _check(snap_compare, SMALL, "enter", library=coded(), options={"theme": theme})
