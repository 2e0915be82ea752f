"""What the list of headlines tells."""

from __future__ import annotations

from textual.message import Message
from textual.widget import Widget

from newstui.model import Headline


class Highlighted(Message):
    """The cursor came to a story, or its row was loaded under it.

    `headline` is None while the row has not been loaded, `story` if the list is empty.
    """

    def __init__(self, view: Widget, story: int | None, headline: Headline | None) -> None:
        super().__init__()
        self.view, self.story, self.headline = view, story, headline


class Chosen(Message):
    """A story is to be opened: it was clicked under the cursor, or HeadlineList.choose() was called."""

    def __init__(self, view: Widget, story: int, headline: Headline | None) -> None:
        super().__init__()
        self.view, self.story, self.headline = view, story, headline


class EditionChosen(Message):
    """The badge of a language was clicked: the story is to be opened in it."""

    def __init__(self, headline: Headline, language: str) -> None:
        super().__init__()
        self.headline, self.language = headline, language


class LoadFailed(Message):
    """Rows could not be loaded; they are tried again when the list is scrolled."""

    def __init__(self, view: Widget, error: BaseException) -> None:
        super().__init__()
        self.view, self.error = view, error
