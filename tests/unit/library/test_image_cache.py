from __future__ import annotations

import os
from pathlib import Path

import pytest

from newstui.errors import SourceError, StoreError
from newstui.library.image_cache import ImageCache, find_suffix

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize(
    ("body", "suffix"),
    [
        (b"\xff\xd8\xff\xe0JFIF", ".jpg"),
        (PNG + b"rest", ".png"),
        (b"GIF89a....", ".gif"),
        (b"GIF87a....", ".gif"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", ".webp"),
        (b"\x00\x00\x00\x20ftypavif", ".avif"),
        # what could run a script, what is no image, what only looks like one from afar
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", None),
        (b"<!doctype html><html>", None),
        (b"RIFF\x10\x00\x00\x00WAVE", None),
        (b"PNG", None),
        (b"", None),
    ],
)
def test_kinds_by_their_first_bytes(body: bytes, suffix: str | None) -> None:
    assert find_suffix(body) == suffix


def test_an_image_is_found_by_its_address_and_named_by_its_bytes(tmp_path: Path) -> None:
    cache = ImageCache(tmp_path, 1000)
    assert cache.find("https://a.example/1.png") is None
    file = cache.keep("https://a.example/1.png", PNG + b"one")
    assert cache.find("https://a.example/1.png") == file
    assert (file.read_bytes(), file.suffix) == (PNG + b"one", ".png")
    # the same bytes from elsewhere are one file
    assert cache.keep("https://b.example/copy", PNG + b"one") == file
    # an address whose image has changed leads to the new one
    new = cache.keep("https://a.example/1.png", PNG + b"two")
    assert new != file
    assert cache.find("https://a.example/1.png") == new
    assert cache.find("https://b.example/copy") == file
    assert [path.name for path in tmp_path.rglob(".*")] == []


def test_what_is_no_image_is_not_kept(tmp_path: Path) -> None:
    cache = ImageCache(tmp_path, 1000)
    with pytest.raises(SourceError, match="is no picture"):
        cache.keep("https://a.example/page", b"<html>")
    assert list(tmp_path.rglob("*")) == []


def test_the_oldest_go_first(tmp_path: Path) -> None:
    cache = ImageCache(tmp_path, 250)
    files = [cache.keep(f"https://a.example/{number}", PNG + bytes([number]) * 92) for number in range(4)]
    for age, file in enumerate(files):
        os.utime(file, (1_000 + age, 1_000 + age))
    os.utime(files[0], (2_000, 2_000))
    assert cache.trim() == 200
    assert [cache.find(f"https://a.example/{number}") is not None for number in range(4)] == [True, False, False, True]
    assert len(list((tmp_path / "address").rglob("??/*"))) == 2
    # one that is asked for again is young again
    cache.keep("https://a.example/0", PNG + bytes([0]) * 92)
    assert files[0].stat().st_mtime > 1_000_000
    assert ImageCache(tmp_path, 100).trim() == 100
    assert cache.find("https://a.example/0") == files[0]


def test_a_folder_that_somebody_has_emptied_or_spoilt(tmp_path: Path) -> None:
    cache = ImageCache(tmp_path, 1000)
    assert cache.trim() == 0
    file = cache.keep("https://a.example/1", PNG)
    (address,) = (tmp_path / "address").rglob("??/*")
    file.unlink()
    assert cache.find("https://a.example/1") is None
    for words in (b"../../../etc/passwd", b"\xff\xfe", b"", b"/etc/passwd"):
        address.write_bytes(words)
        assert cache.find("https://a.example/1") is None
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(StoreError, match="file"):
        ImageCache(blocked, 1000).keep("https://a.example/1", PNG)
