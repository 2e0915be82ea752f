from __future__ import annotations

import pytest

from newstui.ui.readings import Readings
from tests.ui.fake_library import FakeLibrary


@pytest.mark.parametrize(("hyphenates", "expected"), [(True, ["de"]), (False, [])])
def test_patterns_are_loaded_before_an_article_is_shown(
    monkeypatch: pytest.MonkeyPatch, hyphenates: bool, expected: list[str]
) -> None:
    loaded: list[str] = []
    monkeypatch.setattr("newstui.ui.readings.load_patterns", loaded.append)
    readings = Readings(FakeLibrary(), lambda: hyphenates, lambda _reading: None)
    readings.get("ferry-de")
    readings.get("ferry-de")
    assert loaded == expected
