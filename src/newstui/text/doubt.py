"""Whether a text may be in another language than its source declares: a look of some 40 µs at its beginning."""

from __future__ import annotations

import re
from typing import Final

from newstui.text.detect import languages_by_word
from newstui.text.languages import primary

BEGINNING: Final = 300
"""Characters that are looked at."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_CLEAR: Final = 2.0
"""Votes that another language must have, one for each function word that no third language has."""
_LEAD: Final = 2.5
"""How many times the votes of the declared one."""
_FOREIGN: Final = re.compile(r"[\u0370-\u1fff\u2c00-\ua4ff\ua500-\ud7ff]")
"""Letters of other scripts than the Latin one."""
_MOSTLY: Final = 0.4
_OTHER_SCRIPTS: Final = """am ar as be bg bn ckb dv el fa gu he hi hy ja ka kk km kn ko ky lo mk ml mn mr my ne or pa ps ru
sa sd si sr ta te tg th ti tt ug uk ur yi zh"""
_NOT_LATIN: Final = frozenset(_OTHER_SCRIPTS.split())
"""Languages that are written in other scripts than the Latin one."""
_EITHER_SCRIPT: Final = frozenset({"sr", "kk", "mn", "tt", "ug", "sd", "yi"})
"""Those of them that are written in the Latin one too."""


def is_doubtful(text: str, declared: str) -> bool:
    """Whether the first words of a text speak rather for another language than for the declared one."""
    beginning = text[:BEGINNING]
    language = primary(declared)
    if not beginning.isascii() and len(_FOREIGN.findall(beginning)) > _MOSTLY * len(beginning):
        return language not in _NOT_LATIN
    if language in _NOT_LATIN - _EITHER_SCRIPT:
        return True
    table = languages_by_word()
    votes: dict[str, float] = {}
    for word in _WORD.findall(beginning.lower()):
        if (languages := table.get(word)) is not None:
            vote = 1 / len(languages)
            for each in languages:
                votes[each] = votes.get(each, 0.0) + vote
    own = votes.pop(language, 0.0)
    best = max(votes.values(), default=0.0)
    return best >= _CLEAR and best >= _LEAD * own
