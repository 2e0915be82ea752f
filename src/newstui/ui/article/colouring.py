"""Code in colours: what the words of a block of code are, found by Pygments before the block is painted."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from time import perf_counter
from typing import Final, NamedTuple, Protocol, cast

from newstui.model import BlockKind, Document

_LONGEST: Final = 20_000
_LONGEST_LINE: Final = 500
"""Code points. What is longer was written by no hand, and may be meant to keep a reader waiting."""
_SECONDS: Final = 0.3
_KEPT: Final = 256
_LOOKS: Final = {
    "Comment": "code-comment",
    "Comment.Preproc": "code-keyword",
    "Keyword": "code-keyword",
    "Operator.Word": "code-keyword",
    "Generic.Heading": "code-keyword",
    "Generic.Subheading": "code-keyword",
    "Literal.String": "code-string",
    "Generic.Inserted": "code-string",
    "Literal.Number": "code-number",
    "Generic.Deleted": "code-number",
    "Name.Attribute": "code-number",
    "Name.Builtin": "code-name",
    "Name.Class": "code-name",
    "Name.Decorator": "code-name",
    "Name.Function": "code-name",
    "Name.Tag": "code-name",
}
"""What a token looks like, by its kind or the nearest one that holds it."""


class Coloured(NamedTuple):
    """A range of code and the component class that its look has."""

    start: int
    end: int
    name: str


class _Lexer(Protocol):
    """What is used of a lexer of Pygments."""

    def get_tokens_unprocessed(self, text: str) -> Iterator[tuple[int, tuple[str, ...], str]]:
        """Yield each token's place, kind and words."""


_found: dict[tuple[str, str], tuple[Coloured, ...]] = {}
"""What was coloured, the latest last; threads add to it, the screen only looks."""


def code_text(text: str) -> str:
    """Return the text of a block of code as it is shown."""
    return text.expandtabs(4)


def find_colours(text: str, language: str) -> tuple[Coloured, ...]:
    """Return the colours of code as far as they are known already: nothing is waited for."""
    return _found.get((text, language), ())


def colour_document(document: Document) -> None:
    """Colour the blocks of code whose language their author has named: in a thread, before they are shown."""
    for block in document.blocks:
        if block.kind is BlockKind.CODE and block.info:
            text = code_text(block.text)
            key = (text, block.info)
            if key not in _found:
                _found[key] = tuple(_colour(text, block.info))
                while len(_found) > _KEPT:
                    _found.pop(next(iter(_found)), None)


def _colour(text: str, language: str) -> Iterator[Coloured]:
    if len(text) > _LONGEST or any(len(line) > _LONGEST_LINE for line in text.split("\n")):
        return
    lexer = _find_lexer(language)
    if lexer is None:
        return
    deadline = perf_counter() + _SECONDS
    for start, kind, words in lexer.get_tokens_unprocessed(text):
        look = _find_look(kind)
        if look is not None and words.strip():
            yield Coloured(start, start + len(words), look)
        if perf_counter() > deadline:
            return


@lru_cache(maxsize=64)
def _find_lexer(language: str) -> _Lexer | None:
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return cast(_Lexer, get_lexer_by_name(language))
    except ClassNotFound:
        return None


@lru_cache(maxsize=512)
def _find_look(kind: tuple[str, ...]) -> str | None:
    """Return the look of a kind of token, such as ("Name", "Function")."""
    for length in range(len(kind), 0, -1):
        look = _LOOKS.get(".".join(kind[:length]))
        if look is not None:
            return look
    return None
