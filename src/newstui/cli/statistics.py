"""`stats`: how much comes from where and in which language, what of it is read, and who is quoted most."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator

import click

from newstui.cli import records
from newstui.cli.session import Session, json_option
from newstui.i18n import _, format_date, format_number, format_share
from newstui.library.statistics import PERIODS, describe_statistics
from newstui.model import Statistics, Tally
from newstui.printing.charts import draw_bar, draw_columns, draw_sparkline, knows_blocks

_SHOWN = 15
_SPARK = 15
_HEIGHT = 5


def build_stats() -> click.Command:
    """Build `stats`."""

    @click.pass_obj
    def stats(session: Session, days: int, as_json: bool) -> None:
        statistics = session.library.statistics.count(days)
        if as_json:
            session.print_json(records.statistics_record(statistics))
        else:
            width = min(shutil.get_terminal_size().columns, 100)
            for line in _draw(statistics, width, blocks=knows_blocks(os.environ)):
                session.print_text(line.rstrip())

    options: list[click.Parameter] = [
        click.Option(
            ["--days"],
            type=click.IntRange(min=1, max=3660),
            metavar="N",
            default=PERIODS[1],
            help=_("Count so many days, of which today is the last; 30 if not given."),
        ),
        json_option(),
    ]
    return click.Command("stats", callback=stats, params=options)


def _draw(statistics: Statistics, width: int, *, blocks: bool) -> Iterator[str]:
    """Yield the lines of the whole report."""
    yield describe_statistics(statistics)
    for title, values in (
        (_("Articles a day"), statistics.by_day),
        (_("Unread at the end of the day"), statistics.unread_by_day),
        (_("Read a day"), statistics.read_by_day),
    ):
        if not any(values):
            continue
        yield ""
        highest = _("most {count}").format(count=format_number(max(values)))
        yield f"{title} · {highest}"
        chart = draw_columns(values, width, _HEIGHT, blocks=blocks)
        yield from chart
        first, last = map(format_date, (statistics.days[0], statistics.days[-1]))
        yield first.ljust(max(map(len, chart)) - len(last)) + last
    most = max((tally.articles for tally in statistics.languages), default=0)
    bars = [draw_bar(tally.articles, most, _SPARK, blocks=blocks) for tally in statistics.languages]
    yield from _list(_("Languages"), statistics.languages, bars)
    busiest, neglected = statistics.sources[:_SHOWN], statistics.list_neglected()[:_SHOWN]
    for title, tallies in ((_("The busiest sources"), busiest), (_("Hardly ever read"), neglected)):
        yield from _list(title, tallies, [draw_sparkline(tally.by_day, _SPARK, blocks=blocks) for tally in tallies])
    if statistics.voices:
        yield ""
        yield _("Quoted most")
        for voice in statistics.voices[:_SHOWN]:
            bar = draw_bar(voice.quotes, statistics.voices[0].quotes, _SPARK, blocks=blocks)
            yield f"{format_number(voice.quotes):>8} {'':>6}  {bar:<{_SPARK}}  {voice.speaker.name}"


def _list(title: str, tallies: Iterable[Tally], pictures: Iterable[str]) -> Iterator[str]:
    """Yield a line for each of them under a heading; nothing where there are none."""
    for number, (tally, picture) in enumerate(zip(tallies, pictures, strict=True)):
        if not number:
            yield ""
            yield title
        share = format_share(tally.read_share)
        yield f"{format_number(tally.articles):>8} {share:>6}  {picture:<{_SPARK}}  {tally.title}"
