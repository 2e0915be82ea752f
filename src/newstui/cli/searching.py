"""`search`: the stories that a query finds."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

import click

from newstui.cli import plain
from newstui.cli.refreshing import Progress
from newstui.cli.saving import save_articles, save_option
from newstui.cli.session import Session, json_option
from newstui.cli.speaking import look_through
from newstui.i18n import _, translate_error
from newstui.model.search import SearchHit, Snippet
from newstui.printing.records import article_record
from newstui.text.query import QueryError
from newstui.text.query.tree import asks_for_quotes

_MANY: Final = 3000
"""So many articles take more than half a second to be indexed: it is shown that something is going on."""
_BOLD: Final = "\x1b[1m"
_PLAIN: Final = "\x1b[22m"


def build_search() -> click.Command:
    """Build `search`."""

    @click.pass_obj
    def search(session: Session, query: tuple[str, ...], limit: int, save: Path | None, as_json: bool) -> None:
        text = " ".join(query)
        with mistakes_shown(text):
            session.library.searching.check_query(text)
        catch_up(session, text)
        if save is not None:
            save_articles(
                session, save, text, (hit.article.id for hit in session.library.searching.search(text, limit))
            )
            return
        now = session.library.now()
        for hit in session.library.searching.search(text, limit):
            if as_json:
                session.print_json(hit_record(hit))
            else:
                session.print_text(plain.headline_line(hit.article, now))
                session.print_text(f"    {mark_snippet(hit.snippet, bold=sys.stdout.isatty())}")

    return click.Command(
        "search",
        callback=search,
        # A word that is not wanted looks like an option: -lang:en, -has:quotes.
        context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]},
        params=[
            click.Argument(["query"], nargs=-1, required=True),
            click.Option(
                ["--limit"],
                metavar="N",
                type=click.IntRange(min=0),
                default=50,
                help=_("At most so many; 50 if not given."),
            ),
            save_option(),
            json_option(),
        ],
    )


def hit_record(hit: SearchHit) -> dict[str, object]:
    """Return a hit as an article of `list` with what was found; `marks` are code points into the snippet, half-open."""
    return article_record(hit.article) | {
        "snippet": hit.snippet.text,
        "marks": [list(mark) for mark in hit.snippet.marks],
        "found": hit.found,
        "score": float(f"{hit.score:.4g}"),
    }


def mark_snippet(snippet: Snippet, *, bold: bool) -> str:
    """Return a snippet with its hits in bold type, where that is asked for."""
    if not bold:
        return snippet.text
    pieces, at = [], 0
    for start, end in snippet.marks:
        pieces += [snippet.text[at:start], _BOLD, snippet.text[start:end], _PLAIN]
        at = end
    return "".join([*pieces, snippet.text[at:]])


@contextmanager
def mistakes_shown(text: str) -> Iterator[None]:
    """Where a query cannot be read, show its mistake at its place and end with status 2."""
    try:
        yield
    except QueryError as error:
        show_mistake(text, error)
        raise click.exceptions.Exit(2) from error


def show_mistake(text: str, error: QueryError) -> None:
    """Say what is wrong with a query, and show it with carets under the place."""
    line = "".join(" " if unicodedata.category(character).startswith("C") else character for character in text)
    carets = " " * _measure(line[: error.start]) + "^" * max(1, _measure(line[error.start : error.end]))
    click.echo(f"newstui: {translate_error(error)}\n  {line}\n  {carets}", err=True)


def _measure(text: str) -> int:
    """The columns that a text takes."""
    return sum(
        0 if unicodedata.category(character).startswith("M") else 1 + (unicodedata.east_asian_width(character) in "WF")
        for character in text
    )


def catch_up(session: Session, *queries: str) -> None:
    """Index what has arrived since the last search, and look for the quotations that queries ask for.

    How far it is is shown where that takes long. A query that cannot be read asks for nothing.
    """
    for query in queries:
        with suppress(QueryError):
            if asks_for_quotes(session.library.searching.check_query(query)):
                look_through(session)
    waiting = session.library.searching.count_unindexed()
    progress = Progress()
    if waiting > _MANY:
        session.library.searching.index_waiting(lambda done: progress.show(done, max(done, waiting)))
        progress.clear()
    else:
        session.library.searching.index_waiting()
