"""The desk "source": refreshes, adds and removes sources."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from newstui.i18n import _, format_number, ngettext, translate_error
from newstui.model import Notice, SavedView, Source, View
from newstui.ui.afterwork import Afterwork
from newstui.ui.arranging import Arranger
from newstui.ui.desks.lists import ListDesk
from newstui.ui.messages import Told
from newstui.ui.notifying import Notifier
from newstui.ui.panes.source_rows import SourceRow
from newstui.ui.pausing import Pause
from newstui.ui.readings import Readings
from newstui.ui.refreshing import Progress, Refreshing, describe_progress, describe_summary, share_done
from newstui.ui.room import Room

if TYPE_CHECKING:
    from newstui.library.adding import Addition
    from newstui.library.upkeep import Condition


class SourceDesk:
    """Keeps the sources up to date. `remove_view` is called for a view that is to be removed."""

    def __init__(
        self, room: Room, readings: Readings, lists: ListDesk, remove_view: Callable[[SavedView], None]
    ) -> None:
        self._room = room
        self._readings = readings
        self._lists = lists
        self._by_itself = False
        self._arranger = Arranger(room, readings, lists)
        self._remove_view = remove_view
        self.refreshing = Refreshing(room.screen, room.library, room.threads)
        self._afterwork = Afterwork(room.library, room.threads, self._show_ties)
        self._pause = Pause(room, self._refresh_by_itself)
        self._notifier = Notifier(room)

    # Commands

    def refresh(self) -> None:
        """Fetch what is new in the source or the folder that is shown."""
        keys = self._keys_of(self._lists.row)
        if keys is None:
            self.refresh_all()
        else:
            self._start(keys)

    def refresh_all(self) -> None:
        """Fetch what is new in all sources."""
        self._start(None, force=True)

    def refresh_due(self) -> None:
        """Fetch what is due, in silence if that is nothing."""
        library = self._room.library
        if not library.offline and not library.read_only and self._room.sources.any_source:
            self._pause.ask()

    def _refresh_by_itself(self, keys: list[str] | None) -> None:
        if self.refreshing.start(keys):
            self._by_itself = True

    def catch_up(self) -> None:
        """Do what can wait, unless a refresh is going on, after which it is done anyway."""
        self._notifier.start()
        if self._room.library.read_only:
            return
        self._arranger.forget()
        if not self.refreshing.running:
            self._afterwork.start()

    def _show_ties(self) -> None:
        self._readings.forget()
        self._lists.reload()

    def show_welcome(self) -> None:
        """Show the story that a library without sources begins with."""
        if self._room.library.read_only:
            return
        self._room.threads.ask("list", self._room.library.open_welcome, self._show_welcome)

    def stop(self) -> bool:
        """Stop the refresh; False if there is none."""
        stopped = self.refreshing.stop()
        if stopped:
            self._room.say(_("Stopping the refresh …"))
        return stopped

    def add(self, address: str = "") -> None:
        """Ask for a source to add; an address may be in the dialog already."""
        from newstui.ui.dialogs.add import AddDialog

        dialog = AddDialog(self._room.library, self._arranger.list_folders(), address)
        self._room.screen.app.push_screen(dialog, self._added)

    def about(self) -> None:
        """Say how the source that is shown is, and offer to change what can be changed about it."""
        from newstui.library.keeping_words import describe_limits, describe_size
        from newstui.library.upkeep import Condition

        shown = self._lists.row.source
        if shown is None:
            self._room.warn(_("Put the cursor on a source to see how it is."))
            return
        # As it is now: the list was opened when it may have been otherwise.
        source = next((each for each in self._room.sources.sources if each.key == shown.key), shown)
        library = self._room.library

        def load() -> Condition:
            condition = library.upkeep.list_conditions([source]).get(source.key, Condition())
            sizes = map(describe_size, library.keeping.measure([source.key]))
            limits = describe_limits(library.keeping.limits_of(source))
            return replace(condition, sentences=(*condition.sentences, *sizes, limits))

        self._room.threads.ask("source", load, partial(self._show_about, source))

    def _show_about(self, source: Source, condition: Condition) -> None:
        from newstui.ui.dialogs.source import SourceDialog

        dialog = SourceDialog(self._room.library, source, condition, self._arranger.list_folders())
        self._room.screen.app.push_screen(dialog, self._changed)

    def move(self) -> None:
        """Ask for another folder for the source under the cursor, or another name for the folder."""
        self._arranger.move()

    def several(self) -> None:
        """Choose several sources, to be moved or removed."""
        self._arranger.several()

    def starters(self) -> None:
        """Offer sources to start with, those in the reader's languages first."""
        from newstui.library.starters import list_starters
        from newstui.ui.dialogs.starters import StartersDialog

        here = {source.url for source in self._room.sources.sources}
        ladder = self._room.library.ladder
        mine = list_starters(ladder) if ladder else []
        offered = [*mine, *(starter for starter in list_starters() if starter not in mine)]
        dialog = StartersDialog(self._room.library, [starter for starter in offered if starter.url not in here])
        self._room.screen.app.push_screen(dialog, self._starters_added)

    def remove(self) -> None:
        """Unsubscribe from the source under the cursor, or remove the folder or the view, after asking."""
        row = self._room.sources.row
        if row is not None and row.saved is not None:
            self._remove_view(row.saved)
        else:
            self._arranger.remove()

    def failures(self) -> None:
        """List what failed, each with the reason."""
        from newstui.ui.dialogs.failures import FailuresDialog

        results = list(self.refreshing.failures.values())
        failed = {source.key for source in self._room.sources.sources if source.last_error is not None}
        known = {result.source for result in results}
        sources = [source for source in self._room.sources.sources if source.key in failed - known]
        lines = [(result.title or result.source, result.error) for result in results]
        lines += [(source.title, source.last_error) for source in sources]
        self._room.screen.app.push_screen(FailuresDialog(lines, self._room.errors))

    # What a refresh tells

    def show_progress(self, progress: Progress) -> None:
        """Show how far the refresh is."""
        if not progress.total:
            self._room.status.progress, self._room.status.share = self._pause.text, None
            return
        stop = self._room.keymap.show_key("source.stop")
        self._room.status.progress, self._room.status.share = describe_progress(progress, stop), share_done(progress)

    def take_up(self, finished: Refreshing.Finished) -> None:
        """Show what a refresh has brought."""
        self._room.status.share = None
        self._pause.show()
        if finished.error is not None:
            self._room.fail(finished.error)
            return
        summary = finished.summary
        by_itself, self._by_itself = self._by_itself, False
        if summary is None or not summary.total:
            return
        self._show_ties()
        self._afterwork.start()
        self._tell_notices(summary.notices)
        if by_itself:
            self._notifier.tell(summary.new, finished.arrived, summary.notices)
        if by_itself and not summary.new and not summary.failed:
            return
        key = self._room.keymap.show_key("source.failures")
        text = describe_summary(summary, key, stopped=self.refreshing.was_cancelled)
        if summary.failed:
            self._room.warn(text)
        else:
            self._room.say(text)

    def _tell_notices(self, notices: Sequence[Notice]) -> None:
        """Show what rules were asked to tell, and keep what they could not do for the list of failures."""
        from newstui.library.rule_words import tell_notice

        for notice in notices:
            if notice.error is not None:
                self._room.errors.append(notice.error)
            if notice.titles:
                # A toast's title is markup; the query is not, and foreign.
                said = tell_notice(notice)
                self._room.screen.app.notify(said, markup=False)
                self._room.status.messages.note(Told(self._room.clock(), said))

    def _start(self, keys: list[str] | None, *, force: bool = False) -> None:
        if self._room.library.offline:
            self._room.warn(_("Offline: nothing is fetched. Start without --offline to look for news."))
        elif not self._room.sources.any_source:
            said = _("There is no source to refresh; press {key} to add one.")
            self._room.warn(said.format(key=self._room.keymap.show_key("source.add")))
        elif self.refreshing.start(keys, force=force):
            self._room.say("")
            self._room.status.progress = _("Refreshing …")
        else:
            self._room.warn(_("A refresh is going on already."))

    def _show_welcome(self, view: View) -> None:
        self._lists.show_welcome(view)
        self._room.say(
            _("Welcome. Press {open} to open the story, {help} for all keys.").format(
                open=self._room.keymap.show_key("go.open"), help=self._room.keymap.show_key("program.help")
            )
        )

    def _keys_of(self, row: SourceRow) -> list[str] | None:
        if row.source is not None:
            return [row.source.key]
        if row.folded is not None:
            return [source.key for source in self._room.sources.sources if source.folder == row.title]
        return None

    # What the dialogs answer

    def _added(self, additions: Sequence[Addition] | None) -> None:
        """Go to the last source that was added or was there already, and say so."""
        sources = [addition.source for addition in additions or () if addition.source is not None]
        if not sources or not additions:
            return
        self._lists.reload_sources(f"source:{sources[-1].key}")
        self._afterwork.start()
        new = [addition for addition in additions if not addition.known]
        if len(new) > 1:
            said = ngettext("{count} source added.", "{count} sources added.", len(new))
            self._room.say(said.format(count=format_number(len(new))))
            return
        source = sources[-1]
        if new and source.last_error is not None:
            said = _("Added, but it could not be read yet: {title} · {reason}")
            self._room.warn(said.format(title=source.title, reason=translate_error(source.last_error)))
        elif new and new[-1].unlooked:
            said = _("Added; the next refresh with a network looks at it: {title}")
            self._room.say(said.format(title=source.title))
        else:
            said = _("Added: {title}") if new else _("Subscribed to already: {title}")
            self._room.say(said.format(title=source.title))

    def _changed(self, source: Source | None) -> None:
        if source is not None:
            self._lists.reload_sources(f"source:{source.key}")
            self._room.say(_("Changed: {title}").format(title=source.title))

    def _starters_added(self, count: int | None) -> None:
        if count:
            self._lists.show_all()
            self._afterwork.start()
            said = ngettext("{count} source added.", "{count} sources added.", count)
            self._room.say(said.format(count=format_number(count)))
