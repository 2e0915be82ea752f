from __future__ import annotations

import pytest

from newstui.ui.readings import Readings
from tests.ui.fake_library import FakeLibrary


@pytest.mark.parametrize(("hyphenates", "expected"), [(True, ["de"]), (False, [])])
def test_patterns_are_loaded_before_an_article_is_shown(
    monkeypatch: pytest.MonkeyPatch, hyphenates: bool, expected: list[str]
) -> None:
    loaded: list[str] = []
    monkeypatch.setattr("newstui.text.hyphenation.load_patterns", loaded.append)
    readings = Readings(FakeLibrary(), lambda: hyphenates, lambda _reading: None)
    readings.get("ferry-de")
    readings.get("ferry-de")
    assert loaded == expected


def test_what_the_screen_would_wait_for_is_loaded_with_the_article(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    monkeypatch.setattr("newstui.ui.article.parts.compose_byline", lambda article: done.append(f"byline {article.id}"))
    monkeypatch.setattr("newstui.ui.article.colouring.colour_document", lambda _document: done.append("code"))
    readings = Readings(FakeLibrary(), lambda: False, lambda reading: done.append(f"pictures {reading.article.id}"))
    readings.prepare(["ferry-de", "ferry-de"])
    assert sorted(done) == ["byline ferry-de", "code", "pictures ferry-de"]
