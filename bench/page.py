"""docs/performance.md: the tables, and on what they were measured."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import apsw
from figures import Figures

from newstui import __version__


def write_page(file: Path, figures: Figures, newsboat: str | None, runs: int, load: float) -> None:
    """Write the page."""
    file.write_text(
        _PAGE.format(
            date=datetime.now(UTC).date(),
            newstui=f"newstui {__version__} (Textual {version('textual')}, SQLite {apsw.sqlite_lib_version()})",
            newsboat=newsboat or "newsboat was not installed",
            python=platform.python_version(),
            system=f"{platform.system()} {platform.release().split('-')[0]}",
            processor=_name_processor(),
            cores=os.cpu_count(),
            memory=f"{_count_memory() / 2**30:.0f} GB",
            runs=f"{runs} runs" if runs > 1 else "one run",
            load=load,
            summary=_SUMMARY.format(table=summary) if (summary := figures.sum_up()) else "",
            tables=figures.write_tables(),
        ),
        encoding="utf-8",
    )


def _name_processor() -> str:
    lines = _read("/proc/cpuinfo").splitlines()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or platform.machine())


def _count_memory() -> int:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def _read(name: str) -> str:
    file = Path(name)
    return file.read_text(encoding="utf-8") if file.exists() else ""


_SUMMARY = """{table}
Below 1 newstui needs less, above 1 more. This is the largest library and the most feeds that both were measured with;
the tables further down have the smaller ones, too.
"""
_PAGE = """# How fast it is

Written by `make bench`, which makes its data, runs newstui and newsboat in turn on one machine, and times both from
outside, in a pseudo-terminal of 120 columns by 40 lines: what counts is when something is on the screen.

{summary}
## How to read the tables

Each figure is the median, with the least and the most in brackets. A ratio is newstui’s figure divided by newsboat’s,
run by run, then their median: **below 1 newstui needs less**. A key that is answered within some 50 ms feels instant,
so that a ratio of 10 between 4 and 40 ms is nothing that anybody sees, and one between 0.5 and 5 seconds is.

“newsboat” has its best settings: 32 threads for reloading, and a database that was ANALYZEd by hand with SQLite’s own
tool, which newsboat never does. “newsboat as it comes” is the same without that: its start then grows with the square of
the articles, its reload with the square of the feeds. The machine has just read the files, as on a second start in a
day: no figure is one of reading a cold disk.

The list of all articles is open when newstui starts, so what is timed for opening it is the list of all that is unread,
which is as long. What newstui does behind the first screen after a refresh (indexing, looking for quotations and
editions) has been done in these libraries, as it has in one that is in daily use.

{newstui} on Python {python}, {newsboat};
{system}, {processor}, {cores} cores, {memory}; {runs} on {date}, with a load of {load:.1f} from other work at the start.

## The figures

{tables}
The articles are generated, with bodies of some 4 kB: the function words of six languages among invented words. A
library has one feed of 15,000 articles, or of all where there are fewer, and others of some 500 in twenty folders.
"""
