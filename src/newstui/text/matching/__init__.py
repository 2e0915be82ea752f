"""Which articles in different languages are the same story, by what survives translation."""

from __future__ import annotations

from newstui.text.matching.fingerprint import FINGERPRINT_VERSION, Fingerprint, fingerprint
from newstui.text.matching.index import Match, MatchIndex, find_matches

__all__ = [
    "FINGERPRINT_VERSION",
    "Fingerprint",
    "Match",
    "MatchIndex",
    "find_matches",
    "fingerprint",
]
