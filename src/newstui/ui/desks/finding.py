"""The desk "find": words in the open article, or among the headlines of the list."""

from __future__ import annotations

import unicodedata
from array import array
from contextlib import suppress
from typing import Final

from newstui.i18n import _, format_number, ngettext
from newstui.library.facade import Library
from newstui.model import Headline
from newstui.ui.article.view import ArticleView
from newstui.ui.commands import Pane
from newstui.ui.compare.view import CompareView
from newstui.ui.desks.lists import ListDesk
from newstui.ui.desks.panes import PaneDesk
from newstui.ui.desks.searching import Search
from newstui.ui.find_line import FindLine
from newstui.ui.room import Room

_CHUNK: Final = 500


class FindDesk:
    """Finds. In an article the places are marked and stepped through; a list shows only what was found."""

    def __init__(self, room: Room, line: FindLine, panes: PaneDesk, lists: ListDesk) -> None:
        self._room = room
        self._line = line
        self._panes = panes
        self._lists = lists
        self._in_article = False
        self._words = ""
        self._looked_in: ArticleView | CompareView | None = None
        self._search = Search(room, line, lists)
        self._searching = False
        self._hits = 0

    def start(self) -> None:
        """Ask for words."""
        self._stop_searching()
        self._in_article = self._room.article.reading is not None and self._panes.current not in (
            Pane.SOURCES,
            Pane.HEADLINES,
        )
        if not self._in_article:
            said = _("Find among the headlines")
        elif self._panes.current is Pane.COMPARE:
            said = _("Find in both editions")
        else:
            said = _("Find in the article")
        self._line.ask(said)

    def search(self) -> None:
        """Ask for a query to the whole library; what it finds is shown while it is typed."""
        if self._line.display and self._searching:
            return
        self._in_article, self._searching = False, True
        self._panes.go_to(Pane.HEADLINES)
        self._search.ask()

    def show_excerpt(self, headline: Headline) -> None:
        """Show where in a story that a search has found the words stand."""
        self._search.show_excerpt(headline)

    def type(self, words: str) -> None:
        """Take up what was typed so far: an article shows it at once."""
        if self._searching:
            self._search.type(words)
        elif self._in_article:
            self._look(words)

    def _look(self, words: str) -> None:
        """Mark words in what is read, one article or two editions, and go to the first place."""
        self._words, self._looked_in = words, self._view
        self._hits = self._looked_in.find(words)
        self._tell()

    @property
    def _view(self) -> ArticleView | CompareView:
        """Where words are looked for."""
        return self._room.compare if self._panes.current is Pane.COMPARE else self._room.article

    def finish(self, words: str) -> None:
        """Look for the words; none ends the search."""
        if self._searching:
            self._finish_search(words)
            return
        self._line.hide()
        self._panes.go_to(self._choose_pane())
        if self._in_article:
            self.type(words)
        elif words.strip():
            self._find_headlines(words.strip())
        else:
            self.stop()

    def stop(self) -> bool:
        """End what is being found; False if nothing is."""
        was_typing = self._line.display
        self._stop_searching()
        self._line.hide()
        in_lists = self._panes.current in (Pane.SOURCES, Pane.HEADLINES)
        narrowed = self._lists.narrowed and in_lists and not was_typing
        was = self._hits > 0 or narrowed or was_typing
        self._hits = 0
        self._room.article.find("")
        self._room.compare.find("")
        if narrowed:
            self._lists.show_former()
        if was_typing:
            self._panes.go_to(self._panes.current)
        if was:
            self._room.say("")
        return was

    def step(self, delta: int) -> bool:
        """Go to the next or previous place found in the article; False if nothing is being found there."""
        if not self._hits or self._panes.current in (Pane.SOURCES, Pane.HEADLINES):
            return False
        view = self._view
        if view is not self._looked_in:  # two editions were put side by side since, or one of them alone again
            self._look(self._words)
        elif delta > 0:
            view.next_hit()
        else:
            view.previous_hit()
        self._tell()
        return True

    def _choose_pane(self) -> Pane:
        """Where the keyboard is when words have been typed."""
        if not self._in_article:
            return Pane.HEADLINES
        return Pane.COMPARE if self._panes.current is Pane.COMPARE else Pane.ARTICLE

    def previous(self) -> None:
        """Go to the place found before."""
        if not self.step(-1):
            self._room.warn(
                _("Nothing is being found; press {key} to start.").format(key=self._room.keymap.show_key("find.start"))
            )

    def forget(self) -> None:
        """Take up that another article is shown, in which nothing has been looked for."""
        self._hits = 0
        self._room.compare.find("")
        if self._lists.query is not None:
            # The first article may not be laid out yet.
            self._room.article.call_after_refresh(self._mark_searched, self._lists.query)

    def _mark_searched(self, query: str) -> None:
        """Highlight in the open article what was searched for in the list that it is from."""
        from newstui.text.query import QueryError, parse_query
        from newstui.text.query.terms import list_terms

        if not self._hits and query == self._lists.query:
            with suppress(QueryError):
                self._room.article.mark_terms(list_terms(parse_query(query), forms=True))

    def _tell(self) -> None:
        current = self._view.current_hit
        if isinstance(self._view, CompareView):  # another edition may stand there since
            self._hits = self._view.hits
        if not self._hits:
            self._room.warn(_("Not found."))
        elif current is not None:
            said = _("Place {number} of {total}")
            self._room.say(said.format(number=format_number(current + 1), total=format_number(self._hits)))

    def _finish_search(self, query: str) -> None:
        if self._search.finish(query):
            self._searching = False
            self._line.hide()
            self._panes.go_to(Pane.HEADLINES)

    def _stop_searching(self) -> None:
        """Leave a search whose query is still being typed."""
        if self._searching:
            self._searching = False
            self._search.leave()

    def _find_headlines(self, words: str) -> None:
        view = self._lists.view
        library = self._room.library

        def show(found: array[int]) -> None:
            self._lists.show_found(found, words)
            said = ngettext(
                "{count} headline found; press {key} to show all again.",
                "{count} headlines found; press {key} to show all again.",
                len(found),
            )
            key = self._room.keymap.show_key("go.back")
            self._room.say(said.format(count=format_number(len(found)), key=key))

        self._room.threads.ask("list", lambda: find_headlines(library, library.list_stories(view), words), show)


def find_headlines(library: Library, stories: array[int], words: str) -> array[int]:
    """Return the stories in whose headline all words stand, whatever their case and accents."""
    wanted = _fold(words).split()
    found = array(stories.typecode)
    for start in range(0, len(stories), _CHUNK):
        for headline in library.load_headlines(stories[start : start + _CHUNK]):
            title = _fold(headline.title)
            if all(word in title for word in wanted):
                found.append(headline.key)
    return found


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))
