"""`quotes`: who said what, as text, JSON, Markdown and CSV."""

from __future__ import annotations

import csv
import sys

import click

from newstui.cli import plain, records
from newstui.cli.reading import lang_option, read_targets, targets_argument
from newstui.cli.session import Session, json_option
from newstui.i18n import _
from newstui.model import Article, Quote


def build_quotes() -> click.Command:
    """Build `quotes`."""

    @click.pass_obj
    def quotes(
        session: Session, targets: tuple[str, ...], lang: str | None, as_json: bool, markdown: bool, as_csv: bool
    ) -> None:
        table = csv.writer(sys.stdout, lineterminator="\n") if as_csv else None
        if table:
            table.writerow(_COLUMNS)
        for reading in read_targets(session, targets, lang):
            article = reading.article
            if as_json:
                session.print_json(records.quotes_record(reading))
            elif table:
                table.writerows(_row(quote, article) for quote in reading.quotes)
            elif markdown:
                session.print_text("\n\n".join(plain.quote_markdown(quote, article) for quote in reading.quotes) + "\n")
            else:
                session.print_text(f"{article.title}")
                for quote in reading.quotes:
                    session.print_text("  " + plain.quote_line(quote).replace("\n", " "))
        session.finish()

    options = [
        targets_argument(),
        lang_option(),
        json_option(),
        click.Option(["--markdown"], is_flag=True, help=_("Print Markdown.")),
        click.Option(["--csv", "as_csv"], is_flag=True, help=_("Print comma-separated values.")),
    ]
    return click.Command("quotes", callback=quotes, params=options)


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
        records.format_moment(article.published),
    )


_COLUMNS = ("text", "kind", "speaker", "speaker_text", "cue", "confidence", "title", "language", "where", "published")
