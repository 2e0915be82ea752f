"""Foreign text is hostile: what could act on a terminal is taken out, once, where bytes become model objects.

Taken out are terminal control sequences whole (ECMA-48: CSI, OSC, DCS, SOS, PM, APC), the other C0 and C1 controls
but for line feeds and tabs, DEL, the bidirectional embeddings, overrides and isolates (U+202A to 202E, U+2066 to
2069: Unicode TR 36, "Trojan Source"), the invisible zero-width spaces (U+200B, U+2060, U+FEFF) and lone surrogates.
A sequence without an end loses its beginning only: in wrongly decoded text a C1 control may be an innocent letter.
U+200C and U+200D stay, since Persian, Indic scripts and emoji need them, and so do U+200E and U+200F.
"""

from __future__ import annotations

from newstui.text.patterns import compile_late

_SEQUENCE = compile_late(
    r"(?:\x1b\[[0-?]*|\x9b[0-?]+)[ -/]*[@-~]"  # CSI … final byte
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)"  # OSC, DCS, SOS, PM, APC … terminator
    r"|\x1b[ -/]+[0-~]"  # ESC with intermediate bytes: character sets
    r"|\x1b[0-Z\\`-~]"  # ESC and one letter: reset, index, …
)
_CONTROL = compile_late(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_BREAK = compile_late(r"\r\n?|[\x85\u2028\u2029]")
_SPACE = compile_late(r"[ \t\n]+")
_SUSPECT = compile_late(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def clean_text(text: str) -> str:
    """Return `text` without anything that acts on a terminal; lines and tabs stay, every line break becomes a line feed."""
    if text.isprintable() or not _SUSPECT.search(text):  # the first takes a quarter of the second's time
        return text
    text = _BREAK.sub("\n", text)
    text = _SEQUENCE.sub("", text)
    return _CONTROL.sub("", text)


def clean_line(text: str) -> str:
    """Return `text` cleaned and on one line: runs of spaces, tabs and line breaks become a space (no-break spaces stay)."""
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    return _SPACE.sub(" ", clean_text(text)).strip(" ")
