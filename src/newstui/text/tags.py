"""Tags: the reader's own words for stories."""

from __future__ import annotations

from typing import Final

from newstui.errors import N_, UsageError
from newstui.text.clean import clean_line
from newstui.text.letters import fold_word

_LONGEST: Final = 60


def clean_tag(text: str) -> str:
    """Return a tag as it is kept: on one line, without a # before it; raises UsageError for what cannot be one."""
    from newstui.text.folding import has_words  # noqa: PLC0415  what it needs is not needed at start

    tag = clean_line(text).lstrip("#").replace('"', "").strip()
    if not has_words(tag):
        raise UsageError(N_("“{tag}” is no tag; write a word"), tag=text)
    if len(tag) > _LONGEST:
        raise UsageError(
            N_("“{tag}” is too long for a tag; {longest} characters are the most"), tag=tag, longest=_LONGEST
        )
    return tag


def fold_tag(tag: str) -> str:
    """Return what is equal for two spellings of one tag: case and accents do not count."""
    return fold_word(tag)
