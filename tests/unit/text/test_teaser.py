from __future__ import annotations

import pytest

from newstui.model import Block, BlockKind, Document
from newstui.text.teaser import is_teaser

TEASER = "The council of the city has put off its decision on the bridge once more, since the money is lacking. "
PARAGRAPH = TEASER * 6


@pytest.mark.parametrize(
    ("summary", "texts", "teaser"),
    [
        (None, (), True),
        (TEASER, (), True),
        (None, (TEASER,), True),
        (TEASER, (TEASER, TEASER), True),
        (None, (PARAGRAPH,), False),
        (None, ("市議会は橋の建設を来年の春まで延期した。" * 8,), True),
        (None, ("市議会は橋の建設を来年の春まで延期した。" * 14,), False),
        (PARAGRAPH, (), False),
        (TEASER, (PARAGRAPH,), False),
        (None, (TEASER,) * 6, False),
        (None, (PARAGRAPH + "and so …",), True),
        (None, (PARAGRAPH + "and so [...]",), True),
        (PARAGRAPH + "and so...", (), True),
        (None, (PARAGRAPH, "To be continued …"), False),
        (None, (PARAGRAPH + "“And so …” he said.",), False),
    ],
)
def test_less_than_a_paragraph(summary: str | None, texts: tuple[str, ...], teaser: bool) -> None:
    document = Document(tuple(Block(BlockKind.PARAGRAPH, text) for text in texts))
    assert is_teaser(summary, document) is teaser
