"""The desk "read": from one unread article to the next, each ready before it is asked for."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final, NamedTuple

from textual.content import Content

from newstui.errors import NewstuiError
from newstui.i18n import _, format_number
from newstui.library.facade import Library
from newstui.model import Headline, Reading, View
from newstui.ui.article.parts import measure_minutes
from newstui.ui.commands import Pane
from newstui.ui.desks.articles import ArticleDesk
from newstui.ui.desks.finding import FindDesk
from newstui.ui.desks.lists import ListDesk
from newstui.ui.desks.panes import PaneDesk
from newstui.ui.panes.source_rows import SourceRow
from newstui.ui.panes.sources import row_title
from newstui.ui.readings import Readings
from newstui.ui.room import Room

_NEAR: Final = 100
"""So many headlines are looked through one by one before the whole list is asked."""


class _Beyond(NamedTuple):
    """What is unread when nothing further down is: an article above, or the row of another list.

    It holds as long as the reader is `at` the same row of the sources and the same story.
    """

    at: tuple[str, int | None]
    above: Headline | None
    row: SourceRow | None


class ReadDesk:
    """Reads on. `_ahead` holds the next unread story of the open one, found while that is being read."""

    def __init__(
        self, room: Room, readings: Readings, panes: PaneDesk, lists: ListDesk, articles: ArticleDesk, find: FindDesk
    ) -> None:
        self._room = room
        self._readings = readings
        self._panes = panes
        self._lists = lists
        self._articles = articles
        self._find = find
        self._minutes: tuple[Reading | None, float] = (None, 0.0)
        """How long the open article takes to read: counted once."""
        self._beyond: _Beyond | None = None
        """Where the reader was told to find something unread, when the list had come to its end."""
        self._ahead: tuple[int | None, Headline | None] = (None, None)

    def on(self) -> None:
        """Turn the page; from the end of an article, or from a list, open the next unread one."""
        if self._panes.current is Pane.COMPARE:
            self._room.compare.page(1)
            return
        in_article = self._panes.current is Pane.ARTICLE  # which may have been opened from elsewhere than the list
        if (
            self._panes.shown(Pane.ARTICLE)
            and (in_article or self._is_open_one_meant())
            and not self._room.article.at_end
        ):
            self._room.article.scroll_pages(1)
        else:
            self._go(1)

    def next(self) -> None:
        """Open the next unread article, or go to the next place found."""
        if not self._find.step(1):
            self._go(1)

    def previous(self) -> None:
        """Open the unread article before."""
        self._go(-1)

    def tell_end(self) -> None:
        """Say that this is the end of the article, and how to read on."""
        said = _("The end of the article; press {key} for the next unread one.")
        self._room.say(said.format(key=self._room.keymap.show_key("read.on")))

    def tell_progress(self) -> None:
        """Say how far the article is read and how long the rest takes: in its frame, or at the foot where it has none."""
        view, screen = self._room.article, self._room.screen
        told = ""
        if view.reading is not None:
            if self._minutes[0] is not view.reading:
                self._minutes = (view.reading, measure_minutes(view.reading))
            left = self._minutes[1] * (1 - view.progress)
            share = f"{format_number(round(100 * view.progress))} %"
            told = _("{share} · {minutes} min left") if left >= 1 else "{share}"
            told = told.format(share=share, minutes=format_number(round(left)))
        view.border_subtitle = Content(told)
        frameless = screen.has_class("-single") and self._panes.current is Pane.ARTICLE
        self._room.status.reading = told if frameless else ""

    def prepare(self, article_ids: Iterable[str]) -> None:
        """Make articles ready that may be opened next."""
        wanted = list(article_ids)
        self._room.threads.ask("prepare", lambda: self._readings.prepare(wanted), lambda _none: None, failed=_wait)

    def _go(self, step: int) -> None:
        here = self._room.headlines.story_at_cursor
        under = self._room.headlines.headline_at_cursor
        if step > 0 and under is not None and not under.read and not self._is_open_one_meant():
            self._articles.open(under)
            return
        if step > 0 and self._beyond is not None and self._beyond.at == (self._lists.row.key, here):
            self._go_beyond(self._beyond)
            return
        story, ahead = self._ahead
        if step > 0 and ahead is not None and story == here:
            self._articles.open(ahead)
            return
        stories, at, view = self._room.headlines.stories, self._room.headlines.position, self._lists.view
        library = self._room.library

        def look() -> tuple[Headline | None, Headline | None]:
            found = find_unread(library, stories, at, step, view)
            above = find_unread(library, stories[:at], -1, 1, view) if found is None and step > 0 else None
            return found, above

        self._room.threads.ask("ahead", look, lambda found: self._open_or_end(*found, step))

    def _is_open_one_meant(self) -> bool:
        """Whether the cursor stands on the story that is open."""
        headline = self._articles.headline
        return headline is not None and headline.key == self._room.headlines.story_at_cursor

    def _open_or_end(self, found: Headline | None, above: Headline | None, step: int) -> None:
        if found is not None:
            self._articles.open(found)
        elif step > 0:
            self._tell_end_of_list(above)
        else:
            self._room.warn(_("Nothing further up is unread."))

    def _tell_end_of_list(self, above: Headline | None) -> None:
        """Say that nothing further down is unread, and where something is: there the same key goes next."""
        row, key = self._lists.row, self._room.keymap.show_key("read.on")
        other = None if above is not None else find_unread_row(self._room.sources.rows, row)
        self._beyond = _Beyond((row.key, self._room.headlines.story_at_cursor), above, other)
        if above is not None:
            self._room.warn(_("The end of this list; press {key} for its first unread article.").format(key=key))
        elif other is not None:
            said = _("The end of this list; press {key} for the next, with {count} unread: {name}")
            self._room.warn(said.format(key=key, name=row_title(other), count=format_number(other.unread)))
        else:
            self._room.warn(_("The end: nothing further down is unread."))

    def _go_beyond(self, beyond: _Beyond) -> None:
        """Go to what is unread beyond the end of the list."""
        self._beyond = None
        if beyond.above is not None:
            self._articles.open(beyond.above)
        elif beyond.row is not None:
            self._room.say("")
            self._panes.go_to(Pane.HEADLINES)
            self._room.sources.go_to(beyond.row.key)

    def look_ahead(self, reading: Reading) -> None:
        """Find and load what may be wanted next: the next unread article, the neighbours, the other editions."""
        headlines = self._room.headlines
        stories, at, here, view = headlines.stories, headlines.position, headlines.story_at_cursor, self._lists.view
        editions = [edition.id for edition in reading.article.editions if edition.available and edition.id]

        def load() -> Headline | None:
            found = find_unread(self._room.library, stories, at, 1, view)
            near = self._room.library.load_headlines([*stories[at + 1 : at + 2], *stories[max(0, at - 1) : at]])
            self._readings.prepare([*([found.id] if found else []), *(row.id for row in near), *editions])
            return found

        def note(found: Headline | None) -> None:
            self._ahead = (here, found)

        self.tell_progress()
        self._ahead = (None, None)
        self._find.forget()
        self._room.threads.ask("prepare", load, note, failed=_wait)


def _wait(_error: NewstuiError) -> None:
    """Say nothing of an article that could not be made ready: it is told when somebody opens it."""


def find_unread_row(rows: Sequence[SourceRow], here: SourceRow) -> SourceRow | None:
    """Return the next source below a row with something unread, from the top again if need be; none for a list of all."""
    keys = [row.key for row in rows]
    if here.key not in keys or (here.source is None and here.view.folder is None):
        return None
    at = keys.index(here.key)
    around = [*rows[at + 1 :], *rows[:at]]
    return next((row for row in around if row.source is not None and row.unread), None)


def find_unread(library: Library, stories: array[int], at: int, step: int, view: View) -> Headline | None:
    """Return the nearest unread story below (`step` 1) or above (-1) a place in a list that shows `view`."""
    places = range(at + 1, len(stories)) if step > 0 else range(at - 1, -1, -1)
    # Looked at as far as need be: an article that is opened in a list of a million asks for the next one, too.
    rest = (
        story for place in places if (story := stories[place]) > 0
    )  # an edition beneath its story is no other story
    near = list(islice(rest, _NEAR))
    found = _first_unread(library, near)
    if found is not None or len(near) < _NEAR:
        return found
    unread = set(library.list_stories(replace(view, unread=True)))
    return _first_unread(library, list(islice((story for story in rest if story in unread), _NEAR)))


def _first_unread(library: Library, stories: Sequence[int]) -> Headline | None:
    return next((headline for headline in library.load_headlines(stories) if not headline.read), None)
