"""The room that the desks share: the library, the widgets of the main screen, and how things are told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from newstui.errors import NewstuiError, ReadOnlyError
from newstui.i18n import _, translate_error
from newstui.ui.errands import Errands
from newstui.ui.panes.article_to_come import title_content

if TYPE_CHECKING:
    from textual.screen import Screen

    from newstui.config import Settings
    from newstui.library.facade import Library
    from newstui.ui.article.view import ArticleView
    from newstui.ui.compare.view import CompareView
    from newstui.ui.headlines import HeadlineList
    from newstui.ui.keymap import Keymap
    from newstui.ui.panes.languages import LanguagesPane
    from newstui.ui.panes.quotes import QuotesPane
    from newstui.ui.panes.sources import SourcesPane
    from newstui.ui.pictures.gallery import Gallery
    from newstui.ui.status import KeyLine, StatusLine
    from newstui.ui.threads import Threads


@dataclass
class Room:
    """What every desk may use. `errors` are the failures told since the start, the newest last.

    A pane that the first screen shows is there from the start; the others are made when they are first wanted.
    """

    library: Library
    settings: Settings
    keymap: Keymap
    clock: Callable[[], datetime]
    screen: Screen[Any]
    threads: Threads
    sources: SourcesPane
    headlines: HeadlineList
    status: StatusLine
    keys: KeyLine
    errors: list[NewstuiError] = field(default_factory=list)
    errands: Errands = field(default_factory=Errands)

    @cached_property
    def article(self) -> ArticleView:
        """The pane of the article."""
        from newstui.ui.article.view import ArticleView

        view = ArticleView(id="article")
        view.border_title = title_content()
        view.use_gallery(self.gallery)
        return view

    @cached_property
    def languages(self) -> LanguagesPane:
        """The pane of the languages that a story is here in."""
        from newstui.ui.panes.languages import LanguagesPane

        pane = LanguagesPane(id="languages")
        pane.show_editions(None, ())
        return pane

    @cached_property
    def quotes(self) -> QuotesPane:
        """The pane of quotes."""
        from newstui.ui.panes.quote_rows import read_choice
        from newstui.ui.panes.quotes import QuotesPane

        pane = QuotesPane(read_choice(self.settings), id="quotes")
        pane.show_quotes(None)
        return pane

    @cached_property
    def compare(self) -> CompareView:
        """The pane in which two editions stand side by side."""
        from newstui.ui.compare.view import CompareView

        return CompareView(id="compare")

    @cached_property
    def gallery(self) -> Gallery:
        """The pictures of what is read."""
        from newstui.ui.pictures.gallery import Gallery
        from newstui.ui.pictures.terminal import tell_terminal

        return Gallery(
            self.library.images.find_image, self.threads, lambda words: tell_terminal(self.screen.app, words)
        )

    def keep(self, settings: Settings, key: str, value: object) -> None:
        """Let other settings hold from now on, and write down the one that was chosen for the next time."""
        from newstui.config.writing import save_setting

        if self.settings.is_locked(key):
            self.warn(_("{setting} is not changed from a browser.").format(setting=key))
            return
        self.settings = settings
        self.library.take_settings(settings)
        file = settings.file
        if file is not None:
            self.threads.write(lambda: save_setting(file, key, value))

    def choose(self, key: str, value: object) -> None:
        """Take another value for a setting, now and for the next time."""
        self.keep(self.settings.replace(**{key: value}), key, value)

    def show_no_article(self) -> None:
        """Leave the panes of the article, of its languages and of its quotes empty."""
        self.article.show(None)
        self.languages.show_editions(None, ())
        self.quotes.show_quotes(None)

    def say(self, text: str) -> None:
        """Say something in the status line."""
        self.status.say(text)

    def warn(self, text: str) -> None:
        """Say why something was not done."""
        self.status.say(text, "warning")

    def refuse(self) -> None:
        """Say that the library cannot be changed."""
        self.fail(ReadOnlyError(self.library.paths.library_file))

    def fail(self, error: NewstuiError) -> None:
        """Tell a failure in one line and keep it for the list of failures."""
        if isinstance(error, ReadOnlyError):  # nothing has gone wrong
            self.warn(translate_error(error))
            return
        self.errors.append(error)
        self.status.say(translate_error(error), "error")
