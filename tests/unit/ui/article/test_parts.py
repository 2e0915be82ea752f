from __future__ import annotations

from dataclasses import replace

from newstui.errors import SourceError
from newstui.model import Article, Block, BlockKind, Document, Enclosure, Reading
from newstui.ui.article.parts import list_parts

READING = Reading(
    Article(id="a", title="The bridge", enclosures=(Enclosure("https://paper.example/talk.mp3"),)),
    Document((Block(BlockKind.PARAGRAPH, "It is closed."),)),
)


def test_why_the_text_of_the_page_is_missing_stands_between_text_and_files() -> None:
    missing = SourceError("{url} asks for a subscription", url="https://paper.example/1")
    texts = [part.text for part in list_parts(replace(READING, missing=missing))]
    assert texts == [
        "The bridge",
        "It is closed.",
        "The page’s text is not here: https://paper.example/1 asks for a subscription",
        "talk.mp3",
    ]
    assert [part.text for part in list_parts(READING)] == [texts[0], texts[1], texts[3]]
