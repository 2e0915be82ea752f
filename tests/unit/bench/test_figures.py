"""The tables of the benchmarks: medians with their span, ratios run by run, growth from the smallest library."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

BENCH = Path(__file__).parents[3] / "bench"


@pytest.fixture
def figures(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    monkeypatch.syspath_prepend(str(BENCH))
    yield importlib.import_module("figures")
    sys.modules.pop("figures", None)


def test_a_ratio_is_taken_run_by_run_and_growth_from_the_first_case(figures: Any) -> None:
    measured = figures.Figures()
    for case, own, other in (("10 articles", (0.4, 0.2, 0.3), (0.1, 0.4, 0.1)), ("20 articles", (0.6,), (0.3,))):
        for a, b in zip(own, other, strict=True):
            measured.add("start", case, "newstui", a)
            measured.add("start", case, "newsboat", b)
    assert measured.write_tables() == (
        "### First screen\n\nFrom the command to the headlines on the screen.\n\n"
        "|  | newstui | newsboat | ratio | newstui’s growth since 10 articles |\n"
        "| --- | ---: | ---: | ---: | ---: |\n"
        "| 10 articles | 300 ms (200 to 400) | 100 ms (100 to 400) | **3.00** (0.50 to 4.00) | 1.00 |\n"
        "| 20 articles | 600 ms | 300 ms | **2.00** | 2.00 |\n"
    )
    assert measured.sum_up().splitlines()[2:] == ["| First screen (20 articles) | 600 ms | 300 ms | **2.00** |"]


def test_alone_there_is_nothing_to_compare(figures: Any) -> None:
    measured = figures.Figures()
    measured.add("bytes", "10 articles", "newstui", 5000.0)
    assert measured.sum_up() == ""
    assert measured.write_tables().splitlines()[-3:] == [
        "|  | newstui |", "| --- | ---: |", "| 10 articles | 5,000 B |"
    ]  # fmt: skip
