"""The list of headlines: what it is of, what is found in it, what is marked in it."""

from __future__ import annotations

from newstui.i18n import _, format_number, ngettext, quoted
from newstui.model import View
from newstui.ui.linear.choices import list_views
from newstui.ui.linear.reading import ReadDesk
from newstui.ui.linear.shelf import Shelf
from newstui.ui.linear.talk import Talk
from newstui.ui.linear.wording import describe_headline


class ListDesk:
    """Fills the list."""

    def __init__(self, talk: Talk, read: ReadDesk) -> None:
        self._talk = talk
        self._read = read

    def show(self, title: str, view: View) -> None:
        """Leave the article, and say what a view holds under its title."""
        self._talk.leave_article()
        self._talk.shelf = Shelf(self._talk.library, title, self._talk.library.list_stories(view), view)
        self._read.read_top()

    def list_headlines(self, _rest: str = "") -> None:
        """Leave the article, and hear the list as it is now."""
        shelf = self._talk.shelf
        if shelf.view is not None:
            self.show(shelf.title, shelf.view)
        else:
            self._talk.leave_article()
            self._read.read_top()

    def go_sources(self, _rest: str = "") -> None:
        """Offer what headlines can be of."""
        self._talk.offer(list_views(self._talk.library, self.show))

    def go_leave(self, _rest: str = "") -> None:
        """Leave the article for the list, and the list for good."""
        if self._talk.article is None:
            self._talk.running = False
            return
        self._talk.leave_article()
        self._read.read_where()

    def find_search(self, rest: str = "") -> None:
        """List what a query finds; without one, everything."""
        if not rest:
            self.show(_("All"), View())
            return
        searching = self._talk.library.searching
        searching.check_query(rest)
        searching.index_waiting()
        stories = searching.list_stories(rest, ranked=True)
        if not len(stories):
            self._talk.say(_("Nothing was found."))
            return
        self._talk.leave_article()
        self._talk.shelf = Shelf(self._talk.library, quoted(rest), stories, None)
        self._read.read_top()

    def find_start(self, rest: str = "") -> None:
        """Go to the next place with these words, in the article or among the headlines."""
        if not rest:
            self._talk.say(_("Type the words behind the command."))
            return
        article = self._talk.article
        if article is None:
            found = self._talk.shelf.find_words(self._talk.shelf.heard, rest) or self._talk.shelf.find_words(0, rest)
            if found is not None:
                self._talk.shelf.heard = found[0]
                self._talk.say(describe_headline(*found, self._talk.library.now()))
                return
        else:
            blocks, count = article.reading.document.blocks, len(article.paragraphs)
            for place in (*range(article.at, count), *range(article.at)):
                if rest.casefold() in blocks[article.paragraphs[place]].text.casefold():
                    article.at = place
                    self._read.read_more()
                    return
        self._talk.say(_("Nothing was found."))

    def list_mark_read(self, _rest: str = "") -> None:
        """Mark everything in the list as read."""
        library, shelf = self._talk.library, self._talk.shelf
        if shelf.view is not None:
            undo = library.mark_view(shelf.view, read=True)
        else:
            undo = library.mark_stories(shelf.stories, read=True)
        if not undo.count:
            self._talk.say(_("Everything here is read already."))
            return
        self._talk.undos.append(undo)
        said = ngettext(
            "{count} story marked as read. u undoes it.", "{count} stories marked as read. u undoes it.", undo.count
        )
        self._talk.say(said.format(count=format_number(undo.count)))

    def list_undo(self, _rest: str = "") -> None:
        """Take the last mark back."""
        if not self._talk.undos:
            self._talk.say(_("There is nothing to undo."))
            return
        self._talk.undos.pop()()
        if self._talk.article is not None:
            self._talk.article.take_up(self._talk.library)
        self._talk.say(_("Undone."))
