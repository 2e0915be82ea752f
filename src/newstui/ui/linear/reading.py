"""Hearing on: paragraph by paragraph, headline by headline, and from one unread story to the next."""

from __future__ import annotations

from collections.abc import Sequence

from newstui.i18n import _, format_number, language_name, ngettext
from newstui.model import Headline
from newstui.ui.linear.opened import Opened
from newstui.ui.linear.talk import Talk
from newstui.ui.linear.wording import describe_block, describe_headline, describe_opening, sentence


class ReadDesk:
    """Says what comes next, in the article if one is open, in the list if not."""

    def __init__(self, talk: Talk) -> None:
        self._talk = talk

    # Opening

    def open_number(self, place: int) -> None:
        """Open the headline with this number."""
        headline = self._talk.shelf.find(place)
        if headline is None:
            said = ngettext("There is {count} headline.", "There are {count} headlines.", len(self._talk.shelf))
            self._talk.say(said.format(count=format_number(len(self._talk.shelf))))
        else:
            self.open(headline)

    def open(self, headline: Headline) -> None:
        """Open a story, which marks it as read, and say its beginning."""
        self._talk.keep_place()
        article = Opened(headline, self._talk.library.get_reading(headline.id))
        if not headline.read and not self._talk.library.read_only:
            self._talk.library.mark([headline.id], read=True)
        self._talk.article = article
        self._say_opening(article)

    def _say_opening(self, article: Opened) -> None:
        for line in describe_opening(article.reading, len(article.paragraphs)):
            self._talk.say(line)
        if article.at:
            said = _("You were at paragraph {number}. Enter goes on there, t begins at the top.")
            self._talk.say(said.format(number=article.at + 1))

    # Commands

    def read_more(self, _rest: str = "") -> None:
        """Say the next paragraph, or the next headlines."""
        article = self._talk.article
        if article is None:
            self._say_page(self._talk.shelf.page(self._talk.shelf.heard))
        elif article.at_end and article.end_is_told:
            self.read_next()
        elif article.at_end:
            article.end_is_told = True
            self._talk.say(_("End of the article. Enter opens the next unread one."))
        else:
            article.end_is_told = False
            for line in describe_block(article.reading, article.paragraphs[article.at]):
                self._talk.say(line)
            article.at += 1

    def read_back(self, _rest: str = "") -> None:
        """Say the paragraph before the one that was heard last, or the headlines before."""
        article = self._talk.article
        if article is None:
            self._say_page(self._talk.shelf.page_before())
        elif article.at <= 1:
            self.read_top()
        else:
            article.at -= 2
            self.read_more()

    def read_rest(self, _rest: str = "") -> None:
        """Say everything from here on."""
        article = self._talk.article
        if article is None:
            self._say_page(self._talk.shelf.page(self._talk.shelf.heard, len(self._talk.shelf)))
            return
        while not article.at_end:
            self.read_more()
        self.read_more()

    def read_top(self, _rest: str = "") -> None:
        """Say the beginning of the article, or of the list."""
        if self._talk.article is not None:
            self._talk.article.at = 0
            self._say_opening(self._talk.article)
            return
        said = ngettext("{title}: {count} headline.", "{title}: {count} headlines.", len(self._talk.shelf))
        self._talk.say(said.format(title=self._talk.shelf.title, count=format_number(len(self._talk.shelf))))
        self._say_page(self._talk.shelf.page(0))

    def read_where(self, _rest: str = "") -> None:
        """Say what is open, and how far it was heard."""
        article = self._talk.article
        if article is None:
            said = _("{title}: {done} of {total} headlines heard.")
            total = format_number(len(self._talk.shelf))
            self._talk.say(
                said.format(title=self._talk.shelf.title, done=format_number(self._talk.shelf.heard), total=total)
            )
            return
        language = article.reading.article.language
        said = _("Paragraph {done} of {total}.")
        self._talk.say(sentence(article.reading.article.title))
        self._talk.say(said.format(done=article.at, total=len(article.paragraphs)))
        if language:
            self._talk.say(sentence(language_name(language)))

    def read_next(self, _rest: str = "") -> None:
        """Open the next unread story."""
        self._step(1)

    def read_previous(self, _rest: str = "") -> None:
        """Open the unread story before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        article, shelf = self._talk.article, self._talk.shelf
        at = shelf.find_number(article.headline) if article else 0
        found = shelf.find_unread(at, step) if at or step > 0 else None
        if found is None:
            self._talk.say(_("Nothing unread follows.") if step > 0 else _("Nothing unread comes before."))
        else:
            self.open(found[1])

    def _say_page(self, rows: Sequence[tuple[int, Headline]]) -> None:
        now = self._talk.library.now()
        for place, headline in rows:
            self._talk.say(describe_headline(place, headline, now))
        if self._talk.shelf.heard >= len(self._talk.shelf):
            self._talk.say(_("End of the list."))
