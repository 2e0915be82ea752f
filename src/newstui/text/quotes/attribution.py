"""Attribution: the words outside the marks that say who speaks, and the phrase that is their subject.

A cue is a verb («…», a déclaré X), a preposition (laut X) or a tag (so X; aldus X). It is looked for first beside the
words, then before them with a colon, then anywhere in their sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from newstui.text.quotes.cues import (
    Clause,
    Cue,
    ends_clause,
    find_mention_at,
    match_phrase,
    read_quoted_source,
    spell_tokens,
)
from newstui.text.quotes.lexicon import Lexicon, Verb
from newstui.text.quotes.mentions import Mention
from newstui.text.quotes.sentences import Token
from newstui.text.quotes.subjects import can_be_subject, find_subject, is_likely

_NONE = Verb(0)
_REPORTS = Verb.SAY | Verb.THINK
_CUES = 3
"""So many verbs of a sentence are tried, nearest first."""


class Place(Enum):
    """Where a cue stands, nearest first."""

    BEHIND = auto()
    """„…“, sagte X"""
    COLON = auto()
    """X sagte: „…“"""
    BEFORE = auto()
    """X said “…”, with nothing between the cue and the words but a comma"""
    SOURCE = auto()
    """laut X …„…“"""
    INSIDE = auto()
    """somewhere in the sentence"""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is given as the origin of words, and by what.

    `cue` is as written, None where a colon alone introduces the words. `verb` says what the verb can do. `distance`
    is in tokens. `speaker` is None where the subject is not in the sentence.
    """

    place: Place
    cue: str | None
    verb: Verb
    speaker: Mention | None
    distance: int = 0
    is_passive: bool = False
    at: int = -1
    """The cue's token, where it is a verb in the sentence."""
    in_complement: bool = False
    """The words stand in the clause that the cue reports, not beside its subject or its adverbs."""


def find_attribution(clause: Clause, place: int, lexicon: Lexicon) -> Attribution | None:
    """Return who the stretch at the token `place` is given to, by its own sentence."""
    beside = _look_behind(clause, place, lexicon) or _look_before(clause, place, lexicon)
    if beside is not None:
        return beside
    source, inside = _look_for_source(clause, place, lexicon), _look_inside(clause, place, lexicon)
    if source is None or inside is None:
        return source or inside
    return inside if inside.speaker is not None and inside.distance < source.distance else source


def _look_behind(clause: Clause, place: int, lexicon: Lexicon) -> Attribution | None:
    """„…“, sagte X · “…,” X said · « … », a-t-il dit · „…“, so X."""
    tokens = clause.tokens
    at = _skip_signs(tokens, place + 1)
    if at >= len(tokens) or not tokens[at].is_word:
        return None
    tag = match_phrase(tokens, at, lexicon.cue_tags)
    if tag:
        speaker = find_mention_at(clause, at + tag, lexicon)
        if speaker is not None:
            return Attribution(Place.BEHIND, spell_tokens(tokens, at, at + tag), Verb.SAY, speaker)
    cue = next((cue for cue in clause.cues if cue.start >= at), None)
    if cue is None:
        return _look_for_unknown_verb(clause, place, at, lexicon)
    inverted = _look_for_verb_behind(clause, at, lexicon)
    if inverted is not None:
        return inverted
    between = tokens[at : cue.start]
    reports = bool(cue.verb & _REPORTS)
    if not reports or len(between) > 4 or not all(_is_light(token, lexicon) for token in between):
        return _look_for_unknown_verb(clause, place, at, lexicon)
    speaker = read_quoted_source(tokens, cue.start + 1, place, lexicon) or find_subject(
        tokens, clause.mentions, cue.start, lexicon
    )
    return Attribution(Place.BEHIND, tokens[cue.start].text, cue.verb, speaker)


def _look_for_verb_behind(clause: Clause, at: int, lexicon: Lexicon) -> Attribution | None:
    """“…,” X said · “…,” X, who runs the market, said: the subject at the token `at` stands before its verb."""
    tokens = clause.tokens
    mention = next((found for found in clause.mentions if found.start == at), None)
    if mention is None or (lexicon.verb_second and not mention.is_pronoun):
        return None
    cue = next((cue for cue in clause.cues if cue.start >= mention.end), None)
    if cue is None or not cue.verb & _REPORTS:
        return None
    between = tokens[mention.end : cue.start]
    relative = any(token.lower in lexicon.words["relatives"] for token in between)
    plain = sum(token.is_word and token.lower not in lexicon.words["auxiliaries"] for token in between)
    if any(token.stretch >= 0 for token in between) or plain > (12 if relative else 3):
        return None
    return Attribution(Place.BEHIND, tokens[cue.start].text, cue.verb, mention)


def _look_for_unknown_verb(clause: Clause, place: int, at: int, lexicon: Lexicon) -> Attribution | None:
    """„…“, raunzt Meier · — … — mandou Tomás: the order alone shows a verb of saying where the lists have none."""
    tokens = clause.tokens
    set_off = at > place + 1 and tokens[place + 1].text != "."
    set_off = set_off or tokens[place].text.endswith((",", "!", "?", "…"))
    if not lexicon.verb_second and tokens[place].text.endswith((",", "…")):  # “…,” Ruiz quipped
        subject = next((found for found in clause.mentions if found.start == at), None)
        if subject is not None:
            verb = tokens[subject.end] if subject.end < len(tokens) else None
            named = bool(subject.name or subject.is_pronoun)
            return (
                Attribution(Place.BEHIND, verb.text, Verb.SAY, subject)
                if verb and named and _can_be_verb(verb, lexicon)
                else None
            )
    if at < len(tokens) and tokens[at].lower in lexicon.words["reflexives"]:  # s'alarme le pompier
        at += 1
    if not set_off or at + 1 >= len(tokens) or not _can_be_verb(tokens[at], lexicon):
        return None
    speaker = next((found for found in clause.mentions if found.start == at + 1), None)
    if speaker is None or speaker.is_pronoun or speaker.oblique or speaker.is_bare:
        return None
    if not (speaker.is_person or speaker.name):
        return None
    return Attribution(Place.BEHIND, tokens[at].text, Verb.SAY, speaker)


def _can_be_verb(token: Token, lexicon: Lexicon) -> bool:
    words = lexicon.words
    return (
        token.is_word
        and not token.is_capital
        and len(token.text) > 2
        and token.lower not in words["function"]
        and token.lower not in words["prepositions"]
        and token.lower not in words["conjunctions"]
        and token.lower not in words["adverbs"]
        and token.lower not in words["relatives"]
        and token.lower not in lexicon.roles
        and token.lower not in lexicon.so_called_after
    )


def _look_before(clause: Clause, place: int, lexicon: Lexicon) -> Attribution | None:
    """X sagte: „…“ · X said, “…” · X: „…“."""
    tokens = clause.tokens
    at = place - 1
    while at >= 0 and tokens[at].text in ("(", "[", "—", "–"):
        at -= 1
    if at < 0:
        return None
    colon = tokens[at].text == ":"
    before = [cue for cue in clause.cues if cue.start < at + 1 and not _is_walled(tokens, cue.end, place)]
    if colon:
        saying = [cue for cue in before if cue.verb & _REPORTS]
        if saying:
            speaker = find_subject(tokens, clause.mentions, saying[-1].start, lexicon)
            if speaker is None or tokens[speaker.start].lower in lexicon.words["impersonal"]:  # in dem Brief heißt es:
                speaker = next((found.speaker for found in [_look_for_source(clause, place, lexicon)] if found), None)
            return Attribution(Place.COLON, tokens[saying[-1].start].text, saying[-1].verb, speaker)
        source = _look_for_source(clause, place, lexicon)
        speaker = next(
            (found for found in clause.mentions if found.end <= place and _can_introduce(clause, found, lexicon)), None
        )
        return source or Attribution(Place.COLON, None, before[-1].verb if before else _NONE, speaker)
    if tokens[at].text == ",":
        at -= 1
    if before and before[-1].verb & Verb.SAY:
        between = tokens[before[-1].end : at + 1]
        comma = at < place - 1
        near = len(between) <= 4 if comma else all(_is_light(token, lexicon) for token in between)
        if near and not any(token.stretch >= 0 or token.text == "," for token in between):
            speaker = find_subject(tokens, clause.mentions, before[-1].start, lexicon)
            return Attribution(
                Place.BEFORE, tokens[before[-1].start].text, before[-1].verb, speaker, place - before[-1].start
            )
    return None


def _look_for_source(clause: Clause, place: int, lexicon: Lexicon) -> Attribution | None:
    """Laut X habe er „…“ · según X, … · X zufolge."""
    tokens = clause.tokens
    for index in clause.spots:
        length = match_phrase(tokens, index, lexicon.cues_before)
        speaker = None
        if length:
            speaker = read_quoted_source(tokens, index + length, place, lexicon) or find_mention_at(
                clause, index + length, lexicon
            )
        if speaker is not None and (length > 1 or speaker.name or speaker.is_person or speaker.is_group):
            return Attribution(
                Place.SOURCE, spell_tokens(tokens, index, index + length), Verb.SAY, speaker, abs(place - index)
            )
        view = match_phrase(tokens, index, lexicon.cues_view)
        if view and (index == 0 or tokens[index - 1].text in (",", ";", ":", "–", "—")) and index < place:
            speaker = find_mention_at(clause, index + view, lexicon)
            if speaker is not None and (speaker.is_person or speaker.is_group):
                return Attribution(
                    Place.SOURCE, spell_tokens(tokens, index, index + view), Verb.SAY, speaker, place - index
                )
    for index in clause.spots:
        if index == 0:
            continue
        tag = match_phrase(tokens, index, lexicon.cue_tags) if tokens[index - 1].text in (",", "–", "—", "(") else 0
        speaker = find_mention_at(clause, index + tag, lexicon) if tag else None
        if speaker is not None and is_likely(speaker) and ends_clause(tokens, speaker.end):
            return Attribution(
                Place.SOURCE, spell_tokens(tokens, index, index + tag), Verb.SAY, speaker, abs(place - index)
            )
        length = match_phrase(tokens, index, lexicon.cues_behind)
        if length:
            speaker = _find_before(clause, index)
            return Attribution(
                Place.SOURCE, spell_tokens(tokens, index, index + length), Verb.SAY, speaker, abs(place - index)
            )
    return None


def _find_before(clause: Clause, index: int) -> Mention | None:
    """Return the phrase that ends before a token: dem Minister zufolge, in dem Antrag heißt es."""
    return next((found for found in clause.mentions if found.end == index and not found.is_pronoun), None)


def _look_inside(clause: Clause, place: int, lexicon: Lexicon) -> Attribution | None:
    """X sagte, er habe „…“ · das „…“, wie X sagte · X nannte es „…“: the nearest verb, one before sooner."""
    tokens = clause.tokens
    ranked: list[tuple[float, int, Cue]] = []
    for cue in clause.cues:
        if cue.verb == Verb.NAME:
            continue
        cost = place - cue.start if cue.start < place else 3 + 1.2 * (cue.start - place)
        low, high = (cue.end, place) if cue.start < place else (place + 1, cue.start)
        cost += 6 * sum(token.text == ";" for token in tokens[low:high])
        ranked.append((cost, cue.start, cue))
    found: list[Attribution] = []
    for _, _, cue in sorted(ranked)[:_CUES]:
        attribution = _attribute(clause, place, cue, lexicon)
        if attribution.speaker is not None and is_likely(attribution.speaker):
            return attribution  # a verb whose subject cannot speak reports nothing: the one above it does
        found.append(attribution)
    return found[0] if found else None


def _attribute(clause: Clause, place: int, cue: Cue, lexicon: Lexicon) -> Attribution:
    tokens = clause.tokens
    passive = _find_agent(clause, cue.start, lexicon)
    speaker = find_subject(tokens, clause.mentions, cue.start, lexicon) if passive is None else passive[0]
    if cue.verb & Verb.LABEL and place + 1 < len(tokens) and tokens[place + 1].lower in lexicon.words["agents"]:
        speaker = find_mention_at(clause, place + 2, lexicon) or speaker  # qualifiée de « … » par l'opposition
    if speaker is None and passive is None:
        speaker = _read_quoted_subject(tokens, cue.start, place, lexicon)
    return Attribution(
        Place.INSIDE,
        tokens[cue.start].text,
        cue.verb,
        speaker,
        abs(cue.start - place),
        is_passive=passive is not None,
        at=cue.start,
        in_complement=_is_complement(tokens, cue.start, place, lexicon),
    )


def _is_complement(tokens: Sequence[Token], cue: int, place: int, lexicon: Lexicon) -> bool:
    """Say whether a clause begins between the cue and the words: by a comma, by «that», or by a verb of its own."""
    between = tokens[min(cue, place) + 1 : max(cue, place)]
    if place > cue:
        return any(
            token.text in (",", ":")
            or token.lower in lexicon.words["conjunctions"]
            or (not lexicon.verb_second and token.lower in lexicon.words["auxiliaries"])
            for token in between
        )
    return any(token.text in (",", "–", "—") for token in between)


def _read_quoted_subject(tokens: Sequence[Token], cue: int, place: int, lexicon: Lexicon) -> Mention | None:
    """Return a subject that stands in marks itself: die Zeitung „Abendpost“ schrieb."""
    at = cue - 1
    while at >= 0 and _is_light(tokens[at], lexicon) and tokens[at].text != ",":
        at -= 1
    if at < 0 or tokens[at].stretch < 0 or at == place:
        return None
    name = tokens[at].text
    return (
        Mention(at, at + 1, at + 1, name=name, is_group=True) if name[:1].isupper() and len(name.split()) < 6 else None
    )


def _find_agent(clause: Clause, cue: int, lexicon: Lexicon) -> tuple[Mention | None] | None:
    """Return the one by whom something is said, in a passive clause; None if the clause is no passive."""
    tokens = clause.tokens
    window = tokens[max(0, cue - 14) : cue + 2]
    if tokens[cue].lower in lexicon.words["quoting"] or not any(
        token.lower in lexicon.words["passives"] for token in window
    ):
        return None
    for mention in clause.mentions:
        if mention.start and tokens[mention.start - 1].lower in lexicon.words["agents"]:
            return (mention,)
    return (None,)


def _is_light(token: Token, lexicon: Lexicon) -> bool:
    return token.lower in lexicon.fillers or token.lower in lexicon.pronouns or token.text == ","


def _can_introduce(clause: Clause, mention: Mention, lexicon: Lexicon) -> bool:
    if not can_be_subject(clause.tokens, mention, lexicon):
        return False
    return mention.is_pronoun or mention.is_person or bool(mention.name and mention.start == 0)


def _is_walled(tokens: Sequence[Token], start: int, end: int) -> bool:
    return any(token.text == ";" for token in tokens[start:end])


def _skip_signs(tokens: Sequence[Token], at: int) -> int:
    while at < len(tokens) and tokens[at].text in (",", "–", "—", "-", "."):
        at += 1
    return at
