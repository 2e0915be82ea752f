from __future__ import annotations

from datetime import timedelta, timezone
from typing import Any

import pytest

from newstui.errors import UsageError
from newstui.model import Document, Enclosure, ParsedArticle, Quote, QuoteKind, QuoteSpan, Reason, View
from newstui.store import Store
from newstui.text.query import QueryError, parse_query
from tests.unit.store.examples import HOUR, NOW, add_feed, list_ids, make_arrival, make_id, save

Stories = dict[str, tuple[str | None, str, str]]

STORIES: Stories = {
    "b": ("de", "Rat vertagt die Brücke", "Das Geld fehlt in der Straßenkasse, sagt Müller."),
    "c": ("en", "Council puts off the bridge", "There is no money for the bridge."),
    "d": ("de", "Neubau der Donaubrücke beginnt", "Am Montag rollen die Bagger."),
    "e": ("fr", "Un œuvre de l’été à l’hôtel", "La municipalité a décidé d’attendre."),
    "f": ("es", "El año de la canción", "La niña cantó en Łódź y en el Øresund."),
    "j": ("ja", "東京都知事が会見", "首相は京都を訪問した。"),
    "t": ("th", "ข่าววันนี้", "นายกรัฐมนตรีเยือนเชียงใหม่"),
    "k": ("ko", "대통령은 서울에서", "회의를 열었다."),
}


def index(store: Store) -> None:
    while store.index.index_batch(3):
        pass


def fill(store: Store, stories: Stories = STORIES, **given: Any) -> None:
    source = add_feed(store, "one", folder="News")
    arrivals = [
        make_arrival(name, language, title=title, body=body, **given)
        for name, (language, title, body) in stories.items()
    ]
    save(store, source, *arrivals)
    index(store)


def find(store: Store, query: str, *ladder: str, **given: Any) -> str:
    """The articles that are shown for a query, by the first letters of their ids, in order."""
    hits = store.index.search(parse_query(query), ladder=ladder, now=NOW, **given)
    return "".join(hit.article.id[0] for hit in hits)


def found(store: Store, query: str) -> set[str]:
    return set(find(store, query))


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("brucke", "bd"),
        ("BRÜCKE", "bd"),
        ('"Brücke"', "b"),
        ("donaubr*", "d"),
        ("title:brucke", "bd"),
        ("strassenkasse", "b"),
        ("Straßenkasse", "b"),
        ("muller", "b"),
        ("oeuvre", "e"),
        ("ete hotel", "e"),
        ("l’été", "e"),
        ("ano cancion", "f"),
        ("nina", "f"),
        ("lodz", "f"),
        ("oresund", "f"),
        ("首相", "j"),
        ("京都", "j"),
        ("知事", "j"),
        ("東京都知事", "j"),
        ("訪", "j"),
        ("大阪", ""),
        ("นายกรัฐมนตรี", "t"),
        ("รัฐมนตรี", "t"),
        ("대통령", "k"),
        ('"no money"', "c"),
        ('"money no"', ""),
        ("brücke OR bridge", "bcd"),
        ("brücke -neubau", "b"),
        ("-brücke lang:de", "d"),
        ("lang:de", "bd"),
        ("-lang:de", "cefjtk"),
        ("lang:de OR lang:fr", "bde"),
        ("bridge OR lang:fr", "ce"),
        ("-(lang:de OR bridge)", "efjtk"),
        ("title:money", ""),
        ("source:one", "bcdefjtk"),
        ("source:two", ""),
        ("folder:news bridge", "c"),
        ("after:2026-01-06", "bcdefjtk"),
        ("before:2026-01-06", ""),
        ("newer:2h bridge", "c"),
        ("older:2h", ""),
        ("author:nobody", ""),
        ("has:audio", ""),
    ],
)
def test_what_is_found(store: Store, query: str, names: str) -> None:
    fill(store)
    assert found(store, query) == set(names)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("rates", "b"),  # a genitive
        ("gelder", "b"),
        ("strassenkassen", "b"),
        ("bridges", "c"),
        ("councils bridges", "c"),
        ("niñas", "f"),
        ("canciones", "f"),
        ("municipalités", "e"),
        ("mueller", "b"),
        ("hôtels", "e"),
        ("œuvres", "e"),
        ('"bridges"', ""),
        ("bridges -money", ""),
        ("-bridges lang:en", "c"),  # what is not wanted is meant as it is written
        ("author:bridges", ""),
        ("title:bridges", "c"),
        ("title:monies", ""),
    ],
)
def test_other_forms_of_words_are_found_where_few_have_the_words_themselves(
    store: Store, query: str, names: str
) -> None:
    fill(store)
    assert find(store, query) == names
    if names and "-" not in query:
        assert len(store.index.list_stories(parse_query(query), now=NOW)) == 0, "lists take words as they are"


FURTHER: Stories = {
    "b": ("de", "Die E-Mail vom Klimaschutz-Gesetz", "Es kostet 15.000 Euro."),
    "c": ("en", "O’Brien’s ex-president at 20000", "Ceasefire."),
    "d": ("fr", "À l’Élysée, 30 000 manifestants", "Le week-end."),
    "e": ("ar", "الرئيس أحمد يزور المدرسة", "قال مُحَمَّد في عام ٢٠٢٦."),
    "f": ("el", "Η Αθήνα σήμερα", "Ένας λόγος."),
    "j": ("ru", "Ещё одна ёлка", "Новый год."),
    "k": ("he", "שָׁלוֹם", "עולם"),
    "t": ("bn", "বাংলা ভাষা", "খবর"),
}


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("email", "b"),
        ("e-mails", "b"),
        ("klimaschutzgesetz", "b"),
        ("15000", "b"),
        ("15,000", "b"),
        ("20.000", "c"),
        ("obrien", "c"),
        ("o'brien", "c"),
        ("expresident", "c"),
        ("cease-fire", "c"),
        ("elysee", "d"),
        ("d’Élysée", "d"),
        ("30000", "d"),
        ("weekends", ""),  # it stands in no headline
        ("احمد", "e"),
        ("رئيس", "e"),
        ("مدرسه", "e"),
        ("محمد 2026", "e"),
        ("αθηνα", "f"),
        ("λογοσ", "f"),
        ("еще елка", "j"),
        ("שלום", "k"),
        ("বাংলা", "t"),
    ],
)
def test_signs_inside_words_and_other_scripts(store: Store, query: str, names: str) -> None:
    fill(store, FURTHER)
    assert find(store, query) == names


def test_the_word_itself_stands_before_its_forms_and_these_before_longer_words(store: Store) -> None:
    same = "Nothing else."
    stories: Stories = {
        "b": ("de", "Donaubrücke gesperrt", same),
        "c": ("de", "Brücken gesperrt", same),
        "d": ("de", "Brücke gesperrt", same),
    }
    fill(store, stories)
    assert find(store, "brücke") == "dcb"


@pytest.mark.parametrize(
    ("query", "language", "text", "marked"),
    [
        ("money", "en", "There is no money for the bridge.", ["money"]),
        ("strassenkassen", "de", "Das Geld fehlt in der Straßenkasse, sagt Müller.", ["Straßenkasse"]),
        ("neubau", None, None, None),
        ("lang:de", None, None, None),
    ],
)
def test_an_excerpt_is_of_the_edition_that_has_the_words(
    store: Store, query: str, language: str | None, text: str | None, marked: list[str] | None
) -> None:
    fill(store)
    store.ties.tie(make_id("b"), make_id("c"), Reason.USER)
    excerpt = store.index.find_excerpt(parse_query(query), store.editions.get_story(make_id("b")), 80)
    if text is None:
        assert excerpt is None
    else:
        assert excerpt is not None
        assert (excerpt.language, excerpt.snippet.text) == (language, text)
        assert [text[start:end] for start, end in excerpt.snippet.marks] == marked


@pytest.mark.parametrize("query", ["brück", "brücke", "title:brück"])
def test_a_word_that_is_being_typed_finds_the_same_as_when_it_is_finished(store: Store, query: str) -> None:
    fill(store, {"b": ("de", "Donaubrücken", "x"), "c": ("de", "Brücke", "x"), "d": ("de", "Klima-Brücke", "x")})
    typed = store.index.search(parse_query(query, unfinished=True), now=NOW)
    assert set(find(store, query)) <= {hit.article.id[0] for hit in typed}
    assert typed


@pytest.mark.parametrize(
    "query", ['"; DROP', "NEAR(", "title:^", "*", "(((", "a AND", "'; DELETE FROM articles; --", "{title}: x", "a NEAR b",
              "x:y", '"a" NOT "b"', "^brücke", "body : brücke", "brücke + geld", "\x00", "a\x00b", "%", "_", "'", "\\", "-*",
              "a*b*", "\ud800", "rowid:1", "has:1 OR 1=1", "💥", "article_words", "rank"]
)  # fmt: skip
def test_nothing_that_is_typed_is_read_as_anything_else(store: Store, query: str) -> None:
    fill(store)
    for text in (query, f"brücke {query}", f'"{query}"', f"title:{query}", f"({query})", f"speaker:{query}"):
        try:
            tree = parse_query(text)
        except QueryError:
            continue
        store.index.search(tree, now=NOW)
        store.index.count_stories(tree, now=NOW)
    assert found(store, "lang:de") == {"b", "d"}


def test_a_whole_word_stands_before_a_part_and_a_title_before_a_body(store: Store) -> None:
    stories: Stories = {
        "x": ("de", "Die Donaubrücke", "Neues vom Bau."),
        "y": ("de", "Neues vom Rat", "Der Rat sprach lange über die Brücke in der Stadt."),
        "z": ("de", "Die Brücke", "Neues vom Rat."),
    }
    fill(store, stories)
    assert find(store, "brücke") == "zyx"


def test_the_newer_of_two_alike_stands_first(store: Store) -> None:
    source = add_feed(store)
    for name, days in (("a", 400), ("b", 2), ("c", 90)):
        arrival = make_arrival(name, title="The bridge", body=f"Same {name}.", published=NOW - timedelta(days=days))
        save(store, source, arrival)
    index(store)
    assert find(store, "bridge") == "bca"


def test_an_old_story_about_a_frequent_word_is_not_lost(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newstui.store.search.RANKED", 3)
    source = add_feed(store)
    save(store, source, make_arrival("a", title="The bridge", body="The tunnel."), make_arrival("b", title="A bridge"))
    for name in "cdefg":
        save(store, source, make_arrival(name, body="A bridge."))
    index(store)
    assert set(find(store, "bridge")[:2]) == {"a", "b"}
    assert find(store, "bridge -tunnel")[0] == "b"
    assert "a" not in found(store, "bridge -tunnel")


def test_one_row_a_story_in_the_readers_language(store: Store) -> None:
    fill(store)
    store.ties.tie(make_id("b"), make_id("c"), Reason.USER)
    assert find(store, "vertagt", "en", "de") == "c"
    assert find(store, "vertagt", "de", "en") == "b"
    assert find(store, "vertagt OR bridge", "en") == "c"
    (hit,) = store.index.search(parse_query("geld"), ladder=["en"], now=NOW)
    assert (hit.article.id, hit.found, hit.language) == (make_id("c"), make_id("b"), "de")
    assert [hit.snippet.text[start:end] for start, end in hit.snippet.marks] == ["Geld"]
    assert find(store, "has:lang:en", "de") == "b"
    assert find(store, "has:lang:en bridge", "en") == "c"
    assert find(store, "has:lang:en lang:de -is:read", "de") == "b"


def test_marks_change_what_is_found_at_once(store: Store) -> None:
    fill(store)
    store.mark([make_id("b")], read=True, starred=True, now=NOW)
    assert found(store, "brücke is:unread") == {"d"}
    assert found(store, "brücke is:read") == {"b"}
    assert found(store, "is:starred") == {"b"}
    assert found(store, "lang:de -is:starred") == {"d"}
    store.mark([make_id("b")], read=False, now=NOW)
    assert found(store, "brücke is:read") == set()


def test_changed_words_are_found_and_the_old_ones_no_more(store: Store) -> None:
    source = add_feed(store)
    save(store, source, make_arrival("a", title="Old title", body="Old words."))
    index(store)
    assert store.index.count_unindexed() == 0
    save(store, source, make_arrival("a", title="New title", body="Other words."))
    assert store.index.count_unindexed() == 1
    index(store)
    assert found(store, "old") == set()
    assert found(store, "other") == {"a"}


def test_the_text_that_is_shown_is_the_one_that_is_found(store: Store) -> None:
    source = add_feed(store)
    save(store, source, make_arrival("a", body="Teaser only."))
    page = make_arrival("a", body="The whole investigation.")
    store.pages.save(make_id("a"), page, now=NOW)
    index(store)
    assert (found(store, "investigation"), found(store, "teaser")) == ({"a"}, set())
    store.pages.show_feed_text(make_id("a"), prefer_feed=True)
    index(store)
    assert (found(store, "investigation"), found(store, "teaser")) == (set(), {"a"})


def test_what_goes_is_found_no_more(store: Store) -> None:
    fill(store)
    store.remove_source(store.list_sources()[0].key)
    assert found(store, "brücke OR bridge") == set()
    assert store.index.count_unindexed() == 0
    source = add_feed(store, "two")
    save(store, source, make_arrival("z", title="Something else", body="Numbers come again."))
    index(store)
    assert found(store, "brücke") == set()
    assert found(store, "something") == {"z"}


def test_what_is_only_looked_at_is_found_by_its_words_alone(store: Store) -> None:
    source = add_feed(store, subscribed=False)
    save(store, source, make_arrival("a", title="The bridge"))
    index(store)
    assert found(store, "bridge") == {"a"}
    assert found(store, "bridge newer:7d") == set()
    assert found(store, "-zebra") == set()
    store.mark([make_id("a")], starred=True, now=NOW)
    assert found(store, "bridge newer:7d") == found(store, "-zebra") == {"a"}


def test_what_is_hidden_is_found_only_where_that_is_asked_for(store: Store) -> None:
    source = add_feed(store, folder="News")
    save(store, source, *(make_arrival(name, title=f"The bridge {name}") for name in "abc"))
    index(store)
    (change,) = store.mark([make_id("a")], hidden=True, now=NOW)
    assert list_ids(store) == list_ids(store, View(folder="News")) == "bc"
    assert list_ids(store, View(hidden=True)) == "a"
    assert found(store, "bridge") == found(store, "is:unread") == found(store, "folder:news") == {"b", "c"}
    for query in ("is:hidden", "bridge is:hidden", "is:hidden folder:news", "is:hidden source:one", "is:hidden -zebra"):
        assert found(store, query) == {"a"}, query
    assert found(store, "-is:hidden") == {"b", "c"}
    assert found(store, "is:hidden OR title:c") == {"a", "c"}
    store.restore([change], NOW)
    assert found(store, "bridge") == {"a", "b", "c"}
    store.mark([make_id("a")], hidden=True, now=NOW)
    store.mark([make_id("a")], starred=True, now=NOW)
    assert list_ids(store) == "abc", "what is starred is not hidden"


def test_tags_and_folders_of_stories(store: Store) -> None:
    source = add_feed(store, folder="News")
    save(store, source, *(make_arrival(name, title=f"The bridge {name}") for name in "abc"))
    index(store)
    before = store.mark([make_id("a"), make_id("b")], tag=["#Züge", "later"], now=NOW)
    assert store.mark([make_id("c")], tag=["ZUGE"], now=NOW)
    assert store.get_status(make_id("c")).tags == ("Züge",), "in the spelling that is known"
    assert [tuple(store.articles.get(make_id(name)).status.tags) for name in "ac"] == [("Züge", "later"), ("Züge",)]
    assert found(store, "tag:zuge") == {"a", "b", "c"}
    assert found(store, "tag:later bridge") == found(store, "tag:zuge -title:c") == {"a", "b"}
    assert found(store, "tag:la") == found(store, "tag:nothing") == set()
    assert list_ids(store, View(tag="later")) == "ab"
    store.mark([make_id("a")], untag=["Later"], folder="Trains", now=NOW)
    assert found(store, "tag:later") == {"b"}
    assert found(store, "folder:trains") == {"a"}
    assert found(store, "folder:news") == {"b", "c"}
    assert list_ids(store, View(folder="Trains")) == "a"
    assert list_ids(store, View(folder="News")) == "bc"
    assert list_ids(store, View(sources=(source.key,))) == "abc"
    store.mark([make_id("a")], folder="", now=NOW)
    assert found(store, "folder:news") == {"a", "b", "c"}
    store.restore(before, NOW)
    assert found(store, "tag:later") == set()
    assert found(store, "tag:zuge") == {"c"}
    store.remove_source(source.key)
    assert list_ids(store) == "c", "what is tagged is kept"
    with pytest.raises(UsageError, match="no tag"):
        store.mark([make_id("c")], tag=["#"], now=NOW)


def test_quotes_are_found_by_their_words_and_their_speakers(store: Store) -> None:
    fill(store)
    quote = Quote("There is no money", QuoteKind.SPEECH, (QuoteSpan(0, 0, 17),), speaker="Anna Weber")
    store.quotes.save(make_id("c"), [quote], 1)
    store.quotes.save(make_id("b"), [Quote("Geld", QuoteKind.TERM, (QuoteSpan(0, 4, 8),))], 1)
    index(store)
    assert found(store, "quote:money") == {"c"}
    assert found(store, "quote:bridge") == set()
    assert found(store, "has:quotes") == {"c"}
    assert found(store, "speaker:weber") == found(store, "speaker:web*") == {"c"}
    assert found(store, 'speaker:"Anna Weber" bridge') == {"c"}
    assert found(store, "speaker:weber lang:de") == set()
    assert found(store, "bridge -speaker:weber") == set()
    assert found(store, "speaker:nobody") == set()


def test_authors_and_enclosures(store: Store) -> None:
    source = add_feed(store)
    sound = Enclosure("https://one.example/a.mp3", "audio/mpeg")
    save(store, source, make_arrival("a", authors=("Zoë Weber",), enclosures=(sound,)), make_arrival("b"))
    index(store)
    assert found(store, "author:zoe") == {"a"}
    assert found(store, "has:audio") == {"a"}
    assert found(store, "-has:audio") == {"b"}
    assert found(store, "has:video") == set()
    assert found(store, "audio") == set()


def test_pages_follow_each_other_without_gaps(store: Store) -> None:
    source = add_feed(store)
    names = "abcdefghij"
    save(
        store,
        source,
        *(
            make_arrival(name, title=f"Bridge {'bridge ' * place}", published=NOW - place * 30 * HOUR)
            for place, name in enumerate(names)
        ),
    )
    index(store)
    for query in ("bridge", "is:unread", "lang:de OR bridge", "newer:9y"):
        tree = parse_query(query)
        whole = [hit.story for hit in store.index.search(tree, now=NOW)]
        pages: list[int] = []
        last = None
        while hits := store.index.search(tree, limit=3, after=last, now=NOW):
            pages += [hit.story for hit in hits]
            last = hits[-1]
        assert pages == whole
        assert len(pages) == len(names)


def test_numbers_for_lists_and_bounded_counts(store: Store) -> None:
    fill(store)
    everything = parse_query("")
    assert list(store.index.list_stories(everything, now=NOW)) == list(store.list_stories(View()))
    assert len(store.index.list_stories(everything, limit=3, now=NOW)) == 3
    for query in ("brücke", "lang:de", "lang:de OR lang:fr", "brücke OR bridge"):
        tree = parse_query(query)
        listed = store.index.list_stories(tree, now=NOW)
        assert len(listed) == store.index.count_stories(tree, now=NOW)
        assert store.index.count_stories(tree, ceiling=1, now=NOW) == min(2, len(listed))
    ranked = store.index.list_stories(parse_query("brücke"), ranked=True, now=NOW)
    assert [hit.story for hit in store.index.search(parse_query("brücke"), now=NOW)] == list(ranked)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("brücke", "b"),
        ("", "bcd"),
        ("-bridge", "bd"),
        ("bridge OR neubau", "cd"),
        ("lang:de is:unread", "bd"),
        ("x", ""),
    ],
)
def test_a_rule_asks_about_what_has_arrived(store: Store, query: str, names: str) -> None:
    fill(store)
    store.ties.tie(make_id("b"), make_id("c"), Reason.USER)
    asked = [make_id(name) for name in "bcdz"]
    chosen = store.index.choose_articles(parse_query(query), asked, now=NOW)
    assert chosen == [make_id(name) for name in names]
    assert store.index.choose_articles(parse_query(query), [make_id("z")], now=NOW) == []


def test_days_begin_where_the_reader_is(store: Store) -> None:
    source = add_feed(store)
    save(store, source, make_arrival("a", published=NOW.replace(hour=0, minute=30)))
    tree = parse_query("after:2026-01-06")
    assert len(store.index.list_stories(tree, now=NOW)) == 1
    assert len(store.index.list_stories(tree, now=NOW, zone=timezone(timedelta(hours=1)))) == 1
    assert len(store.index.list_stories(tree, now=NOW, zone=timezone(timedelta(hours=-1)))) == 0


def test_after_a_repair_the_index_is_made_anew_and_finds_the_same(store: Store) -> None:
    fill(store)
    store.repair()
    assert found(store, "brücke") == set()
    index(store)
    assert found(store, "brücke") == {"b", "d"}


def test_an_article_without_a_body_or_words(store: Store) -> None:
    source = add_feed(store)
    article = ParsedArticle(guid="a", title="", document=Document())
    save(store, source, make_arrival("b"), type(make_arrival("a"))(make_id("a"), ("guid:a",), article, b"x"))
    index(store)
    assert found(store, "") == {"a", "b"}
    (hit,) = store.index.search(parse_query("title"), now=NOW)
    assert hit.snippet.text == "Text."


def test_a_query_that_keeps_to_many_lists_finds_the_same(store: Store) -> None:
    """More sources than are looked through each in its order: what they list is found, newest first, page by page."""
    for number in range(25):
        names = "bcdefghijkmnpqrstvwxyz0123456789"[number]
        save(store, add_feed(store, f"paper{number}"), make_arrival(names, "de", published=NOW - number * HOUR))
    index(store)
    query = parse_query("source:paper -nothing")
    first = store.index.search(query, now=NOW, limit=10)
    rest = store.index.search(query, now=NOW, limit=99, after=first[-1])
    newest = "".join(hit.article.id[0] for hit in (*first, *rest))
    assert newest == list_ids(store)
    assert len(newest) == 25
