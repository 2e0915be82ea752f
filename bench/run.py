"""newstui against newsboat: `make bench`, or `python bench/run.py` with what it is to measure.

Without newsboat it measures newstui alone. With --write the tables go into a page.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

import library
import refreshing
from figures import Figures
from newsboat import Newsboat, PlainNewsboat, find_newsboat
from page import write_page
from reader import Newstui

_MILLION = 1_000_000


def read_numbers(text: str) -> list[int]:
    """Numbers with commas between them, or none."""
    return [int(number) for number in text.split(",") if number.strip()]


def make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    numbers = {"type": read_numbers, "metavar": "N,N,…"}
    parser.add_argument("--sizes", default="1500,15000,100000", help="articles in the library (%(default)s)", **numbers)
    parser.add_argument(
        "--million",
        action=argparse.BooleanOptionalAction,
        default=False,
        help="newstui alone with a million articles, too: half an hour to make them, 8 GB",
    )
    parser.add_argument(
        "--plain",
        default="1500,15000",
        help='sizes at which newsboat starts as it comes, too (%(default)s; 100000 takes a minute a run); "" for nowhere',
        **numbers,
    )
    parser.add_argument("--feeds", default="100,500", help='feeds to refresh (%(default)s); "" for none', **numbers)
    parser.add_argument(
        "--pauses", default="0,50", help="milliseconds from here to the servers (%(default)s)", **numbers
    )
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="how often each is measured (%(default)s)")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="a folder for the data, to be used again")
    parser.add_argument("--write", type=Path, metavar="FILE", help="the page to write")
    return parser


def main() -> None:
    arguments = make_parser().parse_args()
    folder = arguments.keep or Path(tempfile.mkdtemp(prefix="newstui-bench-"))
    newsboat, load, figures = find_newsboat(), os.getloadavg()[0], Figures()
    print(newsboat or "newsboat is not installed: newstui is measured alone", file=sys.stderr)
    try:
        for size in arguments.sizes:
            readers: list[library.Reader] = [
                Newstui(folder / f"newstui-{size}"),
                *([Newsboat(folder / f"newsboat-{size}")] if newsboat else []),
            ]
            library.measure(readers, size, arguments.runs, figures)
            if newsboat and size in arguments.plain:
                library.measure_start(PlainNewsboat(folder / f"plain-{size}"), size, arguments.runs, figures)
            tell(f"{size:,} articles")
        if arguments.million:
            library.measure([Newstui(folder / "newstui-million")], _MILLION, arguments.runs, figures)
            tell(f"{_MILLION:,} articles")
        kinds: list[type[library.Reader]] = [Newstui]
        if newsboat:
            kinds += [Newsboat, PlainNewsboat] if arguments.plain else [Newsboat]
        for feeds in arguments.feeds:
            for pause in arguments.pauses:
                readers = [kind(folder / f"refresh-{kind.__name__.lower()}") for kind in kinds]
                refreshing.measure(readers, folder / f"feeds-{feeds}", feeds, pause, arguments.runs, figures)
                tell(f"{feeds} feeds, {pause} ms away")
        print(f"{figures.sum_up()}\n{figures.write_tables()}")
        if arguments.write is not None:
            write_page(arguments.write, figures, newsboat, arguments.runs, load)
    finally:
        if arguments.keep is None:
            shutil.rmtree(folder)


def tell(done: str) -> None:
    """Say how far it has come."""
    print(f"measured: {done}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
