from __future__ import annotations

import pytest

from newstui.model import Block, BlockKind, Document
from newstui.text.quotes import find_quotes


def list_turns(language: str, *paragraphs: str) -> list[tuple[str, str | None]]:
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in paragraphs)
    quotes = find_quotes(Document(blocks), title="", summary=None, language=language)
    return [(quote.text, quote.speaker or quote.speaker_text) for quote in quotes]


@pytest.mark.parametrize(
    ("language", "text", "turns"),
    [
        ("es", "—Ya es tarde —dijo Alba—. Vámonos.", [("Ya es tarde", "Alba"), ("Vámonos.", "Alba")]),
        ("es", "—Ya es tarde —susurró ella.", [("Ya es tarde", "ella")]),
        ("pt", "— Já é tarde — murmurou Inês.", [("Já é tarde", "Inês")]),
        ("pt", "– Já é tarde – disse Rui.", [("Já é tarde", "Rui")]),
        ("pt", "- Já é tarde - disse Rui. - Vamos.", [("Já é tarde", "Rui"), ("Vamos.", "Rui")]),
        ("es", "—No sé. —Alba miró el reloj—. Vámonos.", [("No sé.", None), ("Vámonos.", None)]),
        ("fr", "— Il est tard, murmura Jeanne.", [("Il est tard", "Jeanne")]),
        ("fr", "- Il est tard, murmura Jeanne.", [("Il est tard", "Jeanne")]),
        ("fr", "– Vraiment ? demanda Léon.", [("Vraiment ?", "Léon")]),
        ("fr", "— Viens, dit Paul, on part.", [("Viens", "Paul"), ("on part.", "Paul")]),
        ("de", "— Es ist spät, sagte Anna.", []),
        ("en", "— It is late, said Anna.", []),
        ("es", "—una nota al pie sin verbo", []),
        ("fr", "- du pain, du beurre", []),
    ],
)
def test_reads_turns_that_dashes_set(language: str, text: str, turns: list[tuple[str, str | None]]) -> None:
    assert list_turns(language, text) == turns


def test_a_turn_without_a_verb_is_speech_among_others() -> None:
    assert list_turns("es", "—¿Vienes? —preguntó Alba.", "—No.") == [("¿Vienes?", "Alba"), ("No.", None)]


def test_marks_inside_a_turn_belong_to_it() -> None:
    assert [text for text, _ in list_turns("es", "—Dijo «no» y calló —contó Alba.")] == ["Dijo «no» y calló"]
