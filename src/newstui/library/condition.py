"""How a source is, in words: when it was last good, what its server answered, when it is due and why then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from newstui.i18n import _, format_datetime, format_number, ngettext, translate_error
from newstui.model import FeedState, Source, SourceKind
from newstui.refresh import RefreshSettings
from newstui.refresh.schedule import DueReason, find_due_reason
from newstui.text.programs import is_program

_NOTHING_NEW = 304


def describe_condition(source: Source, state: FeedState, now: datetime, settings: RefreshSettings) -> list[str]:
    """Return sentences in the interface's language, the most important first; `settings` are those it was planned by."""
    if source.kind is not SourceKind.FEED:
        return list(_describe_local(source))
    return [
        *_tell_last_good(source, now),
        *_tell_answer(source, state),
        *_tell_due(state, now, settings),
        *_tell_move(state),
    ]


def _describe_local(source: Source) -> Iterator[str]:
    if source.last_error is not None:
        yield _("The last reading failed: {reason}").format(reason=translate_error(source.last_error))
    if source.last_good is not None:
        yield _("Last good: {when}").format(when=format_datetime(source.last_good))
    yield _("It is looked at whenever anything is refreshed.")


def _tell_last_good(source: Source, now: datetime) -> Iterator[str]:
    if source.last_good is not None:
        when, age = format_datetime(source.last_good), now - source.last_good
        if age < timedelta(minutes=1):
            yield _("Last good: {when}").format(when=when)
        else:
            yield _("Last good: {when} ({age} ago)").format(when=when, age=tell_duration(age))
    elif source.last_status is not None:
        yield _("Never read so far.")


def _tell_answer(source: Source, state: FeedState) -> Iterator[str]:
    if source.last_error is not None:
        yield _("Failed: {reason}").format(reason=translate_error(source.last_error))
        if state.failures > 1:
            said = ngettext(
                "It has failed {count} time in a row.", "It has failed {count} times in a row.", state.failures
            )
            yield said.format(count=format_number(state.failures))
    elif is_program(source.url or "") and source.http_status is None and source.last_status is not None:
        yield _("The program did its work.")
    elif source.http_status == _NOTHING_NEW:
        yield _("The server answered that nothing had changed ({status}).").format(status=source.http_status)
    elif source.http_status is not None:
        yield _("The server answered with the feed ({status}).").format(status=source.http_status)


def _tell_due(state: FeedState, now: datetime, settings: RefreshSettings) -> Iterator[str]:
    reason = find_due_reason(state, settings)
    if reason is DueReason.GONE:
        yield _("It is gone for good, and is not asked any more unless you refresh it by hand.")
    elif state.next_due is None:
        yield _("It has not been asked yet; the next refresh does.")
    else:
        when = format_datetime(state.next_due)
        said = _("Next due: {when}, {reason}") if state.next_due > now else _("Due since {when}, {reason}")
        yield said.format(when=when, reason=_tell_reason(reason, state, settings))


def _tell_reason(reason: DueReason, state: FeedState, settings: RefreshSettings) -> str:
    assert state.next_due is not None
    wait = tell_duration(state.next_due - state.last_fetch) if state.last_fetch else ""
    match reason:
        case DueReason.RETRY_AFTER:
            return _("since its server wants to be left alone until then, by hand too")
        case DueReason.FAILED:
            longest = tell_duration(settings.maximum_interval)
            return _("since each failure doubles the wait, up to {longest}").format(longest=longest)
        case DueReason.REST:
            return _("since it asks for rest on some days or at some hours")
        case DueReason.WANTED:
            return _("since the feed or its server asks for {wait} between two refreshes").format(wait=wait)
        case DueReason.LONGEST:
            return _("since it changes seldom, and no wait is longer than {wait}").format(wait=wait)
        case DueReason.SHORTEST:
            return _("since it changes often, and no wait is shorter than {wait}").format(wait=wait)
    return _("since it is asked every {wait} by how often it changes").format(wait=wait)


def _tell_move(state: FeedState) -> Iterator[str]:
    if state.moved_to is not None:
        said = _("A redirect said once that it has moved to {url} for good; when it says so again, the source follows.")
        yield said.format(url=state.moved_to)


def tell_duration(duration: timedelta) -> str:
    """Return a time span in its largest unit: "3 days", "2 hours", "15 minutes"."""
    minutes = max(0, round(duration.total_seconds() / 60))
    hours = round(minutes / 60)
    if minutes < 90 and minutes != 60:
        return ngettext("{count} minute", "{count} minutes", minutes).format(count=format_number(minutes))
    if hours < 48:
        return ngettext("{count} hour", "{count} hours", hours).format(count=format_number(hours))
    days = round(hours / 24)
    return ngettext("{count} day", "{count} days", days).format(count=format_number(days))
