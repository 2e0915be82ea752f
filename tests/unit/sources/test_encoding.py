from __future__ import annotations

import pytest

from newstui.errors import SourceError
from newstui.sources.encoding import decode_text

TEXTS = {
    "de": "Die Bürger wählten „größere“ Äpfel – für 5 Öre, Übung hieß es.",
    "en": "The café’s “naïve” résumé – it cost £5, they said…",
    "es": "¿Qué pasó ayer? El niño comió piñas; ¡olé! Él está así.",
    "fr": "L’œuvre a déjà coûté cher à Noël, où « ça va » être élevé.",
    "nl": "België wil één coördinatie, zei de ‘reünie’ van Curaçao.",
    "pt": "A ação não é só do João; três vacas às vezes, ó céus.",
}


@pytest.mark.parametrize("repeats", [1, 30])
@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "cp1252",
        "iso-8859-1",
        "iso-8859-15",
        "mac-roman",
    ],
)
@pytest.mark.parametrize("language", TEXTS)
def test_the_six_languages(language: str, encoding: str, repeats: int) -> None:
    text = TEXTS[language] * repeats
    if encoding.startswith("iso"):
        # These have no typographic marks, and the first of them no œ.
        for sign, plain in {"„": '"', "“": '"', "”": '"', "’": "'", "‘": "'", "–": "-", "…": "..."}.items():
            text = text.replace(sign, plain)
        text = text.replace("œ", "oe") if encoding == "iso-8859-1" else text
    assert decode_text(text.encode(encoding)) == text


def test_the_euro_of_latin_nine_in_french() -> None:
    text = "Le cœur de l'œuvre coûtait à peine 5 € à l'été."
    assert decode_text(text.encode("iso-8859-15")) == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Президент подписал указ о новых правилах для банков. Закон вступает в силу с первого января."),
        ("koi8-r", "Президент подписал указ о новых правилах для банков. Закон вступает в силу с первого января."),
        ("cp1253", "Η κυβέρνηση ανακοίνωσε νέα μέτρα για την οικονομία της χώρας."),
        ("shift_jis", "政府は新しい経済対策を発表した。首相は記者会見で述べた。"),
        ("gb18030", "政府宣布了新的经济措施。总理在新闻发布会上说。"),
        ("euc-kr", "정부는 새로운 경제 대책을 발표했다. 총리는 기자회견에서 말했다."),
        ("utf-16-le", "政府宣布了新的经济措施。\n总理在新闻发布会上说。"),
    ],
)
def test_other_languages(encoding: str, text: str) -> None:
    assert decode_text((text * 3).encode(encoding)) == text * 3


def test_utf8_that_is_cut_off_keeps_the_rest() -> None:
    data = ("Größe über alles, und noch mehr Bürger für die Bäder. " * 3).encode() + "ü".encode()[:1]
    assert decode_text(data).startswith("Größe über alles")


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n",
        b"\x89PNG\r\n\x1a\n",
        b"PK\x03\x04abc",
        bytes(range(256)) * 20,
        b"\x00\x01\x02\x03" * 50,
        b"ab\x00c\x00",
    ],
)
def test_what_is_no_text(data: bytes) -> None:
    with pytest.raises(SourceError):
        decode_text(data)
