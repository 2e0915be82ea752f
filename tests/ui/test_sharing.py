"""Articles saved into files and handed to programs."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from newstui.config import load_settings
from newstui.ui.app import NewstuiApp
from newstui.ui.screens.main import MainScreen
from tests.ui.driver import NOWHERE, Reader, open_reader
from tests.ui.fake_library import NOW, FakeLibrary


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
    library = FakeLibrary()
    app = NewstuiApp(library, load_settings(config), NOWHERE, clock=lambda: NOW)
    async with app.run_test(size=(120, 40)) as pilot:
        reader = Reader(app, pilot, library)
        await reader.settle()
        await reader.press("|", "enter")
        assert reader.said == "Handed on: print"
        assert got.read_text(encoding="utf-8").startswith(f"{_title(reader)}\n# ")
        await reader.press("|", "down", "enter")
        assert reader.said.startswith("/no/such cannot be run")


async def test_without_a_program_it_says_how_to_name_one() -> None:
    async with open_reader() as reader:
        await reader.press("|")
        assert reader.said == 'No program is named. Write one under [share] in the configuration: print = ["lp"]'
