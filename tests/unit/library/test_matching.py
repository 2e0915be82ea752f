from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newstui.config import Settings
from newstui.library import Library
from newstui.library.matching import tie_matches
from newstui.library.refreshing import never
from newstui.model import Arrival, FeedState, ParsedArticle, Reason, RefreshResult, RefreshStatus, Source, SourceKind
from newstui.paths import Paths
from newstui.store import Store
from newstui.text.identity import article_id, content_hash
from newstui.text.matching import Match
from tests.unit.text.stories import BRIDGE, FINAL, LANGUAGES, STORIES, make_document

NOW = datetime(2026, 1, 6, 9, 30, tzinfo=UTC)
DAY = timedelta(days=1)


def make_paths(folder: Path) -> Paths:
    return Paths(config_file=folder / "config.toml", data_dir=folder / "data", cache_dir=folder / "cache")


class House:
    """A library whose articles come by one feed, under names like "final.de"."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.store = library.store
        self.source: Source = self.store.add_source(kind=SourceKind.FEED, title="F", url="https://f.example/", now=NOW)

    def arrive(
        self,
        name: str,
        texts: tuple[str, ...],
        language: str | None,
        published: datetime | None = NOW,
        image: str | None = None,
    ) -> str:
        article = ParsedArticle(
            guid=name,
            title=texts[0],
            document=make_document(texts[1:]),
            language=language,
            published=published,
            image=image,
        )
        key = f"guid:{name}"
        self.store.save_refresh(
            self.source.key,
            now=NOW,
            state=FeedState(source=self.source.key, url="https://f.example/"),
            result=RefreshResult(source=self.source.key, status=RefreshStatus.NEW),
            arrivals=[Arrival(article_id(key), (key,), article, content_hash(article))],
        )
        return article_id(key)

    def arrive_everywhere(self, name: str, story: dict[str, tuple[str, ...]]) -> dict[str, str]:
        return {language: self.arrive(f"{name}.{language}", story[language], language) for language in LANGUAGES}

    def match(self) -> int:
        return self.library.match_waiting()

    def editions(self, id_: str) -> dict[str, str | None]:
        return {edition.language: edition.id for edition in self.library.list_editions(id_)}


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with Library(Store(None), make_paths(tmp_path), Settings(), now=lambda: NOW) as library:
        yield House(library)


def test_the_editions_of_a_story_find_each_other(house: House) -> None:
    stories = [house.arrive_everywhere(str(number), story) for number, story in enumerate(STORIES)]
    assert house.match() == 5 * len(stories)
    for story in stories:
        for language, id_ in story.items():
            assert house.editions(id_) == {other: story[other] for other in LANGUAGES if other != language}
            assert {edition.reason for edition in house.library.list_editions(id_)} == {Reason.MATCHED}
    assert house.match() == 0, "nothing is compared twice"


def test_an_edition_that_comes_later_finds_its_story(house: House) -> None:
    first = house.arrive("a", FINAL["de"], "de")
    house.match()
    other = house.arrive("b", FINAL["nl"], "nl", NOW - 2 * DAY)
    assert house.match() == 1
    assert house.editions(first) == {"nl": other}


def test_editions_far_apart_in_time_are_not_tied(house: House) -> None:
    house.arrive("a", FINAL["de"], "de")
    house.arrive("b", FINAL["nl"], "nl", NOW - 9 * DAY)
    house.arrive("c", BRIDGE["fr"], "fr", NOW - 9 * DAY)
    assert house.match() == 0


def test_what_has_no_date_is_compared_with_what_arrived_with_it(house: House) -> None:
    first = house.arrive("a", FINAL["de"], "de", None)
    other = house.arrive("b", FINAL["nl"], "nl", None)
    assert house.match() == 1
    assert house.editions(first) == {"nl": other}


def test_what_the_user_untied_stays_apart(house: House) -> None:
    first = house.arrive("a", FINAL["de"], "de")
    other = house.arrive("b", FINAL["nl"], "nl")
    house.store.ties.tie(first, other, Reason.USER)
    house.store.ties.untie(other)
    assert house.match() == 0
    assert house.editions(first) == {}


def test_a_language_never_stands_twice_in_a_story(house: House) -> None:
    """The German one has a declared Dutch edition already, which says something else."""
    first = house.arrive("a", FINAL["de"], "de")
    declared = house.arrive("b", BRIDGE["nl"], "nl-BE")
    house.arrive("c", FINAL["nl"], "nl")
    house.store.ties.tie(first, declared, Reason.DECLARED)
    assert house.match() == 0
    assert house.editions(first) == {"nl-BE": declared}


def test_the_surest_ties_come_first(house: House) -> None:
    languages = {"a": "de", "b": "en", "c": "fr", "d": "en", "e": "nl"}
    ids = {name: house.arrive(name, (name,), language) for name, language in languages.items()}
    scores = (("c", "d", 0.7), ("b", "c", 0.8), ("d", "e", 0.6), ("a", "b", 0.9))
    matches = [Match(ids[left], ids[right], score) for left, right, score in scores]
    matches.append(Match(ids["a"], article_id("guid:gone"), 1.0))
    assert tie_matches(house.store, matches) == 3
    assert house.editions(ids["a"]) == {"en": ids["b"], "fr": ids["c"]}
    assert house.editions(ids["e"]) == {"en": ids["d"]}


def test_a_library_in_one_language_has_nothing_to_compare(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newstui.library.matching.match_arrivals", lambda *_, **__: pytest.fail("this costs time"))
    house.arrive("a", FINAL["de"], "de")
    house.arrive("b", BRIDGE["de"], "de")
    assert house.match() == 0


def test_time_that_does_not_suffice(house: House) -> None:
    stories = [house.arrive_everywhere(str(number), story) for number, story in enumerate(STORIES)]
    assert house.library.match_waiting(seconds=0.0) == 0
    assert house.library.match_waiting(cancelled=lambda: True) == 0
    assert house.store.fingerprints.is_waiting(stories[0]["de"])
    assert house.match() == 5 * len(stories)


def test_a_text_that_breaks_the_rules_keeps_no_other_waiting(house: House) -> None:
    broken = house.arrive("x", FINAL["es"], "es", image="https://[broken/image.jpg")
    first = house.arrive("a", FINAL["de"], "de")
    other = house.arrive("b", FINAL["nl"], "nl")
    assert house.match() == 1
    assert house.editions(first) == {"nl": other}
    assert not house.store.fingerprints.is_waiting(broken)


def test_a_change_is_compared_again(house: House) -> None:
    first = house.arrive("a", BRIDGE["de"], "de")
    other = house.arrive("b", FINAL["nl"], "nl")
    assert house.match() == 0
    house.arrive("a", FINAL["de"], "de")
    assert house.match() == 1
    assert house.editions(first) == {"nl": other}


def test_another_thread_has_it_done_by_another_process(tmp_path: Path) -> None:
    found: list[int] = []
    with Library.open(make_paths(tmp_path), Settings()) as library:
        house = House(library)
        first = house.arrive("a", FINAL["de"], "de")
        other = house.arrive("b", FINAL["nl"], "nl")
        thread = threading.Thread(target=lambda: found.append(library.match_waiting()))
        thread.start()
        thread.join()
        assert found == [1]
        assert house.editions(first) == {"nl": other}


def test_another_process_ends_when_it_is_cancelled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from newstui.library import aside

    monkeypatch.setattr(aside, "_PROGRAM", "import time; time.sleep(60)")
    assert aside.match_aside(tmp_path / "library", seconds=60, cancelled=lambda: True) == 0
    monkeypatch.setattr(sys, "executable", str(tmp_path / "none"))
    assert aside.match_aside(tmp_path / "library", seconds=60, cancelled=never) == 0


def test_of_several_readers_one_ties_for_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from newstui.library import aside
    from newstui.library.alone import hold_alone

    monkeypatch.setattr(aside, "_PROGRAM", "print(3, end='')")
    library, lock = tmp_path / "library.db", tmp_path / "matching.lock"
    with hold_alone(lock) as alone:
        assert alone
        assert aside.match_aside(library, seconds=60, cancelled=never) == 0
    assert aside.match_aside(library, seconds=60, cancelled=never) == 3
    with hold_alone(lock) as alone:
        assert alone, "the other has let it go"


def test_where_no_lock_can_be_had_everybody_is_alone(tmp_path: Path) -> None:
    from newstui.library.alone import hold_alone

    (tmp_path / "lock").mkdir()
    with hold_alone(tmp_path / "lock") as alone:
        assert alone


@pytest.mark.skipif(not hasattr(os, "nice"), reason="what has lost its parent is not told so here")
def test_another_process_ends_when_the_one_that_started_it_has_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from newstui.library import aside

    with Library.open(make_paths(tmp_path), Settings()) as library:
        house = House(library)
        first = house.arrive("a", FINAL["de"], "de")
        house.arrive("b", FINAL["nl"], "nl")
        library.store.fingerprints.sort_out()
        parents = iter([7])
        monkeypatch.setattr(os, "getppid", lambda: next(parents, 1))
        monkeypatch.setattr(os, "nice", lambda _more: 0)
        monkeypatch.setattr(signal, "signal", lambda *_: None)
        monkeypatch.setattr(sys, "argv", ["aside", str(library.store.path), "inf"])
        aside.main()
        assert capsys.readouterr().out == "0"
        assert house.store.fingerprints.is_waiting(first)


def test_a_refresh_ties_what_arrives_and_editions_looks_for_what_waits(tmp_path: Path) -> None:
    """A directory of files whose names say nothing."""
    folder = tmp_path / "stories"
    folder.mkdir()
    for number, language in enumerate(LANGUAGES):
        (folder / f"m{number}.txt").write_text("\n\n".join(FINAL[language]))
        (folder / f"n{number}.txt").write_text("\n\n".join(BRIDGE[language]))
    with Library.open(make_paths(tmp_path), Settings()) as library:
        library.add_source(str(folder))
        (reading,) = library.read_target(str(folder / "m0.txt"))
        assert {edition.path for edition in reading.article.editions} == {
            str(folder / f"m{number}.txt") for number in range(1, 6)
        }
    with Library.open(make_paths(tmp_path / "other"), Settings()) as library:
        house = House(library)
        first = house.arrive("a", FINAL["de"], "de")
        house.arrive("b", FINAL["nl"], "nl")
        (plain,) = library.start_reading().read(first)
        assert plain.article.editions == ()
        (matched,) = library.start_reading(matching=True).read(first)
        assert [edition.language for edition in matched.article.editions] == ["nl"]


def test_nothing_of_it_is_loaded_where_nothing_waits() -> None:
    code = "import sys, newstui.library; sys.exit('newstui.text.matching.index' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("addresses", "tied"),
    [
        ({"nl": "https://nl.desk.example/rss", "pt": "https://pt.desk.example/rss"}, True),
        ({"nl": "https://krant.example/rss", "pt": "https://jornal.example/rss"}, False),
    ],
)
def test_a_publications_desks_find_each_others_headlines(house: House, addresses: dict[str, str], tied: bool) -> None:
    """What two headlines share is too little between strangers."""
    ids = {}
    for language, url in addresses.items():
        house.source = house.store.add_source(kind=SourceKind.FEED, title=language, url=url, language=language, now=NOW)
        ids[language] = house.arrive(f"final.{language}", FINAL[language][:1], language)
    house.match()
    assert house.editions(ids["nl"]) == ({"pt": ids["pt"]} if tied else {})


def test_desks_for_two_varieties_of_a_language(house: House) -> None:
    """One story in three rows of a list would be two too many; another publication's report stays outside."""
    ids = {}
    for tag, host in (("pt-BR", "desk"), ("pt-PT", "desk"), ("de", "desk"), ("pt-AO", "jornal")):
        url = f"https://{host}.example/{tag.lower()}/rss"
        house.source = house.store.add_source(kind=SourceKind.FEED, title=tag, url=url, language=tag, now=NOW)
        ids[tag] = house.arrive(f"final.{tag}", FINAL[tag[:2]], tag)
    house.match()
    assert house.editions(ids["de"]) == {"pt-BR": ids["pt-BR"], "pt-PT": ids["pt-PT"]}
    assert house.editions(ids["pt-AO"]) == {}
