"""The passages of an article with their sentences, each read when somebody first asks for it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from newstui.text.quotes.cues import Clause
from newstui.text.quotes.lexicon import Lexicon
from newstui.text.quotes.parts import Stretch
from newstui.text.quotes.passages import Passage
from newstui.text.quotes.people import Cast
from newstui.text.quotes.sentences import Sentence, Veiled, list_sentences, list_tokens, veil


@dataclass(slots=True)
class Article:
    """The passages with their sentences; `by_passage` gives the numbers of the stretches with a part in a passage."""

    passages: Sequence[Passage]
    stretches: Sequence[Stretch]
    lexicon: Lexicon
    cast: Cast
    by_passage: dict[int, list[int]] = field(init=False, default_factory=dict)
    veiled: dict[int, Veiled] = field(init=False, default_factory=dict)
    sentences: dict[int, list[Sentence]] = field(init=False, default_factory=dict)
    clauses: dict[tuple[int, int], Clause] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for number, stretch in enumerate(self.stretches):
            for part in stretch.parts:
                self.by_passage.setdefault(part.passage, []).append(number)

    def list_sentences(self, passage: int) -> list[Sentence]:
        """Return the sentences of a passage, given by its index."""
        if passage not in self.sentences:
            stretches = [(number, self.stretches[number]) for number in self.by_passage.get(passage, ())]
            self.veiled[passage] = veil(passage, self.passages[passage], stretches)
            self.sentences[passage] = list_sentences(self.passages[passage], self.veiled[passage], self.lexicon)
        return self.sentences[passage]

    def read_clause(self, sentence: Sentence) -> Clause:
        """Return a sentence with what is found in it; its passage's sentences have been listed before."""
        key = (sentence.passage, sentence.start)
        if key not in self.clauses:
            tokens = list_tokens(sentence, self.veiled[sentence.passage], self.stretches, self.lexicon)
            self.clauses[key] = Clause(sentence, tokens, self.lexicon, self.cast)
        return self.clauses[key]

    def walk_back(self, sentence: Sentence) -> Iterator[tuple[str, Clause]]:
        """Give the sentences before one, nearest first: of its passage, then of the one before if that is text."""
        for passage in (sentence.passage, sentence.passage - 1):
            if passage < 0 or (self.passages[passage].number < 0) != (self.passages[sentence.passage].number < 0):
                break
            others = self.list_sentences(passage)
            end = self._find_place(sentence) if passage == sentence.passage else len(others)
            for at in range(end - 1, -1, -1):
                yield self.passages[passage].text, self.read_clause(others[at])

    def find_later(self, sentence: Sentence) -> Clause | None:
        """Return the next sentence of the same passage."""
        sentences = self.list_sentences(sentence.passage)
        at = bisect_right(sentences, sentence.start, key=attrgetter("start"))
        return self.read_clause(sentences[at]) if at < len(sentences) else None

    def _find_place(self, sentence: Sentence) -> int:
        return bisect_left(self.list_sentences(sentence.passage), sentence.start, key=attrgetter("start"))
