from __future__ import annotations

import os
from io import StringIO

import pytest

from newstui.ui.linear.console import Console


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_lines_are_broken_between_words_on_a_terminal_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.get_terminal_size", lambda _fallback: os.terminal_size((25, 10)))
    text = "A line that is longer than a terminal is wide"
    for stream, said in ((StringIO(), f"{text}\n"), (Terminal(), "A line that is longer\nthan a terminal is wide\n")):
        Console(StringIO(), stream).say(text)
        assert stream.getvalue() == said


def test_somebody_who_types_is_prompted_and_a_pipe_is_not() -> None:
    for hears, said in ((Terminal("one\n"), "> > \n"), (StringIO("one\n"), "")):
        says = StringIO()
        console = Console(hears, says)
        assert (console.hear(), console.hear()) == ("one", None)
        assert says.getvalue() == said
