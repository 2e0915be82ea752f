"""Lines of a text file to paragraphs: hard-wrapped lines are joined, all others are a paragraph each."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Final

from newstui.record import record

_NARROWEST: Final = 45  # columns: verses, addresses and lists are not wrapped text
_WIDEST: Final = 110  # columns: longer lines are paragraphs
_SLACK: Final = 8  # columns that a wrapped line may be short of its first successor's fit
_MOSTLY: Final = 0.75
_ITEM: Final = re.compile(r"^(?P<mark>[-*•‣▪◦]|(?P<number>\d{1,3})[.)])\s+(?=\S)")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_WIDE: Final = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6"
    "\U0001f300-\U0001faff\U00020000-\U0003fffd]"
)
_COMPOUND: Final = re.compile(r"[^\W\d_]-(?=[^\W\d_])")
_HYPHEN: Final = re.compile(r"([^\W\d_]+)-$")
_FIRST_WORD: Final = re.compile(r"^[^\W\d_]+")
_SUSPENDED: Final = frozenset(
    ["und", "oder", "bzw", "or", "and", "et", "ou", "en", "of", "y", "o", "e", "u", "bis", "to"]
)
"""Words after which a hyphen was the author's: "Ein- und Ausfuhr"."""
_UNDERLINE: Final = re.compile(r"^(=|-|~){3,}$")


@record
class Paragraph:
    """One paragraph on one line. `indent` in columns; `underlined`: a row of signs below it makes it a heading."""

    text: str
    indent: int = 0
    underlined: bool = False


@record
class _Hyphenation:
    """What tells a divided word from a compound at the end of a line.

    `words` are those that the text holds whole. `throughout`: more lines end in a hyphen than hold one, so that words were
    divided wherever they did not fit; plain wrapping leaves only compounds there.
    """

    words: frozenset[str] = frozenset()
    throughout: bool = False


def item_mark(text: str) -> re.Match[str] | None:
    """Match the mark of a list item at the beginning of a line; the group `number` holds its number."""
    return _ITEM.match(text)


def display_width(text: str) -> int:
    """Return the columns that a text takes, wide East Asian letters and emoji two each (Unicode Annex 11)."""
    return len(text) + (0 if text.isascii() else len(_WIDE.findall(text)))


def read_paragraphs(lines: Sequence[str]) -> list[Paragraph]:
    """Return the paragraphs of a text's lines, which have no line breaks; blank lines always end one."""
    groups = _group(lines)
    width = _find_wrap_width(groups)
    hyphenation = _find_hyphenation(lines) if width else _Hyphenation()
    paragraphs: list[Paragraph] = []
    for group in groups:
        pieces = _join_wrapped(group, width, hyphenation) if width else group
        for piece in pieces:
            _append(paragraphs, piece, pieces)
    return paragraphs


def _append(paragraphs: list[Paragraph], piece: str, group: Sequence[str]) -> None:
    text = " ".join(piece.replace("\t", " ").split(" ")).strip()
    if _UNDERLINE.match(text) and paragraphs and piece is not group[0]:
        above = paragraphs[-1]
        paragraphs[-1] = Paragraph(above.text, above.indent, underlined=True)
        return
    paragraphs.append(Paragraph(re.sub(" {2,}", " ", text), indent=len(piece) - len(piece.lstrip(" "))))


def _group(lines: Sequence[str]) -> list[list[str]]:
    groups: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            groups[-1].append(line.expandtabs(4).rstrip())
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _find_wrap_width(groups: Sequence[Sequence[str]]) -> int | None:
    """Return the width that a text's lines were wrapped at, None if they were not.

    A wrapped line is one that its successor's first word would not have fitted on.
    """
    joints = [(line, after) for group in groups for line, after in itertools.pairwise(group)]
    if len(joints) < 2:
        return None
    widths = sorted(display_width(line) for group in groups for line in group)
    width = widths[int(len(widths) * 0.98) - 1 if len(widths) > 50 else -1]
    if not _NARROWEST <= width <= _WIDEST:
        return None
    full = sum(_is_full(line, after, width) for line, after in joints)
    return width if full >= _MOSTLY * len(joints) else None


def _is_full(line: str, after: str, width: int) -> bool:
    words = after.split(maxsplit=1)
    return display_width(line) + 1 + min(display_width(words[0]), width // 2) > width - _SLACK


def _join_wrapped(group: Sequence[str], width: int, hyphenation: _Hyphenation) -> list[str]:
    pieces = [group[0]]
    for line, after in itertools.pairwise(group):
        indented = len(after) - len(after.lstrip()) > len(line) - len(line.lstrip()) and not item_mark(line.lstrip())
        full = _is_full(line, after, width)
        # A wrapped line may begin with "6. Januar" or a dash: a mark counts in a list, or after a line that had room.
        listed = item_mark(after.lstrip()) is not None and item_mark(group[0].lstrip()) is not None
        if indented or listed or not full or _UNDERLINE.match(after):
            pieces.append(after)
        else:
            pieces[-1] = _join(pieces[-1], after.lstrip(), hyphenation)
    return pieces


def _join(line: str, after: str, hyphenation: _Hyphenation) -> str:
    if line.endswith("\u00ad"):
        return line[:-1] + after
    hyphen, follower = _HYPHEN.search(line), _FIRST_WORD.match(after)
    if hyphen and follower:
        if follower[0].lower() in _SUSPENDED:
            return f"{line} {after}"
        whole = (hyphen[1] + follower[0]).lower()
        divided = follower[0][0].islower() and (hyphenation.throughout or whole in hyphenation.words)
        return (line[:-1] if divided else line) + after
    if _WIDE.match(line[-1]) and _WIDE.match(after[0]):
        return line + after
    return f"{line} {after}"


def _find_hyphenation(lines: Sequence[str]) -> _Hyphenation:
    words = frozenset(word.lower() for line in lines for word in _LETTERS.findall(line))
    divided = sum(bool(_HYPHEN.search(line.rstrip())) for line in lines if len(line) > _NARROWEST)
    compounds = sum(len(_COMPOUND.findall(line)) for line in lines)
    return _Hyphenation(words, throughout=divided >= 3 and divided > compounds)
