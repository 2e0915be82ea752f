"""`fulltext`: what a feed leaves out, fetched from the article's own page."""

from __future__ import annotations

import click

from newstui.cli.refreshing import Progress
from newstui.cli.session import Session
from newstui.errors import NewstuiError
from newstui.i18n import _
from newstui.model import FulltextResult


def build_fulltext() -> click.Command:
    """Build `fulltext`."""

    @click.pass_obj
    def fulltext(session: Session, ids: tuple[str, ...], feed: bool) -> None:
        found = []
        for reference in ids:
            try:
                found.append(session.library.get_article(reference).id)
            except NewstuiError as error:
                session.report(error)
        if feed:
            for article_id in found:
                session.library.fulltexts.show_feed_text(article_id, prefer_feed=True)
        else:
            _fetch(session, found)
        session.finish()

    options = [
        click.Argument(["ids"], metavar="ID…", nargs=-1, required=True),
        click.Option(["--feed"], is_flag=True, help=_("Fetch nothing: show again what the feed said.")),
    ]
    return click.Command("fulltext", callback=fulltext, params=options)


def _fetch(session: Session, ids: list[str]) -> None:
    progress = Progress()

    def report(result: FulltextResult) -> None:
        progress.show(result.done, result.total)
        if result.error:
            progress.clear()
            session.report(result.error)

    session.library.fulltexts.fetch_many(ids, on_result=report)
    progress.clear()
