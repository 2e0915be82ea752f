"""The open article: its languages, its quotations and links, its marks, its full text."""

from __future__ import annotations

from functools import partial

from newstui.errors import N_, UsageError
from newstui.i18n import _, language_name
from newstui.model import Edition, QuoteKind, Reading
from newstui.text.languages import normalise_tag, pick
from newstui.ui.linear.choices import describe_edition, describe_link
from newstui.ui.linear.opened import Opened
from newstui.ui.linear.reading import ReadDesk
from newstui.ui.linear.refreshing import stopped_by_keys
from newstui.ui.linear.talk import Talk
from newstui.ui.linear.wording import describe_quote, sentence


class ArticleDesk:
    """Does what concerns one article."""

    def __init__(self, talk: Talk, read: ReadDesk) -> None:
        self._talk = talk
        self._read = read

    # Languages

    def edition_choose(self, rest: str = "") -> None:
        """Change the language, and stay at the same paragraph; without a language, offer those that there are."""
        editions = self._talk.need_article().reading.article.editions
        if not editions:
            self._talk.say(_("This story is here in one language only."))
        elif rest:
            tags = [edition.language for edition in editions]
            tag = pick(tags, [normalise_tag(rest) or rest])
            if tag is None:
                raise UsageError(
                    N_("There is no edition in {language}; there is {known}"), language=rest, known=", ".join(tags)
                )
            self._change_to(editions[tags.index(tag)])
        else:
            self._talk.offer([(describe_edition(edition), partial(self._change_to, edition)) for edition in editions])

    def _change_to(self, edition: Edition) -> None:
        article, library = self._talk.need_article(), self._talk.library
        target = edition.id if edition.available else None
        if target is None:
            if not edition.url:
                raise UsageError(N_("The text only says that this edition exists; its address is not known."))
            self._talk.say(_("Fetching it …"))
            target = library.fetch_edition(article.id, edition.url)
        block = article.block
        other = library.get_reading(target)
        there = None if block is None else self._find_counterpart(article.reading, other, block)
        self._take(other)
        opened = self._talk.need_article()
        language = opened.reading.article.language
        self._talk.say(sentence(language_name(language)) if language else "")
        if there is None:
            self._read.read_top()
            return
        opened.at = opened.find(there)
        self._read.read_more()

    def _find_counterpart(self, here: Reading, there: Reading, block: int) -> int:
        """Return the block of another edition that says what `block` says in this one; some 20 ms."""
        from newstui.text.parallel import find_counterpart

        alignment = self._talk.library.align(here, there)
        return max(find_counterpart(here, there, alignment, block, 0)[0], 0)

    # What is in it

    def quote_list(self, _rest: str = "") -> None:
        """Say the article's quotations."""
        quotes = [quote for quote in self._talk.need_article().reading.quotes if quote.kind is QuoteKind.SPEECH]
        for quote in quotes:
            self._talk.say(describe_quote(quote))
        if not quotes:
            self._talk.say(_("There are no quotations in this article."))

    def link_list(self, _rest: str = "") -> None:
        """Offer the article's links."""
        links = self._talk.need_article().reading.document.links
        if links:
            self._talk.offer([(describe_link(link), partial(self._open_address, link.url)) for link in links])
        else:
            self._talk.say(_("There are no links in this article."))

    def article_browser(self, _rest: str = "") -> None:
        """Open the article in the browser."""
        url = self._talk.need_article().reading.article.url
        if url:
            self._open_address(url)
        else:
            self._talk.say(_("This has no address to open."))

    def _open_address(self, url: str) -> None:
        from newstui.ui.outside import open_address

        open_address(url, tuple(self._talk.settings["commands.browser"]))
        self._talk.say(_("Opened in the browser."))

    def article_fulltext(self, _rest: str = "") -> None:
        """Fetch the article's page; where it is shown, show what the feed said, and the other way round."""
        article, library = self._talk.need_article(), self._talk.library
        if article.reading.article.fulltext_at is not None:
            reading = library.fulltexts.show_feed_text(article.id, article.reading.article.shows_fulltext)
        else:
            self._talk.say(_("Fetching it …"))
            with stopped_by_keys() as stopped:
                reading = library.fulltexts.fetch(article.id, cancelled=stopped.is_set)
        self._take(reading)
        self._read.read_top()

    def _take(self, reading: Reading, at: int = 0) -> None:
        """Put another text in the place of the open one."""
        article = self._talk.need_article()
        self._talk.article = Opened(article.headline, reading, at)
        self._talk.article.at = at

    # Marks

    def article_star(self, _rest: str = "") -> None:
        """Star the open article, or take its star away."""
        article = self._talk.need_article()
        starred = not article.headline.starred
        self._mark(article, starred=starred)
        self._talk.say(_("Starred.") if starred else _("The star is gone."))

    def article_read(self, _rest: str = "") -> None:
        """Mark the open article as unread, or as read again."""
        article = self._talk.need_article()
        read = not self._talk.library.load_headlines([article.headline.story])[0].read
        self._mark(article, read=read)
        self._talk.say(_("Marked as read.") if read else _("Marked as unread."))

    def _mark(self, article: Opened, *, read: bool | None = None, starred: bool | None = None) -> None:
        self._talk.undos.append(self._talk.library.mark([article.id], read=read, starred=starred))
        article.take_up(self._talk.library)
