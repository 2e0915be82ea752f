"""`add`, `remove` and `sources`."""

from __future__ import annotations

import click

from newstui.cli import records
from newstui.cli.session import Session, json_option, parse_tag
from newstui.errors import NewstuiError
from newstui.i18n import _, format_datetime, translate_error
from newstui.model import Source


def build_add() -> click.Command:
    """Build `add`."""

    @click.pass_obj
    def add(
        session: Session, address: str, title: str | None, folder: str | None, lang: str | None, as_json: bool
    ) -> None:
        source = session.library.add_source(
            address, title=title, folder=folder, language=parse_tag(lang) if lang else None
        )
        if as_json:
            session.print_json(records.source_record(source))
        else:
            session.print_text(f"{source.key}  {source.title}")
        if source.last_error:
            session.report(source.last_error)
        session.finish()

    options = [
        click.Argument(["address"], metavar="TARGET"),
        click.Option(["--title"], metavar="T", help=_("What the source is called.")),
        click.Option(["--folder"], metavar="F", help=_("The folder that the source is in.")),
        click.Option(["--lang"], metavar="TAG", help=_("The language of its articles, where they do not say it.")),
        json_option(),
    ]
    return click.Command("add", callback=add, params=options)


def build_remove() -> click.Command:
    """Build `remove`."""

    @click.pass_obj
    def remove(session: Session, sources: tuple[str, ...]) -> None:
        for reference in sources:
            try:
                source = session.library.remove_source(reference)
            except NewstuiError as error:
                session.report(error)
            else:
                session.say(_("Removed: {title}").format(title=source.title))
        session.finish()

    argument = click.Argument(["sources"], metavar="SOURCE…", nargs=-1, required=True)
    return click.Command("remove", callback=remove, params=[argument])


def build_sources() -> click.Command:
    """Build `sources`."""

    @click.pass_obj
    def sources(session: Session, as_json: bool) -> None:
        for source in session.library.list_sources():
            if as_json:
                session.print_json(records.source_record(source))
            else:
                session.print_text(_source_lines(source))

    return click.Command("sources", callback=sources, params=[json_option()])


def _source_lines(source: Source) -> str:
    folder = f"{source.folder} / " if source.folder else ""
    lines = [f"{source.key:>4}  {source.unread:>6} / {source.articles:<6}  {folder}{source.title}"]
    lines.append(f"      {source.url or source.path}")
    if source.last_error:
        lines.append("      " + _("Failed: {reason}").format(reason=translate_error(source.last_error)))
    if source.last_good:
        lines.append("      " + _("Last good: {when}").format(when=format_datetime(source.last_good)))
    if source.next_due:
        lines.append("      " + _("Next due: {when}").format(when=format_datetime(source.next_due)))
    return "\n".join(lines)
