"""The desk "list": what the headlines show."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from textual.content import Content

from newstui.i18n import _, format_number
from newstui.library.views import Filed
from newstui.model import Group, Heading, Headline, SavedView, Source, View
from newstui.record import record
from newstui.ui.list_words import Shown, list_words, say_empty
from newstui.ui.marks import Marks
from newstui.ui.ordering import Ordering
from newstui.ui.panes.source_rows import SourceRow
from newstui.ui.readings import Readings
from newstui.ui.room import Room
from newstui.ui.snapshots import keep_read
from newstui.ui.visits import Visits

_FIRST: Final = 200
"""So many stories are listed before the rest, so that a list of 100,000 appears as soon as one of ten."""
_ROWS: Final = 60
"""So many headlines are loaded with them: a high screen's."""
_FILTERS: Final = ("all", "unread", "starred")

_Loaded: TypeAlias = tuple[list[Source], int, Filed]
"""The sources, how many stories are unread, and how the library is cut beside them."""


@record
class _Former:
    """The list before something was found: its stories, and the one under the cursor."""

    stories: array[int]
    story: int | None


class ListDesk:
    """Shows the headlines of a source, a folder, or everything."""

    def __init__(self, room: Room, readings: Readings, ordering: Ordering, visits: Visits, opened: View | None) -> None:
        self._room = room
        self._ordering = ordering
        self._visits = visits
        self._only_new = False
        self._filter = "all"
        self._found: str | None = None
        self._everywhere = False
        self._former: _Former | None = None
        self._whole = True
        self.marks = Marks(room, readings, self.reload_sources)
        self.row = SourceRow("all", View())
        if opened is not None:
            self.row = room.sources.opened = SourceRow("opened", opened)

    @property
    def view(self) -> View:
        """What the headlines hold, the filter included."""
        view = View() if self._everywhere else self.row.view
        unread, starred = self._filter == "unread", self._filter == "starred"
        view = replace(view, unread=view.unread or unread, starred=view.starred or starred)
        if self._only_new and self._visits.last is not None:
            view = replace(view, newer_than=self._visits.last.story)
        return self._ordering.apply(view)

    def show_first(self) -> None:
        """Show sources and headlines before anything else happens, without a thread: the first paint is whole."""
        library = self._room.library
        self._room.headlines.density = self._ordering.density
        self._room.headlines.visited_at = self._visits.last.at if self._visits.last else None
        self._tell_what_to_do()
        self._show_sources((library.list_sources(), library.total_unread(), library.views.list_filed()))
        self._show_stories(*self._load_first(self.view))
        self._tell_if_more()
        self._room.screen.call_after_refresh(self._load_rest)  # a thread would slow the first screen down

    def show(self, row: SourceRow) -> None:
        """Show the headlines of another row of the sources."""
        if row.view == self.row.view and self._found is None:
            return
        self.row = row
        self.show_again()

    def show_all(self) -> None:
        """Show the headlines of all sources, which are others now."""
        self.row = SourceRow("all", View())
        self.reload_sources(self.row.key)
        self.show_again()

    def show_welcome(self, view: View) -> None:
        """Show the story that a library without sources begins with."""
        row = self._room.sources.opened = SourceRow("welcome", view)
        self._room.sources.rebuild()
        self._room.sources.go_to(row.key)
        self.show(row)

    def show_again(self) -> None:
        """Show the list's headlines from the top."""
        self._forget_found()
        view = self.view
        self._room.threads.ask("list", lambda: self._load_first(view), self._show_first_then_rest)

    def show_found(self, stories: array[int], words: str, *, everywhere: bool = False) -> None:
        """Show the stories in which something was found: those of the list, or `everywhere` in the library."""
        if self._former is None:
            self._former = _Former(self._room.headlines.stories, self._room.headlines.story_at_cursor)
        self._found, self._everywhere = words, everywhere
        self._show_stories(stories, ())

    def show_former(self) -> None:
        """Show what was listed before something was found, with the cursor where it was."""
        former = self._former
        self._forget_found()
        if former is not None:
            self._show_stories(former.stories, (), cursor=former.story)
            self.reload()

    def _forget_found(self) -> None:
        self._found, self._everywhere, self._former = None, False, None

    @property
    def query(self) -> str | None:
        """The search that is shown."""
        return self._found if self._everywhere else None

    @property
    def narrowed(self) -> bool:
        """Whether the headlines are what was found."""
        return self._found is not None

    def reload(self) -> None:
        """Take up what has arrived; the cursor stays on its story, and what was read here stays to be seen."""
        self.reload_sources()
        if self._found is not None:
            return
        view, shown = self.view, self._room.headlines.stories

        def load() -> array[int]:
            now = self._list(view)
            return keep_read(shown, now) if view.unread else now

        def show(now: array[int]) -> None:
            if not shown:
                self.show_again()
            else:
                self._whole = True
                self._room.headlines.replace_list(now)
                self._room.headlines.forget_rows()
                self.show_place()

        self._room.threads.ask("list", load, show)

    def rearrange(self) -> None:
        """Show the list in the order and the groups of now, with the cursor on its story."""
        self._forget_found()
        view = self.view

        def show(now: array[int]) -> None:
            self._whole = True
            self._room.headlines.show_source = self._names_sources()
            self._room.headlines.replace_list(now)
            self._show_titles()

        self._room.threads.ask("list", lambda: self._list(view), show)

    def reload_sources(self, go_to: str | None = None) -> None:
        """Take up what has changed in the sources and their counts, and put the cursor on a row if one is named."""
        library = self._room.library

        def load() -> _Loaded:
            return library.list_sources(), library.total_unread(), library.views.list_filed()

        def show(loaded: _Loaded) -> None:
            self._show_sources(loaded)
            if go_to is not None:
                self._room.sources.go_to(go_to)
            if loaded[2].views:
                self._recount(loaded)

        self._room.threads.ask("sources", load, show)

    def _recount(self, loaded: _Loaded) -> None:
        """Count what is unread in the views, behind the counts that are kept."""
        sources, unread, filed = loaded

        def show(views: list[SavedView]) -> None:
            if tuple(views) != filed.views:
                self._show_sources((sources, unread, replace(filed, views=tuple(views))))

        self._room.threads.ask("views", self._room.library.views.recount, show)

    def translate(self) -> None:
        """Say everything in the interface's language of now."""
        self._tell_what_to_do()
        self._room.sources.rebuild()
        self._show_titles()
        if self._room.headlines.stories:
            self._room.headlines.forget_rows()
        else:
            self.show_again()

    # Commands

    def filter(self) -> None:
        """Show all, then what is unread, then what is starred."""
        self._filter = _FILTERS[(_FILTERS.index(self._filter) + 1) % len(_FILTERS)]
        self.show_again()

    def new(self) -> None:
        """Show only what has come since the last visit, or everything again."""
        if self._visits.last is None:
            self._room.warn(_("This is the first visit: everything is new."))
            return
        self._only_new = not self._only_new
        self.show_again()

    # Loading

    def _list(self, view: View, limit: int | None = None) -> array[int]:
        return self._visits.draw_line(self._room.library.list_stories(view, limit), view)

    def _load_first(self, view: View) -> tuple[array[int], list[Headline | Heading]]:
        stories = self._list(view, _FIRST)
        return stories, self._room.library.load_rows(stories[:_ROWS])

    def _show_first_then_rest(self, loaded: tuple[array[int], list[Headline | Heading]]) -> None:
        self._show_stories(*loaded)
        self._load_rest()

    def _tell_if_more(self) -> None:
        """Say at the foot that the list goes on, unless all of it is there."""
        self._whole = len(self._room.headlines.stories) < _FIRST
        self.show_place()

    def _load_rest(self) -> None:
        self._tell_if_more()
        if self._whole:
            return
        view = self.view

        def show(stories: array[int]) -> None:
            self._whole = True
            self._room.headlines.replace_list(stories)
            self.show_place()

        self._room.threads.ask("list", lambda: self._list(view), show)

    def _tell_what_to_do(self) -> None:
        key = self._room.keymap.show_key
        said = _("No sources yet. Press {add} to add one, {starters} for some to start with.")
        self._room.sources.hint = said.format(add=key("source.add"), starters=key("source.starters"))

    def _show_sources(self, loaded: _Loaded) -> None:
        self._room.sources.show_sources(*loaded)
        self._room.headlines.forget_headings()
        self._show_titles()

    def _show_stories(
        self, stories: array[int], rows: Sequence[Headline | Heading], *, cursor: int | None = None
    ) -> None:
        self._whole = True
        self._room.headlines.show_list(
            stories,
            self._room.library.load_rows,
            rows=rows,
            empty=Content(say_empty(self._describe(), self._room.keymap.show_key)),
            cursor=cursor,
            show_source=self._names_sources(),
            name=self.row.key,
            count=self._room.library.count_unread,
        )
        self._show_titles()

    def _names_sources(self) -> bool:
        """Whether the rows name their sources: not where all beneath each other would name the same."""
        if self._found is not None:
            return self._everywhere or len(self.row.view.sources) != 1
        return self._ordering.group is not Group.SOURCE and len(self.row.view.sources) != 1

    def _show_titles(self) -> None:
        headlines = self._room.headlines
        headlines.border_title = _("Headlines")
        headlines.border_subtitle = Content(" · ").join(list_words(self._describe()))
        self.show_place()

    def _describe(self) -> Shown:
        """What is shown, for those who put it into words."""
        return Shown(
            row=self.row,
            found=self._found,
            everywhere=self._everywhere,
            filter=self._filter,
            only_new=self._only_new,
            ordering=tuple(self._ordering.list_names()),
            any_source=self._room.sources.any_source,
            offline=self._room.library.offline,
        )

    def show_place(self) -> None:
        """Say at the foot where the cursor is in the list."""
        at, total = self._room.headlines.place
        self._room.status.place = f"{format_number(at)}/{format_number(total) if self._whole else '…'}" if total else ""
