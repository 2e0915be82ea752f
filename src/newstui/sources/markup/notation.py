"""What plain text has instead of raised, lowered and mathematical notation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newstui.sources.markup.elements import read_ahead
from newstui.text.clean import clean_line

if TYPE_CHECKING:
    from lxml.etree import _Element

_RAISED: Final = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED: Final = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_LONGEST: Final = 8
"""Code points; what is longer in <sup> or <sub> is words."""


def is_note_mark(element: _Element) -> bool:
    """Whether a <sup> is the mark of a footnote that has no brackets of its own."""
    words = _words(element)
    if len(words) > _LONGEST or not words.isalnum():
        return False
    parent = element.getparent()
    return (parent is not None and parent.tag == "a") or element.find(".//a") is not None


def is_note_link(element: _Element) -> bool:
    """Whether a link says that it leads to a footnote, and neither it nor anything around it makes a mark of it."""
    says = f"{element.get('role') or ''} {element.get('epub:type') or ''}".split()
    if "doc-noteref" not in says and "noteref" not in says:
        return False
    parent = element.getparent()
    raised = (parent is not None and parent.tag == "sup") or element.find(".//sup") is not None
    words = _words(element)
    return not raised and len(words) <= _LONGEST and words.isalnum()


def find_raised(element: _Element) -> str | None:
    """Return the raised digits that stand for a <sup>, or None where it holds something else."""
    return _translate(_words(element), _RAISED)


def find_lowered(element: _Element) -> str | None:
    """Return the lowered digits that stand for a <sub>, or None where it holds something else."""
    return _translate(_words(element), _LOWERED)


def formula_text(element: _Element) -> str:
    """Return a <math> in a line: the author's own words for it, or TeX, or the letters that it shows."""
    spoken = clean_line(element.get("alttext") or "")
    if spoken:
        return spoken
    shown = []
    for part in element.iter():
        name = part.tag.rpartition("}")[2] if isinstance(part.tag, str) else ""
        if name == "annotation" and "tex" in (part.get("encoding") or ""):
            return clean_line(part.text or "")
        if name and not name.startswith("annotation"):
            shown.append(part.text or "")
        if part is not element:
            shown.append(part.tail or "")
    return clean_line("".join(shown))


def _words(element: _Element) -> str:
    return clean_line(read_ahead(element, 5 * _LONGEST))


def _translate(words: str, signs: dict[int, int]) -> str | None:
    fits = 0 < len(words) <= _LONGEST and all(ord(letter) in signs for letter in words)
    return words.translate(signs) if fits else None
