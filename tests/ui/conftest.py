"""What all tests of the interface stand on: English, one time zone, nothing that moves by itself."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen

from newstui.i18n import set_language
from newstui.ui.content import leave_order_to_terminal
from tests.ui.painting import paint_or_wait
from tests.ui.style_sheets import parse_rules


@pytest.fixture(autouse=True)
def _same_everywhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setenv("TZ", "UTC")
    for name in ("NO_COLOR", "TMUX", "STY", "TERM_PROGRAM", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "TEXTUAL_DRIVER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    time.tzset()
    # What is told ten times a second at most is told at once here, or each key would wait for it.
    monkeypatch.setattr("newstui.ui.article.column._THROTTLE", 0.01)
    monkeypatch.setattr("newstui.ui.following._PAUSE", 0.01)
    monkeypatch.setattr(Screen, "_compositor_refresh", paint_or_wait)
    monkeypatch.setattr(Stylesheet, "_parse_rules", parse_rules)
    set_language("en")
    yield
    set_language("en")
    leave_order_to_terminal(True)
    monkeypatch.undo()
    time.tzset()
