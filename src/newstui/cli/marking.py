"""`mark`: change what is read and what is starred."""

from __future__ import annotations

import click

from newstui.cli.session import Session
from newstui.errors import N_, NewstuiError, UsageError
from newstui.i18n import _


def build_mark() -> click.Command:
    """Build `mark`."""

    @click.pass_obj
    def mark(session: Session, ids: tuple[str, ...], read: bool | None, starred: bool | None) -> None:
        if read is None and starred is None:
            raise UsageError(N_("mark: say what to change: --read, --unread, --star or --unstar"))
        found = []
        for reference in ids:
            try:
                found.append(session.library.get_article(reference).id)
            except NewstuiError as error:
                session.report(error)
        session.library.mark(found, read=read, starred=starred)
        session.finish()

    options = [
        click.Argument(["ids"], metavar="ID…", nargs=-1, required=True),
        click.Option(["--read/--unread", "read"], default=None, help=_("Mark as read, or as not read.")),
        click.Option(["--star/--unstar", "starred"], default=None, help=_("Star, or take the star away.")),
    ]
    return click.Command("mark", callback=mark, params=options)
