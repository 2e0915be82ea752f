"""Searching the whole library: the list shows what a query finds while it is typed, and its mistake at its place."""

from __future__ import annotations

import re
from array import array
from functools import partial
from typing import Final

from textual.content import Content
from textual.timer import Timer

from newstui.errors import NewstuiError
from newstui.i18n import _, format_number, ngettext, translate_error
from newstui.model import Headline
from newstui.model.search import Excerpt
from newstui.ui.content import foreign_content
from newstui.ui.desks.lists import ListDesk
from newstui.ui.find_line import FindLine
from newstui.ui.latest import Latest
from newstui.ui.room import Room

_PAUSE: Final = 0.3
"""Seconds without a key before a mistake is told: most are only not finished."""
_LONG: Final = re.compile(r"(?<!\w)\w{1,3}\*")
"""The short beginning of a word, which stands for thousands: what is looked for takes longer than a screen may."""
_SCREENFUL: Final = 60
_FIRST: Final = 200
"""So many stories are listed while a query is being typed."""
_NARROWEST: Final = 40
_BESIDE: Final = 16
"""Columns beside an excerpt: a language before it, the place in the list behind."""


class Search:
    """One search after the other; what was listed before comes back when it is left."""

    def __init__(self, room: Room, line: FindLine, lists: ListDesk) -> None:
        self._room = room
        self._line = line
        self._lists = lists
        self._latest = Latest(room.threads, "list")
        self._excerpts = Latest(room.threads, "excerpt")
        self._pausing: Timer | None = None
        self._query = ""
        """What is in the line now: an answer to anything else comes too late."""

    def ask(self) -> None:
        """Ask for a query."""
        self._line.ask(_("Search all articles"))
        if self._line.value:
            self.type(self._line.value)

    def type(self, query: str) -> None:
        """Try a query at once."""
        self._forget_mistake()
        self._query = query
        if not query.strip():
            self._latest.forget()
            self._lists.show_former()
            self._room.say("")
            return
        if _LONG.search(query):
            find = partial(self._room.library.searching.list_titled, query, _SCREENFUL)
            self._latest.ask(find, partial(self._show_first, query), failed=partial(self._wait_to_tell, query))
        else:
            self._find(query)

    def _find(self, query: str) -> None:
        find = partial(self._room.library.searching.list_stories, query, _FIRST, ranked=True, typing=True)
        show = partial(self._show, query, typing=True)
        self._latest.ask(find, show, failed=partial(self._wait_to_tell, query))

    def _show_first(self, query: str, stories: array[int]) -> None:
        """Show what can be had quickly, if it fills the screen, and look for all the rest."""
        if query == self._query:
            if len(stories) == _SCREENFUL:
                self._lists.show_found(stories, query.strip(), everywhere=True)
            self._find(query)

    def finish(self, query: str) -> bool:
        """List all that a query finds and keep that as the list; False if it cannot be read, so that it is mended."""
        from newstui.text.query import QueryError

        self._forget_mistake()
        self._latest.forget()
        self._query = query
        if not query.strip():
            self._lists.show_former()
            return True
        try:
            self._room.library.searching.check_query(query)
        except QueryError as error:
            self._tell(query, error)
            return False
        find = partial(self._room.library.searching.list_stories, query, ranked=True)
        self._room.threads.ask(
            "list", find, partial(self._show, query, typing=False), failed=partial(self._tell, query)
        )
        return True

    def show_excerpt(self, headline: Headline) -> None:
        """Show where in a story that was found the words stand, with the words marked."""
        query = self._lists.query
        if query is None or self._line.display:
            return
        width = max(_NARROWEST, self._room.status.content_size.width - _BESIDE)
        find = partial(self._room.library.searching.find_excerpt, query, headline.story, width)
        self._excerpts.ask(find, partial(self._show_excerpt, query, headline), failed=lambda _error: None)

    def _show_excerpt(self, query: str, headline: Headline, excerpt: Excerpt | None) -> None:
        if query != self._lists.query or self._line.display:
            return
        self._room.status.excerpt = None if excerpt is None else draw_excerpt(excerpt, headline.language)

    def leave(self) -> None:
        """Go back to what was listed before."""
        self._forget_mistake()
        self._latest.forget()
        self._query = ""
        self._lists.show_former()

    def _show(self, query: str, stories: array[int], *, typing: bool) -> None:
        if query != self._query:
            return
        self._lists.show_found(stories, query.strip(), everywhere=True)
        count = len(stories)
        if typing and count == _FIRST:
            self._room.say(_("The best {count} stories.").format(count=format_number(count)))
        else:
            found = ngettext("{count} story found.", "{count} stories found.", count)
            self._room.say(found.format(count=format_number(count)))

    def _tell(self, query: str, error: NewstuiError) -> None:
        """Tell a mistake, and show it at its place, unless something else has been typed since."""
        from newstui.text.query import QueryError

        if query != self._query:
            return
        if isinstance(error, QueryError):
            self._line.mark_mistake((error.start, error.end))
            self._room.warn(translate_error(error))
        else:
            self._room.fail(error)

    def _wait_to_tell(self, query: str, error: NewstuiError) -> None:
        """Tell what is wrong when nothing more is typed for a moment."""
        self._pausing = self._room.screen.set_timer(_PAUSE, partial(self._tell, query, error))

    def _forget_mistake(self) -> None:
        self._line.mark_mistake(None)
        if self._pausing is not None:
            self._pausing.stop()
            self._pausing = None


def draw_excerpt(excerpt: Excerpt, language: str | None) -> Content:
    """Return a piece of a text with the words that were found in bold, after its language where another is shown."""
    snippet = excerpt.snippet
    line = foreign_content(snippet.text, "$quiet")
    for start, end in snippet.marks if line.plain == snippet.text else ():  # else it was turned round
        line = line.stylize("bold $text-accent", start, end)
    if excerpt.language and excerpt.language != language:
        return Content.assemble((f"{excerpt.language} ", "$text-accent"), line)
    return line
