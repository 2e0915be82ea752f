"""Patterns: the regular expressions that are made of a language's word lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping


def compile_token(joining: Iterable[str], clitics: Iterable[str]) -> re.Pattern[str]:
    """A word that leans on the next, a word, a stretch of set-apart words (private use U+E000), or a sign."""
    leaning = "|".join(sorted(map(re.escape, joining), key=len, reverse=True))
    hanging = "|".join(sorted((re.escape(clitic.lstrip("-")) for clitic in clitics), key=len, reverse=True))
    inside = "|".join(
        [
            r"[.&](?<=\b[^\W\d_][.&])(?=[^\W_])",  # U.S, R&B
            r"[.&](?=[a-z0-9])",  # example.org
            r"['’](?=[^\W_])",
            rf"-(?!(?:{hanging or '(?!)'})\b)(?=[^\W_])",
        ]
    )
    return re.compile(
        "|".join(
            [
                *([rf"\b(?i:{leaning})['’]"] if leaning else []),
                rf"[^\W_]+(?:(?:{inside})[^\W_]+)*",
                "\ue000+",
                *([rf"-(?:{hanging})\b"] if hanging else []),
                r"[^\w\s]",
            ]
        )
    )


def compile_full_name(linkers: Iterable[str]) -> re.Pattern[str]:
    """Two capitalised words or more, initials among them, with van, de, von der between.

    The class of capitals stands first, and what may be before it is said behind it: so a search skips to capitals.
    """
    between = "|".join(sorted((re.escape(linker) for linker in linkers), key=len, reverse=True)).replace("_", "[ ]")
    letter = "[A-ZÀ-ÖØ-ÞĀ-Ž]"
    rest = r"(?>[^\W_]+(?:['’-][^\W_]+)*|\.|['’][^\W_]+|(?!\w))"
    following = rf"[ \u00a0](?:(?:{between or '(?!)'})[ \u00a0])*{letter}{rest}"
    return re.compile(rf"{letter}(?<!\w{letter}){rest}(?:{following})+")


def compile_sentence_end(words: Mapping[str, frozenset[str]], *, ordinals: bool) -> re.Pattern[str]:
    """A stop that is none of an abbreviation, an initial or an ordinal, and behind it what can begin a sentence.

    The class of stops stands first here too: so a search skips to them.
    """
    by_length: dict[int, list[str]] = {}
    for word in sorted(words["abbreviations"]):
        by_length.setdefault(len(word), []).append(re.escape(word))
    guards = "".join(rf"(?<!\b(?i:{'|'.join(listed)})\.)" for listed in by_length.values())
    initial = r"(?<!\b[^\W\d_]\.)"
    number = ""
    if ordinals:  # am 3. Oktober; but: des Modells 3. Ein Sprecher
        plain = "|".join(sorted(word.capitalize() for word in words["determiners"] | words["prepositions"]))
        number = rf"(?:(?<!\b\d\.)(?<!\b\d\d\.)|(?=\s+(?:{plain})\b))"
    stop = rf"[.!?…](?:(?<=\.)\.*{guards}{initial}{number}|(?<=[!?…])[!?…]*)"
    return re.compile(rf"{stop}[)\]]*\s+(?=[^\W_a-zà-öø-ÿ]|[¿¡(\[—–\ue000])")
