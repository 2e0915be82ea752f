"""Patterns: the regular expressions that are made of a language's word lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping


def compile_token(joining: Iterable[str], clitics: Iterable[str]) -> re.Pattern[str]:
    """A stretch of set-apart words (private use U+E000), a word that leans on the next, a word, or a sign."""
    leaning = "|".join(sorted(map(re.escape, joining), key=len, reverse=True))
    hanging = "|".join(sorted((re.escape(clitic.lstrip("-")) for clitic in clitics), key=len, reverse=True))
    inside = "|".join(
        [
            r"(?<=\b[^\W\d_])[.&](?=[^\W_])",  # U.S, R&B
            r"[.&](?=[a-z0-9])",  # example.org
            r"['’](?=[^\W_])",
            rf"-(?!(?:{hanging or '(?!)'})\b)(?=[^\W_])",
        ]
    )
    return re.compile(
        "|".join(
            [
                "\ue000+",
                *([rf"\b(?i:{leaning})['’]"] if leaning else []),
                *([rf"-(?:{hanging})\b"] if hanging else []),
                rf"[^\W_]+(?:(?:{inside})[^\W_]+)*",
                r"[^\w\s]",
            ]
        )
    )


def compile_full_name(linkers: Iterable[str]) -> re.Pattern[str]:
    """Two capitalised words or more, initials among them, with van, de, von der between."""
    between = "|".join(sorted((re.escape(linker) for linker in linkers), key=len, reverse=True)).replace("_", "[ ]")
    capital = r"[A-ZÀ-ÖØ-ÞĀ-Ž](?:[^\W_]+(?:['’-][^\W_]+)*|\.|['’][^\W_]+|(?!\w))"
    return re.compile(rf"\b{capital}(?:[ \u00a0](?:(?:{between or '(?!)'})[ \u00a0])*{capital})+")


def compile_sentence_end(words: Mapping[str, frozenset[str]], *, ordinals: bool) -> re.Pattern[str]:
    """A stop that is none of an abbreviation, an initial or an ordinal, and behind it what can begin a sentence."""
    by_length: dict[int, list[str]] = {}
    for word in sorted(words["abbreviations"]):
        by_length.setdefault(len(word), []).append(re.escape(word))
    guards = "".join(rf"(?<!\b(?i:{'|'.join(listed)})\.)" for listed in by_length.values())
    initial = r"(?<!\b[^\W\d_]\.)"
    number = ""
    if ordinals:  # am 3. Oktober; but: des Modells 3. Ein Sprecher
        plain = "|".join(sorted(word.capitalize() for word in words["determiners"] | words["prepositions"]))
        number = rf"(?:(?<!\b\d\.)(?<!\b\d\d\.)|(?=\s+(?:{plain})\b))"
    return re.compile(rf"(?:[!?…]+|\.+{guards}{initial}{number})[)\]]*\s+(?=[^\W_a-zà-öø-ÿ]|[¿¡(\[—–\ue000])")
