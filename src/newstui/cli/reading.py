"""`open` and `show`: reading stories, on the screen and as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from newstui.cli import plain
from newstui.cli.session import Session, json_option, parse_tag
from newstui.errors import N_, NewstuiError, UsageError
from newstui.i18n import _
from newstui.text.languages import pick

if TYPE_CHECKING:
    from newstui.model import Reading


def targets_argument(*, required: bool = True) -> click.Argument:
    """Return the argument that takes TARGETs."""
    return click.Argument(["targets"], metavar="TARGET…", nargs=-1, required=required)


def lang_option() -> click.Option:
    """Return the option that asks for an edition."""
    return click.Option(["--lang"], metavar="TAG", help=_("The edition in this language."))


def read_targets(
    session: Session, targets: Sequence[str], lang: str | None = None, *, matching: bool = False
) -> Iterator[Reading]:
    """Read each target, in the edition asked for; what fails is reported and the rest goes on.

    With `matching`, or an edition asked for, those known by their content alone are looked for where nobody has.
    """
    tag = parse_tag(lang) if lang else None
    reader = session.library.start_reading(matching=matching or tag is not None)
    for target in targets:
        try:
            for reading in reader.read(target):
                yield choose_edition(session, reading, tag) if tag else reading
        except NewstuiError as error:
            session.report(error)


def choose_edition(session: Session, reading: Reading, tag: str) -> Reading:
    """Return a story's edition in a language, the reading itself if it is in it; raises UsageError."""
    article = reading.article
    if article.language and pick([article.language], [tag]):
        return reading
    available = {edition.language: edition for edition in article.editions if edition.available}
    chosen = pick(available, [tag])
    if chosen is None:
        known = ", ".join(dict.fromkeys(filter(None, [article.language, *available])))
        raise UsageError(
            N_("{title}: no edition in {language} is here; there is {known}"),
            title=article.title,
            language=tag,
            known=known or "—",
        )
    edition = available[chosen]
    return session.library.read_target(edition.path or edition.id or "")[0]


def build_open() -> click.Command:
    """Build `open`."""

    @click.pass_obj
    def open_(session: Session, targets: tuple[str, ...]) -> None:
        from newstui.cli.opening import open_reader

        open_reader(session, targets)

    return click.Command("open", callback=open_, params=[targets_argument()])


def build_show() -> click.Command:
    """Build `show`."""

    @click.pass_obj
    def show(
        session: Session, targets: tuple[str, ...], lang: str | None, as_json: bool, form: str | None, revisions: bool
    ) -> None:
        if revisions:
            from newstui.cli.revisions import demand_text, print_revisions

            demand_text(markdown=form is not None)
            print_revisions(session, targets, as_json=as_json)
            return
        from newstui.printing.records import reading_record

        separator = ""
        for reading in read_targets(session, targets, lang):
            if as_json:
                session.print_json(reading_record(reading))
            else:
                session.print_text(separator + _write(reading, form))
                separator = "\n\n"
        session.finish()

    options = [
        targets_argument(),
        lang_option(),
        json_option(),
        click.Option(["--markdown", "form"], flag_value="markdown", help=_("Print Markdown.")),
        click.Option(["--html", "form"], flag_value="html", help=_("Print HTML.")),
        click.Option(["--revisions"], is_flag=True, help=_("Print what it said before, the newest wording first.")),
    ]
    return click.Command("show", callback=show, params=options)


def _write(reading: Reading, form: str | None) -> str:
    """Return an article in a form, as text where none is asked for."""
    if form == "markdown":
        from newstui.printing.markdown import write_markdown

        return write_markdown(reading)
    if form == "html":
        from newstui.printing.html import write_html

        return write_html(reading)
    from newstui.printing.text import write_text

    return write_text(reading, plain.text_width())
