"""Speakers: from the phrase beside the words to the name that the article gives for it.

A surname becomes the full name, a description the name of the one whom the article describes so, a pronoun goes back
to the nearest phrase that agrees with it. Where the evidence is thin there is no speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TypeAlias

from newstui.record import record
from newstui.text.quotes.attribution import Attribution, Place
from newstui.text.quotes.cues import Clause, ends_clause
from newstui.text.quotes.lexicon import Gender, Lexicon
from newstui.text.quotes.people import Cast, resolve_description, resolve_name
from newstui.text.quotes.phrases import Mention
from newstui.text.quotes.sentences import Token
from newstui.text.quotes.subjects import can_be_subject
from newstui.text.quotes.traits import ADVERB, CONJUNCTION, IMPERSONAL, PREPOSITION

Earlier: TypeAlias = Iterator[tuple[str, Clause]]
"""The sentences before with their passages' texts, nearest first; each is read when it is asked for."""

_AGE = re.compile(r"\b\d{1,3}-[^\W\d_]")
"""An age stands for whoever has just been named: der 34-Jährige, the 19-year-old."""
_NEAR = 3
"""So many sentences back a pronoun's antecedent is looked for."""


@record
class Speaker:
    """Who speaks: the fullest name, if there is one, the words as written, and how sure that is, from 0 to 1."""

    name: str | None
    text: str | None
    gender: Gender
    certainty: float
    is_body: bool = False
    """A body of people, whom no pronoun for a single person means."""


def spell_mention(text: str, clause: Clause, mention: Mention) -> str:
    """Return a phrase as it is written, without a comma at its end or what joins a pronoun to its verb (a-t-il)."""
    tokens = clause.tokens
    return text[tokens[mention.start].start : tokens[mention.end - 1].end].rstrip(" ,").removeprefix("-t").lstrip("-")


def name_speaker(
    attribution: Attribution,
    text: str,
    clause: Clause,
    earlier: Earlier,
    last: Speaker | None,
    cast: Cast,
    lexicon: Lexicon,
) -> Speaker | None:
    """Return the speaker that an attribution gives.

    `text` is the passage's, `last` is who spoke last in this passage or the one before.
    """
    mention = attribution.speaker
    if mention is None and attribution.place is Place.BEHIND and lexicon.drops_subjects:  # «…», dijo.
        return find_antecedent(Gender.UNCLEAR, islice(earlier, 1), cast, lexicon)
    if mention is None or clause.tokens[mention.start].traits & IMPERSONAL:
        return None
    if lexicon.capital_nouns and not _is_known(mention) and _is_far(attribution, clause, cast):
        return None  # an unknown noun that is not beside its verb: too many of them are objects
    certainty = 0.95 if attribution.place in (Place.BEHIND, Place.COLON) else 0.8
    written = spell_mention(text, clause, mention)
    if mention.name is None and not mention.is_pronoun and _AGE.search(written):  # says the 19-year-old
        meant = find_antecedent(mention.gender, earlier, cast, lexicon) or (last if last and last.name else None)
        if meant is not None and not meant.is_body:
            return Speaker(meant.name, written, meant.gender, meant.certainty * 0.9)
    if mention.is_pronoun:
        return _resolve_pronoun(mention, written, attribution, text, clause, earlier, last, cast, lexicon)
    return describe_speaker(mention, written, certainty, cast, lexicon)


def _is_known(mention: Mention) -> bool:
    return mention.is_pronoun or mention.is_person or mention.is_group


def _is_far(attribution: Attribution, clause: Clause, cast: Cast) -> bool:
    """Say whether an unknown noun stands where an object may stand as well, and nothing else shows that it is a name."""
    speaker, plural = attribution.speaker, (attribution.cue or "").endswith("n")
    if speaker is not None and speaker.is_bare and not plural and _is_bare_name(attribution, clause, cast):
        return False
    if speaker is not None and speaker.start == 0 and _is_right_before(clause, speaker.end, attribution.at):
        # Die Passagiere berichteten; Weber sagte: what has no determiner and a verb in the singular is a name
        return speaker.is_bare and plural
    return attribution.place is Place.INSIDE or (attribution.place is Place.COLON and attribution.cue is None)


def _is_right_before(clause: Clause, end: int, at: int) -> bool:
    """Say whether nothing but adverbs stands between a phrase's end and the verb: Die Kanadier hingegen sagen."""
    return end <= at and all(token.traits & ADVERB for token in clause.tokens[end:at])


def _is_bare_name(attribution: Attribution, clause: Clause, cast: Cast) -> bool:
    """Say whether a noun without a determiner is a name: by its place, or by its use in the article."""
    tokens, at, mention = clause.tokens, attribution.at, attribution.speaker
    if mention is None or (at > 0 and tokens[at - 1].traits & CONJUNCTION):
        return False  # und verlangte Konsequenzen: the subject stands before, what is behind is an object
    return _is_subject_by_place(tokens, mention, at) or cast.stands_bare(tokens[mention.start].text)


def _is_subject_by_place(tokens: Sequence[Token], mention: Mention, at: int) -> bool:
    """Say whether the order of a clause leaves nothing but a subject: Am Montag sagte X, …, sagte X. · Wie X sagte."""
    if mention.end == at:
        return mention.start > 0 and bool(tokens[mention.start - 1].traits & CONJUNCTION)
    if mention.start != at + 1 or not ends_clause(tokens, mention.end):
        return False
    start = at
    while start > 0 and tokens[start - 1].is_word:
        start -= 1
    return start == at or bool(tokens[start].traits & (PREPOSITION | ADVERB))


def describe_speaker(mention: Mention, written: str, certainty: float, cast: Cast, lexicon: Lexicon) -> Speaker | None:
    """Return the speaker whom a phrase with a noun means."""
    if mention.name:
        if " " in mention.name:  # full already
            return Speaker(mention.name, written, mention.gender, certainty)
        person = resolve_name(mention.name, mention.gender, cast.people)
        if person is not None:
            gender = mention.gender if mention.gender is not Gender.UNCLEAR else person.gender
            return Speaker(person.name, written, gender, certainty)
        full = cast.find_full_name(mention.name) if mention.is_person or not mention.is_group else None
        is_body = mention.is_group and not mention.is_person
        return Speaker(full or mention.name, written, mention.gender, certainty, is_body)
    person = resolve_description(mention, written.split(), cast.people)
    if person is not None:
        return Speaker(person.name, written, person.gender, certainty * 0.8)
    name = _strip_determiner(written.partition(",")[0], lexicon)
    return Speaker(name, written, mention.gender, certainty * 0.85, mention.is_group)


def find_antecedent(gender: Gender, earlier: Earlier, cast: Cast, lexicon: Lexicon) -> Speaker | None:
    """Return the nearest subject before that agrees in gender and number; None where two could be meant."""
    for distance, (text, clause) in enumerate(islice(earlier, _NEAR)):
        fitting: list[Speaker] = []
        for mention in clause.mentions:
            if mention.is_pronoun or not can_be_subject(clause.tokens, mention, lexicon):
                continue
            if not (mention.is_person or (gender is Gender.PLURAL and mention.is_group)):
                continue
            speaker = describe_speaker(
                mention, spell_mention(text, clause, mention), 0.75 - 0.1 * distance, cast, lexicon
            )
            if speaker is not None and (gender is Gender.UNCLEAR or _agrees(speaker.gender, gender)):
                fitting.append(speaker)
        if fitting:
            if gender is Gender.UNCLEAR and len({speaker.name for speaker in fitting}) > 1:
                return None
            clear = [speaker for speaker in fitting if speaker.gender is gender] or fitting
            return clear[0]
    return None


def _resolve_pronoun(
    mention: Mention,
    written: str,
    attribution: Attribution,
    text: str,
    clause: Clause,
    earlier: Earlier,
    last: Speaker | None,
    cast: Cast,
    lexicon: Lexicon,
) -> Speaker:
    gender = _find_number(mention, attribution)
    nobody = Speaker(None, written, gender, 0.7)
    if gender is Gender.UNCLEAR:
        return nobody
    found = _find_main_subject(mention, gender, clause, text, cast, lexicon)
    found = found or find_antecedent(gender, earlier, cast, lexicon)
    if found is None and last is not None and last.name and _agrees(last.gender, gender):
        found = last if not last.is_body or gender is Gender.PLURAL else None
    if found is None:
        found = _find_only_one(gender, cast)
    if found is None or not found.name:
        return nobody
    return Speaker(found.name, written, gender, found.certainty * 0.9)


def _find_main_subject(
    pronoun: Mention, gender: Gender, clause: Clause, text: str, cast: Cast, lexicon: Lexicon
) -> Speaker | None:
    """Return whom a pronoun means in its own sentence: Patty Ross said she hoped …; None where it could be two."""
    fitting = {}
    for mention in clause.mentions:
        if mention.end > pronoun.start or not mention.is_person or mention.is_pronoun:
            continue
        if can_be_subject(clause.tokens, mention, lexicon):
            speaker = describe_speaker(mention, spell_mention(text, clause, mention), 0.8, cast, lexicon)
            if speaker is not None and _agrees(speaker.gender, gender):
                fitting[speaker.name] = speaker
    return fitting.popitem()[1] if len(fitting) == 1 else None


def _find_only_one(gender: Gender, cast: Cast) -> Speaker | None:
    """Return the only man or the only woman of an article, if all the others are known to be none."""
    if gender is Gender.PLURAL:
        return None
    fitting = {person.words[-1]: person for person in cast.people if _agrees(person.gender, gender)}
    if len(fitting) != 1:
        return None
    (person,) = fitting.values()
    return Speaker(person.name, None, gender, 0.6) if person.gender is gender else None


def _find_number(mention: Mention, attribution: Attribution) -> Gender:
    """Settle a pronoun that is feminine or plural (sie, zij, ze) by the verb's form: a plural one ends with n."""
    if mention.gender is Gender.UNCLEAR and mention.is_either and attribution.cue:
        return Gender.PLURAL if attribution.cue.lower().endswith("n") else Gender.FEMININE
    return mention.gender


def _strip_determiner(written: str, lexicon: Lexicon) -> str:
    first, _, rest = written.partition(" ")
    if rest and first.lower() in lexicon.words["articles"]:
        return rest
    leaning, apostrophe, rest = written.replace("’", "'").partition("'")
    return rest if apostrophe and f"{leaning.lower()}'" in lexicon.words["articles"] else written


def _agrees(left: Gender, right: Gender) -> bool:
    return left is right or left is Gender.UNCLEAR
