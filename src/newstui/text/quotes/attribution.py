"""Attributions: who words are given to, by what, and where that stands."""

from __future__ import annotations

from enum import Enum, auto

from newstui.record import record
from newstui.text.quotes.phrases import Mention


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


@record
class Attribution:
    """Who is given as the origin of words, and by what.

    `cue` is as written, None where a colon alone introduces the words. `verb` says what the verb can do. `distance`
    is in tokens. `speaker` is None where the subject is not in the sentence.
    """

    place: Place
    cue: str | None
    verb: int
    speaker: Mention | None
    distance: int = 0
    is_passive: bool = False
    at: int = -1
    """The cue's token, where it is a verb in the sentence."""
    in_complement: bool = False
    """The words stand in the clause that the cue reports, not beside its subject or its adverbs."""
