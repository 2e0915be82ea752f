from __future__ import annotations

import pytest

from newstui.text.sentences import split_sentences

# Sentences apart by a bar; without the bars they are the text.
CASES = [
    ("en", "It rained. |The match began at 3.30 p.m. and ended late. |Nobody left."),
    ("en", "Dr. Smith met J. K. Rowling in St. Ives. |They talked."),
    ("en", "The U.S. Senate voted. |Sen. Ames (R., Ohio) did not."),
    ("en", "“Stop!” he said. |“Why?” |She left."),
    ("en", "He paid $3.5 million, i.e. too much. |See fig. 4 and no. 7. |No. |Never."),
    ("en", "Wait… |Who is there? |… and nobody came."),
    (
        "de",
        "Am 3. Januar kam Dr. Weber. |Im 21. Jahrhundert, z. B. in Bonn, ist das so. |Es war 2018. |Dann kam der Rest.",
    ),
    ("de", "„Wirklich?“, fragte sie. |„Ja.“ |Er ging, d. h. er lief."),
    ("de", "»Komm!« |»Gleich.« |Sie kam bzw. Er blieb usw. |Ende"),
    ("fr", "« Viens ! » dit-il. |« Non. » |M. Dupont et Mme. Roy se turent. |Que faire ?"),
    ("nl", "Prof. dr. De Vries kwam, bijv. op 3 mei. |„Nee!” |Dhr. Jansen zweeg."),
    ("es", "¿Quién viene? |¡El Sr. García! |Vive en la Avda. Mayor, pág. 3. |—No —dijo."),
    ("pt", "— Sim! — disse ele. |O Dr. Sousa saiu. |A Sra. Lima, art. 5, ficou."),
    ("ja", "雨が降った。|試合は始まった！|誰も帰らなかった。"),
    (None, "Mr. Smith left. |Nobody saw it"),
]


@pytest.mark.parametrize(("language", "marked"), CASES)
def test_splits_sentences(language: str | None, marked: str) -> None:
    text = marked.replace("|", "")
    assert [text[start:end] for start, end in split_sentences(text, language)] == [s.strip() for s in marked.split("|")]


def test_regions_of_a_language_share_its_abbreviations() -> None:
    assert len(split_sentences("A Sra. Lima ficou.", "pt-BR")) == 1


@pytest.mark.parametrize("text", ["", "  \n ", "...", "word", " a. "])
def test_white_space_belongs_to_no_sentence(text: str) -> None:
    assert [text[start:end] for start, end in split_sentences(text, "en")] == ([text.strip()] if text.strip() else [])
