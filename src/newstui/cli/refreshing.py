"""`refresh`: fetch and store what is due, with progress on stderr where that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from newstui.cli import records
from newstui.cli.session import Session, json_option
from newstui.i18n import _, ngettext, translate_error
from newstui.model import Notice, RefreshResult, RefreshStatus


def build_refresh() -> click.Command:
    """Build `refresh`."""

    @click.pass_obj
    def refresh(session: Session, sources: Sequence[str], due: bool, as_json: bool) -> None:
        if due and not sources:
            paused = _list_unhindered(session)
            if paused == []:
                return
            sources = paused or ()
        progress = Progress()

        def report(result: RefreshResult) -> None:
            progress.advance()
            if as_json:
                session.print_json(records.result_record(result))
            if result.status is RefreshStatus.FAILED:
                session.failed = True
                if result.error:
                    progress.clear()
                    session.say(f"newstui: {result.title or result.source}: {translate_error(result.error)}")

        summary = session.library.refresh(
            sources or None,
            force=not due,
            on_start=progress.begin,
            on_result=report,
            on_fulltext=lambda result: progress.show(result.done, result.total),
            cancelled=lambda: False,
        )
        progress.clear()
        _tell_notices(session, summary.notices)
        if as_json:
            session.print_json(records.summary_record(summary))
        else:
            session.say(
                ngettext("{new} new article", "{new} new articles", summary.new).format(new=summary.new)
                + " · "
                + ngettext("{total} source", "{total} sources", summary.total).format(total=summary.total)
                + (" · " + _tell_fulltexts(summary.fulltexts) if summary.fulltexts else "")
                + (" · " + _("{failed} failed").format(failed=summary.failed) if summary.failed else "")
            )
        session.finish()

    options = [
        click.Argument(["sources"], metavar="[SOURCE…]", nargs=-1),
        click.Option(["--due"], is_flag=True, help=_("Only what is due by now: for a timer, as in cron.")),
        json_option(),
    ]
    return click.Command("refresh", callback=refresh, params=options)


def _list_unhindered(session: Session) -> list[str] | None:
    """Return what is due and needs no network, and say so, where the network is none for a timer; None where it is."""
    from newstui.library.connection import PAUSED, list_due_near, tell_hindrance

    if session.offline:
        return None
    known = session.library.list_sources()
    hindrance = tell_hindrance(session.library, session.settings, known)
    if hindrance not in PAUSED:
        return None
    session.say(_(PAUSED[hindrance]))
    return list_due_near(known, session.library.now())


def _tell_notices(session: Session, notices: Sequence[Notice]) -> None:
    """Say what the rules have to tell; one that failed is a failure of the refresh, too."""
    for notice in notices:
        if notice.error is not None:
            session.failed = True
            session.say(f"newstui: {notice.query}: {translate_error(notice.error)}")
        else:
            for title in notice.titles:
                session.say(f"{notice.query}: {title}")


def _tell_fulltexts(count: int) -> str:
    return ngettext("{count} full text", "{count} full texts", count).format(count=count)


class Progress:
    """A counter on one line of stderr; silent where stderr is not a terminal."""

    def __init__(self) -> None:
        self._visible = sys.stderr.isatty()
        self._done = self._total = 0

    def begin(self, total: int) -> None:
        """Say how many sources there are."""
        self._total = total

    def advance(self) -> None:
        """Count one source as done."""
        self._done += 1
        self.show(self._done, self._total)

    def show(self, done: int, total: int) -> None:
        """Show how far it has come."""
        if self._visible:
            sys.stderr.write(f"\r\x1b[K{done}/{total}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Leave an empty line to whoever writes next."""
        if self._visible:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
