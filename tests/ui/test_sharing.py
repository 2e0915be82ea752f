"""Articles saved into files and handed to programs."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from newstui.ui.screens.main import MainScreen
from tests.ui.driver import Reader, open_configured, open_reader
from tests.ui.fake_library import FakeLibrary


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("newstui.ui.dialogs.save.documents_folder", lambda: tmp_path)
    return tmp_path


def _title(reader: Reader) -> str:
    headline = reader.room.headlines.headline_at_cursor
    assert headline is not None
    return headline.title


def list_files(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def _save_as(reader: Reader, ending: str) -> None:
    await reader.press("ctrl+s", "backspace", "backspace")
    await reader.type(ending)
    await reader.press("enter")


@pytest.mark.parametrize(
    ("ending", "begins"), [("md", "# "), ("html", "<!DOCTYPE html>"), ("txt", ""), ("json", '{\n "id": "')]
)
async def test_an_article_is_saved_in_the_form_of_its_ending(documents: Path, ending: str, begins: str) -> None:
    async with open_reader() as reader:
        await _save_as(reader, ending)
        (file,) = list_files(documents)
        text = file.read_text(encoding="utf-8")
        assert file.suffix == f".{ending}"
        assert text.startswith(begins)
        assert _title(reader) in (json.loads(text)["title"] if ending == "json" else text)
        assert reader.said == f"Saved: {file}"


async def test_what_goes_wrong_is_mended_in_place(documents: Path) -> None:
    async with open_reader() as reader:
        await _save_as(reader, "pdf")
        assert "The name must end in one of these: .md .html .txt .json." in reader.text()
        await reader.press("backspace", "backspace", "backspace")
        await reader.type("txt")
        await reader.press("enter")
        before = list_files(documents)
        await _save_as(reader, "txt")
        assert "There is such a file already; Enter replaces it." in reader.text()
        await reader.press("enter")
        assert isinstance(reader.app.screen, MainScreen)
        assert list_files(documents) == before


_PROGRAM = "import os, sys; open(sys.argv[1], 'w').write(os.environ['NEWSTUI_TITLE'] + '\\n' + sys.stdin.read())"


async def test_an_article_is_handed_to_a_program(documents: Path) -> None:
    got, config = documents / "got", documents / "config.toml"
    words = json.dumps([sys.executable, "-c", _PROGRAM, str(got)])
    config.write_text(f'[refresh]\nat_start = false\nevery = 0\n[share]\nprint = {words}\n"lost" = ["/no/such"]\n')
    async with open_configured(config) as reader:
        await reader.press("|", "enter")
        assert reader.said == "Handed on: print"
        assert got.read_text(encoding="utf-8").startswith(f"{_title(reader)}\n# ")
        await reader.press("|", "down", "enter")
        assert reader.said.startswith("/no/such cannot be run")


async def test_without_a_program_it_says_how_to_name_one() -> None:
    async with open_reader() as reader:
        await reader.press("|")
        assert reader.said == 'No program is named. Write one under [share] in the configuration: print = ["lp"]'


async def test_a_whole_list_is_saved(documents: Path) -> None:
    async with open_reader() as reader:
        shown = [row.title for row in reader.library.load_headlines(reader.room.headlines.stories)]
        await reader.press("comma", "w")
        assert f"{len(shown)} articles in one file" in reader.text()
        await reader.press("enter")
        (file,) = list_files(documents)
        assert reader.said == f"Saved: {file}"
        page = file.read_text(encoding="utf-8")
        assert [title for title in shown if f"<h1>{title}</h1>" in page] == shown


async def test_what_was_searched_for_names_the_file(documents: Path) -> None:
    async with open_reader() as reader:
        await reader.press("F")
        await reader.type("tram")
        await reader.press("enter", "comma", "w", "enter")
        (file,) = list_files(documents)
        assert file.name == "tram.html"
        assert "<title>tram</title>" in file.read_text(encoding="utf-8")


async def test_a_program_makes_a_book_of_a_list_or_an_article(documents: Path) -> None:
    script = "import sys; open(sys.argv[1], 'w', encoding='utf-8').write(sys.argv[2] + sys.stdin.read()[:15])"
    options = {"commands.convert": [sys.executable, "-c", script, "{file}", "{title}"]}
    async with open_reader(options=options) as reader:
        await reader.press("comma", "w")
        assert f"{sys.executable} makes others" in " ".join(reader.text().split()).replace("│ │ ", "")
        await reader.hold("backspace", 4)
        await reader.type("epub")
        await reader.press("enter")
        (book,) = list_files(documents)
        assert (book.suffix, book.read_text(encoding="utf-8")) == (".epub", "All<!DOCTYPE html>")
        await _save_as(reader, "pdf")
        assert {file.suffix for file in list_files(documents)} == {".epub", ".pdf"}


async def test_other_endings_need_a_program(documents: Path) -> None:
    async with open_reader() as reader:
        await _save_as(reader, "epub")
        assert "must end in one of these" in reader.text()
        assert list_files(documents) == []


async def test_an_empty_list_is_not_saved() -> None:
    async with open_reader(FakeLibrary(empty=True)) as reader:
        await reader.press("comma", "w")
        assert reader.said
