"""What was measured: for each thing the times of each reader, and the table that says how they compare."""

from __future__ import annotations

import os
import platform
import statistics
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from newstui import __version__


@dataclass
class Figure:
    """One thing that was measured. `values` are by reader, in `unit`."""

    title: str
    unit: str = "ms"
    values: dict[str, list[float]] = field(default_factory=dict)

    def add(self, reader: str, value: float) -> None:
        self.values.setdefault(reader, []).append(value)

    @property
    def ratios(self) -> list[float]:
        """newstui to newsboat, run by run."""
        return [a / b for a, b in zip(self.values.get("newstui", []), self.values.get("newsboat", []), strict=False)]


class Figures:
    """All figures, in the order in which they were first seen."""

    def __init__(self) -> None:
        self._by_title: dict[str, Figure] = {}

    def add(self, title: str, reader: str, value: float, unit: str = "ms") -> None:
        """Note a value; milliseconds are given as seconds."""
        figure = self._by_title.setdefault(title, Figure(title, unit))
        figure.add(reader, value * 1000 if unit == "ms" else value)

    def write_table(self) -> str:
        """Return the table: medians with minimum and maximum, and the ratio run by run."""
        rows = ["| | newstui | newsboat | newstui to newsboat |", "|---|---:|---:|---:|"]
        rows += [_row(figure) for figure in self._by_title.values()]
        return "\n".join(rows) + "\n"


def _row(figure: Figure) -> str:
    told = [_tell(figure.values.get(reader, []), figure.unit) for reader in ("newstui", "newsboat")]
    ratios = figure.ratios
    ratio = (
        f"**{_short(statistics.median(ratios))}** ({_short(min(ratios))} to {_short(max(ratios))})" if ratios else ""
    )
    return f"| {figure.title} | {told[0]} | {told[1]} | {ratio} |"


def _tell(values: list[float], unit: str) -> str:
    if not values:
        return ""
    if len(values) == 1:
        return f"{_short(values[0])} {unit}"
    return f"{_short(statistics.median(values))} {unit} ({_short(min(values))} to {_short(max(values))})"


def _short(value: float) -> str:
    """Three digits that count."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 0.1 else f"{value:.3f}"


def write_page(file: Path, figures: Figures, newsboat: str | None, runs: int, load: float) -> None:
    """Write docs/performance.md."""
    processor = next(
        (
            line.partition(":")[2].strip()
            for line in _read("/proc/cpuinfo").splitlines()
            if line.startswith("model name")
        ),
        platform.processor(),
    )
    file.write_text(
        _PAGE.format(
            date=datetime.now(UTC).date(),
            newstui=__version__,
            newsboat=newsboat or "newsboat was not installed",
            python=platform.python_version(),
            system=f"{platform.system()} {platform.release().split('-')[0]}",
            processor=processor,
            cores=os.cpu_count(),
            runs=runs,
            load=load,
            table=figures.write_table(),
        ),
        encoding="utf-8",
    )


def _read(name: str) -> str:
    file = Path(name)
    return file.read_text(encoding="utf-8") if file.exists() else ""


_PAGE = """# How fast it is

Written by `make bench`, which makes its data, runs newstui and newsboat in turn on one machine, and times both from
outside, in a pseudo-terminal: what counts is when something is on the screen. Medians, with the least and the most in
brackets; the ratio is taken run by run. newsboat has 32 threads and an ANALYZEd database, without which its start
grows with the square of the articles.

newstui {newstui} on Python {python}, {newsboat}; {system}, {processor}, {cores} cores; {runs} runs on {date}, with a
load of {load:.1f} from other work at the start.

{table}
The articles are generated, with bodies of some 4 kB: the function words of six languages among invented words.
newstui's library holds the search index, the counts, what editions are found by and the quotations; newsboat's cache
holds the articles alone. The list of all articles is open when newstui starts, so what is timed for it is the list of
all that is unread.
"""
