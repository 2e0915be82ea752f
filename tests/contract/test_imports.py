"""What a command loads: import-linter reads the static graph, so it cannot tell a late import from an early one."""

from __future__ import annotations

import json
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
