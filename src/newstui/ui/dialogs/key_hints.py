"""Lines of parts that are not divided, as the keys of a dialog at its foot: a key and what it does stand together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widgets import Static

from newstui.i18n import _
from newstui.ui.commands import BY_NAME
from newstui.ui.keymap import Keymap
from newstui.ui.panes.lined import LinedVisual


class KeyHints(LinedVisual):
    """Parts beside each other, as many in a line as there is room for, with something between them."""

    def __init__(self, parts: Sequence[Content], between: str = "  ") -> None:
        super().__init__()
        self._parts = parts
        self._between = Content(between)

    def set_lines(self, width: int) -> list[Content]:
        """Return the lines; a part that is wider than one is cut."""
        lines: list[list[Content]] = [[]]
        used = 0
        for part in self._parts:
            needed = part.cell_length + (len(self._between) if lines[-1] else 0)
            if lines[-1] and used + needed > width:
                lines.append([])
                used, needed = 0, part.cell_length
            lines[-1].append(part)
            used += needed
        return [self._between.join(line).truncate(width, ellipsis=True) for line in lines]


def name_keys(keymap: Keymap, names: Iterable[str]) -> Static:
    """Return the keys of these commands with what they do; a command without a key is left out."""
    parts = [
        Content.assemble((key, "bold $text-accent"), " ", (_(BY_NAME[name].title), "$quiet"))
        for name in names
        if (key := keymap.show_key(name))
    ]
    return Static(KeyHints(parts), classes="hint")
