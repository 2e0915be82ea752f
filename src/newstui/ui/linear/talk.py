"""What the parts of the linear reader share: the library, the list, the open article, and what is said."""

from __future__ import annotations

from dataclasses import dataclass, field

from newstui.config import Settings
from newstui.errors import N_, UsageError
from newstui.i18n import _
from newstui.library.facade import Library
from newstui.library.undo import Undo
from newstui.model import Position
from newstui.ui.linear.choices import Choice, number
from newstui.ui.linear.console import Console
from newstui.ui.linear.opened import Opened
from newstui.ui.linear.shelf import Shelf


@dataclass(slots=True)
class Talk:
    """One conversation. `choices` is what a number means, if not a headline; `running` ends with it."""

    library: Library
    settings: Settings
    console: Console
    shelf: Shelf
    article: Opened | None = None
    choices: list[Choice] = field(default_factory=list)
    undos: list[Undo] = field(default_factory=list)
    running: bool = True

    def say(self, line: str) -> None:
        """Say one thing."""
        self.console.say(line)

    def offer(self, choices: list[Choice]) -> None:
        """Say what there is, each with the number that chooses it."""
        self.choices = choices
        for line in number(choices):
            self.say(line)
        self.say(_("Type a number to choose."))

    def need_article(self) -> Opened:
        """Return the open article; raises UsageError where none is."""
        if self.article is None:
            raise UsageError(N_("No article is open. Type the number of a headline first."))
        return self.article

    def leave_article(self) -> None:
        """Go back to the list."""
        self.keep_place()
        self.article = None

    def keep_place(self) -> None:
        """Remember the paragraph, for the next time that the article is opened."""
        article = self.article
        if article is not None:
            place = None if article.at_end or not article.at else Position(article.paragraphs[article.at])
            self.library.keep_places({article.id: place})
