"""Code in colours: found beforehand, by the language that its author named, and never waited for."""

from __future__ import annotations

import sys
from subprocess import run

import pytest

from newstui.model import Block, BlockKind, Document
from newstui.ui.article.colouring import colour_document, find_colours
from newstui.ui.article.layout import Layout
from newstui.ui.article.lines import Kind
from newstui.ui.article.marks import list_marks
from newstui.ui.article.view import ArticleView
from tests.ui.samples import reading


def colour(text: str, language: str | None) -> list[tuple[str, str]]:
    colour_document(Document((Block(BlockKind.CODE, text, info=language),)))
    return [(text[start:end], name) for start, end, name in find_colours(text, language or "")]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            'def f(): return "x" + 1.5  # why',
            "python",
            [
                ("def", "code-keyword"),
                ("f", "code-name"),
                ("return", "code-keyword"),
                ('"', "code-string"),
                ("x", "code-string"),
                ('"', "code-string"),
                ("1.5", "code-number"),
                ("# why", "code-comment"),
            ],
        ),
        ("SELECT 1", "sql", [("SELECT", "code-keyword"), ("1", "code-number")]),
        ("-old\n+new\n", "diff", [("-old", "code-number"), ("+new", "code-string")]),
        ("def f()", "no-such-language", []),
        ("def f()", None, []),
        ("def f()", "", []),
        ("x = '" + "a" * 600 + "'", "python", []),
        ("x = 1\n" * 5_000, "python", []),
    ],
)
def test_words_of_code(text: str, language: str | None, expected: list[tuple[str, str]]) -> None:
    assert colour(text, language) == expected


def test_what_was_not_coloured_is_shown_without() -> None:
    assert find_colours("let unseen = 1", "rust") == ()


def test_tabs_are_shown_as_they_are_coloured() -> None:
    article = reading(Block(BlockKind.CODE, "if x:\n\treturn 1", info="python"))
    colour_document(article.document)
    part = next(part for part in Layout(article, 40).parts if part.kind is Kind.CODE)
    marks = list_marks(part, 0)
    assert [(part.text[mark.start : mark.end], mark.name) for mark in marks] == [
        ("if", "code-keyword"),
        ("return", "code-keyword"),
        ("1", "code-number"),
    ]
    assert {f"article-view--{mark.name}" for mark in marks} <= ArticleView.COMPONENT_CLASSES


def test_pygments_is_not_loaded_before_there_is_code() -> None:
    """Rich's own modules load it late, too."""
    code = "import sys, newstui.ui.readings, newstui.ui.article; sys.exit('pygments.lexers' in sys.modules)"
    assert run([sys.executable, "-c", code], check=False).returncode == 0
