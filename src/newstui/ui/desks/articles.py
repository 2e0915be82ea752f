"""The desk "article": opens articles, and marks, copies and passes on the one that is meant."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from newstui.i18n import _
from newstui.model import Article, Headline, Quote, Reading
from newstui.ui.article.position import Position
from newstui.ui.commands import Pane
from newstui.ui.desks.lists import ListDesk
from newstui.ui.desks.panes import PaneDesk
from newstui.ui.fulltexts import Fulltexts
from newstui.ui.places import Places
from newstui.ui.readings import Readings
from newstui.ui.room import Room


class ArticleDesk:
    """Holds the open article. `headline` is its story's row, `opened` is called when another one is open."""

    def __init__(
        self,
        room: Room,
        readings: Readings,
        places: Places,
        panes: PaneDesk,
        lists: ListDesk,
        opened: Callable[[Reading], None],
    ) -> None:
        self._room = room
        self._readings = readings
        self._places = places
        self._panes = panes
        self._lists = lists
        self._fulltexts = Fulltexts(room, readings, lambda reading, place: self.show(reading, at=place))
        self.headline: Headline | None = None
        self._wanted: Headline | None = None
        self._opened = opened

    def open(self, headline: Headline, quote: Quote | None = None) -> None:
        """Open a story in the edition that its headline names, at a quotation if one is given.

        It is marked as read as soon as it is seen.
        """
        self._room.headlines.move_to_story(headline.key)
        self._wanted = headline
        ready = self._readings.find(headline.id)
        if ready is not None:
            self._open_ready(headline, quote, ready)
        else:
            load = partial(self._readings.get, headline.id)
            self._room.threads.ask("open", load, partial(self._open_ready, headline, quote))

    def open_edition(self, headline: Headline, language: str) -> None:
        """Open a story in another language that it is here in."""
        if language == headline.language:
            self.open(headline)
            return

        def load() -> Headline:
            editions = self._readings.get(headline.id).article.editions
            here = (edition.id for edition in editions if edition.available and edition.language == language)
            return self._room.library.get_headline(next(filter(None, here), headline.id))

        self._room.threads.ask("open", load, self.open)

    def _open_ready(self, headline: Headline, quote: Quote | None, reading: Reading) -> None:
        if headline is not self._wanted:
            return  # another one was asked for while this one was loaded
        self._room.say("")
        self.headline = headline
        if not headline.read and not self._room.library.read_only:
            self.headline = self._lists.marks.mark(headline, read=True, undoable=False)
        if quote is None or quote not in reading.quotes:  # the article may say something else now
            self.show(reading)
            self._panes.go_to(Pane.ARTICLE)
        else:
            self.show(reading, at=Position(quote.spans[0].block, 2))
            self._panes.go_to(Pane.ARTICLE)
            # When the article has its place on the screen, which it may have got just now.
            self._room.screen.call_after_refresh(self._select, reading, reading.quotes.index(quote))

    def _select(self, reading: Reading, index: int) -> None:
        """Highlight a quotation, unless another article has been opened."""
        if self._room.article.reading is reading:
            self._room.article.select_quote(index)
            self._room.quotes.go_to(index)

    def show(self, reading: Reading, *, at: Position | None = None) -> None:
        """Show an article and what stands beside it, from where it was left unless `at` says where."""
        self._places.note()
        self._room.article.show(reading, at=at or self._places.find(reading))
        self._room.languages.show_editions(reading.article, self._room.library.ladder)
        self._room.quotes.show_quotes(reading)
        self._lists.show_place()
        self._opened(reading)

    def forget(self) -> None:
        """Show no article."""
        self._places.note()
        self.headline = None
        self._room.show_no_article()

    def translate(self) -> None:
        """Say what stands beside the article in the interface's language of now."""
        article = self._room.article
        quote = article.current_quote
        self._room.languages.show_editions(
            article.reading.article if article.reading else None, self._room.library.ladder
        )
        self._room.quotes.show_quotes(article.reading)
        article.show(article.reading, at=article.position() if article.reading else None)
        article.select_quote(quote, scroll=False)
        self._room.quotes.go_to(quote)

    @property
    def meant(self) -> Headline | None:
        """The story that a command means: the one under the cursor while the lists are used, else the open one."""
        if self._panes.current in (Pane.SOURCES, Pane.HEADLINES) or self.headline is None:
            return self._room.headlines.headline_at_cursor
        return self.headline

    # Commands

    def read(self) -> None:
        """Mark as read, or as unread again."""
        if headline := self._need_meant():
            self._note(self._lists.marks.mark(headline, read=not headline.read))
            self._room.say(_("Marked as unread.") if headline.read else _("Marked as read."))

    def star(self) -> None:
        """Star, or take the star away."""
        if headline := self._need_meant():
            self._note(self._lists.marks.mark(headline, starred=not headline.starred))
            self._room.say(_("The star is gone.") if headline.starred else _("Starred."))

    def next(self) -> None:
        """Open the next article, read or not."""
        self._open_beside(1)

    def previous(self) -> None:
        """Open the article before, read or not."""
        self._open_beside(-1)

    def fulltext(self) -> None:
        """Show the text of the open article's page, or again what the feed said."""
        reading = self._room.article.reading
        if reading is None:
            self._room.warn(_("No article is open."))
        else:
            self._fulltexts.change(reading)

    def browser(self) -> None:
        """Open in the browser; in the pane of languages the edition under the cursor."""
        edition = self._room.languages.edition if self._panes.current is Pane.LANGUAGES else None
        if edition is not None:
            self.open_outside(edition.url)
        else:
            self._with_article(lambda article: self.open_outside(article.url))

    def copy_link(self) -> None:
        """Copy the address, or the path of a file."""
        self._with_article(self._copy_link)

    def open_outside(self, url: str | None) -> None:
        """Open an address in the browser and say so."""
        from newstui.text.destination import find_host
        from newstui.ui.outside import open_address

        if not url:
            self._room.warn(_("This has no address to open."))
            return
        command = tuple(self._room.settings["commands.browser"])
        said = _("Opened in the browser: {host}").format(host=find_host(url))
        self._room.threads.ask(
            "browser", lambda: open_address(url, command), lambda _none: self._room.say(said), long=True
        )

    def copy(self, text: str, said: str) -> None:
        """Copy text by the configured command or by the terminal, then say so."""
        from newstui.ui.outside import copy_text

        command = tuple(self._room.settings["commands.copy"])
        if command:
            self._room.threads.ask(
                "copy", lambda: copy_text(text, command), lambda _none: self._room.say(said), long=True
            )
        else:
            self._room.screen.app.copy_to_clipboard(text)
            self._room.say(said)

    def _copy_link(self, article: Article) -> None:
        link = article.url or article.path
        if link:
            self.copy(link, _("The address is copied."))
        else:
            self._room.warn(_("This has no address to copy."))

    def _need_meant(self) -> Headline | None:
        if self.meant is None:
            self._room.warn(_("No article is chosen."))
        return self.meant

    def _note(self, marked: Headline) -> None:
        if self.headline is not None and self.headline.story == marked.story:
            self.headline = marked

    def with_reading(self, use: Callable[[Reading], None]) -> None:
        """Call `use` with the article that is meant, from the library if it is not open."""
        headline, open_ = self._need_meant(), self._room.article.reading
        if headline is None:
            return
        if open_ is not None and self.headline is not None and headline.story == self.headline.story:
            use(open_)
        else:
            self._room.threads.ask("meant", lambda: self._readings.get(headline.id), use)

    def _with_article(self, use: Callable[[Article], None]) -> None:
        self.with_reading(lambda reading: use(reading.article))

    def _open_beside(self, delta: int) -> None:
        headlines = self._room.headlines
        if not headlines.step(delta):
            self._room.warn(_("This is the end of the list.") if delta > 0 else _("This is the top of the list."))
        else:
            headlines.choose()
