"""Reads the annotated examples: one case a line, `⟦S:speaker|words⟧`, `⟦S|words⟧`, `⟦T|words⟧`, "¶" between paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from newstui.model import Block, BlockKind, Document, Quote, QuoteKind
from newstui.text.quotes import find_quotes

FOLDER = Path(__file__).parent / "cases"
LANGUAGES = ("de", "en", "fr", "nl", "es", "pt")
PRONOUNS = frozenset(
    ["er", "sie", "he", "she", "they", "il", "elle", "on", "hij", "ze", "zij", "él", "ella", "ele", "ela"]
)
_MARKED = re.compile(r"⟦([ST])(?::([^|]*))?\|(.*?)⟧", re.DOTALL)
_DOUBLE = re.compile('[„“”"‟«»‚‘’‹›]')


@dataclass(frozen=True)
class Expected:
    """A quotation that a case marks; `speaker` is None where nobody is named."""

    text: str
    kind: QuoteKind
    speaker: str | None


@dataclass(frozen=True)
class Case:
    """A text with its quotations."""

    language: str
    text: str
    expected: tuple[Expected, ...]

    def find(self) -> tuple[Quote, ...]:
        """Find the quotations of the text, a block for each paragraph."""
        blocks = tuple(Block(BlockKind.PARAGRAPH, part) for part in self.text.split("\n"))
        return find_quotes(Document(blocks), title="", summary=None, language=self.language)

    def in_straight_single_marks(self) -> Case:
        """Return the same case with every quotation mark made a straight single one; apostrophes are straight too."""
        expected = tuple(Expected(to_straight(quote.text), quote.kind, quote.speaker) for quote in self.expected)
        return Case(self.language, to_straight(self.text), expected)


def to_straight(text: str) -> str:
    return _DOUBLE.sub("'", text)


def read_case(language: str, line: str) -> Case:
    raw = line.replace("¶", "\n")
    expected = tuple(
        Expected(words, QuoteKind.SPEECH if kind == "S" else QuoteKind.TERM, speaker)
        for kind, speaker, words in _MARKED.findall(raw)
        for speaker in [speaker or None]
    )
    return Case(language, _MARKED.sub(lambda found: found.group(3), raw), expected)


def read_cases() -> list[Case]:
    return [
        read_case(language, line)
        for language in LANGUAGES
        for line in (FOLDER / f"{language}.txt").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
