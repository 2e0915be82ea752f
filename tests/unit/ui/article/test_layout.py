from __future__ import annotations

from newstui.model import SUMMARY, TITLE, Block, BlockKind
from newstui.ui.article.layout import Layout
from newstui.ui.article.lines import BYLINE, Line
from newstui.ui.wrap import display, measure
from tests.ui.samples import long_reading, paragraph, reading, whole_reading


def paint(layout: Layout, line: Line) -> str:
    part = layout.find_part(line.part)
    assert part is not None
    words = line.lead
    for run in line.runs:
        words += " " * (run.column - measure(words)) + display(part.text[run.start : run.end])
    return words


def set_lines(layout: Layout) -> list[str]:
    layout.extend()
    return [paint(layout, line) for line in layout.lines]


def test_an_article_from_top_to_bottom() -> None:
    text = set_lines(Layout(whole_reading(), 40))
    assert text[:5] == ["", "Title [@click=app.quit]click[/]", *text[2:4], ""]
    assert text[2].startswith("The Paper · Ann, Bob · ")
    assert text[5:9] == ["What it is about.", "", "First", "See the report [b]now[/b], he said: „Wir"]
    rest = text[9:]
    assert "▌ A line that somebody wrote.|▌|▌ And another one." in "|".join(rest)
    assert " • one|   – deeper|3. numbered" in "|".join(rest)
    assert "Land    Number|──────────────|France      12|Spain        7" in "|".join(rest)
    assert " def f():|     return 1" in "|".join(rest)
    assert "▣ A caption" in rest
    assert [line for line in rest if line.startswith("↓")] == ["↓ a talk.mp3 · audio/mpeg · 1:02:30 · 14"]


def test_every_line_fits_at_any_width() -> None:
    for width in (1, 2, 5, 9, 20, 40, 66, 200):
        for line in set_lines(Layout(whole_reading(), width)):
            assert measure(line) <= max(width, 2), (width, line)


def test_a_heading_stands_close_to_its_text() -> None:
    text = set_lines(Layout(reading(paragraph("before"), Block(BlockKind.HEADING, "Head", 3), paragraph("after")), 20))
    assert text[-4:] == ["before", "", "Head", "after"]


def test_lines_are_set_as_far_as_they_are_asked_for() -> None:
    layout = Layout(long_reading(100), 60)
    layout.extend(lines=30)
    assert not layout.complete
    assert 30 <= len(layout.lines) < 50
    far = layout.find_line(80)
    assert far is not None
    assert paint(layout, layout.lines[far]).startswith("Paragraph 80:")
    assert not layout.complete
    layout.extend()
    assert layout.complete


def test_find_line_knows_offsets() -> None:
    layout = Layout(long_reading(10), 40)
    first = layout.find_line(3)
    assert first is not None
    run = layout.lines[first + 2].runs[0]
    assert layout.find_line(3, run.start) == layout.find_line(3, run.end - 1) == first + 2
    assert layout.find_line(3, 10_000) == layout.end_of(3) - 1
    assert layout.find_line(99) is None


def test_part_at_names_the_part_of_every_line() -> None:
    layout = Layout(whole_reading(), 40)
    layout.extend()
    numbers = [layout.parts[layout.part_at(line)].number for line in range(len(layout.lines))]
    assert numbers[:6] == [TITLE, TITLE, BYLINE, BYLINE, SUMMARY, SUMMARY]
    assert numbers == [line.part for line in layout.lines]
