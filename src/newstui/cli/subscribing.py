"""`add`, `remove` and `sources`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace

import click

from newstui.cli import records
from newstui.cli.keeping import print_sizes
from newstui.cli.session import Session, json_option, parse_tag
from newstui.errors import NewstuiError
from newstui.i18n import _
from newstui.library.adding import Addition, Wishes
from newstui.library.choosing import SeveralFeedsError
from newstui.library.upkeep import Condition
from newstui.model import FeedCandidate, FulltextRule, Source


def build_add() -> click.Command:
    """Build `add`."""

    @click.pass_obj
    def add(
        session: Session,
        address: str,
        title: str | None,
        folder: str | None,
        lang: str | None,
        pick: int | None,
        every: bool,
        fulltext: str | None,
        as_json: bool,
    ) -> None:
        wishes = Wishes(title=title, folder=folder, language=parse_tag(lang) if lang else None)
        additions = session.library.adding.add(address, wishes, pick=pick, every=every)
        try:
            for addition in additions:
                _report_addition(session, _set_rule(session, addition, fulltext), as_json=as_json)
        except SeveralFeedsError as error:
            _print_candidates(session, error.candidates, as_json=as_json)
            raise
        session.finish()

    options: list[click.Parameter] = [
        click.Argument(["address"], metavar="TARGET"),
        click.Option(["--title"], metavar="T", help=_("What the source is called.")),
        click.Option(["--folder"], metavar="F", help=_("The folder that the source is in.")),
        click.Option(["--lang"], metavar="TAG", help=_("The language of its articles, where they do not say it.")),
        click.Option(
            ["--pick"], metavar="N", type=int, help=_("Of several feeds that are found, the one with this number.")
        ),
        click.Option(["--all", "every"], is_flag=True, help=_("All feeds that are found.")),
        click.Option(
            ["--fulltext"],
            metavar="WHEN",
            type=click.Choice([rule.value for rule in FulltextRule]),
            help=_(
                "Whether refreshes fetch the full text of its articles: never, short (when the feed gives less than a"
                " paragraph) or always."
            ),
        ),
        json_option(),
    ]
    return click.Command("add", callback=add, params=options)


def _set_rule(session: Session, addition: Addition, fulltext: str | None) -> Addition:
    """Give what was added the rule that was asked for, also if it was subscribed to before."""
    if fulltext is None or addition.source is None:
        return addition
    rule = FulltextRule(fulltext)
    return replace(addition, source=session.library.fulltexts.set_rule(addition.source.key, rule))


def _report_addition(session: Session, addition: Addition, *, as_json: bool) -> None:
    if addition.error:
        session.report(addition.error)
    source = addition.source
    if source is None:
        return
    if as_json:
        session.print_json(records.source_record(source))
    else:
        session.print_text(f"{source.key}  {source.title}")
    if addition.known:
        session.say(_("Subscribed to already: {title}").format(title=source.title))
    if addition.unlooked:
        session.say(_("Added without looking at it; that is done when there is a network, by the next refresh."))
    if source.last_error and not addition.known:
        session.report(source.last_error)


def _print_candidates(session: Session, candidates: Sequence[FeedCandidate], *, as_json: bool) -> None:
    """Print feeds to choose from, each with the number that --pick takes."""
    for number, candidate in enumerate(candidates, 1):
        if as_json:
            session.print_json({"pick": number, **asdict(candidate)})
        else:
            about = ", ".join(part for part in (candidate.title, candidate.kind, candidate.language) if part)
            session.print_text(f"{number:>3}  {candidate.url}" + (f"  ({about})" if about else ""))


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
    def sources(session: Session, sizes: bool, as_json: bool) -> None:
        if sizes:
            print_sizes(session, as_json=as_json)
            return
        listed = session.library.list_sources()
        conditions = session.library.upkeep.list_conditions(listed)
        for source in listed:
            condition = conditions.get(source.key, Condition())
            if as_json:
                session.print_json(records.source_record(source) | records.condition_record(source, condition))
            else:
                session.print_text(_source_lines(source, condition))

    options: list[click.Parameter] = [
        click.Option(["--sizes"], is_flag=True, help=_("What each source takes, the largest first.")),
        json_option(),
    ]
    return click.Command("sources", callback=sources, params=options)


def _source_lines(source: Source, condition: Condition) -> str:
    folder = f"{source.folder} / " if source.folder else ""
    lines = [f"{source.key:>4}  {source.unread:>6} / {source.articles:<6}  {folder}{source.title}"]
    lines.append(f"      {source.url or source.path}")
    if source.fulltext is FulltextRule.SHORT:
        lines.append("      " + _("Full text: when the feed gives less than a paragraph"))
    elif source.fulltext is FulltextRule.ALWAYS:
        lines.append("      " + _("Full text: always"))
    return "\n".join([*lines, *(f"      {sentence}" for sentence in condition.sentences)])
