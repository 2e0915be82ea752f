"""Pictures of the key states. `make snapshots` accepts today's screens as the right ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.ui.driver import Reader, make_app
from tests.ui.fake_library import FakeLibrary

Compare = Callable[..., bool]

SMALL, MIDDLE, WIDE, VAST, TINY = (80, 24), (120, 40), (160, 45), (200, 50), (20, 5)


def _check(
    compare: Compare,
    size: tuple[int, int],
    *keys: str,
    library: FakeLibrary | None = None,
    options: Mapping[str, Any] = MappingProxyType({}),
) -> None:
    """Press keys in a reader of this size, a word of several characters being typed, and compare what is seen."""
    library = library or FakeLibrary(ladder=("en", "de"))
    app = make_app(library, options=options)

    async def press(pilot: Pilot[None]) -> None:
        reader = Reader(app, pilot, library)
        await reader.settle()
        for key in keys:
            if key.startswith("type:"):
                await reader.type(key.removeprefix("type:"))
            else:
                await reader.press(key)

    assert compare(app, terminal_size=size, run_before=press)


@pytest.mark.parametrize("size", [SMALL, MIDDLE, WIDE, VAST, TINY], ids=lambda size: f"{size[0]}x{size[1]}")
def test_start(snap_compare: Compare, size: tuple[int, int]) -> None:
    _check(snap_compare, size)


@pytest.mark.parametrize("size", [SMALL, MIDDLE, VAST], ids=lambda size: f"{size[0]}x{size[1]}")
def test_article(snap_compare: Compare, size: tuple[int, int]) -> None:
    _check(snap_compare, size, "enter", "]")


def test_quotes_beside_the_article(snap_compare: Compare) -> None:
    _check(snap_compare, SMALL, "enter", "5", "j")


def test_languages_beside_the_article(snap_compare: Compare) -> None:
    _check(snap_compare, MIDDLE, "enter", "4", "j")


def test_menu_of_languages(snap_compare: Compare) -> None:
    _check(snap_compare, SMALL, "enter", "L")


def test_alone(snap_compare: Compare) -> None:
    _check(snap_compare, MIDDLE, "enter", "z")


def test_light(snap_compare: Compare) -> None:
    _check(snap_compare, WIDE, "enter", "]", options={"theme": "newstui-light"})


def test_first_start(snap_compare: Compare) -> None:
    _check(snap_compare, SMALL, library=FakeLibrary(empty=True))


def test_starter_sources(snap_compare: Compare) -> None:
    _check(snap_compare, MIDDLE, "S", "enter", library=FakeLibrary(empty=True))


def test_failures(snap_compare: Compare) -> None:
    library = FakeLibrary()
    library.failing = {"costa", "hafen"}
    _check(snap_compare, SMALL, "R", "!", library=library)


def test_offline(snap_compare: Compare) -> None:
    _check(snap_compare, SMALL, "R", library=FakeLibrary(offline=True))


def test_nothing_unread(snap_compare: Compare) -> None:
    _check(snap_compare, SMALL, "A", "f")


def test_found_in_the_article(snap_compare: Compare) -> None:
    _check(snap_compare, SMALL, "enter", "/", "type:midnight")


def test_found_among_the_headlines(snap_compare: Compare) -> None:
    _check(snap_compare, MIDDLE, "/", "type:storm", "enter")


def test_help(snap_compare: Compare) -> None:
    _check(snap_compare, SMALL, "?", "j")


def test_palette(snap_compare: Compare) -> None:
    _check(snap_compare, MIDDLE, "ctrl+p", "type:sta")


def test_adding_a_source_that_is_none(snap_compare: Compare) -> None:
    _check(snap_compare, SMALL, "+", "type:broken", "enter")


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_choosing_among_feeds(snap_compare: Compare, size: tuple[int, int]) -> None:
    _check(snap_compare, size, "+", "type:several.example", "enter", "enter", "j")


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_about_a_source(snap_compare: Compare, size: tuple[int, int]) -> None:
    _check(snap_compare, size, "1", "G", "H")


def test_moving_a_source(snap_compare: Compare) -> None:
    _check(snap_compare, SMALL, "1", "G", "M", "type:Nor")


def test_removing_a_source(snap_compare: Compare) -> None:
    _check(snap_compare, MIDDLE, "1", "G", "d")


def test_sources_folded(snap_compare: Compare) -> None:
    _check(snap_compare, SMALL, "1", *["j"] * 6, "-")


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_quotes_by_speaker(snap_compare: Compare, size: tuple[int, int]) -> None:
    _check(snap_compare, size, "enter", "5", "B")


def test_one_speaker_alone(snap_compare: Compare) -> None:
    _check(snap_compare, WIDE, "enter", "]", "w")


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_quotes_by_language(snap_compare: Compare, size: tuple[int, int]) -> None:
    _check(snap_compare, size, "enter", "#", "j", "tab")


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_speakers(snap_compare: Compare, size: tuple[int, int]) -> None:
    _check(snap_compare, size, "Q", "type:ver")


def test_what_somebody_says(snap_compare: Compare) -> None:
    _check(snap_compare, MIDDLE, "Q", "enter", "j")
