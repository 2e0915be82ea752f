"""From files to pixels: every kind of picture, and what only pretends to be one."""

from __future__ import annotations

import struct
import sys
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from newstui.errors import SourceError
from newstui.ui.pictures import decoding
from newstui.ui.pictures.decoding import measure_picture, scale_picture
from newstui.ui.pictures.frames import Size

RED, GREEN, BLUE = (200, 30, 30), (30, 160, 60), (30, 60, 200)
NIGHT = (16, 18, 24)


def halves(mode: str = "RGB", size: tuple[int, int] = (80, 40)) -> Image.Image:
    """A picture whose left half is red and whose right half is blue."""
    image = Image.new("RGB", size, RED)
    ImageDraw.Draw(image).rectangle((size[0] // 2, 0, *size), fill=BLUE)
    return image.convert(mode)


def save(image: Image.Image, kind: str, **options: object) -> bytes:
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def turned(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return save(halves(), "JPEG", quality=95, exif=exif)


def animated(kind: str) -> bytes:
    return save(halves(), kind, save_all=True, append_images=[Image.new("RGB", (80, 40), GREEN)] * 3, lossless=True)


def png(width: int, height: int, data: bytes = b"", depth: int = 8, colour: int = 2) -> bytes:
    """A PNG file made by hand, with whatever sizes it claims."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b"")


def is_near(colour: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return max(abs(a - b) for a, b in zip(colour, other, strict=True)) < 24


def edges(pixels: decoding.Pixels) -> list[tuple[int, ...]]:
    """The colours at the left, right, top and bottom."""
    width, height = pixels.size
    places = [(2, height // 2), (width - 3, height // 2), (width // 2, 2), (width // 2, height - 3)]
    return [tuple(pixels.data[3 * (y * width + x) :][:3]) for x, y in places]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(save(halves(), "JPEG", quality=95), id="JPEG"),
        pytest.param(save(halves("CMYK"), "JPEG", quality=95), id="JPEG in four colours"),
        pytest.param(save(halves(), "JPEG", quality=95, progressive=True), id="progressive JPEG"),
        pytest.param(save(halves(), "PNG"), id="PNG"),
        pytest.param(save(halves().quantize(8), "PNG"), id="PNG with a palette"),
        pytest.param(save(halves("RGBA"), "PNG"), id="PNG with alpha"),
        pytest.param(save(halves(), "GIF"), id="GIF"),
        pytest.param(animated("GIF"), id="animated GIF"),
        pytest.param(save(halves(), "WEBP", lossless=True), id="WebP"),
        pytest.param(animated("WEBP"), id="animated WebP"),
        pytest.param(save(halves(), "AVIF", quality=95), id="AVIF"),
        pytest.param(turned(1), id="upright"),
    ],
)
def test_every_kind_comes_to_pixels(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "picture"
    file.write_bytes(data)
    assert measure_picture(file) == (80, 40)
    pixels = scale_picture(file, Size(40, 20), NIGHT)
    assert (pixels.size, len(pixels.data)) == ((40, 20), 40 * 20 * 3)
    left, right, _, _ = edges(pixels)
    assert is_near(left, RED)
    assert is_near(right, BLUE)


@pytest.mark.parametrize(
    ("orientation", "red_is_at"), [(1, "left"), (2, "right"), (3, "right"), (6, "top"), (8, "bottom"), (5, "top")]
)
def test_a_camera_that_was_turned(tmp_path: Path, orientation: int, red_is_at: str) -> None:
    file = tmp_path / "turned.jpg"
    file.write_bytes(turned(orientation))
    size = measure_picture(file)
    assert size == ((40, 80) if orientation > 4 else (80, 40))
    found = dict(zip(("left", "right", "top", "bottom"), edges(scale_picture(file, size, NIGHT)), strict=True))
    assert is_near(found[red_is_at], RED)


@pytest.mark.parametrize(
    ("image", "shown"),
    [
        pytest.param(Image.new("RGBA", (20, 20), (255, 0, 0, 0)), NIGHT, id="clear"),
        pytest.param(Image.new("RGBA", (20, 20), (216, 218, 224, 128)), (116, 118, 124), id="half clear"),
        pytest.param(Image.new("LA", (20, 20), (255, 0)), NIGHT, id="grey and clear"),
        pytest.param(Image.new("L", (20, 20), 120), (120, 120, 120), id="grey"),
        pytest.param(Image.new("1", (20, 20), 1), (255, 255, 255), id="one bit"),
        pytest.param(Image.new("I;16", (20, 20), 0x8000), (128, 128, 128), id="sixteen bits"),
    ],
)
def test_what_is_clear_shows_what_is_behind(tmp_path: Path, image: Image.Image, shown: tuple[int, int, int]) -> None:
    file = tmp_path / "picture.png"
    image.save(file)
    assert is_near(edges(scale_picture(file, Size(10, 10), NIGHT))[0], shown)


def test_a_palette_with_a_clear_colour(tmp_path: Path) -> None:
    image = Image.new("P", (20, 20), 3)
    image.putpalette([0, 0, 0] * 3 + list(RED))
    file = tmp_path / "clear.gif"
    image.save(file, transparency=3)
    assert is_near(edges(scale_picture(file, Size(10, 10), NIGHT))[0], NIGHT)


HOSTILE: dict[str, Callable[[], bytes]] = {
    "nothing": bytes,
    "text": lambda: b"<html>not found</html>",
    "a drawing": lambda: b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    "PostScript": lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\n",
    "a TIFF": lambda: save(halves(), "TIFF"),
    "too many pixels": lambda: png(30_000, 30_000),
    "absurdly many pixels": lambda: png(2**31 - 1, 2**31 - 1),
    "no height": lambda: png(100, 0),
    "too many scans": lambda: save(halves(size=(2000, 1000)), "JPEG") + b"\xff\xda" * 250,
    "too many bytes": lambda: save(halves(), "PNG") + bytes(decoding.HEAVIEST),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_pretends_is_refused_before_it_is_decoded(tmp_path: Path, name: str) -> None:
    file = tmp_path / "picture"
    file.write_bytes(HOSTILE[name]())
    assert measure_picture(file) is None
    with pytest.raises(SourceError, match="cannot be shown"):
        scale_picture(file, Size(10, 10), NIGHT)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "AVIF"])
@pytest.mark.parametrize("part", [0.05, 0.3, 0.6, 0.9])
def test_what_is_cut_off_is_no_more_than_an_error(tmp_path: Path, kind: str, part: float) -> None:
    noise = Image.effect_noise((90, 60), 80).convert("RGB")
    data = save(noise, kind)
    file = tmp_path / "cut"
    file.write_bytes(data[: int(len(data) * part)])
    measure_picture(file)
    with pytest.raises(SourceError):
        scale_picture(file, Size(10, 10), NIGHT)


def test_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    assert measure_picture(tmp_path / "none") is None
    with pytest.raises(SourceError):
        scale_picture(tmp_path / "none", Size(10, 10), NIGHT)


def test_only_a_jpeg_has_scans(tmp_path: Path) -> None:
    file = tmp_path / "picture.png"
    file.write_bytes(save(halves(size=(2000, 1000)), "PNG") + b"\xff\xda" * 250)
    assert measure_picture(file) == (2000, 1000)


def test_measuring_decodes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "hollow.png"
    file.write_bytes(png(4000, 4000))
    assert measure_picture(file) == (4000, 4000)


def test_pillow_has_the_same_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "LARGEST", 1 << 62)
    file = tmp_path / "large.png"
    file.write_bytes(png(8000, 6000))
    assert measure_picture(file) is None, "Pillow refuses it by itself"


def test_pillow_is_loaded_when_it_is_needed() -> None:
    import subprocess

    script = "import sys, newstui.ui.screens.main; print([name for name in sys.modules if name.split('.')[0] == 'PIL'])"
    assert subprocess.check_output([sys.executable, "-c", script], text=True).strip() == "[]"
