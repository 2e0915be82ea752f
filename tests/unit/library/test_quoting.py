from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from newstui.library import quoting
from newstui.library.alone import hold_alone
from newstui.model import Article, Document, Quote
from newstui.store import Store
from newstui.store.speakers import Speakers
from newstui.text.quotes import RULES_VERSION, find_quotes
from tests.unit.store.examples import add_feed, make_arrival, make_id, save

BODY = "“We do not have the money for the bridge,” Anna Weber told the press in the evening."
NAMES = ["".join(letters) for letters in itertools.product("abcdefgh", repeat=2)]


@pytest.fixture(params=["memory", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """More articles than are looked through in this process, each with one quotation."""
    with Store(None if request.param == "memory" else tmp_path / "library.db") as store:
        save(store, add_feed(store), *(make_arrival(name, "en", body=BODY) for name in NAMES))
        yield store
        assert store.check_integrity() == ()


def never() -> bool:
    return False


def test_every_article_is_looked_through_once(store: Store) -> None:
    told: list[tuple[int, int]] = []
    assert quoting.count_missing(store) == 64
    assert quoting.look_aside(store, lambda done, total: told.append((done, total)), never) == 64
    assert told == [*((done, 64) for done in range(10, 61, 10)), (64, 64)]
    assert [(speaker.name, speaker.quotes) for speaker in store.speakers.list_names()] == [("Anna Weber", 64)]
    assert quoting.count_missing(store) == 0
    assert quoting.look_aside(store, lambda done, total: told.append((done, total)), never) == 0
    assert len(told) == 7


def test_what_was_found_when_it_is_cancelled_is_kept(store: Store) -> None:
    told: list[int] = []
    done = quoting.look_aside(store, lambda done, _total: told.append(done), lambda: bool(told))
    assert done == told[-1] == 10
    assert 0 < quoting.count_missing(store) <= 64 - 10
    assert quoting.look_aside(store, lambda _done, _total: None, never) == 64 - 10 or store.path is not None
    assert store.speakers.list_names()[0].quotes == 64


def test_a_single_arrival_starts_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quoting, "_start", None)
    with Store(tmp_path / "library.db") as store:
        save(store, add_feed(store), make_arrival("a", "en", body=BODY))
        assert quoting.look_aside(store, lambda _done, _total: None, never) == 1
        assert store.speakers.list_names()[0].name == "Anna Weber"


def test_where_no_process_can_be_started_it_is_done_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise OSError(path)

    monkeypatch.setattr(quoting, "_start", refuse)
    with Store(tmp_path / "library.db") as store:
        save(store, add_feed(store), *(make_arrival(name, "en", body=BODY) for name in NAMES))
        assert quoting.look_aside(store, lambda _done, _total: None, never) == 64


def test_of_several_readers_one_looks_for_all(tmp_path: Path) -> None:
    with Store(tmp_path / "library.db") as store:
        save(store, add_feed(store), *(make_arrival(name, "en", body=BODY) for name in NAMES))
        with hold_alone(tmp_path / "quotes.lock"):
            assert quoting.look_aside(store, lambda _done, _total: None, never) == 0
        assert quoting.count_missing(store) == 64
        assert quoting.look_aside(store, lambda _done, _total: None, never) == 64


def test_what_the_process_leaves_is_done_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quoting, "_PROGRAM", "print(10, flush=True); raise SystemExit(1)")
    told: list[tuple[int, int]] = []
    with Store(tmp_path / "library.db") as store:
        save(store, add_feed(store), *(make_arrival(name, "en", body=BODY) for name in NAMES))
        quoting.look_aside(store, lambda done, total: told.append((done, total)), never)
        assert quoting.count_missing(store) == 0
    assert told[:2] == [(10, 64), (20, 74)]


def test_an_article_that_the_rules_break_down_on_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(document: Document, *, title: str, summary: str | None, language: str | None) -> tuple[Quote, ...]:
        if title == "Title of a":
            raise ZeroDivisionError
        return find_quotes(document, title=title, summary=summary, language=language)

    monkeypatch.setattr(quoting, "find_quotes", break_down)
    with Store(None) as store:
        save(store, add_feed(store), *(make_arrival(name, "en", body=BODY) for name in "ab"))
        assert quoting.look_aside(store, lambda _done, _total: None, never) == 2
        assert store.quotes.find(make_id("a"), RULES_VERSION) == ()
        assert len(store.quotes.find(make_id("b"), RULES_VERSION) or ()) == 1


def test_quotes_are_not_stored_for_words_that_have_changed_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    with Store(None) as store:
        source = add_feed(store)
        save(store, source, make_arrival("a", "en", body=BODY))

        def change_first(article: Article, document: Document) -> tuple[Quote, ...]:
            save(store, source, make_arrival("a", "en", body="No more."))
            return found(article, document)

        found = quoting.quotes_of
        monkeypatch.setattr(quoting, "quotes_of", change_first)
        quoting.list_quotes(store, store.articles.get(make_id("a")), store.articles.get_document(make_id("a")))
        assert quoting.count_missing(store) == 1
        assert store.speakers.list_names() == []


def test_what_goes_or_changes_while_it_is_looked_through_waits_or_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    with Store(None) as store:
        source = add_feed(store)
        save(store, source, *(make_arrival(name, "en", body=BODY) for name in "abc"))

        def meddle(article: Article, document: Document) -> tuple[Quote, ...]:
            if article.id == make_id("a"):
                store.drop_articles(source.key, [make_id("b")])
                save(store, source, make_arrival("c", "en", body="No more."))
            return found(article, document)

        found = quoting.quotes_of
        monkeypatch.setattr(quoting, "quotes_of", meddle)
        assert quoting.look_aside(store, lambda _done, _total: None, never) == 2
        assert store.quotes.find(make_id("c"), RULES_VERSION) == ()
        assert quoting.count_missing(store) == 0
        assert store.speakers.list_names()[0].quotes == 1


def test_names_are_folded_anew_when_their_rules_have_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    with Store(None) as store:
        save(store, add_feed(store), make_arrival("a", "en", body=BODY))
        renewed: list[int] = []
        renew = store.speakers.renew_spellings

        def note(after: int) -> int | None:
            renewed.append(after)
            return renew(after)

        monkeypatch.setattr(Speakers, "renew_spellings", lambda _self, after: note(after))
        quoting.look_through(store, lambda _done, _total: None, never)
        assert renewed == [0], "a library without a mark may hold anything"
        quoting.look_through(store, lambda _done, _total: None, never)
        assert renewed == [0]
        monkeypatch.setattr(quoting, "NAMES_VERSION", 99)
        for _ in range(2):
            quoting.look_through(store, lambda _done, _total: None, never)
        assert renewed == [0, 0, 1]
