"""How parts are set: hyphens, lines equally long, right-to-left text."""

from __future__ import annotations

import re

import pytest

from newstui.model import Block, BlockKind, Span, SpanKind
from newstui.text.bidi import reverse
from newstui.ui.article.layout import Layout
from newstui.ui.article.lines import Kind, Line, Part, Role, Run
from newstui.ui.article.setting import Typesetter
from newstui.ui.article.typography import Typography
from newstui.ui.wrap import display, measure
from tests.ui.samples import paragraph, reading

HYPHENATED = Typography(hyphenate=True)
JUSTIFIED = Typography(hyphenate=True, justify=True)
REORDERED = Typography(reorder=True)
GERMAN = "Das Bundesverfassungsgericht hat am Donnerstag eine Entscheidung gefällt."
HEBREW = "שלום abc עולם"


def paint(line: Line, text: str) -> str:
    words = line.lead
    for run in line.runs:
        shown = display(text[run.start : run.end])
        words += " " * (run.column - measure(words)) + (reverse(shown) if run.reverse else shown)
    return words + "-" * line.hyphen + line.tail


def set_text(
    text: str, width: int, typography: Typography, language: str | None = "de", role: Role = Role.TEXT, *spans: Span
) -> list[str]:
    part = Part(0, role, text, spans=spans)
    return [paint(line, text) for line in Typesetter(typography, language).set_part(part, width)]


@pytest.mark.parametrize(
    ("text", "width", "language", "expected"),
    [
        (GERMAN, 20, "de", ["Das Bundesverfas-", "sungsgericht hat am", "Donnerstag eine Ent-", "scheidung gefällt."]),
        (
            GERMAN,
            20,
            None,
            ["Das", "Bundesverfassungsger", "icht hat am", "Donnerstag eine", "Entscheidung", "gefällt."],
        ),
        pytest.param(
            "ein kleines Missverständnis", 19, "de", ["ein kleines", "Missverständnis"], id="not the last word"
        ),
        pytest.param(
            "Es gibt viele Wahrheiten, sagt er", 20, "de", ["Es gibt viele Wahr-", "heiten, sagt er"], id="marks"
        ),
        pytest.param(
            "Ein Wahr\xadheitsgehalt von eins", 12, "de", ["Ein Wahr-", "heitsgehalt", "von eins"], id="soft hyphens"
        ),
        pytest.param(
            "ein\nkleines Verhältnis zwischen",
            14,
            "de",
            ["ein", "kleines Ver-", "hältnis", "zwischen"],
            id="lines",
        ),
    ],
)
def test_words_are_broken(text: str, width: int, language: str | None, expected: list[str]) -> None:
    assert set_text(text, width, HYPHENATED, language) == expected


def test_a_line_that_is_nearly_full_breaks_no_word() -> None:
    assert set_text("Das haben wir wirklich selbstverständlich", 24, HYPHENATED)[0] == "Das haben wir wirklich"


def test_no_more_than_two_lines_end_in_a_hyphen() -> None:
    lines = set_text("Donaudampfschifffahrtsgesellschaftskapitänsmützenverordnungsentwurf und", 10, HYPHENATED)
    assert [line.endswith("-") for line in lines[:4]] == [True, True, False, True]


@pytest.mark.parametrize("kind", [SpanKind.LINK, SpanKind.CODE])
def test_links_and_code_are_not_broken(kind: SpanKind) -> None:
    text = "Das steht beim Bundesverwaltungsamt in Köln"
    span = Span(text.index("Bundes"), text.index(" in"), kind, 0)
    assert set_text(text, 22, HYPHENATED, "de", Role.TEXT, span) == [
        "Das steht beim",
        "Bundesverwaltungsamt",
        "in Köln",
    ]
    assert set_text(text, 22, HYPHENATED)[0] == "Das steht beim Bundes-"


@pytest.mark.parametrize("role", [Role.TITLE, Role.HEADING, Role.BYLINE])
def test_headings_are_not_broken(role: Role) -> None:
    assert not any(line.endswith("-") for line in set_text(GERMAN, 22, JUSTIFIED, "de", role))


def test_justified_lines_are_equally_long_but_for_the_last() -> None:
    text = f"{GERMAN} " * 3
    lines = set_text(text, 33, JUSTIFIED)
    assert {len(line) for line in lines[:-1]} == {33}
    assert len(lines[-1]) < 33
    assert "".join(line.removesuffix("-") for line in lines).replace(" ", "") == text.replace(" ", "")


def test_a_line_before_a_break_that_the_author_set_stays_short() -> None:
    assert set_text("eins zwei\ndrei vier fünf", 14, JUSTIFIED) == ["eins zwei", "drei vier fünf"]


def test_french_spaces_and_no_break_spaces_are_not_widened() -> None:
    text = "Il a dit : « oui » à 20\xa0000 personnes et plus encore demain matin"
    first = set_text(text, 33, JUSTIFIED, "fr")[0]
    assert len(first) == 33
    assert "dit : « oui »" in first
    assert "20\xa0000" in first


def test_gaps_grow_alike() -> None:
    lines = set_text("a bc de fg hi jk lm no pq rs tu vw xy " * 4, 30, JUSTIFIED, None)
    for line in lines[:-1]:
        gaps = {len(gap) for gap in re.findall(" +", line)}
        assert max(gaps) - min(gaps) <= 1


def test_a_line_with_too_few_gaps_stays_short() -> None:
    assert set_text("ja Rindfleischetikettierungsüberwachungsaufgaben", 44, JUSTIFIED, None)[0] == "ja"


@pytest.mark.parametrize(
    ("typography", "expected"),
    [(REORDERED, " " * 7 + "םלוע abc םולש"), (Typography(), " " * 7 + HEBREW)],
    ids=["here", "by the terminal"],
)
def test_a_paragraph_from_the_right_stands_at_the_right(typography: Typography, expected: str) -> None:
    assert set_text(HEBREW, 20, typography, "he") == [expected]


@pytest.mark.parametrize(
    ("text", "marker", "expected"),
    [
        ("אבג דהו", " • ", " " * 8 + "והד גבא • "),
        ("אבג דהו", " 1. ", " " * 7 + "והד גבא .1 "),
        ("אבג 12", "   – ", " " * 7 + "12 גבא –   "),
        ("abc אבג", " • ", " • abc גבא"),
    ],
)
def test_an_item_from_the_right_has_its_mark_at_the_right(text: str, marker: str, expected: str) -> None:
    part = Part(0, Role.TEXT, text, lead=marker, hanging=" " * len(marker), marker=marker)
    (line,) = Typesetter(REORDERED, "he").set_part(part, 18)
    assert paint(line, text) == expected


def test_the_lines_below_an_item_from_the_right_are_set_in_at_the_right() -> None:
    part = Part(0, Role.TEXT, "אבג דהו זחט", lead=" • ", hanging="   ", marker=" • ")
    lines = [paint(line, part.text) for line in Typesetter(REORDERED, "he").set_part(part, 12)]
    assert lines == ["  והד גבא • ", "      טחז   "]


def test_each_line_is_in_order_and_lines_follow_each_other() -> None:
    assert set_text("אבג דהו זחט", 8, REORDERED, "he") == [" והד גבא", "     טחז"]


def test_words_from_the_right_in_a_paragraph_from_the_left() -> None:
    assert set_text("He said שלום (אבג) twice", 30, REORDERED, "en") == ["He said (גבא) םולש twice"]


def test_paragraphs_of_one_block_have_their_own_directions() -> None:
    assert set_text("abc\n\nאבג", 6, REORDERED, "he") == ["abc", "", "   גבא"]


def test_cells_of_a_table_and_code_are_put_in_order() -> None:
    table = Part(0, Role.TABLE, "אבג\tx\nדה\ty", Kind.TABLE)
    lines = [paint(line, table.text) for line in Typesetter(REORDERED, "he").set_part(table, 20)]
    assert lines[0] == "גבא  x"
    code = Part(0, Role.CODE, "x = 'אבג'", Kind.CODE)
    (line,) = Typesetter(REORDERED, "he").set_part(code, 20)
    assert paint(line, code.text) == " x = 'גבא'"


def test_offsets_are_found_in_lines_that_are_turned_round() -> None:
    layout = Layout(reading(paragraph("אבג דהו זחט"), Block(BlockKind.PARAGRAPH, "x")), 8, REORDERED)
    first = layout.find_line(0, 0)
    assert first is not None
    assert layout.find_line(0, 9) == first + 1
    assert layout.lines[first].begin == 0


def test_a_range_of_a_part_is_set_alone() -> None:
    part = Part(0, Role.TEXT, "Eins. Zwei drei. Vier.", lead="• ", hanging="  ")
    lines = list(Typesetter(Typography(), "de").set_part(part, 30, 6, 16))
    assert lines == [Line(0, Role.TEXT, "  ", (Run(2, 6, 16),))]
