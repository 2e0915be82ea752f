"""Placeholders in the words of the user's commands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def fill_words(words: Sequence[str], values: Mapping[str, str]) -> list[str]:
    """Return a command's words with the names of `values` replaced; the program itself is never replaced."""
    return [*words[:1], *(_fill(word, values) for word in words[1:])]


def _fill(word: str, values: Mapping[str, str]) -> str:
    """Replace each name once, from the left: what stands in a value is nobody's name."""
    found = min((name for name in values if name in word), key=word.index, default=None)
    if found is None:
        return word
    before, _, behind = word.partition(found)
    return before + values[found] + _fill(behind, values)
