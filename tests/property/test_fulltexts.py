"""Whatever feeds and pages do to an article, neither loses its words, and what is shown is what was asked for."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from newstui.model import LanguageOrigin
from newstui.store import Store
from tests.unit.store.examples import NOW, add_feed, make_arrival, make_document, make_id, save

A = make_id("a")
words = st.sampled_from(["One.", "Two.", "Three."])
languages = st.sampled_from([None, "de", "nl"])


class TwoVoices(RuleBasedStateMachine):
    """An article, its feed and its page."""

    def __init__(self) -> None:
        super().__init__()
        self.store = Store(None)
        self.source = add_feed(self.store)
        self.feed = ""
        self.page: str | None = None
        self.prefers_feed = False
        self.quoted = ""
        self.said: set[tuple[bool, str]] = set()

    def teardown(self) -> None:
        self.store.close()

    @initialize(body=words)
    def arrive(self, body: str) -> None:
        self.feed_says(body, None)

    @rule(body=words, language=languages)
    def change_feed(self, body: str, language: str | None) -> None:
        self.feed_says(body, language)

    def feed_says(self, body: str, language: str | None) -> None:
        self.feed = body
        self.said.add((False, body))
        save(self.store, self.source, make_arrival("a", language, body=body, language_origin=LanguageOrigin.DETECTED))

    @rule(body=words, language=languages)
    def page_says(self, body: str, language: str | None) -> None:
        self.page = body
        self.said.add((True, body))
        self.store.pages.save(A, make_arrival("a", language, body=body), now=NOW)

    @rule(prefer=st.booleans())
    def ask(self, *, prefer: bool) -> None:
        self.store.pages.show_feed_text(A, prefer_feed=prefer)
        self.prefers_feed = prefer if self.page is not None else False

    @rule()
    def look_for_quotes(self) -> None:
        self.store.quotes.save(A, (), 1)
        self.quoted = self.shown

    @property
    def shown(self) -> str:
        return self.feed if self.page is None or self.prefers_feed else self.page

    @invariant()
    def shows_what_was_asked_for(self) -> None:
        if not self.feed:
            return
        assert self.store.articles.get_document(A) == make_document(self.shown)
        assert self.store.articles.get_document(A, feed=True) == make_document(self.feed)
        assert self.store.articles.get(A).shows_fulltext == (self.page is not None and not self.prefers_feed)
        if self.store.quotes.find(A, 1) is not None:
            assert self.quoted == self.shown, "the quotes are of the text that is shown"

    @invariant()
    def loses_no_words(self) -> None:
        if not self.feed:
            return
        kept = {
            (revision.fulltext, revision.document.plain_text()) for revision in self.store.articles.list_revisions(A)
        }
        kept |= {(False, self.feed)} | ({(True, self.page)} if self.page else set())
        assert kept == self.said

    @invariant()
    def keeps_its_lists(self) -> None:
        assert self.store.check_integrity() == ()


TestTwoVoices = TwoVoices.TestCase
TestTwoVoices.settings = settings(max_examples=40, stateful_step_count=15, deadline=None)
