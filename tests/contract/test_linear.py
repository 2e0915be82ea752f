"""The linear reader needs no screen: neither what draws one, nor a terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.contract.test_imports import HEAVY, loaded_by

STORY = """Headline of a short story

The first paragraph says that the council has met and that the mayor was there with all of her people.
"""


def run(where: Path, typed: str, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    places = ["--offline", "--config", str(where / "config.toml"), "--data-dir", str(where), "--cache-dir", str(where)]
    return subprocess.run(
        [sys.executable, "-m", "newstui", *places, *words],
        input=typed,
        capture_output=True,
        text=True,
        env=os.environ | {"LANG": "C.UTF-8", "LANGUAGE": "en"} | environment,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("words", [["--linear"]])
def test_it_loads_nothing_that_draws(words: list[str], tmp_path: Path) -> None:
    assert loaded_by(words, tmp_path) & HEAVY <= {"babel", "markdown_it"}


@pytest.mark.parametrize("environment", [{"TERM": "dumb"}, {"TERM": "", "NO_COLOR": "1"}, {"TERM": "xterm-256color"}])
def test_it_reads_lines_until_there_are_no_more(tmp_path: Path, environment: dict[str, str]) -> None:
    story = tmp_path / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    done = run(tmp_path, "\n", "--linear", str(story), **environment)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert "1. Headline of a short story." in done.stdout
    assert lines[-1].startswith("The first paragraph says")
    assert all(line.isprintable() for line in lines)


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals of POSIX")
@pytest.mark.parametrize(
    ("words", "setting", "term"),
    [([], "", "dumb"), ([], "linear = true\n", "xterm-256color"), (["--linear"], "", "xterm-256color")],
)
def test_on_a_terminal_it_draws_nothing(tmp_path: Path, words: list[str], setting: str, term: str) -> None:
    (tmp_path / "config.toml").write_text(setting, encoding="utf-8")
    places = ["--offline", "--config", str(tmp_path / "config.toml"), "--data-dir", str(tmp_path)]
    ours, theirs = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "newstui", *places, "--cache-dir", str(tmp_path), *words],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=os.environ | {"LANG": "C.UTF-8", "LANGUAGE": "en", "TERM": term},
    ) as reader:
        os.close(theirs)
        os.write(ours, b"1\nquit\n")
        said = b""
        while b"> " not in said or reader.poll() is None:
            try:
                said += os.read(ours, 4096)
            except OSError:  # Linux: the other end is closed
                break
        assert reader.wait(30) == 0
    os.close(ours)
    assert b"Enter goes on" in said
    assert b"> " in said
    assert b"\x1b" not in said
    assert not set(said) & (set(range(32)) - set(b"\r\n"))


@pytest.mark.parametrize(("setting", "linear"), [("", False), ("linear = true\n", False)])
def test_a_pipe_gets_headlines_unless_it_asks_for_lines(tmp_path: Path, setting: str, linear: bool) -> None:
    (tmp_path / "config.toml").write_text(setting, encoding="utf-8")
    done = run(tmp_path, "")
    assert ("Enter goes on" in done.stdout) is linear
    assert done.stdout.splitlines()[0].count("  ") > 1
