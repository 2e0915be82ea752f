"""The gallery: what is painted, when, and how long it stays; and the shelf that it takes pictures from."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from PIL import Image
from textual.app import App

from newstui.config.pictures import Way
from newstui.errors import NewstuiError
from newstui.ui.pictures import gallery as gallery_module
from newstui.ui.pictures import shelf as shelf_module
from newstui.ui.pictures import terminal
from newstui.ui.pictures.canvas import Canvas
from newstui.ui.pictures.frames import CELL, Frame, Size
from newstui.ui.pictures.gallery import Gallery
from newstui.ui.pictures.shelf import Shelf
from newstui.ui.threads import Threads

BLACK, WHITE = (0, 0, 0), (255, 255, 255)
FRAME = Frame(30, 10)


class Waiting:
    """Threads whose work is done when the test says so."""

    def __init__(self) -> None:
        self.jobs: list[tuple[Callable[[], Any], Callable[[Any], None], Callable[[NewstuiError], None]]] = []

    def ask(self, group: str, job: Any, then: Any, *, failed: Any, long: bool) -> None:
        assert (group, long) == ("picture", True)
        self.jobs.append((job, then, failed))

    def work(self) -> int:
        """Do what there is to do, and what comes of it; return how many jobs that was."""
        done = 0
        while self.jobs:
            job, then, failed = self.jobs.pop(0)
            assert not self.jobs, "one picture at a time"
            try:
                then(job())
            except NewstuiError as error:
                failed(error)
            done += 1
        return done


class Hall:
    """A gallery with `count` pictures, and what it has told."""

    def __init__(self, folder: Path, way: Way = Way.BLOCKS, count: int = 4) -> None:
        self.files = {}
        for number in range(count):
            self.files[str(number)] = folder / f"{number}.png"
            Image.new("RGB", (300, 200), (number, 0, 0)).save(self.files[str(number)])
        self.threads, self.orders = Waiting(), list[str]()
        self.painted: list[bool] = []
        self.gallery = Gallery(self.files.get, cast(Threads, self.threads), self.orders.append)
        self.gallery.painted = self._note
        self.gallery.shelf.look([*self.files, "none"])
        assert self.gallery.take_canvas(Canvas(way))

    def _note(self, *, failed: bool) -> None:
        self.painted.append(failed)

    def find(self, url: str, frame: Frame = FRAME) -> Any:
        return self.gallery.find_strips(url, frame, BLACK)


def test_a_picture_is_painted_when_it_is_seen_and_once(tmp_path: Path) -> None:
    hall = Hall(tmp_path)
    assert [hall.find("0"), hall.find("0"), hall.find("1"), hall.find("0")] == [None] * 4
    assert hall.threads.work() == 2
    assert hall.painted == [False, False]
    strips = hall.find("0")
    assert [len(strips), strips[0].cell_length] == [10, 30]
    assert hall.find("0") is strips
    assert hall.threads.jobs == []
    assert hall.find("none") is None
    assert hall.gallery.find_strips("0", FRAME, WHITE) is None, "on another background it is another one"
    assert hall.threads.work() == 1


def test_a_picture_fits_into_a_frame_of_another_shape(tmp_path: Path) -> None:
    hall = Hall(tmp_path)
    hall.find("0", Frame(30, 30))
    hall.threads.work()
    assert len(hall.find("0", Frame(30, 30))) == 10


def test_what_cannot_be_painted_is_given_up(tmp_path: Path) -> None:
    hall = Hall(tmp_path)
    hall.files["0"].write_bytes(hall.files["0"].read_bytes()[:50])
    hall.find("0")
    hall.threads.work()
    assert hall.painted == [True]
    assert hall.find("0") is None
    assert hall.threads.jobs == []
    hanging = hall.gallery.hang(["0", "1", "none"], 20)
    assert set(hanging.sizes) == {"1"}


def test_what_is_not_seen_any_longer_is_not_painted(tmp_path: Path) -> None:
    hall = Hall(tmp_path)
    for url in "012":
        hall.find(url)
    hall.gallery.leave_unpainted()
    assert hall.threads.work() == 1


def test_what_is_forgotten_while_it_is_painted_is_not_shown(tmp_path: Path) -> None:
    hall = Hall(tmp_path, Way.KITTY)
    hall.find("0")
    assert hall.gallery.take_canvas(Canvas(Way.KITTY, Size(8, 16)))
    hall.threads.work()
    assert (hall.orders, hall.painted) == ([], [])
    assert not hall.gallery.take_canvas(Canvas(Way.KITTY, Size(8, 16)))


def test_the_oldest_pictures_go_here_and_in_the_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gallery_module, "_CELLS", 2 * FRAME.columns * FRAME.rows)
    hall = Hall(tmp_path, Way.KITTY)
    for url in "01":
        hall.find(url)
    hall.threads.work()
    hall.find("0")
    hall.find("2")
    hall.threads.work()
    numbers = [order.split("i=")[1].split(",")[0] for order in hall.orders]
    assert [order[:6] for order in hall.orders] == ["\x1b_Ga=T", "\x1b_Ga=T", "\x1b_Ga=T", "\x1b_Ga=d"]
    assert len(set(numbers[:3])) == 3
    assert numbers[3] == numbers[1], "the one that was not looked at for longest"
    hall.gallery.forget()
    assert {order.split("i=")[1].split(",")[0] for order in hall.orders[4:]} == {numbers[0], numbers[2]}


def test_how_pictures_are_hung(tmp_path: Path) -> None:
    hall = Hall(tmp_path)
    urls = ["0", "none", "a.svg", "unknown"]
    hall.gallery.shelf.look(["a.svg"])
    hall.gallery.hint = "press D"
    hanging = hall.gallery.hang(urls, 20)
    assert (set(hanging.sizes), hanging.wanting, hanging.awaited) == ({"0"}, frozenset({"none"}), frozenset())
    hall.gallery.await_pictures(["none", "0"])
    hanging = hall.gallery.hang(urls, 20)
    assert (hanging.wanting, hanging.awaited) == (frozenset(), frozenset({"none"}))
    hall.gallery.await_pictures(())
    hall.gallery.hint = ""
    assert hall.gallery.hang(urls, 20).wanting == frozenset()
    hall.gallery.take_canvas(Canvas(Way.CAPTIONS))
    assert hall.gallery.hang(urls, 20).rows == 0


def test_the_shelf_knows_so_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf_module, "_KNOWN", 3)
    shelf = Shelf(lambda _url: None)
    shelf.look("abcd")
    assert (shelf.knows("bcd"), shelf.knows("a")) == (True, False)
    assert shelf.list_missing("abcd") == set("bcd")
    shelf.give_up("b")
    assert shelf.find("b") is None


def test_the_shelf_looks_again_for_what_may_have_changed(tmp_path: Path) -> None:
    file, asked = tmp_path / "a.png", list[str]()
    files: dict[str, Path] = {}

    def find(url: str) -> Path | None:
        asked.append(url)
        return files.get(url)

    shelf = Shelf(find)
    shelf.look("a")
    assert shelf.list_missing("a") == {"a"}
    Image.new("RGB", (30, 20)).save(file)
    files["a"] = file
    shelf.look("a")
    assert shelf.find("a") == (file, Size(30, 20))
    shelf.look("a")
    assert len(asked) == 2, "what is here is here"
    file.unlink()
    files.clear()
    shelf.look("a")
    assert shelf.list_missing("a") == {"a"}


@pytest.mark.parametrize(
    ("window", "cell"),
    [
        ((40, 120, 1200, 800), Size(10, 20)),
        ((40, 120, 960, 640), Size(8, 16)),
        ((40, 120, 0, 0), CELL),
        ((0, 0, 0, 0), CELL),
        ((40, 120, 120, 8000), CELL),
        ((40, 120, 4800, 400), CELL),
    ],
)
def test_a_cell_is_as_large_as_the_kernel_says_if_that_can_be(
    monkeypatch: pytest.MonkeyPatch, window: tuple[int, int, int, int], cell: Size
) -> None:
    from struct import pack

    class Output:
        def fileno(self) -> int:
            return 1

    monkeypatch.setattr(sys, "__stdout__", Output())
    monkeypatch.setattr("fcntl.ioctl", lambda *_: pack("HHHH", *window))
    assert terminal.measure_cell() == cell


def test_without_a_terminal_a_cell_has_the_usual_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "__stdout__", None)
    assert terminal.measure_cell() == CELL


@pytest.mark.parametrize(
    ("environment", "canvas"),
    [
        ({"TERM": "xterm-kitty"}, Canvas(Way.KITTY)),
        ({"TERM": "tmux-256color", "TMUX": "x"}, Canvas(Way.BLOCKS, tmux=True)),
    ],
)
def test_the_canvas_is_what_the_terminal_is(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], canvas: Canvas
) -> None:
    monkeypatch.setattr(os, "environ", environment)
    monkeypatch.setattr(terminal, "measure_cell", lambda: CELL)
    app = App[None]()
    assert terminal.choose_canvas(app, "auto") == canvas
    app.no_color = True
    assert terminal.choose_canvas(app, "auto").way is Way.CAPTIONS, "Textual takes NO_COLOR away when it starts"
    terminal.tell_terminal(app, "nobody hears it")
