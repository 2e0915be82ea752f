from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import combinations, permutations

import pytest

from newstui.text.matching import Fingerprint, Match, MatchIndex, find_matches, fingerprint
from newstui.text.matching.judging import judge_lengths, judge_order
from tests.unit.text.stories import DECOYS, FINAL, LANGUAGES, STORIES, make_document

NOON = datetime(2026, 1, 6, 12, tzinfo=UTC)


def take(
    texts: tuple[str, ...], language: str | None, *, published: datetime | None = None, image: str | None = None
) -> Fingerprint:
    return fingerprint(texts[0], None, make_document(texts[1:]), language=language, published=published, image=image)


def library(lines: int | None = None) -> dict[str, Fingerprint]:
    """All stories in all languages and those of one alone, named by their number and language."""
    prints = {f"{k}.{g}": take(s[g][:lines], g) for k, s in enumerate(STORIES) for g in LANGUAGES}
    return prints | {f"decoy.{g}": take(texts[:lines], g) for g, texts in DECOYS.items()}


def pairs(matches: Iterable[Match]) -> set[frozenset[str]]:
    return {frozenset((match.left, match.right)) for match in matches}


def true_pairs() -> set[frozenset[str]]:
    return {frozenset((f"{k}.{a}", f"{k}.{b}")) for k in range(len(STORIES)) for a, b in combinations(LANGUAGES, 2)}


def test_all_editions_are_found_and_nothing_else() -> None:
    assert pairs(find_matches(library())) == true_pairs()


def test_three_lines_tie_nothing_wrong_and_most_of_what_is_right() -> None:
    found = pairs(find_matches(library(3)))
    assert found <= true_pairs()
    assert len(found) > 0.8 * len(true_pairs())


def test_another_report_of_the_same_game_is_no_edition() -> None:
    prints = {"story": take(FINAL["de"], "de"), "report": take(DECOYS["es"], "es")}
    assert find_matches(prints) == []


@pytest.mark.parametrize(("left", "right"), permutations(LANGUAGES, 2))
def test_two_articles_alone_in_a_library(left: str, right: str) -> None:
    for one, other in permutations(range(len(STORIES)), 2):
        prints = {"one": take(STORIES[one][left], left), "other": take(STORIES[other][right], right)}
        assert find_matches(prints) == []
    prints = {"one": take(FINAL[left], left), "other": take(FINAL[right], right)}
    assert pairs(find_matches(prints)) == {frozenset(("one", "other"))}


@pytest.mark.parametrize("language", [None, "de", "de-AT"])
def test_one_language_or_none_is_never_matched(language: str | None) -> None:
    assert find_matches({"one": take(FINAL["de"], "de"), "other": take(FINAL["de"], language)}) == []


@pytest.mark.parametrize(
    ("tags", "publications", "ties"),
    [
        (("pt-BR", "pt-PT"), ("one", "one"), 1),
        (("pt-BR", "pt-PT"), ("one", "other"), 0),
        (("pt-BR", "pt-PT"), (None, None), 0),
        (("pt-BR", "pt"), ("one", "one"), 0),
        (("pt-BR", "pt-BR"), ("one", "one"), 0),
        (("de-AT", "de-CH"), ("one", "one"), 0),
    ],
)
def test_varieties_of_one_language_are_editions_at_one_publication(
    tags: tuple[str, str], publications: tuple[str | None, str | None], ties: int
) -> None:
    index = MatchIndex()
    for name, tag, publication in zip(("one", "other"), tags, publications, strict=True):
        index.add(name, take(FINAL["pt"], tag), publication=publication)
    assert len(index.find_matches(["one", "other"])) == ties


def test_another_report_in_another_variety_is_no_edition() -> None:
    index = MatchIndex()
    index.add("story", take(FINAL["es"], "pt-BR"), publication="one")
    index.add("report", take(DECOYS["es"], "pt-PT"), publication="one")
    assert index.find_matches(["story", "report"]) == []


def test_two_varieties_are_no_rivals() -> None:
    """Both are as good a match for the German article: it is tied to one, and that one to the other."""
    index = MatchIndex()
    for tag in ("pt-BR", "pt-PT", "de"):
        index.add(tag, take(FINAL[tag[:2]], tag), publication="one")
    found = pairs(index.find_matches(["pt-BR", "pt-PT", "de"]))
    assert frozenset(("pt-BR", "pt-PT")) in found
    assert any("de" in pair for pair in found)
    assert {name for name, _ in index.rank("pt-BR", 5)} == {"pt-PT", "de"}


def test_regions_of_a_language_match_other_languages() -> None:
    assert len(find_matches({"one": take(FINAL["de"], "de-AT"), "other": take(FINAL["pt"], "pt-BR")})) == 1


@pytest.mark.parametrize(("hours", "ties"), [(0, 1), (48, 1), (24 * 30, 0)])
def test_editions_are_close_in_time(hours: int, ties: int) -> None:
    prints = {
        "one": take(FINAL["en"], "en", published=NOON),
        "other": take(FINAL["nl"], "nl", published=NOON - timedelta(hours=hours)),
    }
    assert len(find_matches(prints)) == ties


def test_a_far_better_candidate_of_another_time_does_not_hide_the_right_one() -> None:
    prints = {
        "one": take(FINAL["en"], "en", published=NOON),
        "right": take(FINAL["nl"], "nl", published=NOON),
        **{f"old {k}": take(FINAL["nl"], "nl", published=NOON - timedelta(days=30 * k)) for k in range(1, 9)},
    }
    assert pairs(find_matches(prints)) == {frozenset(("one", "right"))}


def test_two_equal_candidates_are_no_match() -> None:
    prints = {"one": take(FINAL["en"], "en"), "a": take(FINAL["nl"], "nl"), "b": take(FINAL["nl"], "nl")}
    assert find_matches(prints) == []


def test_the_lead_image_supports_what_the_words_suggest() -> None:
    english, german = FINAL["en"][:2], FINAL["de"][:2]
    plain = find_matches({"one": take(english, "en"), "other": take(german, "de")})
    illustrated = find_matches(
        {
            "one": take(english, "en", image="https://img.example.org/2026/01/final-valdoria.jpg?w=1200"),
            "other": take(german, "de", image="http://cdn.example.com/2026/01/final-valdoria.jpg"),
        }
    )
    assert plain[0].score < illustrated[0].score


def test_arrivals_are_matched_against_what_was_there() -> None:
    prints = library()
    arrivals = [name for name in prints if name.endswith(".fr")]
    index = MatchIndex({name: print_ for name, print_ in prints.items() if name not in arrivals})
    for name in arrivals:
        index.add(name, prints[name])
    found = pairs(index.find_matches([*arrivals, "unknown"]))
    assert found == {pair for pair in true_pairs() if not pair.isdisjoint(arrivals)}


def test_candidates_to_choose_from_are_the_likeliest_first_and_none_is_left_out() -> None:
    prints = library(2)
    index = MatchIndex(prints)
    for article in ("0.de", "1.en", f"{len(STORIES) - 1}.pt"):
        ranked = index.rank(article, 4)
        story, language = article.split(".")
        assert [other.split(".")[0] for other, _score in ranked] == [story] * 4
        assert all(other.split(".")[1] != language for other, _score in ranked)
        assert [score for _, score in ranked] == sorted((score for _, score in ranked), reverse=True)
    assert index.rank("unknown", 4) == []
    assert MatchIndex({"one": take(("",), "de"), "other": take(FINAL["pt"], "pt")}).rank("one", 4) == []


def test_one_publications_desks_need_less_and_err_no_more() -> None:
    prints = library(1)
    strangers, kin = MatchIndex(prints), MatchIndex()
    for article, print_ in prints.items():
        kin.add(article, print_, publication="decoys" if article.startswith("decoy") else "desk {}")
    few, many = pairs(strangers.find_matches(prints)), pairs(kin.find_matches(prints))
    assert few < many <= true_pairs()


def test_what_is_discarded_is_not_found() -> None:
    index = MatchIndex({"one": take(FINAL["de"], "de"), "other": take(FINAL["pt"], "pt")})
    index.discard("other")
    index.discard("unknown")
    assert index.find_matches(["one", "other"]) == []
    index.add("other", take(FINAL["pt"], "pt"))
    index.add("other", take(STORIES[0]["pt"], "pt"))
    assert index.find_matches(["one"]) == []


def test_a_fingerprint_is_small_and_the_same_everywhere() -> None:
    print_ = take(FINAL["de"] * 50, "de")
    assert len(print_.features) <= 400
    assert take(("Oberwald 1987",), "de").features.hex() == "aecfc4084b4d0d4e"
    assert len(print_.unpack()) * 4 == len(print_.features)


@pytest.mark.parametrize(
    ("places", "score"),
    [([], 0.0), ([4], 1.0), ([0, 1, 2, 3, 4], 1.0), ([4, 3, 2, 1, 0], 0.0156), ([0, 2, 1, 3, 4], 1.0)],
)
def test_order(places: list[int], score: float) -> None:
    assert judge_order(places) == pytest.approx(score, abs=1e-4)


@pytest.mark.parametrize(
    ("one", "other", "score"), [(1000, 1000, 1.0), (1000, 1300, 1.0), (0, 0, 1.0), (1000, 5000, 0.073)]
)
def test_lengths(one: int, other: int, score: float) -> None:
    assert judge_lengths(one, other) == judge_lengths(other, one) == pytest.approx(score, abs=0.005)
