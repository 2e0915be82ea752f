"""`quotes`: who said what, as text, JSON, Markdown and CSV."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace

import click

from newstui.cli import plain, records
from newstui.cli.reading import lang_option, read_targets, targets_argument
from newstui.cli.session import Session, json_option
from newstui.i18n import _
from newstui.model import Article, Quote, Reading
from newstui.printing.lines import byline
from newstui.printing.markdown import cite_markdown
from newstui.printing.records import format_moment
from newstui.text.names import same_name


def build_quotes() -> click.Command:
    """Build `quotes`."""

    @click.pass_obj
    def quotes(
        session: Session,
        targets: tuple[str, ...],
        lang: str | None,
        speaker: str | None,
        limit: int | None,
        compare: bool,
        as_json: bool,
        markdown: bool,
        as_csv: bool,
    ) -> None:
        if compare:
            _compare(session, targets, lang, speaker, as_json=as_json, markdown=markdown, as_csv=as_csv)
            return
        readings = _read(session, targets, lang, speaker, limit)
        table = csv.writer(sys.stdout, lineterminator="\n") if as_csv else None
        if table:
            table.writerow(_COLUMNS)
        for reading in readings:
            article = reading.article
            if as_json:
                session.print_json(records.quotes_record(reading))
            elif table:
                table.writerows(_row(quote, article) for quote in reading.quotes)
            elif markdown:
                session.print_text("\n\n".join(cite_markdown(quote, article) for quote in reading.quotes) + "\n")
            else:
                session.print_text(article.title if targets else f"{article.title}\n  {byline(article)}")
                for quote in reading.quotes:
                    session.print_text("  " + plain.quote_line(quote).replace("\n", " "))
        session.finish()

    options = [
        targets_argument(required=False),
        lang_option(),
        click.Option(
            ["--speaker"], metavar="NAME", help=_("Only what NAME says; without a TARGET, in the whole library.")
        ),
        click.Option(
            ["--limit"],
            metavar="N",
            type=click.IntRange(min=0),
            help=_("At most so many quotations of the whole library, the newest."),
        ),
        click.Option(
            ["--compare"],
            is_flag=True,
            help=_("The quotations of the TARGETs’ stories side by side in all their languages."),
        ),
        json_option(),
        click.Option(["--markdown"], is_flag=True, help=_("Print Markdown.")),
        click.Option(["--csv", "as_csv"], is_flag=True, help=_("Print comma-separated values.")),
    ]
    return click.Command("quotes", callback=quotes, params=options)


def _compare(
    session: Session,
    targets: Sequence[str],
    lang: str | None,
    speaker: str | None,
    *,
    as_json: bool,
    markdown: bool,
    as_csv: bool,
) -> None:
    """Print a table for each story."""
    if not targets or speaker is not None:
        raise click.UsageError(_("--compare goes with TARGETs, without --speaker."))
    from newstui.cli.quote_tables import print_quote_table
    from newstui.library.tabulating import TableForm

    form = TableForm.MARKDOWN if markdown else TableForm.CSV if as_csv else None
    for number, reading in enumerate(read_targets(session, targets, lang, matching=True)):
        if number and not as_json:
            session.print_text("")
        print_quote_table(session, reading, as_json=as_json, form=form)
    session.finish()


def _read(
    session: Session, targets: Sequence[str], lang: str | None, speaker: str | None, limit: int | None
) -> Iterator[Reading]:
    """Read the targets, or the whole library, each article with the quotations that were asked for."""
    if targets and limit is not None:
        raise click.UsageError(_("--limit goes with --speaker, without a TARGET."))
    if targets:
        return (_choose_quotes(reading, speaker) for reading in read_targets(session, targets, lang))
    if speaker and speaker.strip():
        from newstui.cli.speaking import read_spoken

        return read_spoken(session, speaker, limit)
    raise click.UsageError(_("Name a TARGET, or somebody with --speaker."))


def _choose_quotes(reading: Reading, speaker: str | None) -> Reading:
    if speaker is None:
        return reading
    said = tuple(quote for quote in reading.quotes if quote.speaker and same_name(quote.speaker, speaker))
    return replace(reading, quotes=said)


def _row(quote: Quote, article: Article) -> tuple[object, ...]:
    return (
        quote.text,
        quote.kind.value,
        quote.speaker,
        quote.speaker_text,
        quote.cue,
        f"{quote.confidence:.2f}",
        article.title,
        article.language,
        article.url or article.path,
        format_moment(article.published),
    )


_COLUMNS = ("text", "kind", "speaker", "speaker_text", "cue", "confidence", "title", "language", "where", "published")
