from __future__ import annotations

from collections.abc import Callable

import pytest

from newstui.model import TITLE, Block, BlockKind, Reading
from newstui.ui.article.lines import Role
from newstui.ui.article.position import Position
from newstui.ui.article.view import ArticleView
from tests.ui.samples import long_reading, paragraph, reading, whole_reading
from tests.ui.stage import play

SIZES = [(80, 24), (120, 40), (20, 5), (1, 1)]


def bind(view: ArticleView) -> dict[str, Callable[[], object]]:
    return {
        "j": lambda: view.scroll_lines(1),
        "k": lambda: view.scroll_lines(-1),
        "space": lambda: view.scroll_pages(1),
        "b": lambda: view.scroll_pages(-1),
        "d": lambda: view.scroll_pages(0.5),
        "g": view.scroll_to_top,
        "G": view.scroll_to_end,
        "right_square_bracket": view.next_quote,
        "left_square_bracket": view.previous_quote,
        "slash": lambda: view.find("paragraph 4"),
        "n": view.next_hit,
        "N": view.previous_hit,
    }


def test_every_role_has_a_component_class() -> None:
    assert {f"article-view--{role}" for role in Role} <= ArticleView.COMPONENT_CLASSES


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_text_is_only_text(size: tuple[int, int]) -> None:
    view = ArticleView()
    async with play(view, bind(view), size) as stage:
        view.show(whole_reading())
        await stage.press("space", "j", "G", "right_square_bracket", "slash", "g")
        assert stage.pilot.app.is_running
        if size[0] >= 80:
            assert any("Title [@click=app.quit]click[/]" in line for line in stage.lines)
            assert any("See the report [b]now[/b], he said: „Wir gehen“" in line for line in stage.lines)


async def test_nothing_chosen_says_what_to_do() -> None:
    view = ArticleView()
    async with play(view, bind(view)) as stage:
        assert any("Choose a headline" in line for line in stage.lines)
        await stage.press("j", "space", "G", "right_square_bracket", "slash", "n")
        assert view.at_end
        assert view.position() == Position(TITLE, 1)
        view.show(whole_reading())
        view.show(None)
        await stage.pilot.pause()
        assert any("Choose a headline" in line for line in stage.lines)


async def test_the_column_is_centred_and_never_wider_than_the_pane() -> None:
    view = ArticleView()
    async with play(view, bind(view), (120, 40)) as stage:
        view.show(long_reading())
        await stage.pilot.pause()
        line = next(line for line in stage.lines if "Paragraph 0" in line)
        assert line.index("Paragraph") == (119 - 66) // 2
        view.column_width = 200
        await stage.pilot.pause()
        assert next(line for line in stage.lines if "Paragraph 0" in line).index("Paragraph") == 2


async def test_keys_scroll_at_once() -> None:
    view = ArticleView()
    async with play(view, bind(view)) as stage:
        view.show(long_reading())
        await stage.press("j")
        assert view.scroll_offset.y == 1
        await stage.press("space")
        assert view.scroll_offset.y == 23
        await stage.press("d")
        assert view.scroll_offset.y == 34
        await stage.press("b", "k")
        assert view.scroll_offset.y == 11
        assert not view.at_end
        await stage.press("G")
        assert view.at_end
        assert view.progress == 1.0
        assert any(line.endswith("end.") for line in stage.lines)
        await stage.press("g")
        assert view.scroll_offset.y == 0


async def test_only_the_lines_of_the_screen_are_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    view = ArticleView()
    painted: set[int] = set()
    async with play(view, bind(view)) as stage:
        real = view._painter.paint

        def paint(number: int, **geometry: int) -> object:
            painted.add(number)
            return real(number, **geometry)

        monkeypatch.setattr(view._painter, "paint", paint)
        view.show(long_reading(400, 80))
        await stage.press("j", "j", "space")
        assert len(painted) <= 24 * 2 + 4
        assert view._layout is not None
        assert len(view._layout.lines) > 2000


async def test_a_resize_keeps_the_words_at_the_top() -> None:
    view = ArticleView()
    async with play(view, bind(view), (120, 40)) as stage:
        view.show(long_reading())
        view.scroll_to_block(20, row=5)
        await stage.pilot.pause()
        assert stage.lines[5].strip().startswith("Paragraph 20:")
        for size in ((60, 24), (40, 30), (120, 40)):
            await stage.resize(*size)
            assert stage.lines[5].strip().startswith("Paragraph 20:"), size
        await stage.press("j", "j", "j", "j", "j", "j", "j", "j")
        before = view.position()
        assert (before.block, before.row < 0, before.offset > 0) == (20, True, True)
        await stage.resize(50, 24)
        part = whole_text(view, 20)
        top = stage.lines[0].strip()
        assert part.index(top) <= before.offset < part.index(top) + len(top)


async def test_resizing_to_and_fro_comes_back() -> None:
    view = ArticleView()
    async with play(view, bind(view), (100, 24)) as stage:
        view.show(long_reading())
        await stage.press("space", "space", "j")
        before = view.position()
        for width in (60, 44, 37, 71, 100):
            await stage.resize(width, 24)
        assert view.position() == before


async def test_another_edition_is_shown_at_the_same_paragraph() -> None:
    view = ArticleView()
    async with play(view, bind(view)) as stage:
        view.show(long_reading(words=60))
        view.scroll_to_block(12, row=7)
        await stage.pilot.pause()
        at = view.position()
        assert at.block in (10, 11)
        view.show(long_reading(words=100), at=Position(12, 7))
        await stage.pilot.pause()
        assert stage.lines[7].strip().startswith("Paragraph 12:")


async def test_a_position_past_the_end_of_a_shorter_block_shows_its_last_line() -> None:
    view = ArticleView()
    async with play(view, bind(view)) as stage:
        view.show(long_reading(words=20), at=Position(30, -4, 100_000))
        await stage.pilot.pause()
        assert view.position().block == 30
        assert stage.lines[0].strip().endswith('said-30"')


async def test_stepping_through_quotations() -> None:
    view = ArticleView()
    async with play(view, bind(view)) as stage:
        view.show(long_reading())
        await stage.press("right_square_bracket")
        assert view.current_quote == 0
        await stage.press("right_square_bracket", "right_square_bracket")
        assert view.current_quote == 2
        assert any("said-10" in line for line in stage.lines)
        await stage.press("left_square_bracket")
        assert view.current_quote == 1
        await stage.press("G", "left_square_bracket")
        assert view.current_quote == 11
        assert view.next_quote() is None
        assert view.current_quote == 11
        view.select_quote(None)
        assert view.current_quote is None


async def test_speech_term_and_the_current_quotation_look_different() -> None:
    view = ArticleView()
    async with play(view, bind(view)) as stage:
        view.show(whole_reading())
        await stage.pilot.pause()
        names = ("text", "quote-term"), ("text", "quote-speech"), ("text", "quote-speech", "quote-current"), ("text",)
        styles = [view._painter.style(*each) for each in names]
        assert len(set(styles)) == 4
        before = paint_of(view, "Wir gehen")
        view.select_quote(0)
        await stage.pilot.pause()
        assert paint_of(view, "Wir gehen") != before


async def test_without_colours_speech_is_underlined(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    view = ArticleView()
    async with play(view, bind(view)):
        speech, term, text = (view._painter.style("text", *more) for more in (["quote-speech"], ["quote-term"], []))
        assert (speech.underline, term.underline, text.underline) == (True, None, None)
        assert term.italic
        assert view._painter.style("text", "quote-current").reverse


async def test_finding() -> None:
    view = ArticleView()
    async with play(view, bind(view)) as stage:
        view.show(long_reading())
        await stage.press("slash")
        # Paragraph 4 and 40 to 49.
        assert view.find("PÁRAGRAPH 4") == 11
        assert view.current_hit == 0
        assert any("Paragraph 4:" in line for line in stage.lines)
        await stage.press("n")
        assert view.current_hit == 1
        assert any("Paragraph 40:" in line for line in stage.lines)
        await stage.press("N", "N")
        assert view.current_hit == 10
        await stage.press("n")
        assert view.current_hit == 0
        assert view.find("nothing of the kind") == 0
        assert view.current_hit is None
        assert view.next_hit() is None
        assert view.find("") == 0


async def test_finding_begins_at_the_screen() -> None:
    view = ArticleView()
    async with play(view, bind(view)) as stage:
        view.show(long_reading())
        view.scroll_to_block(42)
        await stage.press("slash")
        assert view.current_hit == 3


async def test_clicks_follow_links_and_choose_quotations() -> None:
    view = ArticleView()
    async with play(view, bind(view), (80, 40)) as stage:
        view.show(whole_reading())
        await stage.pilot.pause()
        await stage.pilot.click(ArticleView, offset=find_on_screen(stage.lines, "report"))
        await stage.pilot.click(ArticleView, offset=find_on_screen(stage.lines, "Wir gehen"))
        await stage.press("G")
        await stage.pilot.click(ArticleView, offset=find_on_screen(stage.lines, "a talk.mp3"))
        await stage.pilot.pause()
        links = stage.heard(ArticleView.LinkActivated)
        assert [(link.index, link.url) for link in links] == [
            (0, "https://example.org/report"),
            (1, "https://example.org/a%20talk.mp3"),
        ]
        assert [message.index for message in stage.heard(ArticleView.QuoteSelected)] == [0]
        assert view.current_quote == 0


async def test_what_is_selected_is_copied_without_line_breaks() -> None:
    view = ArticleView()
    async with play(view, bind(view), (40, 24)) as stage:
        view.show(reading(paragraph("one two three four five six seven eight nine ten"), title="T"))
        await stage.pilot.pause()
        start, end = find_on_screen(stage.lines, "two"), find_on_screen(stage.lines, "nine")
        assert end[1] > start[1]
        await stage.pilot.mouse_down(ArticleView, offset=start)
        await stage.pilot.hover(ArticleView, offset=(end[0] + 3, end[1]))
        await stage.pilot.mouse_up(ArticleView, offset=(end[0] + 3, end[1]))
        await stage.pilot.pause()
        assert stage.pilot.app.screen.get_selected_text() == "two three four five six seven eight nine"


async def test_a_click_that_ends_a_selection_follows_nothing() -> None:
    view = ArticleView()
    async with play(view, bind(view), (80, 40)) as stage:
        view.show(whole_reading())
        await stage.pilot.pause()
        x, y = find_on_screen(stage.lines, "report")
        await stage.pilot.mouse_down(ArticleView, offset=(x - 3, y))
        await stage.pilot.hover(ArticleView, offset=(x + 3, y))
        await stage.pilot.mouse_up(ArticleView, offset=(x + 3, y))
        await stage.pilot.pause()
        assert stage.heard(ArticleView.LinkActivated) == []


async def test_the_end_is_said_once() -> None:
    view = ArticleView()
    async with play(view, bind(view)) as stage:
        view.show(long_reading())
        await stage.press("space", "j")
        assert stage.heard(ArticleView.EndReached) == []
        await stage.press("G", "g", "G")
        assert len(stage.heard(ArticleView.EndReached)) == 1
        view.show(reading(paragraph("short")))
        await stage.pilot.pause()
        assert len(stage.heard(ArticleView.EndReached)) == 2


async def test_the_position_is_said_not_too_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newstui.ui.article.column._THROTTLE", 0.1)
    view = ArticleView()
    async with play(view, bind(view)) as stage:
        view.show(long_reading())
        await stage.press(*["j"] * 12)
        await stage.pilot.pause(0.2)
        told = stage.heard(ArticleView.PositionChanged)
        assert 1 <= len(told) < 12
        assert told[-1].position == view.position()


async def test_a_giant_is_set_in_portions() -> None:
    view = ArticleView()
    giant = reading(*(paragraph(f"Paragraph {number}: " + "word " * 400) for number in range(1500)))
    async with play(view, bind(view)) as stage:
        view.show(giant)
        layout = view._layout
        assert layout is not None
        assert not layout.complete
        view.scroll_to_block(1200)
        await stage.pilot.pause()
        assert stage.lines[0].strip().startswith("Paragraph 1200:")
        await stage.press("G")
        assert layout.complete
        assert view.at_end


async def test_a_theme_changes_what_is_painted() -> None:
    view = ArticleView()
    async with play(view, bind(view)) as stage:
        view.show(whole_reading())
        await stage.pilot.pause()
        before = paint_of(view, "Wir gehen")
        for theme in ("newstui-light", "ansi-dark", "textual-light"):
            stage.pilot.app.theme = theme
            await stage.pilot.pause()
            assert paint_of(view, "Wir gehen") != before, theme


async def test_blocks_without_text_are_no_obstacle() -> None:
    view = ArticleView()
    async with play(view, bind(view)) as stage:
        blocks = [Block(kind, "") for kind in BlockKind]
        view.show(reading(*blocks, title=""))
        await stage.press("space", "G", "slash", "right_square_bracket")
        assert view.at_end


def whole_text(view: ArticleView, block: int) -> str:
    shown = view.reading
    assert isinstance(shown, Reading)
    return shown.document.blocks[block].text


def find_on_screen(lines: list[str], words: str) -> tuple[int, int]:
    """Return the cell where words begin."""
    return next((line.index(words), row) for row, line in enumerate(lines) if words in line)


def paint_of(view: ArticleView, words: str) -> object:
    """Return the style of the first words on the screen like these."""
    for row in range(view.size.height):
        for segment in view.render_line(row):
            if words in segment.text and segment.style is not None:
                return segment.style.without_color, segment.style.color, segment.style.bgcolor
    raise AssertionError(words)
