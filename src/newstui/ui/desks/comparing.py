"""The desk "compare": two editions of the open story side by side."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.timer import Timer

from newstui.i18n import _, format_number, language_name
from newstui.model import SUMMARY, Edition, Reading
from newstui.ui.commands import Pane
from newstui.ui.comparisons import Comparisons
from newstui.ui.desks.articles import ArticleDesk
from newstui.ui.desks.panes import PaneDesk
from newstui.ui.edition_fetches import EditionFetches
from newstui.ui.readings import Readings
from newstui.ui.room import Room

if TYPE_CHECKING:
    from newstui.text.parallel import Comparison, Passage, Row
    from newstui.ui.dialogs.save import Forms

_REST: Final = 0.7
"""Seconds that an article is open before its edition in the reader's next language is aligned with it."""
_SHORT: Final = 120
"""Articles of more blocks are aligned when somebody asks for it: it takes long enough to be felt beside reading."""


class CompareDesk:
    """Puts the open article beside another edition of its story. The sides may be swapped, and the right one changed."""

    def __init__(
        self, room: Room, readings: Readings, panes: PaneDesk, articles: ArticleDesk, fetches: EditionFetches
    ) -> None:
        self._room = room
        self._panes = panes
        self._articles = articles
        self._fetches = fetches
        self.comparisons = Comparisons(room.library, readings)
        """What was aligned last, for whoever goes from one edition to another."""
        self._by_sentences = False
        self._resting: Timer | None = None
        panes.left_compared = self._put_article_there

    @property
    def is_open(self) -> bool:
        """Whether two editions stand side by side on the screen."""
        return self._panes.current is Pane.COMPARE

    @property
    def right_id(self) -> str | None:
        """The edition at the right, where two stand side by side."""
        comparison = self._room.compare.comparison
        return comparison.right.article.id if comparison is not None and self.is_open else None

    # Opening and leaving

    def open(self) -> None:
        """Put the article beside the next of the languages that the reader reads; if it is so, show it alone again."""
        if self.is_open:
            self.close()
            return
        reading = self._room.article.reading
        if reading is None:
            self._room.warn(_("No article is open."))
            return
        chosen = self._choose_other(reading)
        if chosen is None:
            said = _("There is no other edition to put beside this one; press {key} to tie one to it.")
            self._room.warn(said.format(key=self._room.keymap.show_key("edition.tie")))
            return
        self._want(reading, chosen)

    def close(self) -> None:
        """Show the article alone, at the paragraph and the height where the cursor is."""
        self._panes.go_to(Pane.ARTICLE)

    def _put_article_there(self) -> None:
        """Put the article where the cursor is, unless it is another one now."""
        view, reading = self._room.compare, self._room.article.reading
        comparison = view.comparison
        if comparison is None or reading is None:
            return
        sides = [side.article.id for side in (comparison.left, comparison.right)]
        if reading.article.id in sides:
            block = self._find_passage(on_left=reading.article.id == sides[0]).block
            self._room.article.scroll_to_block(block, row=max(0, view.height_of_cursor))

    def look_ahead(self, reading: Reading) -> None:
        """Align what may be wanted side by side, when an article has been open for a while."""
        self._take_up_change(reading)
        if self._resting is not None:
            self._resting.stop()
        self._resting = self._room.screen.set_timer(_REST, partial(self._align_ahead, reading))

    def _take_up_change(self, reading: Reading) -> None:
        """Show a side anew that says something else now: its page's text instead of its feed's."""
        comparison = self._room.compare.comparison
        if comparison is None or not self.is_open:
            return
        ids = comparison.left.article.id, comparison.right.article.id
        if reading.article.id in ids:
            self._ask(*ids)

    def _align_ahead(self, reading: Reading) -> None:
        other = self._choose_other(reading)
        is_short = len(reading.document.blocks) <= _SHORT
        if other is not None and other.id is not None and other.available and is_short and not self.is_open:
            align = partial(self.comparisons.get, reading.article.id, other.id)
            self._room.threads.ask("align", align, lambda _done: None, failed=lambda _error: None)

    def change_to(self, edition: Edition) -> None:
        """Put another edition at the right, at the same pair; the one at the left goes there by swapping."""
        comparison = self._room.compare.comparison
        if comparison is None or edition.id == comparison.right.article.id:
            return
        if edition.id == comparison.left.article.id:
            self.swap()
        else:
            self._want(comparison.left, edition)

    def step(self, delta: int) -> None:
        """Put the next or the previous edition that is here at the right."""
        comparison = self._room.compare.comparison
        if comparison is None:
            return
        left, right = comparison.left.article.id, comparison.right.article.id
        here = [each for each in self._room.languages.editions if each.available and each.id and each.id != left]
        if len(here) < 2:
            self._room.warn(_("No other edition of this story is here."))
            return
        at = next((number for number, edition in enumerate(here) if edition.id == right), 0)
        self.change_to(here[(at + delta) % len(here)])

    def _choose_other(self, reading: Reading) -> Edition | None:
        """Return the first of the reader's languages that the story can be had in beside this one."""
        others = [edition for edition in self._room.languages.editions if edition.id != reading.article.id]
        return next((edition for edition in others if edition.available or edition.url), None)

    def _want(self, left: Reading, edition: Edition) -> None:
        if edition.id is not None and edition.available:
            self._ask(left.article.id, edition.id)
        else:
            self._fetches.fetch(left, edition, partial(self._ask, left.article.id))

    def _ask(self, left_id: str, right_id: str) -> None:
        self._room.threads.ask("compare", partial(self._prepare, left_id, right_id), self._show)

    def _prepare(self, left_id: str, right_id: str) -> tuple[Comparison, list[Row]]:
        comparison = self.comparisons.get(left_id, right_id)
        return comparison, self._pair(comparison)

    def _pair(self, comparison: Comparison) -> list[Row]:
        from newstui.text.parallel import pair_passages, pair_sentences

        return pair_sentences(comparison) if self._by_sentences else pair_passages(comparison)

    def _show(self, prepared: tuple[Comparison, list[Row]]) -> None:
        from newstui.text.parallel import Passage

        comparison, rows = prepared
        if self.is_open:
            passage, height = self._find_passage(on_left=True), self._room.compare.height_of_cursor
        else:
            place = self._room.article.position()
            last = len(comparison.left.document.blocks) - 1  # what comes after it is nothing of the text
            passage, height = Passage(place.block if place.block >= SUMMARY else last, place.offset, 0), place.row
        self._room.say(_("{left} and {right}").format(**_name_sides(comparison)))
        self._panes.go_to(Pane.COMPARE)
        self._show_languages(comparison)
        self._put(comparison, rows, passage, max(1, height))

    def _show_languages(self, comparison: Comparison) -> None:
        """Take up which editions are here now: one may have been fetched."""
        open_ = self._room.article.reading
        for side in (comparison.left, comparison.right):
            if open_ is not None and side.article.id == open_.article.id and side.article != open_.article:
                self._room.languages.show_editions(side.article, self._room.library.ladder)

    def _put(self, comparison: Comparison, rows: list[Row], passage: Passage, height: int) -> None:
        """Show two editions with the cursor where a passage of the left one begins."""
        from newstui.text.parallel import find_row

        self._room.compare.show(comparison, rows, cursor=find_row(rows, passage, on_left=True), height=height)
        self._name_sides(comparison)

    def _find_passage(self, *, on_left: bool) -> Passage:
        """Return the passage under the cursor of one side; where that has nothing, the nearest before."""
        from newstui.text.parallel import Passage

        view = self._room.compare
        for row in reversed(view.rows[: view.cursor + 1]):
            side = row.left if on_left else row.right
            if side:
                return side[0]
        return Passage(0, 0, 0)

    def note_moved(self) -> None:
        """Say at the foot of the pane which pair of how many is the current one."""
        view = self._room.compare
        view.border_subtitle = Content(f"{format_number(view.cursor + 1)}/{format_number(len(view.rows))}")

    def translate(self) -> None:
        """Say what stands between the lines in the interface's language of now."""
        view = self._room.compare
        if view.comparison is not None:
            view.show(view.comparison, view.rows, cursor=view.cursor, height=view.height_of_cursor)
            self._name_sides(view.comparison)

    def _name_sides(self, comparison: Comparison) -> None:
        sides = _name_sides(comparison)
        self._room.compare.border_title = Content(f"{sides['left']} │ {sides['right']}")

    # What is done with it

    def swap(self) -> None:
        """Exchange left and right."""
        from newstui.text.parallel import Row

        if (comparison := self._need_open()) is not None:
            swapped = self.comparisons.swap(comparison)
            rows = [Row(row.right, row.left) for row in self._room.compare.rows]
            view = self._room.compare
            view.show(swapped, rows, cursor=view.cursor, height=view.height_of_cursor)
            self._name_sides(swapped)

    def sentences(self) -> None:
        """Pair sentences, or again paragraphs."""
        if (comparison := self._need_open()) is not None:
            self._by_sentences = not self._by_sentences
            said = _("Sentence by sentence") if self._by_sentences else _("Paragraph by paragraph")
            self._room.threads.ask(
                "compare", partial(self._pair, comparison), partial(self._show_rows, comparison, said)
            )

    def _show_rows(self, comparison: Comparison, said: str, rows: list[Row]) -> None:
        if self._room.compare.comparison is comparison:
            height = self._room.compare.height_of_cursor
            self._put(comparison, rows, self._find_passage(on_left=True), height)
            self._room.say(said)

    def copy(self) -> None:
        """Copy the pair under the cursor with its sources."""
        from newstui.text.parallel.export import write_pair

        comparison, row = self._need_open(), self._room.compare.row
        if comparison is not None and row is not None:
            self._articles.copy(write_pair(comparison, row, _list_names(comparison)), _("The pair is copied."))

    def save(self) -> None:
        """Save all pairs into a file, whose name is asked for."""
        from newstui.text.parallel import pair_sentences
        from newstui.text.parallel.export import write_markdown, write_tsv
        from newstui.ui.dialogs.save import SaveDialog, name_file

        if (comparison := self._need_open()) is not None:
            languages = "-".join(side.article.language or "x" for side in (comparison.left, comparison.right))
            name = name_file(comparison.left.article.title, languages, "md")
            forms: Forms = {
                ".md": partial(write_markdown, comparison, self._room.compare.rows, _list_names(comparison)),
                ".tsv": lambda: write_tsv(comparison, pair_sentences(comparison)),
            }
            explained = _("A name that ends in .md gets Markdown, one in .tsv pairs of sentences for Anki.")
            dialog = SaveDialog(_("Save side by side"), name, forms, explained)
            self._room.screen.app.push_screen(dialog, self._saved)

    def _saved(self, file: Path | None) -> None:
        if file is not None:
            self._room.say(_("Saved: {file}").format(file=file))

    def _need_open(self) -> Comparison | None:
        if not self.is_open:
            said = _("Two editions must stand side by side for that; press {key} first.")
            self._room.warn(said.format(key=self._room.keymap.show_key("compare.open")))
            return None
        return self._room.compare.comparison


def _list_names(comparison: Comparison) -> tuple[str, str]:
    left, right = (_name(side) for side in (comparison.left, comparison.right))
    return left, right


def _name_sides(comparison: Comparison) -> dict[str, str]:
    left, right = _list_names(comparison)
    return {"left": left, "right": right}


def _name(reading: Reading) -> str:
    return language_name(reading.article.language) if reading.article.language else _("Unknown language")
