"""`keep` and `clean`: how long and how many articles are kept, and letting the others go."""

from __future__ import annotations

import click

from newstui.cli.session import Session, json_option
from newstui.errors import N_, UsageError
from newstui.i18n import _, format_number, format_size, ngettext
from newstui.library.keeping import Cleaned
from newstui.library.keeping_words import describe_limits


def build_clean() -> click.Command:
    """Build `clean`."""

    @click.pass_obj
    def clean(session: Session, sources: tuple[str, ...], dry_run: bool, as_json: bool) -> None:
        keeping, references = session.library.keeping, sources or None

        def report(cleaned: Cleaned) -> None:
            if as_json:
                session.print_json({"source": cleaned.source.key, "dropped": cleaned.dropped})
            else:
                session.print_text(f"{cleaned.source.key:>4}  {cleaned.dropped:>6}  {cleaned.source.title}")

        if dry_run:
            done = keeping.plan(references)
            for each in done:
                report(each)
        else:
            done = keeping.clean(references, on_progress=report)
        count = sum(each.dropped for each in done)
        if dry_run:
            said = ngettext("{count} article would go", "{count} articles would go", count)
        else:
            said = ngettext("{count} article has gone", "{count} articles have gone", count)
        session.say(said.format(count=format_number(count)))
        if not any(keeping.limits_of(source) for source in session.library.list_sources()):
            session.say(_("Nothing has a limit; newstui keep --help says how to set one."))

    options: list[click.Parameter] = [
        click.Argument(["sources"], metavar="[SOURCE…]", nargs=-1),
        click.Option(["--dry-run"], is_flag=True, help=_("Only say what would go.")),
        json_option(),
    ]
    return click.Command("clean", callback=clean, params=options)


def build_keep() -> click.Command:
    """Build `keep`."""

    @click.pass_obj
    def keep(session: Session, source: str, days: int | None, articles: int | None, default: bool) -> None:
        found, keeping = session.library.find_source(source), session.library.keeping
        if default and (days is not None or articles is not None):
            raise UsageError(N_("keep: --default stands alone, without --days and --articles"))
        if default:
            found = keeping.set_limits(found.key, days=None, articles=None)
        elif days is not None or articles is not None:
            found = keeping.set_limits(
                found.key,
                days=found.keep_days if days is None else days,
                articles=found.keep_articles if articles is None else articles,
            )
        session.print_text(f"{found.key}  {found.title}: {describe_limits(keeping.limits_of(found))}")

    options: list[click.Parameter] = [
        click.Argument(["source"], metavar="SOURCE"),
        click.Option(["--days"], type=click.IntRange(min=0), metavar="N", help=_("Keep for so many days; 0 for ever.")),
        click.Option(
            ["--articles"], type=click.IntRange(min=0), metavar="N", help=_("Keep so many, the newest; 0 for all.")
        ),
        click.Option(["--default"], is_flag=True, help=_("As the configuration says for all sources.")),
    ]
    return click.Command("keep", callback=keep, params=options)


def print_sizes(session: Session, *, as_json: bool) -> None:
    """Print what each source takes, the largest first."""
    titles = {source.key: source.title for source in session.library.list_sources()}
    for size in sorted(session.library.keeping.measure(), key=lambda size: -size.size):
        if as_json:
            session.print_json({"source": size.source, "articles": size.articles, "bytes": size.size})
        else:
            taken = format_size(size.size)
            session.print_text(f"{size.source:>4}  {size.articles:>7}  {taken:>14}  {titles[size.source]}")
