"""`mark`: change what is read, starred, tagged, hidden, and in which folder a story stands."""

from __future__ import annotations

from typing import Any

import click

from newstui.cli.session import Session
from newstui.errors import N_, NewstuiError, UsageError
from newstui.i18n import _


def build_mark() -> click.Command:
    """Build `mark`."""

    @click.pass_obj
    def mark(session: Session, /, ids: tuple[str, ...], **marking: Any) -> None:
        if all(value is None or value == () for value in marking.values()):
            raise UsageError(
                N_(
                    "mark: say what to change: --read, --unread, --star, --unstar, --tag, --untag, --hide, --show, --folder"
                )
            )
        found = []
        for reference in ids:
            try:
                found.append(session.library.get_article(reference).id)
            except NewstuiError as error:
                session.report(error)
        session.library.mark(found, **marking)
        session.finish()

    options = [
        click.Argument(["ids"], metavar="ID…", nargs=-1, required=True),
        click.Option(["--read/--unread", "read"], default=None, help=_("Mark as read, or as not read.")),
        click.Option(["--star/--unstar", "starred"], default=None, help=_("Star, or take the star away.")),
        click.Option(["--tag"], metavar="TAG", multiple=True, help=_("Add a tag; may be given several times.")),
        click.Option(["--untag"], metavar="TAG", multiple=True, help=_("Take a tag away.")),
        click.Option(["--hide/--show", "hidden"], default=None, help=_("Hide, or show again.")),
        click.Option(["--folder"], metavar="FOLDER", help=_("Show it in this folder; empty: in its source’s own.")),
    ]
    return click.Command("mark", callback=mark, params=options)
