"""The desk "read": from one unread article to the next, each ready before it is asked for."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from newstui.errors import NewstuiError
from newstui.i18n import _
from newstui.library.facade import Library
from newstui.model import Headline, Reading, View
from newstui.ui.commands import Pane
from newstui.ui.desks.articles import ArticleDesk
from newstui.ui.desks.finding import FindDesk
from newstui.ui.desks.lists import ListDesk
from newstui.ui.desks.panes import PaneDesk
from newstui.ui.readings import Readings
from newstui.ui.room import Room

_NEAR: Final = 100
"""So many headlines are looked through one by one before the whole list is asked."""


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
        self._ahead: tuple[int | None, Headline | None] = (None, None)
        articles.opened = self._prepare

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
        said = _("This is the end of the article; {key} opens the next unread one.")
        self._room.say(said.format(key=self._room.keymap.show_key("read.on")))

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
        story, ahead = self._ahead
        if step > 0 and ahead is not None and story == here:
            self._articles.open(ahead)
            return
        stories, at, view = self._room.headlines.stories, self._room.headlines.cursor, self._lists.view
        self._room.threads.ask(
            "ahead",
            lambda: find_unread(self._room.library, stories, at, step, view),
            lambda found: self._open_or_end(found, step),
        )

    def _is_open_one_meant(self) -> bool:
        """Whether the cursor stands on the story that is open."""
        headline = self._articles.headline
        return headline is not None and headline.key == self._room.headlines.story_at_cursor

    def _open_or_end(self, found: Headline | None, step: int) -> None:
        if found is not None:
            self._articles.open(found)
        elif step > 0:
            self._room.warn(_("The end: nothing further down is unread."))
        else:
            self._room.warn(_("Nothing further up is unread."))

    def _prepare(self, reading: Reading) -> None:
        """Find and load what may be wanted next: the next unread article, the neighbours, the other editions."""
        headlines = self._room.headlines
        stories, at, here, view = headlines.stories, headlines.cursor, headlines.story_at_cursor, self._lists.view
        editions = [edition.id for edition in reading.article.editions if edition.available and edition.id]

        def load() -> Headline | None:
            found = find_unread(self._room.library, stories, at, 1, view)
            near = self._room.library.load_headlines([*stories[at + 1 : at + 2], *stories[max(0, at - 1) : at]])
            self._readings.prepare([*([found.id] if found else []), *(row.id for row in near), *editions])
            return found

        def note(found: Headline | None) -> None:
            self._ahead = (here, found)

        self._ahead = (None, None)
        self._find.forget()
        self._room.threads.ask("prepare", load, note, failed=_wait)


def _wait(_error: NewstuiError) -> None:
    """Say nothing of an article that could not be made ready: it is told when somebody opens it."""


def find_unread(library: Library, stories: array[int], at: int, step: int, view: View) -> Headline | None:
    """Return the nearest unread story below (`step` 1) or above (-1) a place in a list that shows `view`."""
    rest = stories[at + 1 :] if step > 0 else stories[:at][::-1]
    rest = array("q", (story for story in rest if story > 0))  # an edition beneath its story is no other story
    near = _first_unread(library, rest[:_NEAR])
    if near is not None or len(rest) <= _NEAR:
        return near
    unread = set(library.list_stories(replace(view, unread=True)))
    return _first_unread(library, [story for story in rest[_NEAR:] if story in unread][:_NEAR])


def _first_unread(library: Library, stories: Sequence[int]) -> Headline | None:
    return next((headline for headline in library.load_headlines(stories) if not headline.read), None)
