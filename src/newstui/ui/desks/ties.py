"""The reader's hand on what is one story: tying an edition, setting one apart, both to be taken back."""

from __future__ import annotations

from contextlib import suppress
from functools import partial

from newstui.errors import UsageError
from newstui.i18n import _, quoted
from newstui.library.undo import Undo
from newstui.model import Headline, Reading
from newstui.ui.commands import Pane
from newstui.ui.desks.articles import ArticleDesk
from newstui.ui.desks.lists import ListDesk
from newstui.ui.desks.panes import PaneDesk
from newstui.ui.readings import Readings
from newstui.ui.room import Room


class TieHand:
    """Ties and unties what is under the cursor, else what is open; list, article and panes follow."""

    def __init__(self, room: Room, readings: Readings, panes: PaneDesk, lists: ListDesk, articles: ArticleDesk) -> None:
        self._room = room
        self._readings = readings
        self._panes = panes
        self._lists = lists
        self._articles = articles

    def tie(self) -> None:
        """Ask which article is an edition of the story that is meant, and make it one."""
        from newstui.ui.dialogs.ties import TieDialog

        headline = self._articles.meant
        if headline is None:
            self._room.warn(_("No article is chosen."))
            return
        own_id = headline.id
        dialog = TieDialog(self._room.library, own_id, headline.title, self._room.clock())
        self._room.screen.app.push_screen(dialog, partial(self._tie, own_id))

    def _tie(self, own_id: str, other: Headline | None) -> None:
        if other is not None:
            key = self._room.keymap.show_key("list.undo")
            said = _("They are one story now; press {key} to undo: {title}")
            tie = partial(self._room.library.ties.tie, own_id, other.id)
            self._room.threads.write(tie, partial(self._done, said.format(title=quoted(other.title), key=key)))

    def untie(self) -> None:
        """Set apart the edition under the cursor of the languages, else the article that is meant."""
        if self._panes.current is Pane.LANGUAGES and self._room.languages.edition is not None:
            article_id = self._room.languages.edition.id
            nothing = _("This edition is not here: nothing ties it.")
        else:
            article_id = self._find_meant()
            nothing = _("No article is chosen.")
        if article_id is None:
            self._room.warn(nothing)
            return
        key = self._room.keymap.show_key("list.undo")
        said = _("Set apart from its story; press {key} to undo.").format(key=key)
        self._room.threads.write(partial(self._room.library.ties.untie, article_id), partial(self._done, said))

    def _find_meant(self) -> str | None:
        """The article that is open where it is looked at, else the one that the headline under the cursor names."""
        reading, meant = self._room.article.reading, self._articles.meant
        if self._panes.current in (Pane.ARTICLE, Pane.LANGUAGES, Pane.QUOTES) and reading is not None:
            return reading.article.id
        return meant.id if meant else None

    def _done(self, said: str, undo: Undo) -> None:
        if not undo.count:
            self._room.warn(_("This article is alone in its story."))
            return
        self._lists.marks.remember(undo, self.take_up)
        self.take_up()
        self._room.say(said)

    def take_up(self) -> None:
        """Show what is one story now: the cursor stays on its article, the open one where it is."""
        self._readings.forget()
        open_, under = self._room.article.reading, self._room.headlines.headline_at_cursor
        open_id, under_id = open_.article.id if open_ else None, under.id if under else None
        library = self._room.library

        def load() -> tuple[Headline | None, Headline | None, Reading | None]:
            with suppress(UsageError):  # what was open has gone, and stays before the eyes
                return (
                    library.get_headline(under_id) if under_id else None,
                    library.get_headline(open_id) if open_id else None,
                    self._readings.get(open_id) if open_id else None,
                )
            return None, None, None

        self._room.threads.ask("ties", load, self._show)

    def _show(self, loaded: tuple[Headline | None, Headline | None, Reading | None]) -> None:
        under, headline, reading = loaded
        if under is not None:
            self._room.headlines.put_under_cursor(under.story)
        self._room.headlines.forget_rows()
        self._lists.reload()
        view, shown = self._room.article, self._room.article.reading
        if reading is None or shown is None or shown.article.id != reading.article.id:
            return
        self._articles.headline = headline
        if shown.document == reading.document and shown.article.editions != reading.article.editions:
            quote = view.current_quote
            self._articles.show(reading, at=view.position())
            view.select_quote(quote, scroll=False)
            self._room.quotes.go_to(quote)
