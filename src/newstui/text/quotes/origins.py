"""Origins: the words outside the marks that say who speaks, and the phrase that is their subject.

A cue is a verb («…», a déclaré X), a preposition (laut X) or a tag (so X; aldus X). It is looked for first beside the
words, then before them with a colon, then anywhere in their sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from newstui.text.quotes.attribution import Attribution, Place
from newstui.text.quotes.behind import look_behind
from newstui.text.quotes.cues import (
    REPORTS,
    Clause,
    Cue,
    ends_clause,
    find_mention_at,
    is_light,
    match_phrase,
    read_quoted_source,
    spell_tokens,
)
from newstui.text.quotes.lexicon import Lexicon
from newstui.text.quotes.phrases import Mention
from newstui.text.quotes.sentences import Token
from newstui.text.quotes.subjects import can_be_subject, find_subject, is_likely
from newstui.text.quotes.traits import ADVERB, AGENT, AUXILIARY, CONJUNCTION, IMPERSONAL, PASSIVE, QUOTING
from newstui.text.quotes.verbs import Verb

_NONE = 0
_CUES = 3
"""So many verbs of a sentence are tried, nearest first."""


def find_attribution(clause: Clause, place: int, lexicon: Lexicon) -> Attribution | None:
    """Return who the stretch at the token `place` is given to, by its own sentence."""
    beside = look_behind(clause, place, lexicon) or _look_before(clause, place, lexicon)
    if beside is not None:
        return beside
    source, inside = _look_for_source(clause, place, lexicon), _look_inside(clause, place, lexicon)
    if source is None or inside is None:
        return source or inside
    return inside if inside.speaker is not None and inside.distance < source.distance else source


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
        saying = [cue for cue in before if cue.verb & REPORTS]
        if saying and not any(token.stretch >= 0 for token in tokens[saying[-1].end : at]):
            speaker = find_subject(tokens, clause.mentions, saying[-1].start, lexicon)
            if speaker is None or tokens[speaker.start].traits & IMPERSONAL:  # in dem Brief heißt es:
                speaker = next((found.speaker for found in [_look_for_source(clause, place, lexicon)] if found), None)
            return Attribution(Place.COLON, tokens[saying[-1].start].text, saying[-1].verb, speaker)
        source = _look_for_source(clause, place, lexicon)
        fitting = [found for found in clause.mentions if found.end <= at and _can_introduce(clause, found, lexicon)]
        listed = [found for found in fitting if found.end == at and any(token.stretch >= 0 for token in tokens[:at])]
        speaker = next(iter(listed or fitting), None)  # X („…“), Y („…“) und Z: „…“
        return source or Attribution(Place.COLON, None, before[-1].verb if before else _NONE, speaker)
    if tokens[at].text == ",":
        at -= 1
    if before and before[-1].verb & Verb.SAY:
        between = tokens[before[-1].end : at + 1]
        comma = at < place - 1
        near = len(between) <= 4 if comma else all(is_light(token) for token in between)
        if near and not any(token.stretch >= 0 or token.text == "," for token in between):
            speaker = find_subject(tokens, clause.mentions, before[-1].start, lexicon)
            if speaker is None or is_likely(speaker) or len(before) == 1:  # warned that his country would respond “…”
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
            speaker = read_quoted_source(tokens, index + length, place) or find_mention_at(
                clause, index + length, lexicon
            )
        if speaker is not None and (length > 1 or speaker.name or speaker.is_person or speaker.is_group):
            return Attribution(
                Place.SOURCE, spell_tokens(tokens, index, index + length), Verb.SAY, speaker, abs(place - index)
            )
        view = match_phrase(tokens, index, lexicon.cues_view)
        if view and index < place and _can_give_view(clause, index):
            speaker = find_mention_at(clause, index + view, lexicon)
            if speaker is not None and (speaker.is_person or speaker.is_group or _opens(tokens, index, speaker)):
                return Attribution(
                    Place.SOURCE, spell_tokens(tokens, index, index + view), Verb.SAY, speaker, place - index
                )
    for index in clause.spots:
        if index == 0:
            continue
        tag = match_phrase(tokens, index, lexicon.cue_tags) if tokens[index - 1].text in (",", "–", "—", "(") else 0
        speaker = find_mention_at(clause, index + tag, lexicon) if tag else None
        named = speaker is not None and (is_likely(speaker) or speaker.is_bare)
        if speaker is not None and named and ends_clause(tokens, _skip_adverbs(tokens, speaker.end)):
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


def _opens(tokens: Sequence[Token], index: int, mention: Mention) -> bool:
    """Say whether a name and its preposition stand before the sentence: Pour Zelensky, c'est « … »."""
    return index == 0 and bool(mention.name) and mention.end < len(tokens) and tokens[mention.end].text == ","


def _skip_adverbs(tokens: Sequence[Token], at: int) -> int:
    """Return the token behind adverbs: so X weiter."""
    while at < len(tokens) and tokens[at].traits & ADVERB:
        at += 1
    return at


def _can_give_view(clause: Clause, index: int) -> bool:
    """Say whether a preposition gives a view: at the clause's beginning, or behind what links it (war für X „…“).

    Not where somebody is reported to say so: X erklärte, für den Kanzler sei „…“ entscheidend.
    """
    tokens = clause.tokens
    if any(cue.start < index and cue.verb & Verb.SAY for cue in clause.cues):
        return False
    if index == 0 or tokens[index - 1].text in (",", ";", ":", "–", "—"):
        return True
    return bool(tokens[index - 1].traits & AUXILIARY)


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
    if cue.verb & Verb.LABEL and place + 1 < len(tokens) and tokens[place + 1].traits & AGENT:
        speaker = find_mention_at(clause, place + 2, lexicon) or speaker  # qualifiée de « … » par l'opposition
    if speaker is None and passive is None:
        speaker = _read_quoted_subject(tokens, cue.start, place)
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
            or token.traits & CONJUNCTION
            or (not lexicon.verb_second and token.traits & AUXILIARY)
            for token in between
        )
    return any(token.text in (",", "–", "—") for token in between)


def _read_quoted_subject(tokens: Sequence[Token], cue: int, place: int) -> Mention | None:
    """Return a subject that stands in marks itself: die Zeitung „Abendpost“ schrieb."""
    at = cue - 1
    while at >= 0 and is_light(tokens[at]) and tokens[at].text != ",":
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
    if tokens[cue].lower.endswith(tuple(lexicon.words["active_endings"])):
        return None
    start = max(0, cue - 14)
    start = next((at + 1 for at in range(cue - 1, start, -1) if tokens[at].text == ","), start)
    window = tokens[start : cue + 2]
    if tokens[cue].traits & QUOTING or not any(token.traits & PASSIVE for token in window):
        return None
    for mention in clause.mentions:
        if mention.start and tokens[mention.start - 1].traits & AGENT:
            return (mention,)
    return (None,)


def _can_introduce(clause: Clause, mention: Mention, lexicon: Lexicon) -> bool:
    if not can_be_subject(clause.tokens, mention, lexicon):
        return False
    return mention.is_pronoun or mention.is_person or bool(mention.name and mention.start == 0)


def _is_walled(tokens: Sequence[Token], start: int, end: int) -> bool:
    return any(token.text == ";" for token in tokens[start:end])
