"""A story of six files, read in every language after every other: the paragraph on the screen stays the same."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from itertools import pairwise
from pathlib import Path

import pytest

from tests.ui.driver import Reader
from tests.ui.files_library import open_files
from tests.ui.six_files import LANGUAGES, PARAGRAPHS, write_files

NAMED = {language: f"harbour.{language}.txt" for language in LANGUAGES}
UNNAMED = {language: f"{number}.txt" for number, language in enumerate(LANGUAGES)}


def walk() -> list[str]:
    """The languages in an order in which each comes once after each other: thirty changes."""
    steps = [
        language
        for number, one in enumerate(LANGUAGES)
        for other in LANGUAGES[number + 1 :]
        for language in (one, other)
    ]
    return [*steps, LANGUAGES[0]]


def open_story(folder: Path, names: dict[str, str], size: tuple[int, int]) -> AbstractAsyncContextManager[Reader]:
    """A reader with the six files as its library, the German one open."""
    files = folder / "files"
    files.mkdir()
    write_files(files, names)
    return open_files(folder, size)


def test_the_walk_changes_from_every_language_to_every_other() -> None:
    assert len(set(pairwise(walk()))) == len(list(pairwise(walk()))) == 30


@pytest.mark.parametrize(
    ("names", "size", "block", "row"),
    [(NAMED, (100, 32), 11, 4), (UNNAMED, (80, 24), 20, 0)],
    ids=["named", "unnamed"],
)
async def test_the_paragraph_stays_in_all_thirty_changes(
    tmp_path: Path, names: dict[str, str], size: tuple[int, int], block: int, row: int
) -> None:
    async with open_story(tmp_path, names, size) as reader:
        article = reader.room.article
        assert article.reading is not None
        assert len(article.reading.document.blocks) == PARAGRAPHS
        assert len(article.reading.article.editions) == 5
        article.scroll_to_block(block, row=row)
        await reader.settle()
        begun = article.paragraph()
        for before, language in pairwise(walk()):
            await reader.press("L", keys(language))
            assert article.reading.article.language == language, f"from {before}"
            assert article.paragraph() == begun, f"from {before} to {language}"


def keys(language: str) -> str:
    """The letter of a language in the menu of these six."""
    return {"de": "d", "en": "e", "es": "s", "fr": "f", "nl": "n", "pt": "p"}[language]


async def test_the_middle_of_a_long_paragraph_comes_back_to_its_line(tmp_path: Path) -> None:
    async with open_story(tmp_path, NAMED, (50, 14)) as reader:
        article = reader.room.article
        article.scroll_to_block(7, row=0)
        article.scroll_lines(8)
        await reader.settle()
        begun = article.position()
        assert begun.row < 0
        for language in ("fr", "nl", "en", "pt", "de"):
            await reader.press("L", keys(language))
            assert article.position().block == begun.block
        assert article.position() == begun
