"""Adding sources: an address, a look at what is there, and a choice where there is more than one feed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from threading import Event

from textual import on
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from newstui.errors import NewstuiError
from newstui.i18n import _, language_name
from newstui.library.adding import Addition, Offer, Wishes
from newstui.library.facade import Library
from newstui.model import FeedCandidate
from newstui.ui.content import foreign_content
from newstui.ui.dialogs.form import FormDialog, make_field
from newstui.ui.panes.lines import Lines

_MARKS = {"known": "✓ ", "added": "✓ ", "adding": "… ", "failed": "! "}


class AddDialog(FormDialog[Sequence[Addition]]):
    """Answers with what was added, or was there already; what goes wrong is said in place and can be mended there.

    Escape stops what is going on, and closes when nothing is.
    """

    class Stepped(Message):
        """Another address is asked."""

        def __init__(self, url: str, cancelled: Event) -> None:
            super().__init__()
            self.url, self.cancelled = url, cancelled

    def __init__(self, library: Library, folders: Sequence[str], address: str = "") -> None:
        """`address` is what stands in the dialog already."""
        super().__init__(_("Add a source"))
        self._address = address
        self._adding = library.adding
        self._folders = list(folders)
        self._offer: Offer | None = None
        self._cancelled: Event | None = None
        self._states: dict[str, str] = {}
        self._additions: list[Addition] = []

    def compose_content(self) -> Iterable[Widget]:
        """The fields, the feeds that were found, and what Enter does."""
        yield Static(Content(_("A feed, a site, an account, a file or a directory:")))
        yield make_field("address", _("Address"), self._address, hint="https://")
        yield make_field("title", _("Name"), hint=_("its own"))
        yield make_field("folder", _("Folder"), hint=_("none"), suggestions=self._folders)
        yield make_field("language", _("Language"), hint=_("what its articles say"))
        yield Lines(id="found")
        yield Static("", classes="hint", id="help", markup=False)

    def on_mount(self) -> None:
        """Nothing has been found yet."""
        super().on_mount()
        self.query_one("#found").display = False
        self._tell_help(_("Enter adds it, Tab goes to the next field, Escape closes."))

    def close(self) -> None:
        """Stop what is going on; close if nothing is."""
        if self._cancelled is not None:
            self._cancelled.set()
            self._cancelled = None
            self._states = {url: state for url, state in self._states.items() if state != "adding"}
            self._draw()
            self.tell(_("Stopped; nothing was added."))
        else:
            self.answer(self._additions)

    # Looking

    @on(Input.Submitted)
    def _submit(self) -> None:
        address = self.read("address") or ""
        if not address:
            self.tell(_("An address is needed."), "error")
            self.query_one("#address", Input).focus()
        elif self._offer is not None and self._offer.address == address and self._offer.feeds:
            self.query_one("#found", Lines).focus()
        elif self._cancelled is None and self._read_wishes() is not None:
            self._look(address)

    def _look(self, address: str) -> None:
        cancelled = self._begin(_("Looking at {address} …").format(address=address))
        self.query_one("#found").display = False

        def tell(url: str) -> None:
            self.post_message(self.Stepped(url, cancelled))

        self.threads.ask(
            "look",
            lambda: self._adding.look(address, on_step=tell, cancelled=cancelled.is_set),
            partial(self._looked, cancelled),
            failed=partial(self._failed, cancelled, None),
            long=True,
        )

    def on_add_dialog_stepped(self, event: Stepped) -> None:
        """Say which address is being asked."""
        if not event.cancelled.is_set() and event.cancelled is self._cancelled:
            self.tell(_("Looking at {address} …").format(address=event.url))

    def _looked(self, cancelled: Event, offer: Offer) -> None:
        if cancelled.is_set():
            return
        self._cancelled = None
        self._offer, self._states = offer, dict.fromkeys(offer.subscribed, "known")
        if offer.feeds and offer.main is None:
            self._show_choice()
        else:
            self._take(offer, offer.main)

    def _show_choice(self) -> None:
        """List the feeds that were found."""
        self._draw()
        found = self.query_one("#found", Lines)
        found.display = True
        found.focus()
        self.tell(_("Several feeds were found there; choose one or more."))
        self._tell_help(_("Enter adds the feed, as many as you like; Escape closes."))

    # Taking

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        if self._offer is None or self._cancelled is not None:
            return
        feed = next(feed for feed in self._offer.feeds if feed.url == event.option_id)
        known = self._offer.subscribed.get(feed.url)
        if known is not None:
            self.tell(_("Subscribed to already: {title}").format(title=known.title))
        elif self._states.get(feed.url) != "added":
            self._take(self._offer, feed)

    def _take(self, offer: Offer, feed: FeedCandidate | None) -> None:
        wishes = self._read_wishes()
        if wishes is None:
            return
        name = (feed.title or feed.url) if feed else offer.address
        cancelled = self._begin(_("Reading {name} …").format(name=name))
        if feed is not None:
            self._states[feed.url] = "adding"
            self._draw()
        self.threads.write(
            lambda: self._adding.take(offer, feed, wishes, cancelled=cancelled.is_set),
            partial(self._taken, cancelled, feed),
            failed=partial(self._failed, cancelled, feed),
            long=True,
        )

    def _taken(self, cancelled: Event, feed: FeedCandidate | None, addition: Addition) -> None:
        """Close with the one source that was meant, or go on with the choice."""
        self._additions.append(addition)
        if self._cancelled is cancelled:
            self._cancelled = None
        if not self._has_choice:
            self.answer(self._additions)
            return
        if feed is not None:
            self._states[feed.url] = "known" if addition.known else "added"
        self._draw()
        title = addition.source.title if addition.source else ""
        said = _("Subscribed to already: {title}") if addition.known else _("Added: {title}")
        self.tell(said.format(title=title))

    def _failed(self, cancelled: Event, feed: FeedCandidate | None, error: NewstuiError) -> None:
        if cancelled.is_set():
            return
        self._cancelled = None
        if feed is not None:
            self._states[feed.url] = "failed"
        self._draw()
        self.fail(error)
        if not self._has_choice:
            self.query_one("#address", Input).focus()

    # What is shown

    @property
    def _has_choice(self) -> bool:
        return self._offer is not None and bool(self._offer.feeds) and self._offer.main is None

    def _begin(self, said: str) -> Event:
        """Say what is begun; return what cancels it."""
        self._cancelled = cancelled = Event()
        self.tell(said)
        self._tell_help(_("Escape stops."))
        return cancelled

    def _read_wishes(self) -> Wishes | None:
        """Return what the fields say, None where one of them is wrong, which is told."""
        language, good = self.read_language()
        if not good:
            return None
        one_of_many = self._has_choice
        return Wishes(title=None if one_of_many else self.read("title"), folder=self.read("folder"), language=language)

    def _tell_help(self, text: str) -> None:
        self.query_one("#help", Static).update(Content(text))

    def _draw(self) -> None:
        if self._cancelled is None:
            self._tell_help(
                _("Enter adds the feed, as many as you like; Escape closes.")
                if self._has_choice
                else _("Enter adds it, Tab goes to the next field, Escape closes.")
            )
        if self._offer is not None:
            rows = [_draw_feed(feed, self._states.get(feed.url, "")) for feed in self._offer.feeds]
            self.query_one("#found", Lines).show_lines(rows)


def _draw_feed(feed: FeedCandidate, state: str) -> Option:
    """Draw a feed: its title, then its type, language and address, and whether it is among the sources."""
    title = Content.assemble((_MARKS.get(state, "  "), "$text-accent"), foreign_content(feed.title or feed.url, "bold"))
    language = language_name(feed.language) if feed.language else None
    here = _("subscribed to already") if state == "known" else None
    kind = {"json": "JSON Feed", "rss": "RSS", "atom": "Atom", "rdf": "RDF"}.get(feed.kind or "")
    about = " · ".join(part for part in (here, kind, language, feed.url) if part)
    return Option(Content.assemble(title, "\n  ", foreign_content(about, "$quiet")), id=feed.url)
