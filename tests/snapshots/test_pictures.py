"""Pictures of pictures: in the text, on their way, large."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from newstui.model import Block, BlockKind, Document
from tests.snapshots.test_screens import MIDDLE, SMALL, TINY, Compare, _check
from tests.ui.fake_library import NOW, FakeLibrary, short_reading

_SITE = "https://p.example"


def make_pictured(folder: Path) -> FakeLibrary:
    """A library whose first article has three pictures, two of them kept; each is of one colour, so that it scales alike."""
    words = "The tide comes in and goes out again, and the ferry with it. " * 4
    blocks = [Block(BlockKind.PARAGRAPH, words)]
    kept = {}
    for name, size, colour in (("quay", (600, 300), "steelblue"), ("mast", (200, 500), "indianred"), ("sea", None, "")):
        url = f"{_SITE}/{name}.png"
        blocks += [Block(BlockKind.IMAGE, f"The {name} at noon", info=url), Block(BlockKind.PARAGRAPH, words)]
        if size is not None:
            kept[url] = folder / f"{name}.png"
            Image.new("RGB", size, colour).save(kept[url])
    library = FakeLibrary(ladder=("en", "de"))
    reading = short_reading("pictures", "A town in pictures", "harbour", "The Harbour Post", "en", NOW)
    library.add(replace(reading, document=Document(tuple(blocks))))
    library.images.kept = kept
    return library


@pytest.mark.parametrize("size", [SMALL, MIDDLE, TINY], ids=lambda size: f"{size[0]}x{size[1]}")
def test_pictures_in_the_text(snap_compare: Compare, tmp_path: Path, size: tuple[int, int]) -> None:
    _check(snap_compare, size, "enter", library=make_pictured(tmp_path))


def test_a_picture_that_is_not_here(snap_compare: Compare, tmp_path: Path) -> None:
    _check(
        snap_compare, MIDDLE, "enter", "G", library=make_pictured(tmp_path), options={"theme": "newstui-light"}
    )  # fmt: skip


def test_captions_instead(snap_compare: Compare, tmp_path: Path) -> None:
    _check(snap_compare, MIDDLE, "enter", library=make_pictured(tmp_path), options={"images.show": "captions"})


def test_a_picture_that_has_the_screen(snap_compare: Compare, tmp_path: Path) -> None:
    _check(snap_compare, SMALL, "enter", "I", "enter", "j", library=make_pictured(tmp_path))
