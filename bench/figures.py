"""What was measured: for each thing the times of each reader, and the tables that say how they compare."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

NEWSTUI, NEWSBOAT, PLAIN = "newstui", "newsboat", "newsboat as it comes"


@dataclass(frozen=True)
class Topic:
    """A thing that is measured. `grows`: whether it is told how newstui's figure grows with the library."""

    title: str
    says: str
    unit: str = "ms"
    grows: bool = False


TOPICS = {
    "start": Topic("First screen", "From the command to the headlines on the screen.", grows=True),
    "all": Topic("Opening the list of all articles", "From the key to the list.", grows=True),
    "move": Topic(
        "j and k", "Moving by a line in the list of all articles, to the first change of the screen.", grows=True
    ),
    "open": Topic("Opening an article", "From the key to its text; that marks it read, too.", grows=True),
    "mark": Topic("Marking an article read or unread", "From the key to the sign on the screen.", grows=True),
    "feed": Topic("Opening the largest feed", "It has 15,000 articles, or all where there are fewer.", grows=True),
    "feed read": Topic("Marking the largest feed read", "Until the screen shows that nothing is unread in it."),
    "search": Topic(
        "Searching everything",
        "A rare word in all texts: in newstui from its last letter, since it finds while one types, ranked; in newsboat "
        "from Enter, unranked.",
        grows=True,
    ),
    "memory": Topic("Memory at the start", "Of the program and all that it has started.", "MB", grows=True),
    "list memory": Topic("Memory with the list of all open", "After an article has been read.", "MB", grows=True),
    "bytes": Topic(
        "Bytes a stored article",
        "newstui's library holds the search index, counts, quotations and what editions are found by; newsboat's cache "
        "the articles alone.",
        "B",
        grows=True,
    ),
    "cold": Topic("Refresh: everything is new", "30 articles a feed, on 200 servers, into an empty library."),
    "304": Topic("Refresh: nothing is new", "All servers say so (304)."),
    "day two": Topic("Refresh: the second day", "A tenth of the feeds has changed, by three articles each."),
}


@dataclass
class Figure:
    """One topic in one case, as "1,500 articles". `values` are by reader, in the topic's unit."""

    topic: str
    case: str
    values: dict[str, list[float]] = field(default_factory=dict)

    def add(self, reader: str, value: float) -> None:
        self.values.setdefault(reader, []).append(value)

    def median(self, reader: str) -> float | None:
        """The median of a reader's values; None where it has none."""
        return statistics.median(self.values[reader]) if reader in self.values else None

    def ratios(self, other: str) -> list[float]:
        """newstui to another reader, run by run."""
        return [a / b for a, b in zip(self.values.get(NEWSTUI, []), self.values.get(other, []), strict=False)]


class Figures:
    """All figures, in the order in which they were first seen."""

    def __init__(self) -> None:
        self._figures: dict[tuple[str, str], Figure] = {}

    def add(self, topic: str, case: str, reader: str, value: float) -> None:
        """Note a value; times are given in seconds."""
        figure = self._figures.setdefault((topic, case), Figure(topic, case))
        figure.add(reader, value * 1000 if TOPICS[topic].unit == "ms" else value)

    def list_topics(self) -> list[tuple[Topic, list[Figure]]]:
        """What was measured of each topic."""
        found = (
            (topic, [each for each in self._figures.values() if each.topic == name]) for name, topic in TOPICS.items()
        )
        return [(topic, figures) for topic, figures in found if figures]

    def write_tables(self) -> str:
        """Return a table for each topic."""
        return "\n".join(
            f"### {topic.title}\n\n{topic.says}\n\n{_table(topic, each)}" for topic, each in self.list_topics()
        )

    def sum_up(self) -> str:
        """Return a table of the largest library, and the most feeds, that both were measured with, the best ratio first."""
        rows = []
        for topic, figures in self.list_topics():
            both = [figure for figure in figures if figure.ratios(NEWSBOAT)]
            if both:
                ratio = statistics.median(both[-1].ratios(NEWSBOAT))
                told = [_tell_median(both[-1], reader, topic.unit) for reader in (NEWSTUI, NEWSBOAT)]
                rows.append((ratio, [f"{topic.title} ({both[-1].case})", *told, f"**{_short(ratio)}**"]))
        rows.sort(key=itemgetter(0))
        return _draw([["", NEWSTUI, NEWSBOAT, "ratio"], *(row for _, row in rows)]) if rows else ""


def _tell_median(figure: Figure, reader: str, unit: str) -> str:
    median = figure.median(reader)
    return "" if median is None else f"{_short(median)} {unit}"


def _table(topic: Topic, figures: Sequence[Figure]) -> str:
    others = [reader for reader in (NEWSBOAT, PLAIN) if any(reader in figure.values for figure in figures)]
    first = figures[0].median(NEWSTUI)
    grows = topic.grows and len(figures) > 1 and bool(first)
    heads = ["", NEWSTUI, *(head for reader in others for head in (reader, "ratio"))]
    heads += [f"newstui’s growth since {figures[0].case}"] if grows else []
    lines = [heads]
    for figure in figures:
        line = [figure.case, _tell(figure.values.get(NEWSTUI, []), topic.unit)]
        for reader in others:
            line += [_tell(figure.values.get(reader, []), topic.unit), _tell_ratio(figure.ratios(reader))]
        own = figure.median(NEWSTUI)
        lines.append([*line, *([f"{own / first:.2f}" if own and first else ""] if grows else [])])
    return _draw(lines)


def _draw(lines: Sequence[Sequence[str]]) -> str:
    """A table: all columns but the first hold numbers."""
    rows = [lines[0], ["---", *["---:"] * (len(lines[0]) - 1)], *lines[1:]]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _tell(values: Sequence[float], unit: str) -> str:
    """The median, with the least and the most."""
    if not values:
        return ""
    return f"{_short(statistics.median(values))} {unit}{_span(values)}"


def _tell_ratio(ratios: Sequence[float]) -> str:
    return f"**{_short(statistics.median(ratios))}**{_span(ratios)}" if ratios else ""


def _span(values: Iterable[float]) -> str:
    least, most = (_short(end(values)) for end in (min, max))
    return "" if least == most else f" ({least} to {most})"


def _short(value: float) -> str:
    """Three digits that count."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 0.1 else f"{value:.3f}"
