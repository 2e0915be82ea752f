"""Romanised names: one spelling for what German, English, French, Spanish, Dutch and Portuguese each spell by ear.

The sounds that differ are the hissing ones (шчщж: sch, tsch, sh, ch, zh, sj, zj, tch, j), х (ch, kh, j), в (w, v, ff),
у (u, ou, oe), с and з (s, ss, z), ц (z, ts, tz), й and the vowels it softens (j, y, i, ï). Where the same letters stand
for several sounds (ch), these sounds become one letter: a key may be coarse, since given names are compared as well.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final

_LETTERS: Final = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
_UMLAUTS: Final = re.compile(r"(?<![gq])([aou])e")

_ENDINGS: Final = re.compile(
    r"""(?:
      [szc]k(?:y|yj|yy|yi|i|ii|iy|ij|oy|oi|oj)     # -ski
    | [szc]ka(?:ja|ya|ia)?                         # -skaja
    | (?:[oe])(?:w|v|(?<!ho)ff?)(?:a|na)?          # -ow, -ew, -owa, -off; but Kirchhoff is not Kirchhof
    | (?:i|y)(?:tsch|tch|ch|tsj)(?:na)?            # -itsch
    | [iy]ne?                                      # -in, -yn
    | enko
    | (?:sch|tsch|ch|tch|sh|tsj|sj)ko              # Klitschko
    | (?:[jyin]|sch|ch|sh|sj)(?:u|ou|oe)k          # -tschuk, -juk
    | [^aeioun]n(?:y|yj|yy|yi|i|iy|ij)             # Nawalny
    | [^aeioun]na(?:ja|ya|ia)                      # Nawalnaja
    | [^aeiou](?:o|oe)[ijy]                        # Tolstoi
    | [jyi]an                                      # -jan, of Armenia
    | [wv]ili | d[sz]e                             # -schwili, -dse, of Georgia
    | ahou | ahu                                   # of Hebrew
    | ne(?:dsch|dj|zj|zh|j|y)ad | e[iy]?nei | e[iy]n[iy]  # -nejad, Chamenei, Chomeini, of Persian
    | [^aeious][sz]ai                              # -zai, of Pashto
    )$""",
    re.VERBOSE,
)
ARTICLES: Final = frozenset(("al", "el"))
"""The Arabic article, as it stands before a surname or is written together with it by a hyphen."""
_ARTICLE: Final = re.compile(r"^(?:al|el|as|ash|at|ad|ar|an)-(?=.)")
_UVULAR: Final = re.compile(r"^(?:kh|gh|[gkq])(?=[aou](?:dd|d?dh)[aeiou][^aeiou][iy]$)")
"""The first consonant of Arabic (q) that each ear hears as another one, known by the th of «this» that follows."""
_FRENCH: Final = re.compile(r"ou|tch|[iy]ne$")
"""Letters by which French is known: there a j is a hissing sound."""
_IBERIAN: Final = re.compile(r"^j[^w]*(?:va?|nei)$|ney(?=ad$)")
"""A j in front that no German or Dutch spelling goes with, a y that no English one does: a hissing sound in both."""
_GERMANIC: Final = re.compile(r"w|sch|[sz]j|oe(?!v)|[iy]j")
"""Letters by which German and Dutch are known: there a j is the й of the original."""
_HISSING: Final = re.compile(r"(?:d[sz](?:ch|h|j)|s?c?h?tsch|shch|chtch|sjtsj|tch|tsj|sch|sh|ch|kh|zh|sj|zj|ks|x)+")

_Change = tuple[re.Pattern[str], str]
_AFTER: Final[tuple[_Change, ...]] = tuple(
    (re.compile(pattern), spelling)
    for pattern, spelling in (
        (r"^x(?=[rl])", "k"),  # Chruschtschow, Kruschev
        (r"ou|oe(?!v)", "u"),
        (r"gu(?=[ei])", "g"),  # Sergueï
        (r"qu(?=[ei])|ck?(?![eiy])|q", "k"),
        (r"(?<=[oe])f+$|w", "v"),
        (r"ph", "f"),
        (r"t?z|ts|c", "s"),
        (r"[jy]", "i"),
        (r"io", "e"),  # Fjodor, Fedor
        (r"(?<=x)o", "e"),  # Gorbatschow, Gorbachev
        (r"(.)\1+", r"\1"),
        (r"i(?=[aeou])|(?<=[aeou])i", ""),
        (r"(?<=n)e$|(?<=dr)e$", ""),  # Poutine, Alexandre
        (r"(?<=d)er$", "r"),
    )
)


def fold_letters(word: str) -> str:
    """Return a word in small letters without diacritics, apostrophes and full stops."""
    plain = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
    plain = "".join(letter for letter in plain if letter.isalnum() or letter == "-").strip("-")
    return plain.casefold().translate(_LETTERS)


def fold_umlauts(word: str) -> str:
    """Return a word in small letters with ae, oe and ue as what ä, ö and ü are without their dots."""
    return _settle(word, lambda text: _UMLAUTS.sub(r"\1", text))


def is_romanised(surname: str) -> bool:
    """Whether a surname in small letters has an ending or an article that only names from other scripts have."""
    return bool(_ENDINGS.search(surname) or _ARTICLE.match(surname) or _UVULAR.match(surname))


def strip_article(surname: str) -> str:
    """Return a surname in small letters without an Arabic article."""
    return _ARTICLE.sub("", surname)


def fold_sounds(word: str) -> str:
    """Return a word of a romanised name, in small letters, as it sounds."""
    return _settle(word, _fold_once)


def skeleton(word: str) -> str:
    """Return what two romanisations of one given name have in common: the consonants, and an a at the end."""
    folded = fold_sounds(word)
    return folded[:1].translate(str.maketrans("iou", "eee")) * (folded[:1] in "aeiou") + re.sub(
        r"[eiou]|a(?!$)", "", folded
    )


def _fold_once(word: str) -> str:
    word = _tell_j(re.sub(r"dh", "d", _UVULAR.sub("k", word)))
    word = _HISSING.sub("x", word).replace("j", "x")
    for pattern, spelling in _AFTER:
        word = pattern.sub(spelling, word)
    return _UMLAUTS.sub(r"\1", re.sub("x+", "x", word))


def _tell_j(word: str) -> str:
    """Return a word with an i for each j that is й; any other j is a hissing sound, or part of one."""
    word = re.sub(r"(?<=[aeiouy])j$|(?<=a)j(?=a$)|(?<![szh])j(?=ev)", "i", word)
    if _FRENCH.search(word) or _IBERIAN.search(word):
        return re.sub(r"(?<=ne)y(?=ad$)", "j", word)
    word = re.sub(r"^j(?=[aeu]|oe)|(?<=[^aeiousz])j", "i", word)
    return re.sub(r"(?<=[aeiou])j", "i", word) if _GERMANIC.search(word) else word


def _settle(text: str, fold: Callable[[str], str]) -> str:
    """Fold until nothing changes any more: every fold shortens, or puts a letter in the place of a rarer one."""
    while (folded := fold(text)) != text:
        text = folded
    return text
