"""Findings: what each stretch's own sentence shows of it, before they are weighed together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from newstui.text.quotes.article import Article
from newstui.text.quotes.attribution import Attribution, Place
from newstui.text.quotes.clues import list_clues
from newstui.text.quotes.coordination import list_chains, share_clues
from newstui.text.quotes.cues import Clause
from newstui.text.quotes.kinds import Clue
from newstui.text.quotes.origins import find_attribution
from newstui.text.quotes.parts import Source, Stretch
from newstui.text.quotes.sentences import Sentence, Token, Veiled, list_tokens
from newstui.text.quotes.speakers import Speaker
from newstui.text.quotes.verbs import Verb

_BLOCK: Final = 1 << 30
"""The number of no stretch: stands for a block behind the sentence that announces it."""


@dataclass(slots=True)
class Finding:
    """What has been found out about a stretch; `place` is its token in the clause of its first part."""

    stretch: Stretch
    clause: Clause
    place: int
    attribution: Attribution | None
    clues: set[Clue]
    score: float = 0.0
    speaker: Speaker | None = None

    @property
    def is_speech(self) -> bool:
        """The clues for speech outweigh the others."""
        return self.score > 0


def read_findings(article: Article) -> list[Finding]:
    """Return what is found out about each stretch, in reading order."""
    findings: dict[int, Finding] = {}
    for index in range(len(article.passages)):
        if index not in article.by_passage:
            continue
        for sentence in article.list_sentences(index):
            if sentence.has_stretches:
                _read_sentence(article, article.read_clause(sentence), findings)
    return [findings[number] for number in sorted(findings)]


def _read_sentence(article: Article, clause: Clause, findings: dict[int, Finding]) -> None:
    here: dict[int, Finding] = {}
    for place, number in clause.places:
        stretch = article.stretches[number]
        if stretch.source is not None:
            findings.setdefault(number, _read_block(article, stretch, stretch.source))
            continue
        attribution = find_attribution(clause, place, article.lexicon)
        clues = list_clues(stretch, clause, place, attribution, article.lexicon)
        if number not in findings:
            here[place] = findings[number] = Finding(stretch, clause, place, attribution, clues)
            continue
        known = findings[number]  # this is a later part: what stands behind it counts
        if attribution is not None and (known.attribution is None or attribution.place is Place.BEHIND):
            known.attribution, known.clause, known.place = attribution, clause, place
            known.clues |= clues
    for chain in list_chains(clause.tokens, list(here)) if len(here) > 1 else ():
        share_clues([here[place].clues for place in chain])


def _read_block(article: Article, stretch: Stretch, source: Source) -> Finding:
    """Read a block as though its words stood right behind the sentence, or right before the name, that it belongs to."""
    article.list_sentences(source.passage)
    veiled = article.veiled[source.passage]
    if source.is_cite:
        text = article.passages[source.passage].text
        veiled = Veiled(source.passage, text, {})
        sentence = Sentence(source.passage, source.start, source.end, has_stretches=True)
        tokens = list_tokens(sentence, veiled, article.stretches, article.lexicon)
        clause = Clause(sentence, tokens, article.lexicon, article.cast)
        speaker = clause.mentions[0] if clause.mentions else None
        attribution: Attribution | None = Attribution(Place.BEHIND, None, Verb.SAY, speaker)
        place = len(tokens)
    else:
        sentence = article.list_sentences(source.passage)[-1]
        tokens = list_tokens(sentence, veiled, article.stretches, article.lexicon)
        place = len(tokens)
        tokens.append(Token(stretch.text, "", sentence.end, sentence.end, is_word=False, stretch=_BLOCK))
        clause = Clause(sentence, tokens, article.lexicon, article.cast)
        attribution = find_attribution(clause, place, article.lexicon)
    clues = {Clue.ALWAYS, Clue.BLOCK}
    return Finding(stretch, clause, place, attribution, clues)
