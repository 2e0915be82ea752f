"""The quotation marks that a browser puts around <q>, by the language of the words."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from newstui.sources.markup.elements import read_ahead
from newstui.text.languages import normalise_tag, primary

if TYPE_CHECKING:
    from lxml.etree import _Element

_NARROW: Final = "\u202f"
_ENGLISH: Final = ("“", "”", "‘", "’")
_GERMAN: Final = ("„", "“", "‚", "‘")
_ANGLED: Final = ("«", "»", "“", "”")
_RUSSIAN: Final = ("«", "»", "„", "“")
_NORDIC: Final = ("”", "”", "’", "’")
_CORNERS: Final = ("「", "」", "『", "』")

_MARKS: Final = {
    **dict.fromkeys(("bg", "cs", "da", "de", "is", "sk", "sl"), _GERMAN),
    **dict.fromkeys(("ca", "el", "es", "it", "pt-PT"), _ANGLED),
    **dict.fromkeys(("be", "ru", "uk"), _RUSSIAN),
    **dict.fromkeys(("fi", "sv"), _NORDIC),
    **dict.fromkeys(("ja", "zh-HK", "zh-TW"), _CORNERS),
    **dict.fromkeys(("nb", "nn", "no"), ("«", "»", "‘", "’")),
    "de-CH": ("«", "»", "‹", "›"),
    "fr": (f"«{_NARROW}", f"{_NARROW}»", "“", "”"),
    "fr-CH": ("«", "»", "‹", "›"),
    "hu": ("„", "”", "»", "«"),
    "pl": ("„", "”", "«", "»"),
    "ro": ("„", "”", "«", "»"),
}
"""Outer opening and closing, inner opening and closing (CLDR, delimiters)."""

_OPENING: Final = tuple("\"'“”„‟«»‹›‘’‚‛「『")
_XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_FARTHEST: Final = 50
"""Elements above a <q> that are asked for their language."""


def marks_around(quotation: _Element, depth: int, language: str | None) -> tuple[str, str]:
    """Return the marks before and behind a <q>; `depth` counts the quotations that it stands in.

    Nothing where its author wrote marks into it. `language` counts where no element around it says another.
    """
    if read_ahead(quotation, 20).lstrip().startswith(_OPENING):
        return "", ""
    tag = normalise_tag(_find_declared(quotation) or language) or ""
    outer_open, outer_close, inner_open, inner_close = _MARKS.get(tag) or _MARKS.get(primary(tag)) or _ENGLISH
    return (inner_open, inner_close) if depth % 2 else (outer_open, outer_close)


def _find_declared(element: _Element) -> str | None:
    for around in islice(chain((element,), element.iterancestors()), _FARTHEST):
        if declared := around.get("lang") or around.get(_XML_LANG):
            return str(declared)
    return None
