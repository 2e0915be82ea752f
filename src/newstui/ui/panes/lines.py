"""A list of rows to choose from: what the sources, the languages, the quotes and the dialogs have in common."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Final

from textual.binding import BindingType
from textual.content import Content
from textual.style import Style
from textual.widgets import OptionList
from textual.widgets.option_list import Option

_REVERSE: Final = Style(reverse=True)


class Lines(OptionList, inherit_bindings=False):
    """Rows that are Content and have a key each. It has no key bindings: commands call its methods."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002  Textual's name
        super().__init__(id=id, classes=classes, markup=False)

    def get_visual_style(self, *component_classes: str, partial: bool = False) -> Style:
        """Return the style of component classes; Textual's leaves `reverse` out, without which a cursor may be unseen."""
        style = super().get_visual_style(*component_classes, partial=partial)
        reverse = any(self.get_component_styles(name).text_style.reverse for name in component_classes)
        return style + _REVERSE if reverse else style

    @property
    def key(self) -> str | None:
        """The key of the row under the cursor."""
        if self.highlighted is None:
            return None
        return self.get_option_at_index(self.highlighted).id

    def show_lines(self, lines: Iterable[Option], *, key: str | None = None) -> None:
        """Show other rows with the cursor on `key`, or where it was, or on the first row that can be chosen."""
        wanted, at = key or self.key, self.highlighted or 0
        options = list(lines)
        with self.prevent(OptionList.OptionHighlighted):
            self.set_options(options)
            places = [index for index, option in enumerate(options) if not option.disabled]
            if places:
                same = next((index for index in places if options[index].id == wanted), None)
                self.highlighted = same if same is not None else min(places, key=lambda index: abs(index - at))

    def move(self, delta: int) -> None:
        """Move the cursor by rows that can be chosen, as far as there are any."""
        places = [index for index, option in enumerate(self.options) if not option.disabled]
        if places:
            at = places.index(self.highlighted) if self.highlighted in places else -1
            self.highlighted = places[max(0, min(len(places) - 1, at + delta))]

    def page(self, pages: float) -> None:
        """Move the cursor by screens; 0.5 is half a one."""
        self.move(round(pages * max(1, self.scrollable_content_region.height - 1)) or (1 if pages > 0 else -1))

    def home(self) -> None:
        """Move the cursor to the first row."""
        self.move(-self.option_count)

    def end(self) -> None:
        """Move the cursor to the last row."""
        self.move(self.option_count)

    def choose(self) -> None:
        """Post OptionSelected for the row under the cursor."""
        self.action_select()


def say(text: str) -> Option:
    """A row that only says something: why there is nothing to choose, and what to do."""
    return Option(Content(text), disabled=True)
