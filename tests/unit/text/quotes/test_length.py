"""What is twice as long costs twice as much: counted in calls, so that a busy machine does not matter."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from newstui.model import Block, BlockKind, Document
from newstui.text.quotes import find_quotes


def count_calls(work: Callable[[], object]) -> int:
    count = 0

    def note(_frame: FrameType, _event: str, _argument: object) -> None:
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    ("language", "paragraph", "paragraphs"),
    [
        ("de", "„Wir gehen heim“, sagte Anna Weber. Der Minister blieb. ", 1),
        ("en", "the minister said and “yes” with the mayor and ", 1),
        ("en", "'the ministers' plan ", 1),
        ("en", "“word ", 1),
        ("es", "—Hola —dijo Ana—. ", 1),
        ("fr", "— Oui, non, ", 1),
        ("en", "He said: “The plan.", 80),
        ("en", "“The plan.", 80),
        ("pt", "— Não — disse Ana.", 80),
    ],
)
def test_twice_as_much_text_costs_twice_as_much(language: str, paragraph: str, paragraphs: int) -> None:
    def read(size: int) -> int:
        if paragraphs > 1:
            blocks = [Block(BlockKind.PARAGRAPH, paragraph)] * (paragraphs * size)
        else:
            blocks = [Block(BlockKind.PARAGRAPH, paragraph * (50 * size))]
        document = Document(tuple(blocks))
        return count_calls(lambda: find_quotes(document, title="", summary=None, language=language))

    read(1)  # the lexicon is read, its words are looked up
    assert read(4) < 2.4 * read(2)
