"""Patterns: the regular expressions that are made of a language's word lists."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping


def compile_token(joining: Iterable[str], clitics: Iterable[str]) -> re.Pattern[str]:
    """A word, one that leans on the next with its apostrophe, a stretch of set-apart words (private use U+E000), a sign.

    Words stand first, since most tokens are words; what leans is looked back for at an apostrophe alone.
    """
    leaning = _group_by_length(joining)
    apart = "".join(rf"(?<!\b(?i:{words})['’])" for words in leaning)
    lean = "|".join(rf"(?<=\b(?i:{words})['’])" for words in leaning)
    hanging = "|".join(sorted((re.escape(clitic.lstrip("-")) for clitic in clitics), key=len, reverse=True))
    inside = "|".join(
        [
            r"[.&](?<=\b[^\W\d_][.&])(?=[^\W_])",  # U.S, R&B
            r"[.&](?=[a-z0-9])",  # example.org
            rf"['’]{apart}(?=[^\W_])",
            rf"-(?!(?:{hanging or '(?!)'})\b)(?=[^\W_])",
        ]
    )
    return re.compile(
        "|".join(
            [
                rf"[^\W_]+(?:(?:{inside})[^\W_]+)*" + (rf"(?:['’](?:{lean}))?" if leaning else ""),
                "\ue000+",
                *([rf"-(?:{hanging})\b"] if hanging else []),
                r"[^\w\s]",
            ]
        )
    )


def _group_by_length(words: Iterable[str]) -> list[str]:
    """Return alternatives for a look back, which must be of one length each."""
    by_length: dict[int, list[str]] = {}
    for word in sorted(words):
        by_length.setdefault(len(word), []).append(re.escape(word))
    return ["|".join(listed) for listed in by_length.values()]


def compile_full_name(linkers: Collection[str]) -> re.Pattern[str]:
    """Two capitalised words or more, initials among them, with van, de, von der between.

    The class of capitals stands first, and what may be before it is said behind it: so a search skips to capitals.
    """
    between = "|".join(sorted((re.escape(linker) for linker in linkers), key=len, reverse=True)).replace("_", "[ ]")
    letter = "[A-ZÀ-ÖØ-ÞĀ-Ž]"
    rest = r"(?>[^\W_]+(?:['’-][^\W_]+)*|\.|['’][^\W_]+|(?!\w))"
    first = "".join(sorted({linker[0] for linker in linkers}))  # looked at before the whole list is
    linked = rf"(?:(?=[{re.escape(first)}])(?:{between})[ \u00a0])*" if first else ""
    following = rf"[ \u00a0]{linked}{letter}{rest}"
    return re.compile(rf"{letter}(?<!\w{letter}){rest}(?:{following})+")


def compile_sentence_end(words: Mapping[str, frozenset[str]], *, ordinals: bool) -> re.Pattern[str]:
    """A stop that is none of an abbreviation, an initial or an ordinal, and behind it what can begin a sentence.

    The class of stops stands first here too: so a search skips to them.
    """
    guards = "".join(rf"(?<!\b(?i:{listed})\.)" for listed in _group_by_length(words["abbreviations"]))
    initial = r"(?<!\b[^\W\d_]\.)"
    number = ""
    if ordinals:  # am 3. Oktober; but: des Modells 3. Ein Sprecher
        plain = "|".join(sorted(word.capitalize() for word in words["determiners"] | words["prepositions"]))
        roman = "".join(rf"(?<!\b[IVX]{{{length}}}\.)" for length in range(2, 6))  # Benedikt XVI.
        number = rf"(?:(?<!\b\d\.)(?<!\b\d\d\.){roman}|(?=\s+(?:{plain})\b))"
    stop = rf"[.!?…](?:(?<=\.)\.*{guards}{initial}{number}|(?<=[!?…])[!?…]*)"
    return re.compile(rf"{stop}[)\]]*\s+(?=[^\W_a-zà-öø-ÿ]|[¿¡(\[—–\ue000])")
