"""The engine: blocks of text in, quotations out; everything that differs by language is a lexicon."""

from __future__ import annotations

from typing import Final

from newstui.model import Document, Quote, QuoteKind, QuoteSpan
from newstui.text.quotes.attribution import find_attribution, read_clause
from newstui.text.quotes.kinds import Clue, list_clues, weigh_clues
from newstui.text.quotes.lexicon import get_lexicon
from newstui.text.quotes.mentions import list_mentions
from newstui.text.quotes.passages import list_passages
from newstui.text.quotes.sentences import list_sentences
from newstui.text.quotes.stretches import find_stretches

RULES_VERSION: Final = 1
"""Raised when rules or word lists change, so that stored quotations are found anew."""


def find_quotes(document: Document, *, title: str, summary: str | None, language: str | None) -> tuple[Quote, ...]:
    """Return the quotations of an article in reading order: title, summary, blocks.

    `language` is a BCP 47 tag; an unknown or missing one leaves the marks and what is neutral in the evidence.
    """
    lexicon = get_lexicon(language)
    passages = list_passages(document, title, summary)
    stretches = find_stretches(passages, lexicon)
    by_passage: dict[int, list[int]] = {}
    for number, stretch in enumerate(stretches):
        for part in stretch.parts:
            by_passage.setdefault(part.passage, []).append(number)
    quotes: list[Quote] = []
    done: set[int] = set()
    for index, numbers in by_passage.items():
        passage = passages[index]
        for sentence in list_sentences(index, passage, [(n, stretches[n]) for n in numbers], lexicon):
            if not sentence.places:
                continue
            clause = read_clause(sentence, list_mentions(sentence.tokens, lexicon), lexicon)
            for number, place in sentence.places.items():
                if number in done:
                    continue
                done.add(number)
                stretch = stretches[number]
                attribution = find_attribution(clause, place, lexicon)
                clues = list_clues(stretch, clause, place, passage.kind, attribution, lexicon)
                kind = QuoteKind.SPEECH if weigh_clues(clues) > 0 else QuoteKind.TERM
                speaker = None
                mention = attribution.speaker if attribution else None
                text = None
                if mention is not None and kind is QuoteKind.SPEECH:
                    text = passage.text[clause.tokens[mention.start].start : clause.tokens[mention.end - 1].end]
                    speaker = mention.name or (None if mention.is_pronoun else text)
                quotes.append(
                    Quote(
                        stretch.text,
                        kind,
                        tuple(QuoteSpan(passages[p.passage].number, p.start, p.end) for p in stretch.parts),
                        speaker,
                        text,
                        attribution.cue if attribution else None,
                        0.5,
                    )
                )
    return tuple(quotes)
