from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import apsw
import pytest

from newstui.model import Quote, QuoteKind, QuoteSpan, Speaker
from newstui.store import Store, spellings
from newstui.store.migrations import MIGRATIONS
from newstui.store.schema import prepare
from newstui.text import names as names_of
from tests.unit.store.examples import HOUR, NOW, add_feed, make_arrival, make_id, save


def say(*speakers: str | None) -> list[Quote]:
    """A quote of each of these, numbered."""
    return [
        Quote(f"q{number}", QuoteKind.SPEECH, (QuoteSpan(0, 0, 2),), speaker, "er", "sagt", 0.5)
        for number, speaker in enumerate(speakers)
    ]


def fill(store: Store, articles: dict[str, Sequence[str | None]]) -> None:
    """Store articles, each an hour older than the one before, in which these speak."""
    save(
        store,
        add_feed(store),
        *(make_arrival(name, published=NOW - HOUR * (age + 1)) for age, name in enumerate(articles)),
    )
    for name, said in articles.items():
        store.quotes.save(make_id(name), say(*said), 1)


def show(speakers: Sequence[Speaker]) -> list[tuple[str, int, int]]:
    return [(speaker.name, speaker.quotes, speaker.articles) for speaker in speakers]


def names(speakers: Sequence[Speaker]) -> list[str]:
    return [speaker.name for speaker in speakers]


def test_speakers_are_listed_by_how_much_they_are_quoted(store: Store) -> None:
    fill(store, {"a": ["Anna Weber", None, "Joe Biden"], "b": ["Joe Biden", "Joe Biden"], "c": []})
    assert show(store.speakers.list_names()) == [("Joe Biden", 3, 2), ("Anna Weber", 1, 1)]
    assert names(store.speakers.list_names(limit=1)) == ["Joe Biden"]
    assert [speaker.latest for speaker in store.speakers.list_names()] == [NOW - HOUR, NOW - HOUR]


def test_spellings_of_one_name_are_one_speaker(store: Store) -> None:
    fill(
        store,
        {
            "a": ["Wolodymyr Selenskyj", "Selenskyj"],
            "b": ["Volodymyr Zelensky"],
            "c": ["Zelenskyy", "Olena Selenska"],
            "d": ["Volodymyr Zelensky"],
        },
    )
    zelensky, zelenska = store.speakers.list_names()
    assert show([zelensky, zelenska]) == [("Volodymyr Zelensky", 5, 4), ("Olena Selenska", 1, 1)]
    assert zelensky.spellings == ("Volodymyr Zelensky", "Selenskyj", "Wolodymyr Selenskyj", "Zelenskyy")


@pytest.mark.parametrize(
    ("part", "found"),
    [
        ("web", ["Anna Weber", "Max Weber"]),
        ("Weber an", ["Anna Weber"]),
        ("zelen", ["Wolodymyr Selenskyj"]),
        ("Zelenskyy", ["Wolodymyr Selenskyj"]),
        ("selen", ["Wolodymyr Selenskyj"]),
        ("wol", ["Wolodymyr Selenskyj"]),
        ("erdogan", ["Recep Tayyip Erdoğan"]),
        ("ERDOĞ", ["Recep Tayyip Erdoğan"]),
        ("karren", ["Annegret Kramp-Karrenbauer"]),
        ("muller", ["Jens Müller"]),
        ("mueller", ["Jens Müller"]),
        ("eber", []),
        ("?!", []),
        ("x'; --", []),
    ],
)
def test_a_speaker_is_found_by_the_beginnings_of_the_names_words(store: Store, part: str, found: list[str]) -> None:
    fill(
        store,
        {
            "a": ["Anna Weber"] * 3 + ["Max Weber"] * 2 + ["Wolodymyr Selenskyj", "Recep Tayyip Erdoğan"],
            "b": ["Annegret Kramp-Karrenbauer", "Jens Müller"],
        },
    )
    assert names(store.speakers.list_names(part)) == found


def test_a_surname_alone_means_all_who_bear_it_and_a_full_name_its_bearer(store: Store) -> None:
    fill(store, {"a": ["Jill Biden", "Joe Biden", "Joe Biden"], "b": ["Biden"]})
    assert names(store.speakers.list_meant("biden")) == ["Joe Biden", "Jill Biden", "Biden"]
    assert names(store.speakers.list_meant("JOE BIDEN")) == ["Joe Biden"]
    assert names(store.speakers.list_meant("J. Biden")) == ["Joe Biden", "Jill Biden", "Biden"]
    assert names(store.speakers.list_meant("Hunter Biden")) == ["Biden"], "whom a surname alone means may be he"
    assert store.speakers.list_meant("Trump") == []


def test_a_surname_moves_to_whom_it_means_as_that_becomes_clear(store: Store) -> None:
    fill(store, {"a": ["Macron"], "b": ["Brigitte Macron"], "c": [], "d": ["Macron"]})
    assert show(store.speakers.list_names("macron")) == [("Brigitte Macron", 3, 3)]
    store.quotes.save(make_id("c"), say("Emmanuel Macron"), 1)
    assert set(show(store.speakers.list_names())) == {
        ("Macron", 2, 2),
        ("Brigitte Macron", 1, 1),
        ("Emmanuel Macron", 1, 1),
    }
    store.quotes.save(make_id("c"), say(*["Emmanuel Macron"] * 20), 1)
    assert show(store.speakers.list_names("macron")) == [("Emmanuel Macron", 22, 3), ("Brigitte Macron", 1, 1)]


def test_quotes_come_newest_first_and_page_by_page(store: Store) -> None:
    fill(
        store,
        {
            "a": ["Anna Weber", "Joe Biden", "Anna Weber"],
            "b": ["Joe Biden"],
            "c": ["A. Weber"],
            "d": [None, "Anna Weber"],
        },
    )
    (weber,) = store.speakers.list_meant("Anna Weber")
    page = store.speakers.list_quotes_by([weber.key], limit=1)
    assert [(each.article.id[0], each.quote.text) for each in page] == [("a", "q0"), ("a", "q2")]
    assert {each.at for each in page} == {NOW - HOUR}
    rest = store.speakers.list_quotes_by([weber.key], before=page[-1].place)
    assert [(each.article.id[0], each.quote.text) for each in rest] == [("c", "q0"), ("d", "q1")]
    assert store.speakers.list_quotes_by([weber.key], before=rest[-1].place) == []
    assert rest[0].quote == say("A. Weber")[0]


def test_quotes_of_several_speakers_are_one_list(store: Store) -> None:
    fill(store, {"a": ["Anna Weber", "Joe Biden", "X Y"], "b": ["Joe Biden"], "c": ["Anna Weber"]})
    keys = [speaker.key for name in ("Weber", "Biden") for speaker in store.speakers.list_meant(name)]
    said = store.speakers.list_quotes_by([*keys, *keys])
    assert [(each.article.id[0], each.quote.text) for each in said] == [
        ("a", "q0"),
        ("a", "q1"),
        ("b", "q0"),
        ("c", "q0"),
    ]
    assert store.speakers.list_quotes_by([]) == []
    assert store.speakers.list_quotes_by([99]) == []


def test_counts_follow_what_is_found_again_changed_or_removed(store: Store) -> None:
    fill(store, {"a": ["Anna Weber", "Joe Biden"], "b": ["Anna Weber"]})
    store.quotes.save(make_id("a"), say("Anna Weber"), 2)
    assert show(store.speakers.list_names()) == [("Anna Weber", 2, 2)]
    source = store.list_sources()[0]
    save(store, source, make_arrival("a", body="Other words.", published=NOW - HOUR), now=NOW + timedelta(hours=1))
    assert show(store.speakers.list_names()) == [("Anna Weber", 1, 1)]
    assert store.speakers.list_meant("Biden") == [], "who is quoted no more is not offered"
    store.remove_source(source.key)
    assert store.speakers.list_names() == []
    assert store.speakers.list_names("anna") == []


def test_several_articles_are_stored_at_once_and_counted_as_waiting_until_then(store: Store) -> None:
    fill(store, {"a": [], "b": [], "c": []})
    assert (store.quotes.count_unlooked(1), store.quotes.count_unlooked(2)) == (0, 3)
    store.quotes.save_found({make_id("a"): say("X Y"), make_id("b"): [], make_id("gone"): say("X Y")}, 2)
    assert store.quotes.count_unlooked(2) == 1
    assert show(store.speakers.list_names()) == [("X Y", 1, 1)]


def test_names_are_regrouped_when_they_fold_to_other_keys(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(store, {"a": ["Meyer", "Anna Meyer"], "b": ["Anna Meier", "Meier", "Joe Biden"], "c": ["Anna Meyer"]})
    apart = store.speakers.list_names()
    assert show(apart) == [("Anna Meyer", 3, 2), ("Anna Meier", 2, 1), ("Joe Biden", 1, 1)]
    fold = names_of.fold_surname
    monkeypatch.setattr(spellings, "fold_surname", lambda name: fold(name).replace("y", "i"))
    monkeypatch.setattr(names_of, "_read", lambda name, read=names_of._read: read(name.replace("y", "i")))
    renew(store)
    assert show(store.speakers.list_names()) == [("Anna Meyer", 5, 3), ("Joe Biden", 1, 1)]
    monkeypatch.undo()
    renew(store)
    assert show(store.speakers.list_names()) == show(apart)
    renew(store)
    assert show(store.speakers.list_names()) == show(apart)


def renew(store: Store) -> None:
    last: int | None = 0
    while last is not None:
        last = store.speakers.renew_spellings(last, limit=2)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE speakers SET quotes = quotes + 1",
        "UPDATE spellings SET quotes = quotes + 1",
        "DELETE FROM speakings",
        "UPDATE speakings SET quotes = 7",
    ],
)
def test_wrong_counts_are_found_and_repaired(damage: str) -> None:
    with Store(None) as store:
        fill(store, {"a": ["Anna Weber", "Joe Biden"], "b": ["Anna Weber"]})
        store._connections._first.connection.execute(damage)
        assert ["speakers" in str(problem) for problem in store.check_integrity()] == [True]
        store.repair()
        assert store.check_integrity() == ()
        assert show(store.speakers.list_names()) == [("Anna Weber", 2, 2), ("Joe Biden", 1, 1)]


def test_an_older_library_is_looked_through_again_so_that_its_speakers_are_known(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    connection = apsw.Connection(str(path))
    prepare(connection, path, MIGRATIONS[:2])
    connection.execute("""
        INSERT INTO stories (id, sort_at) VALUES (1, 0);
        INSERT INTO articles (number, id, story, sort_at, title, changed_at, content_hash)
            VALUES (1, 'aaaaaaaaaaaaa', 1, 0, 'T', 0, x'00');
        INSERT INTO quotes (article, position, kind, text, spans, speaker, confidence)
            VALUES (1, 0, 'speech', 'q', '[[0,0,1]]', 'Anna Weber', 1.0);
        INSERT INTO quotings (article, version) VALUES (1, 7);
    """)
    connection.close()
    with Store(path) as store:
        assert store.quotes.list_unlooked(7, 10) == [make_id("a")]
        assert store.speakers.list_names() == []
        store.quotes.save(make_id("a"), say("Anna Weber"), 7)
        assert show(store.speakers.list_names()) == [("Anna Weber", 1, 1)]
