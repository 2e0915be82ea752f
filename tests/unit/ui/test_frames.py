"""How large pictures are hung."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.ui.pictures.frames import CELL, NOTHING_HUNG, Frame, Hanging, Size, fit, size_in_pixels

A, B, C, D = (f"https://p.example/{letter}.jpg" for letter in "abcd")


@pytest.mark.parametrize(
    ("size", "cell", "room", "frame"),
    [
        (Size(1200, 800), CELL, (66, 20), Frame(60, 20)),
        (Size(1200, 800), CELL, (66, 40), Frame(66, 22)),
        (Size(1200, 800), Size(8, 12), (66, 40), Frame(66, 29)),
        (Size(400, 1600), CELL, (66, 20), Frame(10, 20)),
        (Size(20, 20), CELL, (66, 20), Frame(6, 3)),
        (Size(10_000, 10), CELL, (66, 20), Frame(66, 1)),
        (Size(10, 10_000), CELL, (66, 20), Frame(1, 20)),
        (Size(1, 1), CELL, (66, 20), Frame(1, 1)),
    ],
)
def test_a_picture_keeps_its_shape(size: Size, cell: Size, room: tuple[int, int], frame: Frame) -> None:
    assert fit(size, cell, *room) == frame


@given(
    st.builds(Size, st.integers(1, 9000), st.integers(1, 9000)),
    st.builds(Size, st.integers(4, 30), st.integers(8, 60)),
    st.integers(1, 300),
    st.integers(1, 100),
)
def test_a_frame_is_within_its_room(size: Size, cell: Size, columns: int, rows: int) -> None:
    frame = fit(size, cell, columns, rows)
    assert 1 <= frame.columns <= columns
    assert 1 <= frame.rows <= rows
    pixels = size_in_pixels(frame, cell)
    # What is rounded to cells is out of shape by half a cell at most.
    scale = min(pixels.width / size.width, pixels.height / size.height)
    assert pixels.width - size.width * scale <= 1.5 * cell.width or frame.columns == 1
    assert pixels.height - size.height * scale <= 1.5 * cell.height or frame.rows == 1 or frame.columns == 1


def test_what_has_a_frame() -> None:
    sizes = {A: Size(1200, 800), B: Size(1, 1)}
    hanging = Hanging(sizes, awaited=frozenset({C}), held={D: Frame(9, 9)}, rows=20)
    assert hanging.find_frame(A, 66) == Frame(60, 20)
    assert hanging.find_frame(B, 66) is None
    assert hanging.is_nothing(B)
    assert not hanging.is_nothing(A)
    assert hanging.find_frame(C, 66) == Frame(60, 20), "room is kept for what is on its way"
    assert hanging.find_frame(D, 66) == Frame(9, 9)
    assert hanging.find_frame("https://p.example/other.jpg", 66) is None
    assert hanging.find_frame(A, 11) is None, "there is no room beside narrow text"
    assert Hanging(sizes, held={A: None}, rows=20).find_frame(A, 66) is None
    assert Hanging(sizes).find_frame(A, 66) is None
    assert NOTHING_HUNG.find_frame(A, 66) is None
