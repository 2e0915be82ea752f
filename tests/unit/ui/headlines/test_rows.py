from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from newstui.model import Headline
from newstui.ui.headlines.rows import (
    Columns,
    Piece,
    choose_columns,
    lay_out_details,
    lay_out_row,
    lay_out_title,
    list_badges,
    measure_ages,
)
from newstui.ui.wrap import measure

TITLES = [
    "A plain headline that is rather long and has to be cut at some point",
    "日本政府は昨日、新しい法律を決定しました。首相が述べた",
    "قالت المتحدثة باسم المنظمة إن الوضع خطير",
    "שלום עולם",
    "Flood ❤️ 👩‍👩‍👧 family 🇩🇪",
    "e\u0301lite e\u0301lite",
    "[b]markup[/b] [@click=app.quit]x[/]",
    "",
]


def headline(title: str = "A title", **values: Any) -> Headline:
    made = Headline(
        story=1, id="a", title=title, source_title="The Paper", at=datetime(2026, 1, 6, tzinfo=UTC), language="de"
    )
    return replace(made, **values)


def text(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


@pytest.mark.parametrize("width", [10, 20, 40, 52, 80, 120, 200])
@pytest.mark.parametrize("title", TITLES)
def test_a_row_is_as_wide_as_the_pane(width: int, title: str) -> None:
    row = lay_out_row(headline(title, languages=("de", "fr")), choose_columns(width, 4, show_source=True), "3 h")
    assert measure(text(row)) == width
    assert text(row).endswith("3 h ") == (width > 20)
    assert measure(text(lay_out_title(headline(title), Columns(width, 4)))) == width


@pytest.mark.parametrize(
    ("width", "show_source", "badges", "source"),
    [(30, True, 0, 0), (60, True, 1, 0), (64, True, 4, 0), (72, True, 4, 12), (72, False, 4, 0), (160, True, 4, 22)],
)
def test_columns_by_width(width: int, show_source: bool, badges: int, source: int) -> None:
    assert choose_columns(width, 4, show_source=show_source) == Columns(width, 4, source, badges, show_source)


@pytest.mark.parametrize(
    ("read", "starred", "marks"),
    [(False, False, " ●  "), (True, False, "    "), (False, True, " ●★ "), (True, True, "  ★ ")],
)
def test_marks(read: bool, starred: bool, marks: str) -> None:
    row = lay_out_row(headline(read=read, starred=starred), choose_columns(40, 4, show_source=True), "3 h")
    assert text(row).startswith(marks + "A title")


@pytest.mark.parametrize(
    ("languages", "declared", "badges"),
    [
        (("de",), (), [Piece("de", "badge-shown")]),
        (("de", "fr", "en"), (), [Piece("de", "badge-shown"), Piece("·fr·en", "badge")]),
        (("de", "fr"), ("de", "en", "pt"), [Piece("de", "badge-shown"), Piece("·fr+2", "badge")]),
        (("a", "b", "c", "d", "e", "f"), (), [Piece("a", "badge-shown"), Piece("·b·c·d+2", "badge")]),
        ((), (), [Piece("de", "badge-shown")]),
    ],
)
def test_badges(languages: tuple[str, ...], declared: tuple[str, ...], badges: list[Piece]) -> None:
    assert list_badges(headline(languages=languages, declared=declared)) == badges


@pytest.mark.parametrize(
    ("languages", "declared", "badges"),
    [(("de",), (), "de"), (("de", "fr"), ("en",), "de+2"), (("de", *(f"x{n}" for n in range(12))), (), "de+12")],
)
def test_badges_of_a_narrow_row(languages: tuple[str, ...], declared: tuple[str, ...], badges: str) -> None:
    assert text(list_badges(headline(languages=languages, declared=declared), 1)) == badges


@pytest.mark.parametrize("age", [4, 7, 9])
def test_a_title_keeps_most_of_a_narrow_row(age: int) -> None:
    long = "x" * 100
    languages = ("de", *(f"x{n}" for n in range(9)))
    for width in range(40, 64):
        columns = choose_columns(width, age, show_source=True)
        row = text(lay_out_row(headline(long, languages=languages), columns, "3 h"))
        assert len(row) == width
        assert row.count("x") + row.count("…") >= 0.6 * width
    assert " de+9 " in row, "the widest of them has room for badges"


def test_a_window_of_80_columns_has_room_for_badges_in_every_language() -> None:
    assert all(choose_columns(51, age, show_source=True).badges == 1 for age in range(4, 10))


def test_no_language_no_badge() -> None:
    assert list_badges(headline(language=None)) == []


def test_details_of_two_lines() -> None:
    columns = choose_columns(40, 4, show_source=True)
    made = headline(languages=("de", "fr"))
    assert text(lay_out_details(made, columns, "3 h")) == "    The Paper · 3 h · de·fr"
    assert text(lay_out_details(made, choose_columns(40, 4, show_source=False), "3 h")) == "    3 h · de·fr"
    narrow = lay_out_details(made, choose_columns(24, 4, show_source=True), "3 h")
    assert text(narrow) == "    The… · 3 h · de·fr"


def test_the_widest_age_fits_its_column() -> None:
    assert measure_ages("en") >= len("Dec 20")


@pytest.mark.parametrize("width", [20, 40, 63, 80, 120])
@pytest.mark.parametrize("opened", [True, False])
def test_an_edition_beneath_its_story_says_its_language_first(width: int, opened: bool) -> None:
    edition = headline(language="pt-BR", languages=("pt-BR",), beneath=7, opened=opened)
    for row in (
        text(lay_out_row(edition, choose_columns(width, 4, show_source=True), "3 h")),
        text(lay_out_title(edition, Columns(width, 4))),
    ):
        assert measure(row) == width
        assert row.startswith("   ✓ pt-BR A " if opened else "     pt-BR A ")
    assert "pt-BR" not in text(lay_out_details(edition, Columns(width, 4), "3 h")), "it is said once"
