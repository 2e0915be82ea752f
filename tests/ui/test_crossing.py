"""Changes of edition in a story with everything in it, whose editions differ: the sentence on the screen stays where it is."""

from __future__ import annotations

import re
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Final

import pytest

from newstui.ui.article.view import ArticleView
from tests.ui.driver import Reader
from tests.ui.files_library import open_files
from tests.ui.test_thirty_changes import keys

_SENTENCE: Final = {
    "de": "Am Pegel {n} stieg das Wasser in der Nacht noch einmal an, ohne dass jemand gewarnt worden wäre.",
    "en": "At gauge {n} the water rose once more in the night, and nobody had been warned.",
    "es": "En el punto {n} el agua volvió a subir por la noche sin que nadie hubiera sido avisado a tiempo.",
    "fr": "À l’échelle {n}, l’eau est encore montée dans la nuit sans que personne n’ait été prévenu à temps.",
    "nl": "Bij peilschaal {n} steeg het water in de nacht nog een keer zonder dat er iemand was gewaarschuwd.",
    "pt": "Na régua {n} a água voltou a subir durante a noite sem que alguém tivesse sido avisado a tempo.",
}
_HEADING: Final = {"de": "Pegel", "en": "Gauge", "es": "Punto", "fr": "Échelle", "nl": "Peilschaal", "pt": "Régua"}


def write_story(language: str) -> str:
    """A story in Markdown. Each number stands once in it; French merges 40 and 41, Spanish cuts a paragraph in two,
    Dutch leaves 30 out."""

    def say(*numbers: int) -> str:
        return " ".join(_SENTENCE[language].format(n=number) for number in numbers)

    heading = _HEADING[language]
    long = [say(*range(100, 120)), say(*range(120, 140))]
    blocks = [
        f"# {heading} 1000",
        say(10, 11),
        f"## {heading} 20",
        "\n".join(f"- {say(number)}" for number in range(21, 26)),
        *([] if language == "nl" else [say(30)]),
        (" " if language == "fr" else "\n\n").join((say(40, 41), say(42, 43))),
        "![.](https://pictures.example/flood.jpg)",
        f"| {heading} | m |\n|---|---|\n" + "\n".join(f"| {heading} {number} | {number} |" for number in range(50, 54)),
        say(60, 61, 62),
        ("\n\n" if language == "es" else " ").join(long),
        f"## {heading} 70",
        *(say(number, number + 1, number + 2) for number in range(200, 260, 3)),
    ]
    return f"---\nlang: {language}\n---\n" + "\n\n".join(blocks) + "\n"


def open_story(folder: Path, size: tuple[int, int]) -> AbstractAsyncContextManager[Reader]:
    files = folder / "files"
    files.mkdir()
    for language in _SENTENCE:
        (files / f"flood.{language}.md").write_text(write_story(language), "utf-8")
    return open_files(folder, size)


def scroll_to(article: ArticleView, number: int, row: int) -> None:
    """Bring the line on which a number's sentence begins to a row of the screen."""
    layout = article.text_layout
    assert layout is not None
    layout.extend(lines=10_000)
    part = next(part for part in layout.parts if re.search(rf"\b{number}\b", part.text))
    begun = _find_sentence(part.text, number)[0]
    line = layout.find_line(part.number, begun)
    assert line is not None
    article.scroll_lines(line - row - article.scroll_offset.y)


def is_on_row(article: ArticleView, number: int, row: int) -> bool:
    """Whether a number's sentence is what stands on a row of the screen, or a part of that."""
    layout = article.text_layout
    assert layout is not None
    line = layout.lines[article.scroll_offset.y + row]
    part = layout.find_part(line.part)
    if part is None or not re.search(rf"\b{number}\b", part.text):
        return False
    start, end = _find_sentence(part.text, number)
    return any(run.start < end and start < run.end for run in line.runs)


def _find_sentence(text: str, number: int) -> tuple[int, int]:
    found = re.search(rf"[^.]*\b{number}\b[^.]*", text)
    assert found is not None
    return found.start() + len(found[0]) - len(found[0].lstrip()), found.end()


@pytest.mark.parametrize("size", [(80, 24), (140, 45)], ids=str)
async def test_the_sentence_stays_at_its_height(tmp_path: Path, size: tuple[int, int]) -> None:
    """A heading, an item, both halves of what French merges, long paragraphs from their middle, far below a table."""
    places = [(20, 2), (23, 3), (42, 5), (40, 4), (60, 6), (100, 0), (113, 0), (122, 0), (70, 4), (203, 7)]
    async with open_story(tmp_path, size) as reader:
        article = reader.room.article
        for number, row in places:
            scroll_to(article, number, row)
            await reader.settle()
            assert is_on_row(article, number, row)
            for language in ("fr", "nl", "es", "en", "pt", "de"):
                await reader.press("L", keys(language))
                assert article.reading is not None
                assert article.reading.article.language == language
                assert is_on_row(article, number, row), f"{number} in {language}"
