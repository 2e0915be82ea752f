from __future__ import annotations

import sys
from pathlib import Path

import pytest

from newstui.errors import UsageError
from newstui.library.notifying import Notification, run_notifier, shorten

SCRIPT = "import sys; open(sys.argv[1], 'w', encoding='utf-8').write('|'.join(sys.argv[2:]))"


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (Notification(1), "1 new article"),
        (Notification(1234, "Bridge closed"), "1,234 new articles: Bridge closed"),
        (
            Notification(2, "Bridge\nclosed\x1b]0;x\x07", "The\x9b2JGazette"),
            "2 new articles: Bridge closed (TheGazette)",
        ),
    ],
)
def test_what_is_told(told: Notification, text: str) -> None:
    assert told.describe() == text


def test_what_is_too_long_is_cut() -> None:
    assert shorten("word " * 100) == ("word " * 40)[:199].rstrip() + "…"
    assert shorten("x" * 200) == "x" * 200


@pytest.mark.parametrize(
    ("words", "given"),
    [
        (["{count}", "{title}", "{source}"], ["3", "--help", "The Gazette"]),
        (["--title={title}", "{count} of {source}"], ["--title= --help", "3 of The Gazette"]),
        (["{text}"], ["3 new articles: --help (The Gazette)"]),
        (["{other}"], ["{other}"]),
    ],
)
def test_placeholders_are_filled_within_words(tmp_path: Path, words: list[str], given: list[str]) -> None:
    file = tmp_path / "told"
    run_notifier([sys.executable, "-c", SCRIPT, str(file), *words], Notification(3, "--help", "The Gazette"))
    expected = "|".join(given).replace("|--help|", "| --help|")
    assert file.read_text(encoding="utf-8") == expected


def test_a_headline_names_no_placeholder(tmp_path: Path) -> None:
    file = tmp_path / "told"
    run_notifier([sys.executable, "-c", SCRIPT, str(file), "{title}"], Notification(1, "{source} {count}", "S"))
    assert file.read_text(encoding="utf-8") == "{source} {count}"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["no-such-notifier"], "no-such-notifier cannot be run"),
        ([sys.executable, "-c", "raise SystemExit(4)"], "ended with status 4"),
        ([sys.executable, "-c", "pass", "\0"], "cannot be run"),
    ],
)
def test_what_fails_is_told(words: list[str], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        run_notifier(words, Notification(1))
