"""`speakers`, and what `quotes --speaker` prints: who is quoted in the whole library, and what they say."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import click

from newstui.cli import records
from newstui.cli.importing import Progress
from newstui.cli.session import Session, json_option
from newstui.errors import N_, UsageError
from newstui.i18n import _, format_date, format_number
from newstui.model import Document, Reading, Speaker, SpokenQuote
from newstui.text.romanisation import fold_letters

_PAGE = 500
"""So many quotations are read at once."""


def build_speakers() -> click.Command:
    """Build `speakers`."""

    @click.pass_obj
    def speakers(
        session: Session,
        part: tuple[str, ...],
        limit: int,
        join: tuple[str, str] | None,
        apart: str | None,
        as_json: bool,
    ) -> None:
        look_through(session)
        for speaker in _choose_speakers(session, " ".join(part), limit, join, apart):
            if as_json:
                session.print_json(records.speaker_record(speaker))
            else:
                session.print_text(_line(speaker))
        session.finish()

    options = [
        click.Argument(["part"], metavar="[PART]", nargs=-1),
        click.Option(
            ["--limit"],
            metavar="N",
            type=click.IntRange(min=0),
            default=100,
            help=_("At most so many; 100 if not given."),
        ),
        click.Option(
            ["--join"], nargs=2, metavar="NAME OTHER", help=_("Say that two who are quoted are one person, for good.")
        ),
        click.Option(
            ["--part", "apart"],
            metavar="NAME",
            help=_("Say that a name belongs to somebody else than it is counted for."),
        ),
        json_option(),
    ]
    return click.Command("speakers", callback=speakers, params=options)


def _choose_speakers(
    session: Session, part: str, limit: int, join: tuple[str, str] | None, apart: str | None
) -> list[Speaker]:
    """Say who is who, as far as that was asked for, and return the speakers to be printed."""
    library = session.library
    if join is None and apart is None:
        return library.find_speakers(part, limit)
    if part or (join and apart):
        raise click.UsageError(_("--join and --part stand alone."))
    if join is not None:
        one, other = (_get_speaker(session, name) for name in join)
        return [library.naming.join(one.key, other.key)]
    speaker = _get_speaker(session, apart or "")
    kept = library.naming.part(speaker.key, _find_spelling(speaker, apart or ""))
    return [kept, *(each for each in library.name_speakers(apart or "") if each.key != kept.key)]


def _get_speaker(session: Session, name: str) -> Speaker:
    """Return the one whom a name means; raises UsageError if that is nobody, or several."""
    found = session.library.name_speakers(name)
    if len(found) == 1:
        return found[0]
    exact = [speaker for speaker in found if name in speaker.spellings]
    if len(exact) == 1:
        return exact[0]
    if not found:
        raise UsageError(N_("Nobody of the name {name} is quoted; newstui speakers lists who is."), name=name)
    raise UsageError(
        N_("{name} means several people: {names}"), name=name, names=", ".join(speaker.name for speaker in found)
    )


def _find_spelling(speaker: Speaker, name: str) -> str:
    """Return a speaker's name as the articles have it: as it was typed, or with other capitals and accents."""
    same = [spelling for spelling in speaker.spellings if fold_letters(spelling) == fold_letters(name)]
    return name if name in speaker.spellings or not same else same[0]


def read_spoken(session: Session, name: str, limit: int | None) -> Iterator[Reading]:
    """Read what those whom a name means say in the whole library: articles, newest first, with these quotes alone."""
    look_through(session)
    speakers = session.library.name_speakers(name)
    if not speakers:
        session.say(_say_who_else(session, name))
    elif len(speakers) > 1:
        session.say(", ".join(f"{speaker.name} ({format_number(speaker.quotes)})" for speaker in speakers))
    spoken = _list_quotes(session, [speaker.key for speaker in speakers], limit)
    for _id, group in groupby(spoken, key=lambda each: each.article.id):
        quotes = list(group)
        yield Reading(quotes[0].article, Document(), tuple(each.quote for each in quotes))


def _say_who_else(session: Session, name: str) -> str:
    others = ", ".join(speaker.name for speaker in session.library.find_speakers(name, 5))
    if others:
        return _("Nobody of the name {name} is quoted; there are {others}.").format(name=name, others=others)
    return _("Nobody of the name {name} is quoted; newstui speakers lists who is.").format(name=name)


def look_through(session: Session) -> None:
    """Look for quotations where nobody has looked yet, so that the answer is about the whole library."""
    progress = Progress()
    session.library.find_quotes_in_arrivals(on_progress=progress.show)
    progress.clear()


def _list_quotes(session: Session, keys: list[int], limit: int | None) -> Iterator[SpokenQuote]:
    before, left = None, limit
    while left is None or left > 0:
        page = session.library.list_quotes_by(keys, before=before, limit=_PAGE if left is None else min(left, _PAGE))
        if not page:
            return
        yield from page[:left]
        left = None if left is None else left - len(page)
        before = page[-1].place


def _line(speaker: Speaker) -> str:
    others = f"  ({', '.join(speaker.spellings[1:])})" if len(speaker.spellings) > 1 else ""
    counts = f"{format_number(speaker.quotes):>7} {format_number(speaker.articles):>7}"
    return f"{counts}  {format_date(speaker.latest):>14}  {speaker.name}{others}"
