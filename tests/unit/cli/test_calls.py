from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from newstui import __version__
from newstui.config.pictures import Way
from newstui.i18n import INTERFACE_LANGUAGES
from tests.unit.cli.conftest import Shell

COMMANDS = [
    "open",
    "add",
    "remove",
    "sources",
    "refresh",
    "list",
    "search",
    "show",
    "quotes",
    "editions",
    "compare",
    "mark",
    "doctor",
]


def test_the_version(shell: Shell) -> None:
    assert shell("--version").out == f"newstui {__version__}\n"


@pytest.mark.parametrize("words", [["--help"], *([command, "--help"] for command in COMMANDS)], ids=" ".join)
def test_every_command_explains_itself(shell: Shell, words: list[str]) -> None:
    done = shell(*words)
    assert done.code == 0
    assert len(done.out.splitlines()) > 3


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["list", "--nonsense"], "--nonsense"),
        (["list", "--limit", "many"], "many"),
        (["mark", "abcd"], "--star, --unstar, --tag"),
        (["show"], "show"),
        (["compare", "x", "de"], "compare"),
        (["--lang", "d", "list"], "not a language tag"),
        (["--ui-lang", "%%", "list"], "not a language tag"),
        (["nothing-of-that-name"], "no such file, directory, address or article"),
        (["list", "--source", "99"], "no such source"),
    ],
)
def test_a_wrong_call_is_one_line_and_status_two(shell: Shell, words: list[str], said: str) -> None:
    done = shell(*words)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert len(done.err.splitlines()) == 1


def test_a_wrong_configuration_names_file_and_key(shell: Shell) -> None:
    (shell.home / "config.toml").write_text("text_witdh = 70\n")
    done = shell("list")
    assert (done.code, done.out) == (2, "")
    assert f"{shell.home / 'config.toml'}: text_witdh: no such setting; did you mean text_width?" in done.err


def test_unknown_articles_are_said_and_the_others_are_marked(shell: Shell, feed: Path) -> None:
    shell("add", feed)
    known = shell("list", "--json").rows[0]["id"]
    done = shell("mark", "zzzzzzzz", known, "--read")
    assert done.code == 1
    assert "zzzzzzzz: no such article" in done.err
    assert len(shell("list", "--unread", "--json").rows) == 1


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nothing is forbidden to the superuser")
def test_a_directory_without_permission_is_one_line(shell: Shell) -> None:
    shell.home.chmod(0o500)
    try:
        done = shell("list")
    finally:
        shell.home.chmod(0o700)
    assert done.code in {1, 2}
    assert len(done.err.splitlines()) == 1


def test_a_library_that_is_something_else_is_said_and_left_alone(shell: Shell) -> None:
    file = shell.home / "data" / "library.sqlite3"
    file.parent.mkdir()
    file.write_bytes(b"not a database at all" * 100)
    done = shell("list")
    assert done.code in {1, 2}
    assert str(file) in done.err
    assert file.read_bytes() == b"not a database at all" * 100


def test_without_a_terminal_the_headlines_are_printed(shell: Shell, feed: Path) -> None:
    shell("add", feed)
    done = shell()
    assert done.code == 0
    assert [line.split()[-1] for line in done.out.splitlines()] == ["closed", "opens"]


def test_an_empty_library_says_what_to_do_and_shows_the_welcome_story(shell: Shell) -> None:
    done = shell("--lang", "en")
    assert done.code == 0
    assert "newstui add" in done.err
    assert "One story, six languages" in done.out
    assert len(done.out.splitlines()) == 1


def test_the_doctor_finds_nothing_in_a_new_library(shell: Shell) -> None:
    done = shell("doctor", "--json")
    assert done.code == 0
    assert done.rows[0]["problems"] == []
    assert done.rows[0]["pictures"] in set(Way)


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_help_is_in_the_language_asked_for(shell: Shell, language: str) -> None:
    usage = {"nl": "Gebruik:", "en": "Usage:", "de": "Aufruf:", "fr": "Usage\u00a0:", "es": "Uso:", "pt": "Utilização:"}
    assert shell("--ui-lang", language, "--help").out.startswith(usage[language])


def test_a_commands_own_language_is_not_the_interfaces(shell: Shell, story: Path) -> None:
    assert "there is de, en" in shell("show", story, "--lang", "pt").err
    assert "há de, en" in shell("--lang", "pt", "show", story, "--lang", "pt").err
