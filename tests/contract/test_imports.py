"""What a command loads: import-linter reads the static graph, so it cannot tell a late import from an early one."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "textual",
    "rich",
    "httpx",
    "feedparser",
    "trafilatura",
    "lxml",
    "py3langid",
    "numpy",
    "babel",
    "markdown_it",
    "pyphen",
    "PIL",
}

COMMANDS = {
    ("--version",): set(),
    ("--help",): set(),
    ("list", "--json"): set(),
    ("sources", "--json"): set(),
    ("mark", "--help"): set(),
    ("refresh", "--json"): set(),
    ("show", "{text}", "--json"): set(),
    ("quotes", "{text}", "--json"): set(),
    ("list",): {"babel"},
    ("show", "{text}"): {"babel"},
    # trafilatura loads py3langid where it is installed, though not its model
    ("show", "{page}", "--json"): {"lxml", "trafilatura", "babel", "httpx", "py3langid", "numpy"},
}
"""A command line, and which of the heavy packages it may load."""

TEXT = """Headline of a short story

The first paragraph says that the council has met and that the mayor was there with all of her people.
"""


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_command_loads_only_what_it_needs(words: tuple[str, ...], tmp_path: Path) -> None:
    text, page = tmp_path / "story.txt", tmp_path / "story.html"
    text.write_text(TEXT)
    page.write_text(f"<html lang=en><title>Headline</title><article><h1>Headline</h1><p>{TEXT}</article>")
    loaded = loaded_by([word.format(text=text, page=page) for word in words], tmp_path)
    assert loaded & HEAVY <= COMMANDS[words]


def loaded_by(words: list[str], where: Path) -> set[str]:
    script = (
        "import sys, json\n"
        "from newstui.cli import run\n"
        "try: run(sys.argv[1:])\n"
        "except SystemExit as end: assert not end.code, end.code\n"
        "finally: print(json.dumps(sorted({name.split('.')[0] for name, module in sys.modules.items() if module})), file=sys.stderr)\n"
    )
    places = ["--offline", "--config", str(where / "config.toml"), "--data-dir", str(where), "--cache-dir", str(where)]
    done = subprocess.run(
        [sys.executable, "-c", script, *places, *words], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stderr.splitlines()[-1]))


FIRST_SCREEN = {"textual", "rich"}
"""The heavy packages that the first screen may load."""

LATER = {
    "click": set(),
    "msgspec": set(),
    "zstandard": set(),
    "newstui.cli.main": set(),
    "newstui.fetch": set(),
    "newstui.refresh": set(),
    "newstui.sources": set(),
    "newstui.text.quotes": set(),
    "newstui.text.alignment": set(),
    "newstui.ui.dialogs": set(),
    "newstui.ui.linear": set(),
    "newstui.ui.compare": {"newstui.ui.compare"},
    "newstui.ui.pictures": set(),
    "newstui.ui.article": {"newstui.ui.article", "newstui.ui.article.typography"},
    "newstui.ui.desks": {f"newstui.ui.desks{desk}" for desk in ("", ".office", ".lists", ".panes")},
}
"""What the first screen does not wait for, and what of it may be loaded all the same."""

START = """
import json, os, sys
from newstui.ui.screens.main import MainScreen

def look(screen):
    with open(os.environ["MODULES"], "w") as file:
        json.dump([name for name, module in sys.modules.items() if module], file)
    os._exit(0)

MainScreen._start_work = look  # what comes after the first screen
from newstui.__main__ import main
main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("columns", [80, 120])
def test_the_first_screen_loads_only_what_is_on_it(columns: int, tmp_path: Path) -> None:
    loaded = loaded_by_first_screen(columns, tmp_path)
    assert "newstui.ui.app" in loaded
    assert {name.split(".")[0] for name in loaded} & HEAVY <= FIRST_SCREEN
    early = {
        package: {name for name in loaded if f"{name}.".startswith(f"{package}.")} - allowed
        for package, allowed in LATER.items()
    }
    assert not {package: names for package, names in early.items() if names}


def loaded_by_first_screen(columns: int, where: Path) -> set[str]:
    import pty

    leader, follower = pty.openpty()
    file = where / "modules.json"
    places = ["--offline", "--config", str(where / "config.toml"), "--data-dir", str(where), "--cache-dir", str(where)]
    size = {"COLUMNS": str(columns), "LINES": "40", "TERM": "xterm-256color", "MODULES": str(file)}
    with subprocess.Popen(
        [sys.executable, "-c", START, *places],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env={**os.environ, **size},
        start_new_session=True,
    ) as reader:
        os.close(follower)
        with contextlib.suppress(OSError):  # which is how the end of a pseudo-terminal is told
            while os.read(leader, 65_536):
                pass
        assert reader.wait(60) == 0
    os.close(leader)
    return set(json.loads(file.read_text()))
