"""The desk "file": tags, hidden stories, saved views, rules, and what articles said before."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from newstui.i18n import _, quoted
from newstui.library.undo import Undo
from newstui.model import Headline, Reading, Revision, SavedView
from newstui.ui.desks.articles import ArticleDesk
from newstui.ui.desks.lists import ListDesk
from newstui.ui.readings import Readings
from newstui.ui.room import Room


class FilingDesk:
    """Files stories away, by hand and by rules."""

    def __init__(self, room: Room, readings: Readings, lists: ListDesk, articles: ArticleDesk) -> None:
        self._room = room
        self._readings = readings
        self._lists = lists
        self._articles = articles

    # Stories

    def tag(self) -> None:
        """Ask for the tags of the story that is meant."""
        headline = self._need_meant()
        if headline is None:
            return
        ready = self._readings.find(headline.id)
        if ready is not None:
            # At once, since whoever knows the key goes on typing.
            self._ask_tags(headline, ready)
        else:
            self._room.threads.ask("tags", partial(self._readings.get, headline.id), partial(self._ask_tags, headline))

    def _ask_tags(self, headline: Headline, reading: Reading) -> None:
        from newstui.ui.dialogs.tags import TagsDialog

        known = [tag.name for tag in self._room.sources.filed.tags]
        dialog = TagsDialog(headline.title, reading.article.status.tags, known)
        self._room.screen.app.push_screen(dialog, partial(self._tagged, headline))

    def _tagged(self, headline: Headline, tags: list[str] | None) -> None:
        if tags is None:
            return

        def written(undo: Undo) -> None:
            self._lists.marks.remember(undo)
            self._take_up()
            said = _("Tagged: {tags}").format(tags=", ".join(tags)) if tags else _("It has no tags now.")
            self._room.say(said)

        self._room.threads.write(lambda: self._room.library.tags.set_tags(headline.id, tags), written)

    def hide(self) -> None:
        """Hide the story that is meant, or show it again where it is hidden."""
        headline = self._need_meant()
        if headline is None:
            return
        library = self._room.library

        def write() -> tuple[Undo, bool]:
            hidden = not self._readings.get(headline.id).article.status.hidden
            return library.mark([headline.id], hidden=hidden), hidden

        def written(done: tuple[Undo, bool]) -> None:
            undo, hidden = done
            self._lists.marks.remember(undo, self._lists.reload)
            self._take_up()
            self._lists.reload()
            key = self._room.keymap.show_key("list.undo")
            self._room.say(_("Hidden; press {key} to undo.").format(key=key) if hidden else _("Shown again."))

        self._room.threads.write(write, written)

    def changes(self) -> None:
        """Show what the article that is meant said before."""
        headline = self._need_meant()
        if headline is not None:
            revisions = self._room.library.revisions
            load = partial(revisions.list_wordings, headline.id)
            self._room.threads.ask("changes", load, partial(self._show_changes, headline))

    def _show_changes(self, headline: Headline, wordings: list[Revision]) -> None:
        from newstui.ui.dialogs.changes import ChangesDialog

        if len(wordings) < 2:
            self._room.say(_("This article has not changed since it was first seen."))
        else:
            self._room.screen.app.push_screen(ChangesDialog(headline.title, wordings))

    def _need_meant(self) -> Headline | None:
        if self._articles.meant is None:
            self._room.warn(_("No article is chosen."))
        return self._articles.meant

    def _take_up(self) -> None:
        self._readings.forget()
        self._room.headlines.forget_rows()
        self._lists.reload_sources()

    # Views

    def save_view(self) -> None:
        """Save the search as a view; with the cursor on a view, give it another name."""
        from newstui.ui.dialogs.view_name import ViewNameDialog

        query, row = self._lists.query, self._room.sources.row
        if query is not None:
            self._room.screen.app.push_screen(ViewNameDialog(query), partial(self._save, query))
        elif row is not None and row.saved is not None:
            dialog = ViewNameDialog(row.saved.query, row.saved.name)
            self._room.screen.app.push_screen(dialog, partial(self._rename, row.saved))
        else:
            said = _("Press {key} to search first: what is found can be saved as a view.")
            self._room.warn(said.format(key=self._room.keymap.show_key("find.search")))

    def _save(self, query: str, name: str | None) -> None:
        if name:
            saved = _("Saved as {name}.").format(name=quoted(name))
            self._change_views(lambda: self._room.library.views.add(name, query), saved)

    def _rename(self, view: SavedView, name: str | None) -> None:
        if name and name != view.name:
            saved = _("It is called {name} now.").format(name=quoted(name))
            self._change_views(lambda: self._room.library.views.rename(view.name, name), saved)

    def remove_view(self, view: SavedView) -> None:
        """Remove a view, not its stories."""
        key = self._room.keymap.show_key("list.undo")
        said = _("Removed; press {key} to undo: {name}").format(name=quoted(view.name), key=key)
        self._change_views(lambda: self._room.library.views.remove(view.name), said)

    def _change_views(self, change: Callable[[], tuple[SavedView, Undo]], said: str) -> None:
        def written(done: tuple[SavedView, Undo]) -> None:
            self._lists.marks.remember(done[1], self._lists.reload_sources)
            self._lists.reload_sources()
            self._room.say(said)

        self._room.threads.write(change, written)

    # Rules

    def rules(self) -> None:
        """List the rules, and offer to change them."""
        from newstui.ui.dialogs.rules import RulesDialog

        dialog = RulesDialog(self._room.library, self._lists.marks.remember, self._lists.query or "")
        self._room.screen.app.push_screen(dialog, self._rules_left)

    def _rules_left(self, said: str | None) -> None:
        """Show what rules have done while their dialog was open, and say what was done last."""
        self._take_up()
        self._lists.reload()
        if said:
            self._room.say(said)
