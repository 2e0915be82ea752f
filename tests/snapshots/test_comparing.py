"""Pictures of two editions side by side."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.snapshots.test_screens import MIDDLE, SMALL, VAST, Compare, _check
from tests.ui.stories import mill_library


@pytest.mark.parametrize("size", [SMALL, MIDDLE, VAST], ids=lambda size: f"{size[0]}x{size[1]}")
def test_side_by_side(snap_compare: Compare, size: tuple[int, int]) -> None:
    _check(snap_compare, size, "enter", "c", "j", "j", "j", library=mill_library("en", "de"))


def test_sentences(snap_compare: Compare) -> None:
    _check(snap_compare, MIDDLE, "enter", "c", "e", "j", "j", library=mill_library("de", "en"))


def test_justified(snap_compare: Compare) -> None:
    options = {"justify": True, "theme": "newstui-light"}
    _check(snap_compare, MIDDLE, "enter", "c", "j", "j", library=mill_library("de", "en"), options=options)


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_arabic(snap_compare: Compare, size: tuple[int, int]) -> None:
    library = mill_library("en", "ar")
    _check(snap_compare, size, "enter", "c", "j", "j", "j", library=library, options={"bidi": "on"})


def test_japanese(snap_compare: Compare) -> None:
    _check(snap_compare, MIDDLE, "enter", "c", "j", "j", "j", library=mill_library("ja", "en"))


def test_an_arabic_article_among_its_headlines(snap_compare: Compare) -> None:
    _check(snap_compare, MIDDLE, "enter", library=mill_library("ar", "en"), options={"bidi": "on"})


def test_saving(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newstui.ui.dialogs.save.documents_folder", lambda: Path("/home/ada/Documents"))
    _check(snap_compare, SMALL, "enter", "c", "X", library=mill_library("en", "de"))
