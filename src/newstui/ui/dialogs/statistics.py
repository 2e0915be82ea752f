"""Statistics as pictures: articles a day, what is unread, languages, sources, speakers; for a week, a month, a quarter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from newstui.i18n import _, format_date, format_number, format_share, ngettext
from newstui.library.facade import Library
from newstui.library.statistics import PERIODS, list_figures
from newstui.model import Speaker, Statistics, Tally, Voice
from newstui.printing.charts import draw_bar, draw_columns, draw_sparkline
from newstui.ui.content import foreign_content
from newstui.ui.dialogs.key_hints import KeyHints
from newstui.ui.dialogs.report import ReportDialog
from newstui.ui.keymap import Keymap
from newstui.ui.panes.lined import LinedVisual
from newstui.ui.panes.lines import Lines, say
from newstui.ui.panes.spread import Spread

_BUSIEST: Final = 15
_NEGLECTED: Final = 10
_VOICES: Final = 10
_SPARK: Final = 15
"""Cells of a sparkline, or of a bar."""
_NUMBER: Final = 7
"""Cells of a column of numbers."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What is to be shown of what was counted: a source by its key, a language by its tag, or a speaker."""

    kind: str
    name: str
    speaker: Speaker | None = None


class StatisticsDialog(ReportDialog[Opened]):
    """Answers with what of it is to be shown."""

    def __init__(self, library: Library, keymap: Keymap, *, blocks: bool = True) -> None:
        """Without `blocks` the pictures are drawn in ASCII."""
        super().__init__(_("Statistics"), keymap)
        self._blocks = blocks
        self._library = library
        self._days = PERIODS[1]
        self._counted: dict[int, Statistics] = {}

    def compose_content(self) -> Iterable[Widget]:
        """The pictures, one under the other, and the keys."""
        yield Lines(id="report")
        yield self.name_keys("go.open", "report.period", "dialog.close")

    def list_commands(self) -> dict[str, Callable[[], None]]:
        """Count another period."""
        return {"report.period": self._change_period}

    def on_mount(self) -> None:
        """Count the period of middle length."""
        super().on_mount()
        lines = self.query_one(Lines)
        lines.show_lines([say(_("Counting …"))])
        lines.focus()
        self._count()

    def _change_period(self) -> None:
        self._days = PERIODS[(PERIODS.index(self._days) + 1) % len(PERIODS)]
        self._count()

    def _count(self) -> None:
        days = self._days
        if days in self._counted:
            self._show(days, self._counted[days])
        else:
            count = partial(self._library.statistics.count, days)
            self.threads.ask("statistics", count, partial(self._show, days), long=True)

    def _show(self, days: int, statistics: Statistics) -> None:
        self._counted[days] = statistics
        lines = self.query_one(Lines)
        rows = Pictures(statistics, blocks=self._blocks).list_rows()
        lines.show_lines(rows)
        lines.home()
        lines.scroll_home(animate=False)

    @on(OptionList.OptionHighlighted)
    def _keep_pictures(self, event: OptionList.OptionHighlighted) -> None:
        """Show what stands above the first row that can be chosen, too."""
        lines = self.query_one(Lines)
        if all(option.disabled for option in lines.options[: event.option_index]):
            lines.scroll_home(animate=False)

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        _section, kind, name = (event.option_id or "::").split(":", 2)
        voices = self._counted[self._days].voices if kind == "speaker" else ()
        speaker = next((voice.speaker for voice in voices if str(voice.speaker.key) == name), None)
        self.answer(Opened(kind, name, speaker))


class Pictures:
    """Draws statistics as rows; without `blocks` in ASCII. What can be opened has the id "section:kind:name"."""

    def __init__(self, statistics: Statistics, *, blocks: bool = True) -> None:
        self._statistics = statistics
        self._blocks = blocks

    def list_rows(self) -> list[Option]:
        """Return all rows from top to bottom."""
        figures = self._statistics
        if not figures.stories:
            return [say(_("There is nothing to count yet: add a source, and let a refresh bring its articles."))]
        rows = [Option(KeyHints(list(map(Content, list_figures(figures))), " · "), disabled=True)]
        rows += self._chart(_("Articles a day"), figures.by_day, 5, "$text-accent")
        rows += self._chart(_("Unread at the end of the day"), figures.unread_by_day, 3, "$text-primary")
        rows += self._chart(_("Read a day"), figures.read_by_day, 2, "$text-success")
        columns = (_("articles"), _("read"))
        rows += self._section(_("Languages"), columns, self._languages())
        rows += self._section(_("The busiest sources"), columns, self._sources("busy", figures.sources[:_BUSIEST]))
        neglected = figures.list_neglected()[:_NEGLECTED]
        rows += self._section(_("Hardly ever read"), columns, self._sources("neglected", neglected))
        rows += self._section(_("Quoted most"), (_("quotes"), _("articles")), self._voices())
        if figures.silent:
            said = ngettext(
                "{count} source has brought nothing in this time.",
                "{count} sources have brought nothing in this time.",
                figures.silent,
            )
            rows += [say(""), say(said.format(count=format_number(figures.silent)))]
        return rows

    def _chart(self, title: str, values: tuple[int, ...], height: int, colour: str) -> list[Option]:
        """A picture of what there is a value of for each day, with its highest and its last one; none of nothing."""
        if not any(values):
            return []
        facts = _("most {most} · today {today}").format(
            most=format_number(max(values, default=0)), today=format_number(values[-1] if values else 0)
        )
        head = Spread(Content.styled(title, "bold"), Content.styled(facts, "$quiet"))
        chart = Chart(values, height, colour, format_date(self._statistics.days[0]), blocks=self._blocks)
        return [Option(part, disabled=True) for part in (Content(""), head, chart)]

    @staticmethod
    def _section(title: str, columns: tuple[str, str], rows: Iterator[Option]) -> list[Option]:
        """Rows under a heading; nothing where there are none."""
        listed = list(rows)
        if not listed:
            return []
        right = "".join(f" {column:>{_NUMBER}}" for column in columns)
        head = Spread(Content.styled(title, "bold $text-accent"), Content.styled(right, "$quiet"))
        return [Option(Content(""), disabled=True), Option(head, disabled=True), *listed]

    def _languages(self) -> Iterator[Option]:
        most = max((tally.articles for tally in self._statistics.languages), default=0)
        for tally in self._statistics.languages:
            yield self._row("language", "language", tally, draw_bar(tally.articles, most, _SPARK, blocks=self._blocks))

    def _sources(self, section: str, tallies: Iterable[Tally]) -> Iterator[Option]:
        for tally in tallies:
            spark = draw_sparkline(tally.by_day, _SPARK, blocks=self._blocks)
            yield self._row(section, "source", tally, spark)

    def _voices(self) -> Iterator[Option]:
        voices = self._statistics.voices[:_VOICES]
        for voice in voices:
            bar = draw_bar(voice.quotes, voices[0].quotes, _SPARK, blocks=self._blocks)
            yield _draw_voice(voice, bar)

    @staticmethod
    def _row(section: str, kind: str, tally: Tally, picture: str) -> Option:
        numbers = f"{format_number(tally.articles):>{_NUMBER}} {format_share(tally.read_share):>{_NUMBER}}"
        right = Content.assemble((picture, "$text-accent"), " ", numbers)
        return Option(Spread(foreign_content(tally.title), right), id=f"{section}:{kind}:{tally.name}")


class Chart(LinedVisual):
    """Columns as wide as the list, over the day of the first and of the last, which is today."""

    def __init__(self, values: tuple[int, ...], height: int, colour: str, first: str, *, blocks: bool) -> None:
        super().__init__()
        self._values = values
        self._height = height
        self._colour = colour
        self._first = first
        self._blocks = blocks

    def set_lines(self, width: int) -> list[Content]:
        """Return the lines of the columns, and that of the days."""
        drawn = draw_columns(self._values, width, self._height, blocks=self._blocks)
        days = Spread(Content(self._first), Content(_("today"))).fit(len(drawn[0]))
        return [*(Content.styled(line, self._colour) for line in drawn), days.stylize("$quiet")]


def _draw_voice(voice: Voice, bar: str) -> Option:
    numbers = f"{format_number(voice.quotes):>{_NUMBER}} {format_number(voice.speaker.articles):>{_NUMBER}}"
    right = Content.assemble((bar, "$text-accent"), " ", numbers)
    return Option(Spread(foreign_content(voice.speaker.name), right), id=f"voices:speaker:{voice.speaker.key}")
