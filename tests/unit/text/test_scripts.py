"""What scripts write in several ways, in one of them."""

from __future__ import annotations

import pytest

from newstui.text.folding import prepare_text, read_phrase
from newstui.text.scripts import fold_script


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ἀθῆναι Αθήνα λόγος ϊΰ", "Αθηναι Αθηνα λογοσ ιυ"),
        ("ёлка Ёж й ї ў", "елка Еж й ї ў"),
        ("أحمد إلى آخر", "احمد الي اخر"),
        ("مُحَمَّد كتـــاب مدرسة", "محمد كتاب مدرسه"),
        ("کتاب یک", "كتاب يك"),
        ("٢٠٢٦ ۲۰۲۶", "2026 2026"),
        ("שָׁלוֹם", "שלום"),
        ("Größe, été – plain", "Größe, été – plain"),
        ("東京都 한국어", "東京都 한국어"),
    ],
)
def test_what_is_often_left_out_is_left_out(text: str, folded: str) -> None:
    assert fold_script(text) == folded
    assert fold_script(folded) == folded


@pytest.mark.parametrize("word", ["বাংলা", "தமிழ்", "हिन्दी", "ગુજરાતી", "ಕನ್ನಡ", "മലയാളം", "తెలుగు", "ਪੰਜਾਬੀ", "සිංහල"])
def test_marks_belong_to_their_words(word: str) -> None:
    """The tokenizer takes them for letters; a query must, too."""
    assert read_phrase(word).tokens == (word,)
    assert prepare_text(word) == word
