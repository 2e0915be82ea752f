"""The headings of --help."""

from __future__ import annotations

import pytest

from newstui.cli import help_pages
from tests.unit.cli.conftest import Shell


def test_a_language_says_what_stands_before_its_colon(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\nOptions:\n" in shell("stats", "--help").out
    monkeypatch.setattr(help_pages, "_", {"{heading}:": "{heading}\N{NO-BREAK SPACE}:"}.__getitem__)
    assert "\nOptions\N{NO-BREAK SPACE}:\n" in shell("stats", "--help").out
