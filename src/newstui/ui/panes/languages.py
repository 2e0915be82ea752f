"""The pane of languages: in which languages the story exists, where, and how that is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import on
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from newstui.i18n import N_, _, language_name
from newstui.model import Article, Edition, LanguageOrigin, Reason
from newstui.ui.content import foreign_content
from newstui.ui.panes.lines import Lines, say
from newstui.ui.panes.spread import Spread

REASONS = {
    Reason.USER: N_("by you"),
    Reason.NAME: N_("by its name"),
    Reason.DECLARED: N_("declared"),
    Reason.FEED: N_("by its feed"),
    Reason.MATCHED: N_("matched"),
    Reason.LISTED: N_("listed only"),
}


def order_editions(article: Article, others: Iterable[Edition], ladder: Sequence[str]) -> list[Edition]:
    """Return all editions, the article's own among them, in an order that does not depend on which one is shown.

    What can be read here before what cannot; of these the reader's languages first, then by language tag.
    """
    own = Edition(
        article.language or "", article.title, article.id, article.url, article.path, available=True, reason=Reason.USER
    )
    rank = {language: place for place, language in enumerate(ladder)}

    def place(edition: Edition) -> tuple[bool, int, str, str]:
        short = edition.language.split("-")[0]
        preferred = rank.get(edition.language, rank.get(short, len(rank)))
        return not edition.available, preferred, edition.language, edition.id or ""

    return sorted([own, *others], key=place)


class LanguagesPane(Lines):
    """The story's editions: the one shown, those that are here, those that are known of."""

    class Chosen(Message):
        """An edition was clicked or chosen."""

        def __init__(self, edition: Edition) -> None:
            super().__init__()
            self.edition = edition

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  Textual's name
        super().__init__(id=id)
        self.editions: list[Edition] = []
        self._article: Article | None = None
        self._ladder: Sequence[str] = ()
        self._on_their_way: frozenset[str] = frozenset()
        self.show_title()

    def show_title(self) -> None:
        """Name the pane."""
        self.border_title = Content(_("Languages"))

    @property
    def edition(self) -> Edition | None:
        """The edition under the cursor."""
        return self.editions[int(self.key)] if self.key and self.editions else None

    def show_editions(self, article: Article | None, ladder: Sequence[str]) -> None:
        """Show the editions of an article's story, or that none is open."""
        self._article, self._ladder = article, ladder
        if article is None:
            self.editions = []
            self.show_lines([say(_("No article is open."))])
            return
        self.editions = order_editions(article, article.editions, ladder)
        lines = [Option(self._draw(edition, article.id), id=str(n)) for n, edition in enumerate(self.editions)]
        here = next(n for n, edition in enumerate(self.editions) if edition.id == article.id)
        if len(lines) == 1:
            lines.append(say(_("No other edition is known.")))
        if origin := tell_origin(article):
            lines.append(say(origin))
        self.show_lines(lines, key=str(here))

    def show_fetching(self, urls: frozenset[str]) -> None:
        """Show which editions are being fetched, by their addresses; the cursor stays."""
        self._on_their_way = urls
        if self._article is not None:
            key = self.key
            self.show_editions(self._article, self._ladder)
            self.show_lines(self.options, key=key)

    def _draw(self, edition: Edition, shown: str) -> Spread:
        coming = edition.url in self._on_their_way and not edition.available
        return draw_edition(edition, shown, state=_("being fetched …") if coming else "")

    @on(OptionList.OptionSelected)
    def _tell_chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if self.edition is not None:
            self.post_message(self.Chosen(self.edition))


def tell_origin(article: Article) -> str:
    """Say how the language of an article is known, where its source did not simply declare it."""
    if article.language is None:
        return _("Nothing says which language this is in.")
    language = language_name(article.language)
    if article.overruled is not None:
        declared = language_name(article.overruled)
        return _("Declared: {declared}; but the text is in another language: {language}.").format(
            declared=declared, language=language
        )
    match article.language_origin:
        case LanguageOrigin.CONFIGURED:
            return _("You say that this source is in this language: {language}.").format(language=language)
        case LanguageOrigin.DETECTED:
            return _("The language was told from the text: {language}.").format(language=language)
        case _:
            return ""


def draw_edition(edition: Edition, shown: str, hint: str = "", *, state: str = "") -> Spread:
    """Draw a row: a mark for what can be done with it, the language, and how the edition is known, or its `state`."""
    name = language_name(edition.language) if edition.language else _("Unknown language")
    if edition.id == shown:
        mark, style, note = ("●", "$text-accent"), "bold", _("shown")
    elif edition.available:
        note = _(REASONS[edition.reason])
        mark, style, note = ("○", "$text-accent"), "", _("{reason}, read").format(reason=note) if edition.read else note
    elif edition.url:
        mark, style, note = ("↗", "$quiet"), "$quiet", _(REASONS[edition.reason])
    else:
        mark, style, note = ("·", "$quiet"), "$quiet", _(REASONS[edition.reason])
    left = Content.assemble((f"{hint} ", "bold $text-accent") if hint else "", mark, " ", foreign_content(name, style))
    return Spread(left, Content.styled(state or note, "$quiet"))
