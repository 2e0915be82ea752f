"""What is said of the headlines: under their frame what they are, and where there are none why, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from textual.content import Content

from newstui.i18n import N_, _, quoted
from newstui.record import record
from newstui.ui.content import foreign_content
from newstui.ui.panes.source_rows import SourceRow
from newstui.ui.panes.sources import row_title

_FILTER_NAMES: Final = {"unread": N_("unread only"), "starred": N_("starred only")}


@record
class Shown:
    """What a list shows: a row of the sources, narrowed and ordered, or what was `found`, `everywhere` or there.

    `filter` is "all", "unread" or "starred"; `ordering` are messages; `any_source`: something is subscribed to; `offline`: the
    network is not used.
    """

    row: SourceRow
    found: str | None
    everywhere: bool
    filter: str
    only_new: bool
    ordering: tuple[str, ...]
    any_source: bool
    offline: bool = False


def list_words(shown: Shown) -> Iterator[Content]:
    """Yield what the list is, part by part."""
    yield Content(_("All articles")) if shown.everywhere else foreign_content(row_title(shown.row))
    if shown.found is not None:
        yield foreign_content(quoted(shown.found))
        return
    if shown.filter in _FILTER_NAMES:
        yield Content(_(_FILTER_NAMES[shown.filter]))
    if shown.only_new:
        yield Content(_("new since the last visit"))
    for name in shown.ordering:
        yield Content(_(name))


def say_empty(shown: Shown, key: Callable[[str], str]) -> str:
    """Return why nothing is listed, and what to do; `key` tells the key of a command."""
    source = shown.row.source
    if shown.found is not None:
        said = _("Nothing found. Press {back} for the whole list.")
    elif shown.only_new:
        said = _("Nothing new since the last visit. Press {new} for the rest, {refresh} to look for news.")
    elif source is not None and source.last_error is not None and not source.articles:
        said = _("This source could not be read. Press {about} to see why, {refresh} to try again.")
    elif shown.filter == "unread" or shown.row.view.unread:
        said = _("Nothing unread here. Press {filter} for the rest, {refresh} to look for news.")
    elif shown.filter == "starred" or shown.row.view.starred:
        said = _("Nothing starred here. Press {star} on an article to star it, {filter} for the rest.")
    elif shown.row.saved is not None:
        said = _("This view finds nothing now. What arrives and fits stands here; press {find} for another search.")
    elif not shown.any_source:
        said = _("Nothing to read yet. Press {add} to add a source, {starters} for some to start with.")
    elif shown.offline:
        said = _("No articles here yet, and no network is used: start without --offline to look for news.")
    else:
        said = _("No articles here yet. Press {refresh} to look for news.")
    return said.format(
        back=key("go.back"),
        new=key("list.new"),
        filter=key("list.filter"),
        refresh=key("source.refresh-all"),
        about=key("source.about"),
        find=key("find.search"),
        star=key("article.star"),
        add=key("source.add"),
        starters=key("source.starters"),
    )
