"""`import` and `export`."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from newstui.cli.session import Session, json_option
from newstui.i18n import _, translate_error
from newstui.library.import_words import describe_import
from newstui.library.importing import ImportReport
from newstui.model import Remark, Subscription


def build_import() -> click.Command:
    """Build `import`."""

    @click.pass_obj
    def import_(session: Session, file: Path, newsboat_cache: Path | None, dry_run: bool, as_json: bool) -> None:
        progress = Progress()
        try:
            report = session.library.importing.take_over(
                file, newsboat_cache=newsboat_cache, dry_run=dry_run, on_progress=progress.show
            )
        finally:
            progress.clear()
        if as_json:
            for record in _records(report):
                session.print_json(record)
        elif dry_run:
            for subscription in report.added:
                session.print_text(_line(subscription))
        for remark in report.notes:
            session.say(_place(file, remark) + translate_error(remark.words))
        for remark in report.lost:
            session.say("newstui: " + _place(file, remark) + translate_error(remark.words))
        session.say((_("Nothing was changed. It would be: ") if dry_run else "") + describe_import(report))
        session.failed = bool(report.lost)
        session.finish()

    path = click.Path(path_type=Path)
    options = [
        click.Argument(["file"], type=path),
        click.Option(
            ["--newsboat-cache"],
            metavar="FILE",
            type=path,
            help=_("newsboat’s cache.db: its articles come along, with what you read and flagged."),
        ),
        click.Option(["--dry-run"], is_flag=True, help=_("Say what would happen, and change nothing.")),
        json_option(),
    ]
    return click.Command("import", callback=import_, params=options)


def build_export() -> click.Command:
    """Build `export`."""

    @click.pass_obj
    def export(session: Session) -> None:
        sys.stdout.write(session.library.importing.write_opml())

    return click.Command("export", callback=export)


def _records(report: ImportReport) -> Iterable[dict[str, Any]]:
    for status, subscriptions in (("added", report.added), ("known", report.known)):
        for each in subscriptions:
            yield {
                "status": status,
                "line": each.line,
                "url": each.url,
                "path": each.path,
                "title": each.title,
                "folder": each.folder,
                "language": each.language,
            }
    for status, remarks in (("noted", report.notes), ("lost", report.lost)):
        for remark in remarks:
            yield {"status": status, "line": remark.line or None, "reason": translate_error(remark.words)}
    yield {
        "added": len(report.added),
        "known": len(report.known),
        "lost": len(report.lost),
        "articles": report.articles,
        "unread": report.unread,
        "starred": report.starred,
        "met": report.met,
        "deleted": report.deleted,
    }


def _line(subscription: Subscription) -> str:
    folder = f"{subscription.folder} / " if subscription.folder else ""
    title = f"{folder}{subscription.title}  " if subscription.title else f"{folder}"
    return f"+ {title}{subscription.address}"


def _place(file: Path, remark: Remark) -> str:
    return f"{file}:{remark.line}: " if remark.line else ""


class Progress:
    """How many articles of how many are done, on one line of stderr; silent where stderr is not a terminal."""

    def __init__(self) -> None:
        self._visible = sys.stderr.isatty()

    def show(self, done: int, total: int) -> None:
        """Say how far it is."""
        if self._visible:
            sys.stderr.write(f"\r\x1b[K{done}/{total}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Leave an empty line to whoever writes next."""
        if self._visible:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
