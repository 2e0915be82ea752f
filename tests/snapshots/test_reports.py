"""Pictures of what the program tells of the library and of itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from tests.ui.driver import Reader, make_app
from tests.ui.fake_library import FakeLibrary

Compare = Callable[..., bool]

SMALL, MIDDLE = (80, 24), (120, 40)


def _check(compare: Compare, size: tuple[int, int], *keys: str) -> None:
    """Press keys in a reader of this size and compare what is seen."""
    library = FakeLibrary(ladder=("en", "de"))
    app = make_app(library)

    async def press(pilot: Pilot[None]) -> None:
        reader = Reader(app, pilot, library)
        await reader.settle()
        await reader.press(*keys)

    assert compare(app, terminal_size=size, run_before=press)


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_statistics(snap_compare: Compare, size: tuple[int, int]) -> None:
    _check(snap_compare, size, "comma", "s")


def test_messages(snap_compare: Compare) -> None:
    _check(snap_compare, SMALL, "A", "R", "comma", "e")


def test_several_sources(snap_compare: Compare) -> None:
    _check(snap_compare, SMALL, "comma", "m", "space", "space")


def test_a_folder_is_renamed(snap_compare: Compare) -> None:
    _check(snap_compare, SMALL, "1", "G", "k", "k", "k", "M")
