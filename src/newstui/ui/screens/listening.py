"""A screen that listens: what the panes tell goes to the desks that have to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import events, on
from textual.screen import Screen
from textual.timer import Timer

from newstui.model import Headline
from newstui.ui.commands import Pane
from newstui.ui.desks.office import Office
from newstui.ui.headlines import HeadlineList
from newstui.ui.panes.frame import PaneFrame
from newstui.ui.panes.sources import SourcesPane
from newstui.ui.room import Room

if TYPE_CHECKING:
    from newstui.ui.article.view import ArticleView
    from newstui.ui.find_line import FindLine
    from newstui.ui.panes.languages import LanguagesPane
    from newstui.ui.panes.quotes import QuotesPane
    from newstui.ui.refreshing import Refreshing

_PAUSE: Final = 0.15
"""Seconds that the cursor rests on a headline before its article is made ready."""


class ListeningScreen(Screen[None]):
    """What has a room and an office, and passes on what it hears."""

    room: Room
    office: Office
    _resting: Timer | None = None
    """What rings when the cursor has rested on a headline."""

    @on(events.DescendantFocus)
    def _note_focus(self, event: events.DescendantFocus) -> None:
        self.office.pane.note_focus(event.widget)

    @on(PaneFrame.Resized)
    def _resize_pane(self, event: PaneFrame.Resized) -> None:
        self.office.border.resize(event)

    @on(SourcesPane.Highlighted)
    def _show_list(self, event: SourcesPane.Highlighted) -> None:
        self.office.list.show(event.row)

    @on(SourcesPane.Chosen)
    def _enter_list(self, event: SourcesPane.Chosen) -> None:
        self.office.list.show(event.row)
        self.office.pane.go_to(Pane.HEADLINES)

    @on(HeadlineList.Highlighted)
    def _note_headline(self, event: HeadlineList.Highlighted) -> None:
        self.office.list.show_place()
        self.office.visits.touch()
        if self._resting is not None:
            self._resting.stop()
        if event.headline is not None:
            wanted = [event.headline.id]
            self._resting = self.set_timer(_PAUSE, lambda: self.office.read.prepare(wanted))
            if self.office.list.query is not None:
                self.office.find.show_excerpt(event.headline)

    @on(HeadlineList.Chosen)
    def _open_chosen(self, event: HeadlineList.Chosen) -> None:
        self._open(event.story, event.headline)

    def _open(self, story: int, headline: Headline | None) -> None:
        if headline is not None:
            self.office.article.open(headline)
            return

        def open_first(headlines: list[Headline]) -> None:
            for first in headlines[:1]:
                self.office.article.open(first)

        self.room.threads.ask("open", lambda: self.room.library.load_headlines([story]), open_first)

    @on(HeadlineList.EditionChosen)
    def _open_edition(self, event: HeadlineList.EditionChosen) -> None:
        self.office.article.open_edition(event.headline, event.language)

    # The classes of these are loaded when they are first used: Textual finds what takes their messages by its name.

    def _on_article_view_link_activated(self, event: ArticleView.LinkActivated) -> None:
        self.office.media.follow(event.url)

    def _on_article_view_place_activated(self, event: ArticleView.PlaceActivated) -> None:
        self.office.link.go_to_place(event.place)

    def _on_pictured_column_picture_activated(self, event: ArticleView.PictureActivated) -> None:
        self.office.media.look_at(event.url)

    def _on_article_view_quote_selected(self, event: ArticleView.QuoteSelected) -> None:
        self.office.quote.note_clicked(event.index)

    def _on_article_column_position_changed(self) -> None:
        self.office.list.show_place()
        self.office.visits.touch()
        self.office.places.note()
        self.office.read.tell_progress()

    def _on_article_column_end_reached(self) -> None:
        self.office.read.tell_end()

    def _on_compare_view_moved(self) -> None:
        self.office.compare.note_moved()

    def _on_languages_pane_chosen(self, event: LanguagesPane.Chosen) -> None:
        self.office.edition.change_to(event.edition)

    def _on_quotes_pane_highlighted(self, event: QuotesPane.Highlighted) -> None:
        self.office.quote.look_at(event.index)

    def _on_quotes_pane_chosen(self, event: QuotesPane.Chosen) -> None:
        self.office.quote.look_at(event.index)
        self.office.quote.stay()
        self.office.pane.go_to(Pane.ARTICLE)

    def _on_quotes_pane_narrowed(self, event: QuotesPane.Narrowed) -> None:
        self.room.article.narrow_quotes(event.indexes)

    def _on_refreshing_progressed(self, event: Refreshing.Progressed) -> None:
        self.office.source.show_progress(event.progress)

    def _on_refreshing_finished(self, event: Refreshing.Finished) -> None:
        self.office.source.take_up(event)

    def _on_find_line_typed(self, event: FindLine.Typed) -> None:
        self.office.find.type(event.words)

    def _on_find_line_finished(self, event: FindLine.Finished) -> None:
        self.office.find.finish(event.words)
