"""Which language a text is in: by its script, by its function words, and only then by a model."""

from __future__ import annotations

from collections.abc import Sequence

from newstui.text.languages import SIX, primary


def detect_language(text: str, candidates: Sequence[str] = SIX) -> tuple[str, float] | None:
    """Return the tag of a text's language and the confidence (0 to 1), or None where the text holds no words.

    The model of py3langid is loaded when the script and the function words do not decide (1 s, 94 MB).
    """
    import py3langid  # noqa: PLC0415

    if not any(letter.isalpha() for letter in text):
        return None
    identifier = py3langid.langid.LanguageIdentifier.from_model_file(py3langid.langid.MODEL_FILE, norm_probs=True)
    identifier.set_languages(sorted({primary(tag) for tag in candidates}))
    tag, confidence = identifier.classify(text)
    return tag, confidence
