"""The engine: blocks of text in, quotations out; everything that differs by language is a lexicon."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import islice
from typing import Final

from newstui.model import Document, Quote, QuoteKind, QuoteSpan
from newstui.text.quotes.article import Article
from newstui.text.quotes.attribution import Place
from newstui.text.quotes.cues import Clause
from newstui.text.quotes.findings import Finding, read_findings
from newstui.text.quotes.kinds import Clue, weigh_clues
from newstui.text.quotes.lexicon import Lexicon
from newstui.text.quotes.passages import Passage, list_passages
from newstui.text.quotes.people import Cast
from newstui.text.quotes.sentences import Sentence
from newstui.text.quotes.speakers import Speaker, describe_speaker, name_speaker, spell_mention
from newstui.text.quotes.stretches import find_stretches
from newstui.text.quotes.subjects import can_be_subject, find_subject

_REPETITIONS: Final = 500
"""So many quotations are looked for elsewhere in their article: each costs a walk through its whole text."""
_CERTAIN: Final = 3.0
"""A score that leaves no doubt: an article that quotes somebody quotes more."""
_FADES: Final = 2
"""So many passages further down a pronoun may still mean who spoke last."""
_EARLIER: Final = 4
"""So many sentences before a quotation are read for who is reported in it."""


def find_quotes_with(lexicon: Lexicon, document: Document, *, title: str, summary: str | None) -> tuple[Quote, ...]:
    """Return the quotations of an article in reading order, read with a lexicon of the caller's choice."""
    passages = list_passages(document, title, summary)
    stretches = find_stretches(passages, lexicon)
    if not stretches:
        return ()
    article = Article(passages, stretches, lexicon, Cast(passages, lexicon))
    findings = read_findings(article)
    _note_repetitions(findings, passages)
    _weigh_together(findings)
    _name_speakers(findings, article)
    return tuple(_make_quote(finding, passages) for finding in findings)


def _note_repetitions(findings: list[Finding], passages: Sequence[Passage]) -> None:
    """A few words that come again in the article are a name: what is said is said once."""
    whole = "\n".join(passage.text for passage in passages)
    for finding in findings[:_REPETITIONS]:
        text = finding.stretch.text
        if len(text) < 40 and whole.count(text) > 1:
            finding.clues.add(Clue.REPEATED)


def _weigh_together(findings: list[Finding]) -> None:
    """Weigh each stretch by itself, then once more with what its neighbours turned out to be."""
    for finding in findings:
        finding.score = weigh_clues(finding.clues)
    first = [finding.is_speech for finding in findings]
    certain = sum(finding.score > _CERTAIN for finding in findings)
    for index, finding in enumerate(findings):
        before = range(max(0, index - 2), index)
        beside = range(max(0, index - 3), min(len(findings), index + 4))
        if any(first[other] and other != index and findings[other].clause is finding.clause for other in beside):
            finding.clues.add(Clue.SIBLING_SPEECH)
        if certain > (finding.score > _CERTAIN):
            finding.clues.add(Clue.SPOKEN_ARTICLE)
        if any(first[other] and _is_near(findings[other], finding) for other in before):
            finding.clues.add(Clue.AFTER_SPEECH)
        finding.score = weigh_clues(finding.clues)


def _is_near(earlier: Finding, later: Finding) -> bool:
    return earlier.stretch.last.passage == later.stretch.first.passage and earlier.clause is not later.clause


def _name_speakers(findings: list[Finding], article: Article) -> None:
    last: Finding | None = None
    person: Finding | None = None
    for finding in findings:
        if not finding.is_speech:
            continue
        finding.speaker = _find_speaker(finding, last, person, article)
        last = finding
        if finding.speaker is not None and not finding.speaker.is_body:
            person = finding


def _find_speaker(finding: Finding, last: Finding | None, person: Finding | None, article: Article) -> Speaker | None:
    """Return who says it; `last` is the quotation before, `person` the last one that a person says."""
    sentence = finding.clause.sentence
    text = article.passages[sentence.passage].text
    before = last if last is not None and sentence.passage - last.clause.sentence.passage <= 1 else None
    meant = person if person is not None and sentence.passage - person.clause.sentence.passage <= _FADES else None
    if last is not None and last.speaker is not None and _is_shared(last, finding):
        return last.speaker
    if finding.attribution is not None:
        speaker = name_speaker(
            finding.attribution,
            text,
            finding.clause,
            article.walk_back(sentence),
            meant.speaker if meant else None,
            article.cast,
            article.lexicon,
        )
        unnamed = finding.attribution.cue is not None and finding.attribution.place in (Place.INSIDE, Place.COLON)
        if speaker is not None or finding.attribution.speaker is not None or unnamed:
            return speaker  # somebody else says it, whoever that is
    return _carry_on(finding, before, article)


def _is_shared(one: Finding, other: Finding) -> bool:
    """Say whether two quotations are given to the same phrase of their sentence: „…“, fürchtet Kranz, „…“."""
    if other.stretch.goes_on:
        return True
    if one.clause is not other.clause or one.attribution is None or other.attribution is None:
        return False
    return one.attribution.speaker is not None and one.attribution.speaker == other.attribution.speaker


def _carry_on(finding: Finding, before: Finding | None, article: Article) -> Speaker | None:
    """Find a speaker outside the sentence: who was speaking just now, the subject before, the subject behind."""
    sentence = finding.clause.sentence
    opener = _find_opening_subject(finding.clause, article)
    if opener is not None:
        return opener
    if before is not None and before.speaker is not None and before.clause.sentence.passage == sentence.passage:
        gap = sentence.start - before.clause.sentence.end
        if gap < 250:  # code points: a sentence or two between
            known = before.speaker
            text = known.text if known.name is None else None
            return Speaker(known.name, text, known.gender, known.certainty * 0.8, known.is_body)
    if Clue.REPORTED in finding.clues:
        return _find_reporter(finding.clause.sentence, article)
    if Clue.ALONE not in finding.clues:
        return None
    later = article.find_later(sentence)
    around = [*islice(article.walk_back(sentence), 1)]
    if later is not None and not later.sentence.has_stretches:
        around.append((article.passages[sentence.passage].text, later))
    for text, clause in around:
        for mention in clause.mentions:
            if mention.is_pronoun and can_be_subject(clause.tokens, mention, article.lexicon) and mention.start == 0:
                return Speaker(None, spell_mention(text, clause, mention), mention.gender, 0.5)
            if mention.is_person and mention.name and can_be_subject(clause.tokens, mention, article.lexicon):
                return describe_speaker(
                    mention, spell_mention(text, clause, mention), 0.55, article.cast, article.lexicon
                )
    return None


def _find_opening_subject(clause: Clause, article: Article) -> Speaker | None:
    """Return the person or the body that a sentence begins with, where no list has its verb: El jurado destacó «…»."""
    if article.lexicon.verb_second:  # there an object may stand first
        return None
    mention = clause.mentions[0] if clause.mentions else None
    if mention is None or mention.start or mention.is_pronoun or not (mention.is_person or mention.is_group):
        return None
    if not can_be_subject(clause.tokens, mention, article.lexicon) or any(
        token.stretch >= 0 for token in clause.tokens[: mention.end]
    ):
        return None
    text = article.passages[clause.sentence.passage].text
    return describe_speaker(mention, spell_mention(text, clause, mention), 0.6, article.cast, article.lexicon)


def _find_reporter(sentence: Sentence, article: Article) -> Speaker | None:
    """Return who is reported by a sentence in the subjunctive that has no verb of saying: the last subject of one."""
    for text, clause in islice(article.walk_back(sentence), _EARLIER):
        if clause.sentence.passage != sentence.passage:
            return None
        for cue in clause.cues:
            subject = find_subject(clause.tokens, clause.mentions, cue.start, article.lexicon)
            if subject is not None and (subject.is_person or subject.is_group) and not subject.is_pronoun:
                written = spell_mention(text, clause, subject)
                return describe_speaker(subject, written, 0.6, article.cast, article.lexicon)
    return None


def _make_quote(finding: Finding, passages: Sequence[Passage]) -> Quote:
    stretch, speaker = finding.stretch, finding.speaker
    certainty = 1 / (1 + math.exp(-abs(finding.score)))
    return Quote(
        text=stretch.text,
        kind=QuoteKind.SPEECH if finding.is_speech else QuoteKind.TERM,
        spans=tuple(QuoteSpan(passages[part.passage].number, part.start, part.end) for part in stretch.parts),
        speaker=speaker.name if speaker else None,
        speaker_text=speaker.text if speaker else None,
        cue=finding.attribution.cue if finding.attribution and finding.is_speech else None,
        confidence=round(certainty * speaker.certainty if speaker else certainty, 2),
    )
