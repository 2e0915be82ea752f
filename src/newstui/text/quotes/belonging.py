"""Belonging: names in marks that belong to the one who speaks, so that they are nothing that is said."""

from __future__ import annotations

from newstui.text.quotes.attribution import Attribution
from newstui.text.quotes.cues import Clause
from newstui.text.quotes.lexicon import Gender, Lexicon
from newstui.text.quotes.parts import Stretch
from newstui.text.quotes.traits import ARTICLE, CONJUNCTION, LINKER, PREDICATE, SAYING
from newstui.text.quotes.verbs import Verb


def is_speakers_name(
    stretch: Stretch, clause: Clause, place: int, attribution: Attribution | None, lexicon: Lexicon
) -> bool:
    """Say whether the words name the one who speaks: ein Sprecher der „Werft AG“ sagte, wie „Nordkurier“ meldet."""
    if attribution is None or len(stretch.text.split()) > 6:
        return False
    if not stretch.text[:1].isupper() and not _is_between(clause, place):
        return False
    tokens, speaker = clause.tokens, attribution.speaker
    if speaker is not None and not speaker.is_pronoun and not (speaker.is_person and speaker.name):
        if speaker.start <= place < speaker.end:
            return True
        between = tokens[speaker.end : place]
        named = all(token.traits & (ARTICLE | LINKER) for token in between)
        if speaker.end <= place and named and (between or speaker.gender is not Gender.PLURAL):
            return True
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    if behind is None or not behind.traits & SAYING:
        return False
    if lexicon.verbs[behind.lower] & Verb.LABEL and any(token.traits & PREDICATE for token in tokens):
        return False  # als „Lüge“ zurückgewiesen
    opener = place - 2 if place > 1 and tokens[place - 1].traits & ARTICLE else place - 1  # wie die „Presse“ berichtet
    coordinated = opener > 0 and tokens[opener - 1].stretch >= 0  # von „…“ oder „…“ sprechen
    if (opener >= 0 and tokens[opener].traits & CONJUNCTION and not coordinated) or speaker is None:
        return True
    subordinate = any(token.traits & CONJUNCTION for token in tokens[:place])  # während sie „…“ riefen
    return speaker.start < place and not (lexicon.verb_second and subordinate)


def _is_between(clause: Clause, place: int) -> bool:
    """Say whether a name alone can stand there, however it is written: wie „heise online“ meldet, laut „taz.de“."""
    tokens = clause.tokens
    if not 0 < place < len(tokens) - 1:
        return False
    before = tokens[place - 1].traits
    linked = before & CONJUNCTION and not before & PREDICATE
    return bool(linked and tokens[place + 1].traits & SAYING)


def is_somebodys_house(stretch: Stretch, clause: Clause, place: int, attribution: Attribution | None) -> bool:
    """Say whether the words name what somebody belongs to: der Chefredakteur der „Abendpost“, une élue de « Paris 1 »."""
    if not stretch.text[:1].isupper() or len(stretch.text.split()) > 6 or place < 2:
        return False
    if attribution is not None and attribution.verb & Verb.LABEL:  # beschuldigte den Minister des „Verrats“
        return False
    tokens = clause.tokens
    at = place - 1
    if tokens[at].traits & ARTICLE and not tokens[at].traits & LINKER:  # von der „Abendpost“
        at -= 1
    if not tokens[at].traits & LINKER:
        return False
    return any(found.end == at and found.is_person and not found.is_pronoun for found in clause.mentions)
