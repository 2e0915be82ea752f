"""`list`: headlines, newest first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from newstui.cli import plain
from newstui.cli.saving import save_articles, save_option
from newstui.cli.session import Session, json_option, parse_tag
from newstui.errors import N_, UsageError
from newstui.i18n import _
from newstui.model import View
from newstui.printing.records import article_record
from newstui.text.tags import fold_tag


def build_list() -> click.Command:
    """Build `list`."""

    @click.pass_obj
    def list_(
        session: Session,
        unread: bool,
        starred: bool,
        lang: str | None,
        source: str | None,
        folder: str | None,
        tag: str | None,
        view: str | None,
        limit: int,
        save: Path | None,
        as_json: bool,
    ) -> None:
        if view is not None:
            if source or folder or lang or tag:
                raise UsageError(N_("list: --view takes --unread and --starred beside it; put the rest into its query"))
            from newstui.cli.searching import catch_up, mistakes_shown

            saved = replace(session.library.views.get_view(view), unread=unread, starred=starred)
            catch_up(session, saved.query or "")
            with mistakes_shown(saved.query or ""):
                _print_or_save(session, saved, limit, save, view, as_json=as_json)
            return
        chosen = View(
            sources=(session.library.find_source(source).key,) if source else (),
            folder=folder,
            unread=unread,
            starred=starred,
            language=parse_tag(lang) if lang else None,
            tag=_spell(session, tag) if tag else None,
        )
        named = " · ".join(part for part in (folder, tag, lang) if part)
        title = session.library.find_source(source).title if source else named or _("Headlines")
        _print_or_save(session, chosen, limit, save, title, as_json=as_json)

    options: list[click.Parameter] = [
        click.Option(["--unread"], is_flag=True, help=_("Only what you have not read.")),
        click.Option(["--starred"], is_flag=True, help=_("Only what you starred.")),
        click.Option(["--lang"], metavar="TAG", help=_("Only stories that exist in this language.")),
        click.Option(["--source"], metavar="SOURCE", help=_("Only this source: its key, address or path.")),
        click.Option(["--folder"], metavar="FOLDER", help=_("Only sources in this folder.")),
        click.Option(["--tag"], metavar="TAG", help=_("Only what has this tag.")),
        click.Option(["--view"], metavar="NAME", help=_("What a saved view holds.")),
        click.Option(
            ["--limit"],
            metavar="N",
            type=click.IntRange(min=0),
            default=50,
            help=_("At most so many; 50 if not given."),
        ),
        save_option(),
        json_option(),
    ]
    return click.Command("list", callback=list_, params=options)


def _spell(session: Session, tag: str) -> str:
    """A tag in the spelling that is known."""
    known = (each.name for each in session.library.tags.list_tags())
    return next((name for name in known if fold_tag(name) == fold_tag(tag.lstrip("#"))), tag)


def _print_or_save(session: Session, view: View, limit: int, file: Path | None, title: str, *, as_json: bool) -> None:
    if file is None:
        print_headlines(session, view, limit, as_json=as_json)
    else:
        save_articles(session, file, title, (article.id for article in session.library.list_articles(view, limit)))


def print_headlines(session: Session, view: View | None = None, limit: int = 50, *, as_json: bool = False) -> None:
    """Print a view's headlines; says on stderr what to do when there is nothing to read from."""
    library = session.library
    if view is None and not library.list_sources():
        session.say(_("Nothing is subscribed to yet. Try: newstui add ADDRESS"))
        view = library.open_welcome()
    now = library.now()
    for article in library.list_articles(view or View(), limit):
        if as_json:
            session.print_json(article_record(article))
        else:
            session.print_text(plain.headline_line(article, now))
