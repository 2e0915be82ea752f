from __future__ import annotations

import pytest

from newstui.model import BlockKind
from newstui.text.quotes.lexicon import get_lexicon
from newstui.text.quotes.marks import find_marks, read_marks, take_vote
from newstui.text.quotes.passages import Passage


def vote(text: str, language: str = "en"):  # type: ignore[no-untyped-def]  # noqa: ANN201
    passage = Passage(0, text, BlockKind.PARAGRAPH)
    return take_vote([passage], [find_marks(passage)], get_lexicon(language).apostrophes)


@pytest.mark.parametrize(
    "text",
    ["it's", "l'accord", "zo'n", "5'000", "aujourd’hui", "don’t", "d'un côté"],
)
def test_an_apostrophe_in_a_word_is_no_mark(text: str) -> None:
    assert find_marks(Passage(0, text, BlockKind.PARAGRAPH)) == []


def test_votes_for_reversed_guillemets() -> None:
    assert vote("»Nein«, sagte er. »Ja«, sagte sie.").reversed_guillemets
    assert vote("›Nein‹, sagte er.").reversed_guillemets
    assert not vote("«Non», dit-il. « Oui », dit-elle.").reversed_guillemets


def test_votes_for_single_marks_only_where_they_open_and_close() -> None:
    assert vote("'No,' he said.").single
    assert vote("'\u00a0Non\u00a0', dit-il.", "fr").single
    assert not vote("The ministers' plan and the kids' toys.").single
    assert not vote("In the '80s and '90s.").single


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Fun in the '90s"),
        ("en", "rock 'n' roll"),
        ("nl", "'s avonds laat"),
        ("nl", "’t is koud"),
        ("nl", "‘s morgens vroeg"),
        ("de", "so 'ne Sache"),
    ],
)
def test_an_apostrophe_at_a_words_edge_is_cheapest_left_alone(language: str, text: str) -> None:
    passage = Passage(0, text, BlockKind.PARAGRAPH)
    apostrophes = get_lexicon(language).apostrophes
    places = find_marks(passage)
    for mark in read_marks(passage, places, take_vote([passage], [places], apostrophes), apostrophes):
        assert mark.skips == 0
        assert mark.opens > 0
        assert mark.closes > 0


def test_an_html_quotation_pairs_with_itself_alone() -> None:
    text = "She said “no” twice"
    passage = Passage(0, text, BlockKind.PARAGRAPH, marked=((9, 13),))
    apostrophes = get_lexicon("en").apostrophes
    places = find_marks(passage)
    first, last = read_marks(passage, places, take_vote([passage], [places], apostrophes), apostrophes)
    assert first.char == last.char == "q9"
