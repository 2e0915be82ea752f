"""The open article: its paragraphs, and which of them was heard last."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field

from newstui.library.facade import Library
from newstui.model import Headline, Reading
from newstui.ui.linear.wording import is_heard


@dataclass(slots=True)
class Opened:
    """An article. `at` counts the paragraphs that were heard; the next one to be heard is `paragraphs[at]`."""

    headline: Headline
    reading: Reading
    at: int = 0
    end_is_told: bool = False
    paragraphs: tuple[int, ...] = field(init=False)
    """The numbers of the blocks that are stopped at."""

    def __post_init__(self) -> None:
        blocks = enumerate(self.reading.document.blocks)
        self.paragraphs = tuple(number for number, block in blocks if is_heard(block))
        place = self.reading.place
        if not self.at and place is not None and place.block >= 0:
            self.at = self.find(place.block)

    @property
    def id(self) -> str:
        """The article's id."""
        return self.reading.article.id

    @property
    def at_end(self) -> bool:
        """Whether the last paragraph was heard."""
        return self.at >= len(self.paragraphs)

    @property
    def block(self) -> int | None:
        """The block that was heard last, None at the top."""
        return self.paragraphs[self.at - 1] if self.at else None

    def take_up(self, library: Library) -> None:
        """Take the headline as it is now."""
        with suppress(IndexError):  # its story has gone meanwhile
            self.headline = library.load_headlines([self.headline.story])[0]

    def find(self, block: int) -> int:
        """Return how many paragraphs stand before a block."""
        return sum(number < block for number in self.paragraphs)
