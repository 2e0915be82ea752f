"""How fast the article and the list of headlines are: python bench/widgets.py

Every figure is the median of some runs, in milliseconds, headless at 120 by 40.
"""

from __future__ import annotations

import asyncio
import random
from array import array
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from statistics import median
from time import perf_counter

from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widget import Widget

from newstui.model import (
    Article,
    Block,
    BlockKind,
    Document,
    Headline,
    Quote,
    QuoteKind,
    QuoteSpan,
    Reading,
)
from newstui.paths import styles_folder
from newstui.ui.article.find import find_hits
from newstui.ui.article.layout import Layout
from newstui.ui.article.view import ArticleView
from newstui.ui.headlines import HeadlineList
from newstui.ui.themes import list_themes, variable_defaults

NOW = datetime(2026, 7, 28, 12, tzinfo=UTC)
TEXTS = {
    "German": "die Regierung hat gestern beschlossen dass neue Gesetze über Energie-Politik für Menschen gelten",
    "Japanese": "政府は昨日 新しい 法律を決定しました。 「安全を守ります」 と首相は 述べた、",
    "Arabic": "قالت المتحدثة باسم المنظمة إن الوضع خطير للغاية",
}


class Bench(App[None]):
    CSS_PATH = [styles_folder() / name for name in ("article.tcss", "headlines.tcss")]  # noqa: RUF012

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self.widget = widget

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variable_defaults(self.current_theme)

    def compose(self) -> ComposeResult:
        yield self.widget

    def on_mount(self) -> None:
        for theme in list_themes():
            self.register_theme(theme)
        self.theme = "newstui-dark"


def make_reading(language: str, paragraphs: int, characters: int) -> Reading:
    """An article with a quotation in every fourth paragraph."""
    rng = random.Random(1)
    gap = "" if language == "Japanese" else " "
    words = TEXTS[language].split()
    blocks, quotes = [], []
    for number in range(paragraphs):
        text = ""
        while len(text) < characters:
            text += rng.choice(words) + gap
        blocks.append(Block(BlockKind.PARAGRAPH, text.rstrip()))
        if number % 4 == 0:
            quotes.append(Quote(text[10:60], QuoteKind.SPEECH, (QuoteSpan(number, 10, 60),)))
    article = Article(id="a" * 13, title="A title", source_title="The Paper", published=NOW, language="de")
    return Reading(article, Document(tuple(blocks)), tuple(quotes))


def make_headlines(stories: Sequence[int]) -> list[Headline]:
    return [
        Headline(
            story=story,
            id=str(story),
            title=f"Headline {story}: {TEXTS['German']}",
            source_title="The Paper",
            at=NOW - timedelta(minutes=story),
            language="de",
            languages=("de", "fr", "en"),
            read=story % 3 == 0,
        )
        for story in stories
    ]


def report(name: str, times: list[float]) -> None:
    print(f"{name:58} {median(times) * 1000:8.1f} ms   (most {max(times) * 1000:.1f})")


def measure_calls(name: str, call: Callable[[], object], runs: int = 5) -> None:
    times = []
    for _ in range(runs):
        start = perf_counter()
        call()
        times.append(perf_counter() - start)
    report(name, times)


async def measure_steps(name: str, pilot: Pilot[None], step: Callable[[], object], runs: int = 20) -> None:
    """Time a call until the screen has been painted."""
    times = []
    for _ in range(runs):
        start = perf_counter()
        step()
        await pilot.pause()
        pilot.app.screen._compositor.render_strips()  # noqa: SLF001  what a terminal would be sent
        times.append(perf_counter() - start)
    report(name, times)


def measure_layout() -> None:
    for language, characters in (("German", 480), ("Japanese", 160), ("Arabic", 480)):
        reading = make_reading(language, 400, characters)
        size = len(reading.document.plain_text().encode()) // 1000
        measure_calls(f"set 400 paragraphs, {size} kB of {language}", lambda made=reading: Layout(made, 66).extend())  # type: ignore[misc]
    layout = Layout(make_reading("German", 400, 480), 66)
    measure_calls("find a word in 190 kB", lambda: find_hits(layout.parts, "Menschen"))


async def measure_article() -> None:
    view = ArticleView()
    async with Bench(view).run_test(size=(120, 40)) as pilot:
        await measure_steps("an empty step, to be taken off", pilot, view.refresh)
        short, long = make_reading("German", 12, 300), make_reading("German", 400, 480)
        await measure_steps("open an article of 12 paragraphs", pilot, lambda: view.show(short))
        await measure_steps("open an article of 400 paragraphs", pilot, lambda: view.show(long), 5)
        await measure_steps("scroll by a line", pilot, lambda: view.scroll_lines(1))
        await measure_steps("scroll by a page", pilot, lambda: view.scroll_pages(1))
        await measure_steps("go to the next quotation", pilot, view.next_quote)
        await measure_steps("find", pilot, lambda: view.find("Menschen"), 5)
        await measure_steps("go to the next place found", pilot, view.next_hit, 5)
        widths = iter(range(40, 60))
        await measure_steps("set anew for another width", pilot, lambda: setattr(view, "column_width", next(widths)), 5)


async def measure_headlines(count: int) -> None:
    view = HeadlineList(clock=lambda: NOW)
    stories, rows = array("q", range(count)), make_headlines(range(100))
    longer = array("q", [count, *stories])
    async with Bench(view).run_test(size=(120, 40)) as pilot:
        print(f"-- {count:,} headlines")
        show = lambda: view.show_list(stories, make_headlines, rows=rows)  # noqa: E731
        await measure_steps("show the list", pilot, show, 5)
        await measure_steps("move by a row", pilot, lambda: view.move(1))
        await measure_steps("move by a page", pilot, lambda: view.page(1))
        await measure_steps("go to the last row", pilot, view.end, 1)
        lists = [longer, stories] * 5
        await measure_steps("one more story, the cursor on the last", pilot, lambda: view.replace_list(lists.pop()), 6)


async def main() -> None:
    measure_layout()
    await measure_article()
    for count in (1_000, 100_000, 1_000_000):
        await measure_headlines(count)


if __name__ == "__main__":
    asyncio.run(main())
