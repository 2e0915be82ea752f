"""What an article said before, and what has changed since: each change in its words, the last one first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

from textual.content import Content
from textual.widget import Widget
from textual.widgets.option_list import Option

from newstui.i18n import _, format_datetime, format_number, ngettext
from newstui.library.revisions import Difference, compare_wordings
from newstui.model import Revision
from newstui.text.difference import Change, Passage, Piece
from newstui.ui.content import foreign_content
from newstui.ui.dialogs.dialog import Dialog
from newstui.ui.panes.lines import Lines

_STYLES: Final = {
    Change.SAME: "",
    Change.ADDED: "underline $text-success",
    Change.REMOVED: "strike $text-error",
}
_SIGNS: Final = {Change.ADDED: "+ ", Change.REMOVED: "- ", Change.CHANGED: "~ "}


class ChangesDialog(Dialog[None]):
    """Shows the changes of an article; `wordings` are all that is known, the newest first, at least two."""

    def __init__(self, what: str, wordings: Sequence[Revision]) -> None:
        super().__init__(_("What has changed"))
        self._what = what
        self._wordings = wordings

    def compose_content(self) -> Iterable[Widget]:
        """The list."""
        yield Lines(id="changes")

    def on_mount(self) -> None:
        """Compare the wordings, in a thread."""
        super().on_mount()
        self.query_one(Lines).focus()

        def compare() -> list[Difference]:
            return [compare_wordings(older, newer) for newer, older in pairwise(self._wordings)]

        self.threads.ask("changes", compare, self._show)

    def _show(self, differences: Sequence[Difference]) -> None:
        rows = [row for difference in differences for row in draw_difference(difference)]
        head = foreign_content(self._what, "bold")
        self.query_one(Lines).show_lines([Option(head), *(Option(row) for row in rows)])


def draw_difference(difference: Difference) -> Iterator[Content]:
    """Yield when it changed, then its paragraphs; of those that stayed only how many they are."""
    yield Content.styled(
        f"\n{format_datetime(difference.older_at)} → {format_datetime(difference.newer_at)}", "bold $text-accent"
    )
    for same, passages in groupby(difference.passages, key=lambda passage: passage.change is Change.SAME):
        together = list(passages)
        if same:
            said = ngettext("{count} paragraph as it was", "{count} paragraphs as they were", len(together))
            yield Content.styled(f"  … {said.format(count=format_number(len(together)))}", "$quiet")
        else:
            yield from map(_draw, together)


def _draw(passage: Passage) -> Content:
    within = passage.change is Change.CHANGED
    return Content.assemble(
        (_SIGNS[passage.change], "bold"), *(_draw_piece(piece, within=within) for piece in passage.pieces)
    )


def _draw_piece(piece: Piece, *, within: bool) -> Content:
    """Draw words so that a terminal without colours shows, too, what went: in brackets, since many strike nothing out."""
    text = f"[{piece.text}]" if within and piece.change is Change.REMOVED else piece.text
    return foreign_content(text, _STYLES[piece.change])
