"""What is measured in a library that is there: from the first screen to marking its largest feed read."""

from __future__ import annotations

from collections.abc import Sequence

from figures import Figures
from newsboat import Newsboat
from reader import Newstui
from terminal import Terminal

Reader = Newstui | Newsboat
_MOVES = 20


def measure(readers: Sequence[Reader], size: int, runs: int, figures: Figures) -> None:
    """Measure the readers in turn, each in its own library of `size` articles."""
    for reader in readers:
        reader.fill(size)
        reader.restore()
    case = _name(size)
    for _run in range(runs):
        for reader in readers:
            with reader.open() as terminal:
                figures.add("start", case, reader.name, terminal.wait_for(reader.ready))
                figures.add("memory", case, reader.name, terminal.memory())
                _measure_lists(reader, terminal, case, figures)
            with reader.open() as terminal:
                terminal.wait_for(reader.ready)
                figures.add("search", case, reader.name, reader.search(terminal))
            reader.restore()
    for reader in readers:
        figures.add("bytes", case, reader.name, reader.count_bytes() / size)


def measure_start(reader: Reader, size: int, runs: int, figures: Figures) -> None:
    """Measure the first screen alone."""
    reader.fill(size)
    for _run in range(runs):
        with reader.open() as terminal:
            figures.add("start", _name(size), reader.name, terminal.wait_for(reader.ready))


def _measure_lists(reader: Reader, terminal: Terminal, case: str, figures: Figures) -> None:
    figures.add("all", case, reader.name, reader.open_list_of_all(terminal))
    figures.add("open", case, reader.name, reader.open_article(terminal))
    reader.leave_article(terminal)
    for move in [reader.move_down] * _MOVES + [reader.move_up] * _MOVES:
        figures.add("move", case, reader.name, move(terminal))
    figures.add("mark", case, reader.name, reader.toggle_read(terminal))
    figures.add("list memory", case, reader.name, terminal.memory())
    figures.add("feed", case, reader.name, reader.open_largest(terminal))
    figures.add("feed read", case, reader.name, reader.mark_largest_read(terminal))


def _name(size: int) -> str:
    return f"{size:,} articles"
