"""`diff`: what an article said before, and what has changed."""

from __future__ import annotations

import sys
import textwrap
from typing import Any, Final

import click

from newstui.cli import plain
from newstui.cli.session import Session, json_option
from newstui.errors import N_, UsageError
from newstui.i18n import _, format_datetime
from newstui.library.revisions import Difference
from newstui.model import Revision
from newstui.printing.records import format_moment
from newstui.text.difference import Change, Passage, Piece

_RED: Final = "\x1b[31m"
_GREEN: Final = "\x1b[32m"
_PLAIN: Final = "\x1b[39m"
_SIGNS: Final = {Change.SAME: " ", Change.ADDED: "+", Change.REMOVED: "-", Change.CHANGED: "~"}


def build_diff() -> click.Command:
    """Build `diff`."""

    @click.pass_obj
    def diff(session: Session, article: str, revision: int, as_json: bool) -> None:
        difference = session.library.revisions.compare(article, revision)
        if as_json:
            session.print_json(difference_record(difference))
        else:
            session.print_text("\n\n".join(difference_lines(difference, colour=sys.stdout.isatty())))

    options: list[click.Parameter] = [
        click.Argument(["article"], metavar="ID"),
        click.Option(
            ["--revision"],
            metavar="N",
            type=click.IntRange(min=1),
            default=1,
            help=_("Which change, counted back: 1 for the last one."),
        ),
        json_option(),
    ]
    return click.Command("diff", callback=diff, params=options)


def difference_record(difference: Difference) -> dict[str, Any]:
    """Return a difference as JSON has it: paragraphs with their pieces."""
    return {
        "older": format_moment(difference.older_at),
        "newer": format_moment(difference.newer_at),
        "paragraphs": [
            {
                "change": passage.change.value,
                "pieces": [{"change": piece.change.value, "text": piece.text} for piece in passage.pieces],
            }
            for passage in difference.passages
        ],
    }


def difference_lines(difference: Difference, *, colour: bool) -> list[str]:
    """Return a difference as text: each paragraph behind its sign, words that went as [-…-], that came as {+…+}."""
    head = f"--- {format_datetime(difference.older_at)}\n+++ {format_datetime(difference.newer_at)}"
    return [head, *(_draw(passage, colour=colour) for passage in difference.passages)]


def _draw(passage: Passage, *, colour: bool) -> str:
    within = passage.change is Change.CHANGED
    text = "".join(_draw_piece(piece, within=within) for piece in passage.pieces)
    sign = f"{_SIGNS[passage.change]} "
    filled = textwrap.fill(text, plain.text_width(), initial_indent=sign, subsequent_indent="  ")
    if not colour:
        return filled
    for mark, start in (("[-", _RED), ("{+", _GREEN)):
        filled = filled.replace(mark, start + mark)
    for mark in ("-]", "+}"):
        filled = filled.replace(mark, mark + _PLAIN)
    whole = {Change.ADDED: _GREEN, Change.REMOVED: _RED}.get(passage.change)
    return f"{whole}{filled}{_PLAIN}" if whole else filled


def _draw_piece(piece: Piece, *, within: bool) -> str:
    if within and piece.change is Change.REMOVED:
        return f"[-{piece.text}-]"
    if within and piece.change is Change.ADDED:
        return f"{{+{piece.text}+}}"
    return piece.text


def print_revisions(session: Session, references: tuple[str, ...], *, as_json: bool) -> None:
    """Print what articles said before, the newest wording first, each with the time at which it was seen first."""
    for reference in references:
        article = session.library.get_article(reference)
        wordings = session.library.revisions.list_wordings(article.id)[1:]
        if not wordings and not as_json:
            session.say(_("{title}: it has not changed since it was first seen.").format(title=article.title))
        for number, wording in enumerate(wordings, 1):
            if as_json:
                session.print_json({"id": article.id} | wording_record(number, wording))
            else:
                session.print_text(_wording_text(number, wording))


def wording_record(number: int, wording: Revision) -> dict[str, Any]:
    """Return an earlier wording as JSON has it; `revision` is the number that `diff --revision` takes."""
    return {
        "revision": number,
        "seen": format_moment(wording.seen_at),
        "title": wording.title,
        "summary": wording.summary,
        "text": wording.document.plain_text(),
    }


def _wording_text(number: int, wording: Revision) -> str:
    paragraphs = [wording.title, wording.summary or "", *(block.text for block in wording.document.blocks)]
    filled = [textwrap.fill(text, plain.text_width()) for text in paragraphs if text]
    return "\n\n".join([f"[{number}] {format_datetime(wording.seen_at)}", *filled]) + "\n"


def demand_text(*, markdown: bool) -> None:
    """Raise UsageError where earlier wordings are asked for as Markdown."""
    if markdown:
        raise UsageError(N_("show: --revisions prints text or JSON; leave --markdown and --html out"))
