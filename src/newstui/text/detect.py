"""Which language a text is in: by its script, by its function words, and only then by a model."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any, Final

from newstui.text.function_words import FUNCTION_WORDS
from newstui.text.languages import SIX, primary

_ENOUGH: Final = 4000  # characters: what a page says after them changes no verdict
_WORD: Final = re.compile(r"[^\W\d_]+")
_FAIR_VOTE: Final = 1.2  # function words, each divided by the number of languages that have it
_FAIR_LEAD: Final = 0.6  # standard deviations, if every vote were a toss between the first two languages
_TELLING: Final = {"ß": "de", "¿": "es", "¡": "es", "ñ": "es", "ã": "pt", "õ": "pt", "œ": "fr"}
"""Letters and marks that count as a word of a language."""
_PLAIN_LENGTH: Final = 200  # characters
_PLAIN_CONFIDENCE: Final = 0.7
_SHORT_LENGTH: Final = 100  # characters: a headline alone may be the title of a book in another language
_FEW_LETTERS: Final = 12
_SURE: Final = 0.99
_SCRIPTS: Final = {
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "HEBREW": "he",
    "GREEK": "el",
    "THAI": "th",
    "LAO": "lo",
    "KHMER": "km",
    "MYANMAR": "my",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "ETHIOPIC": "am",
    "BENGALI": "bn",
    "TAMIL": "ta",
    "TELUGU": "te",
    "KANNADA": "kn",
    "MALAYALAM": "ml",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "SINHALA": "si",
    "TIBETAN": "bo",
    "DEVANAGARI": "hi",
    "ARABIC": "ar",
    "CYRILLIC": "ru",
    "CJK": "zh",
}
"""The first word of a letter's Unicode name to the language that most news in this script is in."""

_LETTERS: Final = (
    ("ru", "uk", "іїєґ"),
    ("ru", "be", "ўі"),
    ("ru", "sr", "ђћџјљњ"),
    ("ru", "mk", "ѓќѕ"),
    ("ar", "fa", "پچژگ"),
    ("ar", "ur", "ٹڈڑےں"),
    ("ar", "ckb", "ڕڵۆێ"),
)
"""A script's language, the one that it is instead, and the letters that only that one has; later lines win."""


def detect_language(text: str, candidates: Sequence[str] = SIX) -> tuple[str, float] | None:
    """Return the tag of a text's language and the confidence (0 to 1), or None where the text holds no words.

    A language outside the candidates is returned only where the text leaves no doubt: its script or its function
    words. The model of py3langid (Naive Bayes over byte n-grams: Lui and Baldwin 2012) is loaded when neither
    decides; that takes about a second and 130 MB, so never in the interface's process.
    """
    text = text[:_ENOUGH]
    script = _find_by_script(text)
    if script:
        return script
    return find_by_function_words(text) or _classify(text, candidates)


def find_contradiction(text: str, declared: str) -> str | None:
    """Return the language that a text is plainly in although another is declared, or None; the model is not asked.

    Short texts contradict nothing, nor does a declared language whose function words are not known here.
    """
    text = text[:_ENOUGH]
    found = _find_by_script(text) or find_by_function_words(text)
    if found is None or len(text) < _PLAIN_LENGTH or found[1] < _PLAIN_CONFIDENCE or found[0] == primary(declared):
        return None
    return found[0] if primary(declared) in languages_with_words() else None


def confirm_contradiction(text: str, declared: str) -> str | None:
    """Return the language of a text that is doubted, where its words and the model agree that it is not the declared one.

    For texts of a few lines and for declared languages whose function words are not known here; the model is loaded.
    """
    text = text[:_ENOUGH]
    own = primary(declared)
    script = _find_by_script(text)
    if script is not None:
        # A script tells its most common language alone: nothing against another that may be written in it.
        enough = sum(letter.isalpha() for letter in text) >= _FEW_LETTERS
        return script[0] if enough and own in languages_with_words() else None
    found = find_by_function_words(text)
    if found is None or found[0] == own or len(text) < _SHORT_LENGTH or not _load_model().knows(own):
        return None
    told = _classify(text, (*SIX, own, found[0]))
    return found[0] if told is not None and told[0] == found[0] and told[1] >= _SURE else None


def find_by_function_words(text: str) -> tuple[str, float] | None:
    """Return the language that a text's function words speak for, and how clearly (0 to 1); None if they do not."""
    votes = _count_votes(text)
    if not votes:
        return None
    best, most = max(votes.items(), key=lambda vote: vote[1])
    second = max((count for language, count in votes.items() if language != best), default=0.0)
    if most < _FAIR_VOTE or most - second < _FAIR_LEAD * (most + second) ** 0.5:
        return None
    return best, round(1 - second / most / 2, 3)


def _count_votes(text: str) -> dict[str, float]:
    table = languages_by_word()
    votes: defaultdict[str, float] = defaultdict(float)
    for word in _WORD.findall(text.lower()):
        languages = table.get(word, ())
        for language in languages:
            votes[language] += 1 / len(languages)
    for letter in text.lower():
        if letter in _TELLING:
            votes[_TELLING[letter]] += 1
    return votes


@functools.cache
def languages_by_word() -> dict[str, tuple[str, ...]]:
    """The languages that have each function word."""
    found: dict[str, tuple[str, ...]] = {}
    for section in FUNCTION_WORDS.strip().split("\n\n"):
        language, _, words = section.partition(":")
        for word in set(words.split()):
            found[word] = (*found.get(word, ()), language)
    return found


@functools.cache
def languages_with_words() -> frozenset[str]:
    """The languages whose function words are known here."""
    return frozenset(language for languages in languages_by_word().values() for language in languages)


def _find_by_script(text: str) -> tuple[str, float] | None:
    """Return the language that a text's letters leave, where less than half of them are Latin."""
    scripts = Counter(_script_of(letter) for letter in text if letter.isalpha())
    total = sum(scripts.values())
    foreign = {script: count for script, count in scripts.items() if script in _SCRIPTS}
    if not foreign or sum(foreign.values()) * 2 < total:
        return None
    # Japanese is written with Chinese characters between its own; a tenth of kana is enough to tell.
    kana = scripts["HIRAGANA"] + scripts["KATAKANA"]
    script = "HIRAGANA" if kana * 10 > total else max(foreign, key=lambda name: foreign[name])
    language = _SCRIPTS[script]
    letters = Counter(text.lower())
    for common, other, own in _LETTERS:
        if language == common and sum(letters[letter] for letter in own) * 100 > total:
            language = other
    return language, 0.99


@functools.lru_cache(maxsize=4096)
def _script_of(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ", 1)[0]


def _classify(text: str, candidates: Sequence[str]) -> tuple[str, float] | None:
    if not any(letter.isalpha() for letter in text):
        return None
    tag, confidence = _load_model().classify(text, sorted({primary(tag) for tag in candidates}))
    return str(tag), round(float(confidence), 3)


class _Model:
    """py3langid's model, restricted to some languages; to restrict it takes as long as to classify a whole page."""

    def __init__(self, identifier: Any) -> None:
        self._identifier = identifier
        self._known = frozenset(identifier.labels)
        self._restriction: Sequence[str] = ()

    def knows(self, language: str) -> bool:
        """Whether texts in this language were learnt."""
        return language in self._known

    def classify(self, text: str, languages: Sequence[str]) -> tuple[str, float]:
        """Return the likeliest of these languages, or of all where none of these is known."""
        if languages != self._restriction:
            self._identifier.set_languages([tag for tag in languages if tag in self._known] or None)
            self._restriction = languages
        tag, confidence = self._identifier.classify(text)
        return tag, confidence


@functools.cache
def _load_model() -> _Model:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  a second and 130 MB

    return _Model(LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True))
