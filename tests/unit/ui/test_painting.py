"""Pictures as lines of cells: half blocks, Kitty's placeholders, Sixel."""

from __future__ import annotations

import re
import unicodedata
from base64 import b64decode
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from rich.cells import cell_len
from rich.color import ColorSystem

from newstui.config.pictures import Way
from newstui.ui.pictures import blocks, kitty
from newstui.ui.pictures.canvas import Canvas
from newstui.ui.pictures.decoding import Pixels
from newstui.ui.pictures.frames import CELL, LARGEST_FRAME, Frame, Size
from newstui.ui.pictures.painting import draw, paint
from newstui.ui.pictures.sixel import encode_sixel

RED, GREEN, BLUE, WHITE = (200, 0, 0), (0, 160, 0), (0, 0, 200), (255, 255, 255)
PLACEHOLDER = "\U0010eeee"


def pixels(*rows: list[tuple[int, int, int]]) -> Pixels:
    return Pixels(Size(len(rows[0]), len(rows)), bytes(part for row in rows for colour in row for part in colour))


def messages(order: str) -> list[tuple[dict[str, str], str]]:
    """Kitty's messages: what each says, and what it carries."""
    found = re.findall(r"\x1b_G([^;\x1b]*);?([^\x1b]*)\x1b\\", order)
    assert "".join(f"\x1b_G{head}{';' if data else ''}{data}\x1b\\" for head, data in found) == order
    return [(dict(part.split("=") for part in head.split(",")), data) for head, data in found]


def test_half_blocks_have_two_pixels_a_cell() -> None:
    upper, lower = blocks.paint_blocks(
        pixels([RED, RED, GREEN], [BLUE, BLUE, BLUE], [WHITE, RED, RED], [WHITE, BLUE, RED])
    )
    drawn = [(segment.text, segment.style.color.triplet, segment.style.bgcolor.triplet) for segment in upper]  # type: ignore[union-attr]
    assert drawn == [("▀▀", RED, BLUE), ("▀", GREEN, BLUE)]
    assert (upper.cell_length, lower.text, len(list(lower))) == (3, "▀▀▀", 3)


def test_there_are_as_many_diacritics_as_kitty_has() -> None:
    signs = kitty._list_diacritics()
    assert (len(signs), len(set(signs))) == LARGEST_FRAME
    assert (signs[:3], signs[-1]) == ("\u0305\u030d\u030e", "\U0001d244")
    assert all(unicodedata.combining(sign) == 230 for sign in signs)
    assert all(cell_len(PLACEHOLDER + signs[0] + sign) == 1 for sign in signs)


@pytest.mark.parametrize("number", [0x12ABCD, 1 << 20, 21, 226])
def test_placeholders_say_which_part_of_which_picture(number: int) -> None:
    strips = kitty.paint_placeholders(number, Frame(3, 2))
    signs = kitty._list_diacritics()
    assert [strip.text for strip in strips] == [
        "".join(PLACEHOLDER + signs[row] + signs[column] for column in range(3)) for row in range(2)
    ]
    assert [strip.cell_length for strip in strips] == [3, 3]
    segment = next(iter(strips[0]))
    assert segment.style is not None
    assert segment.style.color is not None
    if number > 255:
        assert segment.style.color.triplet == tuple(number.to_bytes(3, "big"))
    else:
        assert segment.style.color.downgrade(ColorSystem.EIGHT_BIT).number == number


@pytest.mark.parametrize("columns", [1, 2, 15, 66, 120, 297])
def test_placeholders_are_cut_between_cells(columns: int) -> None:
    (_, strip) = kitty.paint_placeholders(5000, Frame(columns, 2))
    cells = [strip.text[at : at + 3] for at in range(0, 3 * columns, 3)]
    for column in range(columns):
        left, right = strip.divide([column + 1, columns])
        assert left.text == "".join(cells[: column + 1])
        assert right.text == "".join(cells[column + 1 :])
        assert strip.crop(column, column + 1).text == cells[column]


def test_numbers_survive_the_colours_that_there_are() -> None:
    few = kitty.list_numbers(truecolor=False)
    assert len(few) > 200
    assert 0 not in few
    many = kitty.list_numbers(truecolor=True)
    assert (many[0], many[-1]) == (256, 0xFFFFFF)


def test_kitty_gets_a_picture_in_pieces() -> None:
    noise = Image.effect_noise((120, 90), 90).convert("RGB")
    order = kitty.encode_picture(77, Pixels(Size(120, 90), noise.tobytes()), Frame(12, 5), tmux=False)
    heads, data = zip(*messages(order), strict=True)
    assert heads[0] == {
        "a": "T", "U": "1", "f": "100", "i": "77", "c": "12", "r": "5", "q": "2", "m": "1"
    }  # fmt: skip
    assert all(head == {"q": "2", "m": "1"} for head in heads[1:-1])
    assert heads[-1] == {"q": "2", "m": "0"}
    assert max(map(len, data)) <= 4096
    with Image.open(BytesIO(b64decode("".join(data)))) as image:
        assert image.convert("RGB").tobytes() == noise.tobytes()
    assert messages(kitty.encode_forgetting(77, tmux=False)) == [({"a": "d", "d": "I", "i": "77", "q": "2"}, "")]


def test_tmux_lets_each_message_through() -> None:
    plain = kitty.encode_picture(77, pixels([RED], [BLUE]), Frame(1, 1), tmux=False)
    wrapped = kitty.encode_picture(77, pixels([RED], [BLUE]), Frame(1, 1), tmux=True)
    assert wrapped == "\x1bPtmux;" + plain.replace("\x1b", "\x1b\x1b") + "\x1b\\"


def test_sixel_is_drawn_at_its_place_and_gives_the_cursor_back() -> None:
    drawing = encode_sixel(pixels([RED, BLUE], [RED, BLUE]), row=4, column=9)
    assert drawing.startswith("\x1b7\x1b[5;10H\x1bP")
    assert drawing.endswith("\x1b\\\x1b8")
    assert '"1;1;2;2' in drawing


@pytest.mark.parametrize("way", [Way.KITTY, Way.BLOCKS, Way.SIXEL])
def test_a_file_is_painted_in_each_way(tmp_path: Path, way: Way) -> None:
    file = tmp_path / "picture.png"
    Image.new("RGB", (300, 200), RED).save(file)
    painting = paint(file, Frame(12, 4), Canvas(way, CELL), 1000)
    assert [strip.cell_length for strip in painting.strips] == [12] * 4
    if way is Way.KITTY:
        assert painting.number == 1000
        with Image.open(BytesIO(b64decode("".join(data for _, data in messages(painting.order))))) as image:
            assert image.size == (120, 80)
    else:
        assert (painting.order, painting.number) == ("", 0), "in a text Sixel is half blocks"
        (segment,) = painting.strips[0]
        assert segment.text == "▀" * 12
    assert '"1;1;120;80' in draw(file, Frame(12, 4), CELL, (0, 0, 0), row=0, column=0)
