"""What is handed to other programs: addresses and text, never through a shell."""

from __future__ import annotations

import sys
import time
import webbrowser
from pathlib import Path

import pytest

from newstui.errors import UsageError
from newstui.ui.outside import copy_text, open_address
from tests.ui.driver import open_reader

_WRITE_ARGUMENT = "import sys; open(sys.argv[1], 'w').write(sys.argv[2])"
_WRITE_INPUT = "import sys; open(sys.argv[1], 'wb').write(sys.stdin.buffer.read())"


def _wait_for(file: Path) -> str:
    for _ in range(500):
        if file.exists() and file.read_text(encoding="utf-8"):
            break
        time.sleep(0.01)
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://a.example/", "//a.example", "-help", ""],
)
def test_other_addresses_are_not_opened(url: str) -> None:
    with pytest.raises(UsageError, match="only http, https and mailto"):
        open_address(url, [sys.executable, "-c", "raise SystemExit"])


@pytest.mark.parametrize("placed", [True, False])
def test_the_users_browser(tmp_path: Path, placed: bool) -> None:
    url = "https://a.example/?q='; touch x&b=$(id)"
    file = tmp_path / "opened"
    command = [sys.executable, "-c", _WRITE_ARGUMENT, str(file), *(["{url}"] if placed else [])]
    open_address(url, command)
    assert _wait_for(file) == url


def test_a_browser_that_is_not_there() -> None:
    with pytest.raises(UsageError, match=r"no-such-browser: cannot be started"):
        open_address("https://a.example", ["no-such-browser"])
    with pytest.raises(UsageError, match=r"no-such-copier: cannot be started"):
        copy_text("x", ["no-such-copier"])


def test_a_browser_in_the_terminal_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "get", lambda: webbrowser.GenericBrowser("lynx"))
    with pytest.raises(UsageError, match=r"commands\.browser"):
        open_address("https://a.example")


def test_text_is_copied_by_a_command(tmp_path: Path) -> None:
    file = tmp_path / "copied"
    copy_text("„Grüße“\n", [sys.executable, "-c", _WRITE_INPUT, str(file)])
    assert file.read_text(encoding="utf-8") == "„Grüße“\n"
    with pytest.raises(UsageError, match="copying failed"):
        copy_text("x", [sys.executable, "-c", "raise SystemExit(3)"])


async def test_the_keys(tmp_path: Path) -> None:
    opened, copied = tmp_path / "opened", tmp_path / "copied"
    options = {
        "commands.browser": [sys.executable, "-c", _WRITE_ARGUMENT, str(opened)],
        "commands.copy": [sys.executable, "-c", _WRITE_INPUT, str(copied)],
    }
    async with open_reader(options=options) as reader:
        await reader.press("j", "o", "y")
        assert _wait_for(opened) == "https://harbour.example/a001"
        assert copied.read_text(encoding="utf-8") == "https://harbour.example/a001"
        assert reader.said == "The address is copied."
        opened.unlink()
        await reader.press("k", "enter", "4", "G", "o")
        assert _wait_for(opened) == "https://ferry.example/nl", "the edition under the cursor"


async def test_copying_by_the_terminal() -> None:
    async with open_reader() as reader:
        await reader.press("y")
        assert reader.app.clipboard == "https://ferry.example/en"
        await reader.press("ctrl+c")
        assert reader.said == "Nothing is selected; press ^q to quit."


async def test_links_in_the_article_can_be_clicked(tmp_path: Path) -> None:
    opened = tmp_path / "opened"
    options = {"commands.browser": [sys.executable, "-c", _WRITE_ARGUMENT, str(opened)]}
    async with open_reader(size=(80, 60), options=options) as reader:
        await reader.press("enter", "G")
        lines = reader.text().splitlines()
        row = next(number for number, line in enumerate(lines) if line.strip().startswith("ferry.example"))
        await reader.pilot.click(offset=(lines[row].index("ferry.example") + 2, row))
        await reader.settle()
        assert _wait_for(opened) == "https://ferry.example/"
