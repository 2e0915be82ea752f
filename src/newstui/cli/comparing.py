"""`compare`: two editions of a story beside each other, by paragraphs or by sentences."""

from __future__ import annotations

import shutil
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

import click

from newstui.cli import records
from newstui.cli.reading import choose_edition
from newstui.cli.session import Session, json_option, parse_tag
from newstui.i18n import _, language_name

if TYPE_CHECKING:
    from newstui.text.parallel import Comparison, Row


def build_compare() -> click.Command:
    """Build `compare`."""

    @click.pass_obj
    def compare(
        session: Session, target: str, left: str, right: str, as_json: bool, sentences: bool, markdown: bool, tsv: bool
    ) -> None:
        from newstui.text.parallel import export, pair_passages, pair_sentences

        comparison = _compare(session, target, left, right)
        if as_json:
            session.print_json(_make_record(comparison, pair_sentences(comparison) if sentences else None))
            return
        rows = pair_sentences(comparison) if sentences else pair_passages(comparison)
        if markdown:
            session.print_text(export.write_markdown(comparison, rows, _name_sides(comparison)).rstrip("\n"))
        elif tsv:
            session.print_text(export.write_tsv(comparison, rows).rstrip("\n"))
        else:
            for line in list_lines(comparison, rows):
                session.print_text(line)

    return click.Command(
        "compare",
        callback=compare,
        params=[
            click.Argument(["target"], metavar="TARGET"),
            click.Argument(["left"], metavar="TAG"),
            click.Argument(["right"], metavar="TAG"),
            json_option(),
            click.Option(["--sentences"], is_flag=True, help=_("Pair sentences, not paragraphs.")),
            click.Option(["--markdown"], is_flag=True, help=_("Print Markdown.")),
            click.Option(
                ["--tsv"], is_flag=True, help=_("Print TSV, for Anki: words, counterpart, story, address; no gaps.")
            ),
        ],
    )


def _compare(session: Session, target: str, left: str, right: str) -> Comparison:
    """Read a story in two languages, looking first for editions that nobody has looked for yet; raises UsageError."""
    from newstui.text.parallel import compare

    tags = parse_tag(left), parse_tag(right)
    reading = session.library.start_reading(matching=True).read(target)[0]
    one, other = (choose_edition(session, reading, tag) for tag in tags)
    return compare(one, other, session.library.align(one, other))


def _make_record(comparison: Comparison, sentences: Iterable[Row] | None) -> dict[str, Any]:
    record = records.alignment_record(comparison.left, comparison.right, comparison.alignment)
    if sentences is None:
        return record
    return record | {
        "sentences": [
            {side: [passage._asdict() for passage in getattr(row, side)] for side in ("left", "right")}
            for row in sentences
        ]
    }


def _name_sides(comparison: Comparison) -> tuple[str, str]:
    left, right = (language_name(side.article.language or "und") for side in (comparison.left, comparison.right))
    return left, right


def list_lines(comparison: Comparison, rows: Iterable[Row]) -> Iterator[str]:
    """Return two editions in two columns as wide as the terminal; a gap where one edition has nothing."""
    from newstui.text.parallel.export import join_passages

    width = max(24, (shutil.get_terminal_size((80, 24)).columns - 3) // 2)
    separator = False
    for row in rows:
        if separator:
            yield ""
        separator = True
        left, right = join_passages(comparison.left, row.left), join_passages(comparison.right, row.right)
        for one, other in zip_longest(_wrap(left, width), _wrap(right, width), fillvalue=""):
            yield f"{one}{' ' * (width - _count_cells(one))} │ {other}".rstrip()


def _wrap(text: str, width: int) -> list[str]:
    """Return text in lines of so many cells; where characters are two cells wide, lines are cut when they are full."""
    lines: list[str] = []
    for part in text.split("\n"):
        for line in textwrap.wrap(part, width):
            lines += _cut(line, width) if _count_cells(line) > width else [line]
    return lines


def _cut(line: str, width: int) -> Iterator[str]:
    start = used = 0
    for place, character in enumerate(line):
        cells = _count_cells(character)
        if used + cells > width:
            yield line[start:place]
            start, used = place, 0
        used += cells
    yield line[start:]


def _count_cells(text: str) -> int:
    return sum(
        2
        if unicodedata.east_asian_width(character) in "WF"
        else unicodedata.category(character) not in ("Mn", "Me", "Cf")
        for character in text
    )
