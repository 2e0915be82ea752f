"""`editions`: the languages that stories exist in, and the user's hand on what is one story."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from newstui.cli import plain, records
from newstui.cli.reading import read_targets, targets_argument
from newstui.cli.session import Session, json_option
from newstui.errors import N_, FetchError, SourceError, UsageError
from newstui.i18n import _

if TYPE_CHECKING:
    from newstui.model import Reading


def build_editions() -> click.Command:
    """Build `editions`."""

    @click.pass_obj
    def editions(session: Session, targets: tuple[str, ...], as_json: bool, find: bool, tie: bool, untie: bool) -> None:
        if tie and untie:
            raise UsageError(N_("--tie and --untie say opposite things; give one of them"))
        if tie:
            tie_all(session, targets)
        elif untie:
            untie_all(session, targets)
        if find:
            find_all(session, targets)
        for reading in read_targets(session, targets, matching=not untie):
            if as_json:
                session.print_json(records.editions_record(reading.article))
                continue
            session.print_text(f"{reading.article.language or '—'}  {reading.article.title}")
            for edition in reading.article.editions:
                session.print_text("  " + plain.edition_line(edition))
        session.finish()

    options = [
        targets_argument(),
        json_option(),
        click.Option(["--find"], is_flag=True, help=_("Ask each article’s page and its site’s sitemaps first.")),
        click.Option(["--tie"], is_flag=True, help=_("Make these articles editions of one story, for good.")),
        click.Option(["--untie"], is_flag=True, help=_("Set each of these articles apart from its story, for good.")),
    ]
    return click.Command("editions", callback=editions, params=options)


def tie_all(session: Session, targets: Sequence[str]) -> None:
    """Tie the first of these articles to each of the others; raises UsageError before anything is tied."""
    ids = _list_stored(session, targets)
    if len(ids) < 2:
        raise UsageError(N_("--tie needs two articles or more: editions --tie ARTICLE ARTICLE"))
    for other in ids[1:]:
        session.library.ties.tie(ids[0], other)


def find_all(session: Session, targets: Sequence[str]) -> None:
    """Look for what declares editions of each of these articles; what stands in the way is reported."""
    for article_id in _list_stored(session, targets):
        try:
            found = session.library.find_editions(article_id)
        except (SourceError, FetchError) as error:
            session.report(error)
        else:
            if found.problem is not None:
                session.report(found.problem)


def untie_all(session: Session, targets: Sequence[str]) -> None:
    """Set each of these articles apart; raises UsageError before any is."""
    for article_id in _list_stored(session, targets):
        session.library.ties.untie(article_id)


def _list_stored(session: Session, targets: Sequence[str]) -> list[str]:
    """The ids of the articles that TARGETs are: ties are between articles of the library."""
    reader = session.library.start_reading()
    ids = [_get_stored(session, target, reading) for target in targets for reading in reader.read(target)]
    return list(dict.fromkeys(ids))


def _get_stored(session: Session, target: str, reading: Reading) -> str:
    found = session.library.store.articles.find(reading.article.id)
    if found is None:
        raise UsageError(N_("{target}: not in the library; add it first"), target=target)
    return found.id
