from __future__ import annotations

import threading
from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from rich.cells import cell_len
from textual.content import Content
from textual.events import MouseScrollDown, MouseScrollUp

from newstui.model import Headline
from newstui.ui.headlines import HeadlineList
from tests.ui.stage import play

NOW = datetime(2026, 7, 28, 12, tzinfo=UTC)
TITLES = (
    "[b]markup[/b] [@click=app.quit]click[/] [/nope]",
    "日本政府は昨日、新しい法律を決定しました。首相「私たちは安全を守ります」と述べた。東京からの報告",
    "قالت المتحدثة باسم المنظمة إن الوضع خطير للغاية",
    "שלום עולם כותרת ארוכה בעברית",
    "Flood ❤️ 👩‍👩‍👧 family 🇩🇪 wins",
    "Z̷͓̎a̸͇͒l̵̰̾g̸̻̈o combines",
    "",
)


def headline(story: int) -> Headline:
    return Headline(
        story=story,
        id=str(story),
        title=f"{story} {TITLES[story % len(TITLES)]}",
        source_title=("The Paper", "NHK ニュース", "الجزيرة نت")[story % 3],
        at=NOW - timedelta(hours=story % 200),
        language="de",
        languages=("de", "fr", "en")[: 1 + story % 3],
        read=story % 2 == 0,
        starred=story % 5 == 0,
    )


class Loader:
    """Makes headlines, remembers what it was asked for and in which thread."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.threads: set[int] = set()
        self.gate = threading.Event()
        self.gate.set()

    def __call__(self, stories: Sequence[int]) -> list[Headline]:
        self.gate.wait(5)
        self.asked += stories
        self.threads.add(threading.get_ident())
        return [headline(story) for story in stories]


def bind(view: HeadlineList) -> dict[str, Callable[[], object]]:
    return {
        "j": lambda: view.move(1),
        "k": lambda: view.move(-1),
        "f": lambda: view.page(1),
        "b": lambda: view.page(-1),
        "d": lambda: view.page(0.5),
        "g": view.home,
        "G": view.end,
        "enter": view.choose,
        "2": lambda: setattr(view, "density", 2),
        "1": lambda: setattr(view, "density", 1),
    }


def make_list() -> HeadlineList:
    return HeadlineList(clock=lambda: NOW)


def stories(count: int) -> array[int]:
    return array("q", range(count))


async def settle(view: HeadlineList) -> None:
    """Wait until everything that is wanted has been loaded."""
    while view._loading is not None:
        await view.workers.wait_for_complete()
        await view.app.animator.wait_for_idle()


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12), (20, 5), (1, 1)])
@pytest.mark.parametrize("density", ["1", "2"])
async def test_hostile_titles_keep_the_columns(size: tuple[int, int], density: str) -> None:
    view = make_list()
    async with play(view, bind(view), size) as stage:
        view.show_list(stories(500), Loader())
        await stage.press(density, "f", "b", "j", "G", "g")
        await settle(view)
        await stage.pilot.pause()
        assert stage.pilot.app.is_running
        for row in range(view.size.height):
            assert view.render_line(row).cell_length == view.scrollable_content_region.width
        if density == "1" and size[0] >= 40:
            ends = {cell_len(line.rstrip()[: line.rstrip().rindex("h") + 1]) for line in stage.lines[1:5]}
            assert len(ends) == 1


async def test_the_first_paint_is_whole_with_rows_given() -> None:
    view = make_list()
    loader = Loader()
    loader.gate.clear()
    async with play(view, bind(view)) as stage:
        view.show_list(stories(1000), loader, rows=[headline(story) for story in range(30)])
        await stage.pilot.pause()
        assert stage.lines[0].startswith("  ★ 0 [b]markup[/b] [@click=app.quit]click[/] [/n…")
        assert stage.lines[1].startswith(" ●  1 日本政府は昨日")
        assert not any(line.strip() == "…" for line in stage.lines)
        loader.gate.set()
        await settle(view)


async def test_rows_not_loaded_are_quiet_places_and_nothing_waits() -> None:
    view = make_list()
    loader = Loader()
    loader.gate.clear()
    async with play(view, bind(view)) as stage:
        view.show_list(stories(1000), loader)
        await stage.press("j", "j")
        assert view.cursor == 2
        assert {line.strip() for line in stage.lines} == {"…"}
        assert view.headline_at_cursor is None
        loader.gate.set()
        await settle(view)
        await stage.pilot.pause()
        assert stage.lines[2].startswith("    2 قالت")
        assert threading.get_ident() not in loader.threads
        told = stage.heard(HeadlineList.Highlighted)
        assert [(message.story, message.headline is None) for message in told] == [
            (0, True),
            (1, True),
            (2, True),
            (2, False),
        ]


async def test_only_pages_near_the_screen_are_loaded() -> None:
    view = make_list()
    loader = Loader()
    async with play(view, bind(view)) as stage:
        view.show_list(stories(1_000_000), loader)
        await stage.press("G")
        await settle(view)
        assert view.story_at_cursor == 999_999
        assert len(loader.asked) <= 400
        assert len(loader.asked) == len(set(loader.asked))
        await stage.pilot.pause()
        assert stage.lines[-1].strip().startswith("●  999999")


async def test_only_the_rows_of_the_screen_are_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    view = make_list()
    async with play(view, bind(view)) as stage:
        rows = [headline(story) for story in range(200)]
        painted: list[int] = []
        real = view._painter.paint

        def paint(line: int, *given: object, **more: bool) -> object:
            painted.append(line)
            return real(line, *given, **more)  # type: ignore[arg-type]

        monkeypatch.setattr(view._painter, "paint", paint)
        view.show_list(stories(200), Loader(), rows=rows)
        await settle(view)
        await stage.pilot.pause()
        assert set(painted) == set(range(24))
        painted.clear()
        await stage.press("j")
        assert set(painted) == {0, 1}


async def test_keys_move_the_cursor() -> None:
    view = make_list()
    async with play(view, bind(view)) as stage:
        view.show_list(stories(100), Loader())
        await stage.press("k")
        assert view.cursor == 0
        await stage.press("j", "j", "f")
        assert (view.cursor, view.scroll_offset.y) == (25, 23)
        await stage.press("b", "d")
        assert view.cursor == 14
        await stage.press("G", "j")
        assert (view.cursor, view.scroll_offset.y) == (99, 76)
        await stage.press("g")
        assert (view.cursor, view.scroll_offset.y) == (0, 0)
        assert view.move_to_story(50)
        assert view.story_at_cursor == 50
        assert 0 < 50 - view.scroll_offset.y < 23
        assert not view.move_to_story(5000)


async def test_enter_and_a_click_on_the_cursor_choose() -> None:
    view = make_list()
    async with play(view, bind(view)) as stage:
        view.show_list(stories(100), Loader())
        await settle(view)
        await stage.press("j", "enter")
        await stage.pilot.click(HeadlineList, offset=(10, 7))
        await stage.pilot.pause()
        assert len(stage.heard(HeadlineList.Chosen)) == 1, "it is only under the cursor now"
        await stage.pilot.click(HeadlineList, offset=(10, 7))
        await stage.press("2")
        await stage.pilot.click(HeadlineList, offset=(10, 9), times=2)
        await stage.pilot.pause()
        chosen = stage.heard(HeadlineList.Chosen)
        assert [(message.story, message.headline) for message in chosen] == [
            (story, headline(story)) for story in (1, 7, view.cursor)
        ]
        assert view.cursor == (view.scroll_offset.y + 9) // 2


async def test_a_click_below_the_last_row_chooses_nothing() -> None:
    view = make_list()
    async with play(view, bind(view)) as stage:
        view.show_list(stories(3), Loader())
        await stage.pilot.click(HeadlineList, offset=(10, 10))
        assert stage.heard(HeadlineList.Chosen) == []


async def test_the_wheel_scrolls_and_leaves_the_cursor() -> None:
    view = make_list()
    async with play(view, bind(view)) as stage:
        view.show_list(stories(100), Loader())
        await stage.pilot.pause()
        view.post_message(MouseScrollDown(view, 1, 1, 0, 1, 0, shift=False, meta=False, ctrl=False))
        await stage.pilot.pause()
        assert view.scroll_offset.y == 3
        assert view.cursor == 0
        await stage.press("2")
        view.scroll_to(y=0, animate=False)
        view.post_message(MouseScrollDown(view, 1, 1, 0, 1, 0, shift=False, meta=False, ctrl=False))
        view.post_message(MouseScrollDown(view, 1, 1, 0, 1, 0, shift=False, meta=False, ctrl=False))
        view.post_message(MouseScrollUp(view, 1, 1, 0, 1, 0, shift=False, meta=False, ctrl=False))
        await stage.pilot.pause()
        assert view.scroll_offset.y == 6, "three rows of two lines"


async def test_nothing_moves_under_the_reader() -> None:
    view = make_list()
    async with play(view, bind(view)) as stage:
        view.show_list(stories(1000), Loader())
        await stage.press("f", "f", "k", "k")
        await settle(view)
        await stage.pilot.pause()
        row, story, before = view.cursor - view.scroll_offset.y, view.story_at_cursor, stage.lines
        view.replace_list(array("q", [5000, 5001, 5002, *range(1000)]), rows=[headline(5000)])
        await stage.pilot.pause()
        assert (view.cursor - view.scroll_offset.y, view.story_at_cursor) == (row, story)
        assert stage.lines == before
        assert story is not None
        view.replace_list(array("q", (other for other in range(1000) if other != story)))
        await stage.pilot.pause()
        assert (view.cursor - view.scroll_offset.y, view.story_at_cursor) == (row, story + 1)


async def test_new_stories_above_the_first_row_wait_above() -> None:
    view = make_list()
    async with play(view, bind(view)) as stage:
        view.show_list(stories(100), Loader())
        await stage.pilot.pause()
        view.replace_list(array("q", [500, 501, *range(100)]))
        await stage.pilot.pause()
        assert (view.story_at_cursor, view.cursor, view.scroll_offset.y) == (0, 2, 2)


async def test_a_row_changes_in_place() -> None:
    view = make_list()
    async with play(view, bind(view)) as stage:
        view.show_list(stories(100), Loader())
        await settle(view)
        await stage.pilot.pause()
        assert stage.lines[3].startswith(" ●  3")
        view.update_row(replace(headline(3), read=True, starred=True))
        view.update_row(headline(100_000))
        await stage.pilot.pause()
        assert stage.lines[3].startswith("  ★ 3")


async def test_rows_are_loaded_anew_without_a_flicker() -> None:
    view = make_list()
    loader = Loader()
    async with play(view, bind(view)) as stage:
        view.show_list(stories(10), loader)
        await settle(view)
        await stage.pilot.pause()
        loader.gate.clear()
        before = stage.lines
        view.forget_rows()
        await stage.pilot.pause()
        assert stage.lines == before
        loader.gate.set()
        await settle(view)
        assert sorted(loader.asked) == sorted([*range(10)] * 2)


async def test_what_cannot_be_loaded_is_said() -> None:
    view = make_list()

    def fail(_stories: Sequence[int]) -> list[Headline]:
        raise OSError("no disk")

    async with play(view, bind(view)) as stage:
        view.show_list(stories(10), fail)
        await stage.pilot.pause(0.1)
        assert [str(message.error) for message in stage.heard(HeadlineList.LoadFailed)] == ["no disk"]
        await stage.press("j")
        assert view.cursor == 1


async def test_an_empty_list_says_what_it_is_given() -> None:
    view = make_list()
    async with play(view, bind(view)) as stage:
        view.show_list(array("q"), Loader(), empty=Content("[b]Nothing[/b] here."))
        await stage.press("j", "G", "f", "enter", "2")
        assert any("[b]Nothing[/b] here." in line for line in stage.lines)
        assert view.story_at_cursor is None
        view.show_list(stories(3), Loader())
        view.replace_list(array("q"))
        await stage.pilot.pause()
        assert view.story_at_cursor is None


async def test_density_keeps_the_cursor_on_its_line_of_the_screen() -> None:
    view = make_list()
    async with play(view, bind(view)) as stage:
        view.show_list(stories(100), Loader())
        await stage.press("f", "f", "j")
        on_screen = view.cursor - view.scroll_offset.y
        await stage.press("2")
        assert view.cursor * 2 - view.scroll_offset.y in (on_screen, on_screen - 1)
        await settle(view)
        await stage.pilot.pause()
        assert any("The Paper · " in line and "de" in line for line in stage.lines)
        await stage.press("1")
        assert 0 <= view.cursor - view.scroll_offset.y < 24


async def test_a_resize_keeps_the_cursor_on_the_screen() -> None:
    view = make_list()
    async with play(view, bind(view), (120, 40)) as stage:
        view.show_list(stories(100), Loader())
        await stage.press("f")
        for size in ((80, 24), (20, 5), (120, 40)):
            await stage.resize(*size)
            assert 0 <= view.cursor - view.scroll_offset.y < view.size.height


async def test_the_cursor_looks_different_with_the_focus(monkeypatch: pytest.MonkeyPatch) -> None:
    view = make_list()
    async with play(view, bind(view)) as stage:
        view.show_list(stories(10), Loader(), rows=[headline(0)])
        await stage.pilot.pause()
        focused = view.render_line(0)._segments[0].style
        stage.pilot.app.set_focus(None)
        await stage.pilot.pause()
        assert view.render_line(0)._segments[0].style != focused


async def test_without_colours_what_is_unread_is_bold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    view = make_list()
    async with play(view, bind(view)):
        assert view._painter.style("unread").bold
        assert not view._painter.style("read").bold
        assert view._painter.style("unread", "cursor").reverse
