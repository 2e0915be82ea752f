"""From the file of a picture to pixels: what comes from the web is hostile, and costs no more than it may.

Everything here takes its time and belongs into a thread.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from newstui.errors import N_, SourceError
from newstui.ui.pictures.canvas import Colour
from newstui.ui.pictures.frames import Size

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST: Final = 40_000_000
"""Pixels; what has more is not decoded."""
HEAVIEST: Final = 10 * 1024 * 1024
"""Bytes."""
_FORMATS: Final = ("JPEG", "PNG", "GIF", "WEBP", "AVIF")
_SCANS: Final = 12
"""A progressive JPEG of the largest size has no more scans, a smaller one as many more; one of thousands takes minutes."""
_JPEG: Final = b"\xff\xd8"
_SCAN: Final = b"\xff\xda"
"""What a JPEG's scan begins with, and nothing else in it."""
_ORIENTATION: Final = 0x0112
_TURNED: Final = frozenset({5, 6, 7, 8})
"""Values of EXIF's orientation that change width and height."""
_DEPTH: Final = 1 / 256
"""From sixteen bits to eight."""


class Pixels(NamedTuple):
    """A picture: three bytes a pixel, row by row."""

    size: Size
    data: bytes


def measure_picture(file: Path) -> Size | None:
    """Return a picture's size as it is shown, upright; None for what is not decoded."""
    try:
        with _open(file) as image:
            return Size(image.height, image.width) if _is_turned(image) else Size(image.width, image.height)
    except SourceError:
        return None


def scale_picture(file: Path, size: Size, background: Colour) -> Pixels:
    """Return a picture's pixels scaled to a size, upright, over a background; of an animation the first of its pictures.

    Raises SourceError for what cannot be decoded, or only at too great a cost.
    """
    from PIL.Image import Resampling
    from PIL.ImageOps import exif_transpose

    with _open(file) as image:
        lying = Size(size.height, size.width) if _is_turned(image) else size
        image.draft("RGB", lying)  # a JPEG is decoded no larger than it has to be
        scaled = _reduce(image).resize(lying, Resampling.LANCZOS, reducing_gap=2.0)
        upright = exif_transpose(scaled)
        # What says only behind its pixels how it was held stays as it lies.
        shown = upright if upright.size == size else scaled
        return Pixels(size, _lay_over(shown, background).tobytes())


@contextmanager
def _open(file: Path) -> Iterator[Image]:
    """Open a picture without decoding it; raises SourceError, whatever goes wrong while it is open."""
    import PIL.Image

    _limit_pillow()
    try:
        _check(file.stat().st_size <= HEAVIEST, "its file is too large")
        data = file.read_bytes()
        scans = data.count(_SCAN) if data.startswith(_JPEG) else 1
        with PIL.Image.open(BytesIO(data), formats=_FORMATS) as image:
            pixels = image.width * image.height
            _check(pixels <= LARGEST, "it has too many pixels")
            _check(scans * pixels <= _SCANS * LARGEST, "it has too many scans")
            yield image
    except Exception as error:  # Pillow raises whatever the bytes make it raise
        raise SourceError(N_("{path}: this picture cannot be shown: {reason}"), path=file, reason=error) from error


def _check(condition: bool, reason: str) -> None:
    if not condition:
        raise ValueError(reason)


@cache
def _limit_pillow() -> None:
    """Let Pillow itself refuse what is too large, which it does at twice what it warns of."""
    import PIL.Image

    PIL.Image.MAX_IMAGE_PIXELS = LARGEST // 2
    warnings.filterwarnings("ignore", category=PIL.Image.DecompressionBombWarning)


def _is_turned(image: Image) -> bool:
    """Whether a picture's width is its height as it is shown, as far as that can be known without decoding it."""
    if image.format == "PNG" and "exif" not in image.info:
        return False  # Pillow would look for it behind the pixels
    return image.getexif().get(_ORIENTATION) in _TURNED


def _reduce(image: Image) -> Image:
    """Return a picture in one of the modes that can be scaled well: with alpha or without."""
    if image.mode.startswith("I"):
        image = image.convert("I").point(lambda depth: depth * _DEPTH).convert("L")
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


def _lay_over(image: Image, background: Colour) -> Image:
    from PIL.Image import new

    if image.mode != "RGBA":
        return image
    below = new("RGBA", image.size, (*background, 255))
    below.alpha_composite(image)
    return below.convert("RGB")
