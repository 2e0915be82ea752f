"""`--save FILE`: what a command lists as one file, its articles whole."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from newstui.cli.session import Session
from newstui.errors import N_, UsageError
from newstui.i18n import _, format_number, ngettext


def save_option() -> click.Option:
    """Return the option."""
    return click.Option(
        ["--save"],
        metavar="FILE",
        type=click.Path(path_type=Path, dir_okay=False),
        help=_("Write the articles into this file: .md, .html, .json, or what commands.convert makes, as .epub."),
    )


def save_articles(session: Session, file: Path, title: str, ids: Iterable[str]) -> None:
    """Write articles, by their ids, into a file; raises UsageError."""
    from newstui.library.conversion import EXAMPLE, NO_CONVERTER, convert_page
    from newstui.printing.collection import ENDINGS, write_collection

    ending, convert = file.suffix.lower(), session.settings["commands.convert"]
    if ending not in ENDINGS and not convert:
        raise UsageError(NO_CONVERTER, file=file, config=session.paths.config_file, example=EXAMPLE)
    readings = [session.library.get_reading(article_id) for article_id in ids]
    if ending in ENDINGS:
        try:
            file.write_text(write_collection(title, readings, ending), encoding="utf-8", newline="\n")
        except OSError as error:
            raise UsageError(
                N_("{file}: cannot be written: {reason}"), file=file, reason=error.strerror or error
            ) from None
    else:
        convert_page(convert, write_collection(title, readings, ".html"), file, title)
    said = ngettext("{count} article: {file}", "{count} articles: {file}", len(readings))
    session.say(said.format(count=format_number(len(readings)), file=file))
