"""Decompressors; those whose libraries are not installed are tested where they are."""

import gzip
import zlib
from importlib import import_module

import pytest

from newstui.errors import FetchError
from newstui.fetch import FetchSettings
from newstui.fetch import encodings as room
from newstui.fetch.decode import Body
from newstui.fetch.encodings import STEP, list_encodings, make_decoder

TEXT = b"".join(b"%d bottles of beer on the wall\n" % number for number in range(50_000))


def _pack(encoding: str, body: bytes) -> bytes:
    match encoding:
        case "gzip":
            return gzip.compress(body)
        case "deflate":
            return zlib.compress(body)
        case "br":
            packed: bytes = import_module("brotli").compress(body, quality=5)
            return packed
    name = room._find_zstd()
    assert name is not None
    frame: bytes = import_module(name).compress(body)
    return frame


@pytest.fixture(params=["gzip", "deflate", "br", "zstd"])
def encoding(request: pytest.FixtureRequest) -> str:
    name = str(request.param)
    if name not in list_encodings():
        pytest.skip(f"nothing here unpacks {name}")
    return name


@pytest.mark.parametrize("size", [1, 1000, 1 << 20])
def test_a_body_comes_out_as_it_went_in_a_step_at_a_time(encoding: str, size: int) -> None:
    body = TEXT if size > 1 else TEXT[:3000]
    packed = _pack(encoding, body)
    decoder = make_decoder(encoding)
    assert decoder is not None
    pieces = [piece for start in range(0, len(packed), size) for piece in decoder.feed(packed[start : start + size])]
    assert b"".join(pieces) == body
    assert decoder.is_finished()
    assert max(map(len, pieces)) <= 2 * STEP


def test_a_bomb_is_stopped_after_a_few_steps(encoding: str) -> None:
    body = Body("https://paper.example/feed", encoding, FetchSettings())
    bomb = _pack(encoding, bytes(64 << 20))
    with pytest.raises(FetchError, match="unpacks to more than 100 times its size"):
        body.add(bomb[:100_000])
    assert sum(map(len, body._pieces)) < 11 << 20, "a hundred times what came at most"


def test_what_is_damaged_or_breaks_off_is_told(encoding: str) -> None:
    with pytest.raises(FetchError, match=f"it is not {encoding}, as the server says"):
        Body("https://paper.example/feed", encoding, FetchSettings()).add(b"\xff<rss>" * 100)
    body = Body("https://paper.example/feed", encoding, FetchSettings())
    body.add(_pack(encoding, TEXT)[:-20])
    with pytest.raises(FetchError, match="broke off before its end"):
        body.finish()


def test_only_what_can_be_unpacked_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_find_brotli", lambda: None)
    monkeypatch.setattr(room, "_find_zstd", lambda: None)
    assert list_encodings() == ("gzip", "deflate")
    with pytest.raises(FetchError, match="compressed as br, which was not asked for"):
        Body("https://paper.example/feed", "br", FetchSettings())
    monkeypatch.setattr(room, "_find_brotli", lambda: "brotli")
    monkeypatch.setattr(room, "_find_zstd", lambda: "backports.zstd")
    assert list_encodings() == ("gzip", "deflate", "br", "zstd")
