"""What is understood without click is understood as click would have."""

from __future__ import annotations

import pytest

from newstui.cli.early import read_plain_call
from newstui.cli.main import build_cli

PLAIN = [
    [],
    ["--offline"],
    ["--linear", "--offline", "--offline"],
    ["--lang", "de,fr"],
    ["--lang=de,fr", "--ui-lang", "nl"],
    ["--config", "a b.toml", "--data-dir=d=e", "--cache-dir", "./c"],
    ["--config", "one.toml", "--config", "two.toml"],
]

FOR_CLICK = [
    ["story.txt"],
    ["list"],
    ["--offline", "list", "--json"],
    ["--help"],
    ["-h"],
    ["--version"],
    ["--offline", "--version"],
    ["--"],
    ["--lang"],
    ["--lang="],
    ["--lang", ""],
    ["--lang", "--offline"],
    ["--offline=yes"],
    ["--offlin"],
    ["--nothing"],
    ["-x"],
]


@pytest.fixture(autouse=True)
def no_places(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NEWSTUI_CONFIG", "NEWSTUI_DATA_DIR", "NEWSTUI_CACHE_DIR"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("environment", [{}, {"NEWSTUI_CONFIG": "here.toml", "NEWSTUI_DATA_DIR": ""}], ids=str)
@pytest.mark.parametrize("words", PLAIN, ids=" ".join)
def test_a_plain_call_is_read_as_click_reads_it(
    words: list[str], environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert read_plain_call(words) == build_cli().make_context("newstui", list(words)).params


@pytest.mark.parametrize("words", FOR_CLICK, ids=" ".join)
def test_everything_else_is_for_click(words: list[str]) -> None:
    assert read_plain_call(words) is None


def test_a_shell_that_completes_asks_click(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_NEWSTUI_COMPLETE", "bash_source")
    assert read_plain_call([]) is None
