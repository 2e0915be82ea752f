"""The list of languages that a site puts under (or over) its articles, as it is left in a copied text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from newstui.record import record
from newstui.text.language_names import NAMES
from newstui.text.languages import endonym, find_by_name, find_by_own_name, normalise_tag, primary

_FOOTER: Final = 4  # lines that may follow the list: copyright, "Share", "Top of page"
_LONGEST_UNKNOWN: Final = 24  # characters of a name that the table lacks, between two that it has
_LONGEST_LABEL: Final = 48  # characters of "Read this article in other languages:"
_CODES: Final = frozenset(line.split(":", 1)[0] for line in NAMES.strip().splitlines())
_BADGE: Final = re.compile(
    r"[\U0001f000-\U0001faff\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff\ufe0f\u2022*✓>»›«‹\[\]]+|^\d{1,2}[.)]\s"
)
_TICK: Final = re.compile("[✓✔☑●]")
_BETWEEN: Final = re.compile(r"\s*[|·/,;•、，・\t]\s*|\s+[-–—]\s+|\s{2,}")
_NOTE: Final = re.compile(r"^(?P<name>[^()（）]+?)\s*[(（](?P<note>[^()（）]{1,30})[)）]$")
_CURRENT_WORDS: Final = """current selected active aktuell ausgewählt aktiv diese seite actuel actuelle sélectionné
sélectionnée huidig huidige geselecteerd actual seleccionado seleccionada atual selecionado selecionada attuale this page"""
_CURRENT: Final = frozenset(_CURRENT_WORDS.split())
_FILLER_WORDS: Final = """read this article story page in also available lesen sie diesen artikel text auf auch lire cet aussi
en lees dit ook het leer este artículo también em ler artigo também leggi anche su version versie versión versão versione
ausgabe edition édition edición edição på"""
_FILLER: Final = frozenset(_FILLER_WORDS.split())
_LABEL: Final = re.compile(
    r"\b(languages?|sprachen?|langues?|tale?n|taal|idiomas?|lenguas?|línguas?|lingue|translations?|übersetzungen|traductions?"
    r"|vertalingen|traducciones|traduções|available in|read (?:this|in)|lesen sie|lire (?:cet|en)|lees (?:dit|in)|leer en|ler em)\b",
    re.IGNORECASE,
)


@record
class LanguageSwitch:
    """What a list of languages says: their tags in its order, and the one that it marks as shown here."""

    languages: tuple[str, ...] = ()
    current: str | None = None


@record
class _Entry:
    tag: str
    current: bool
    own_name: bool


def take_language_switch(lines: Sequence[str]) -> tuple[list[str], LanguageSwitch]:
    """Return the lines without the list of languages at their end or their beginning, and what the list says.

    A single name counts only where it is the last line and the language's own name for itself. A short unknown name
    between known ones is taken for a language that has no tag here, and goes with the list.
    """
    rest, entries = _take_below(list(lines))
    if not entries:
        rest, entries = _take_above(rest)
    current = next((entry.tag for entry in entries if entry.current), None)
    return rest, LanguageSwitch(tuple(dict.fromkeys(entry.tag for entry in entries)), current)


def find_in_label(text: str) -> str | None:
    """Return the language of a link that says nothing but to read on in it: "Auf Deutsch lesen", "Lire en français"."""
    words = re.findall(r"[^\W\d_]+", text)
    names = [word for word in words if word.casefold() not in _FILLER]
    return find_by_own_name(names[0]) if len(names) == 1 < len(words) else None


def _take_below(lines: list[str]) -> tuple[list[str], list[_Entry]]:
    filled = [index for index, line in enumerate(lines) if line.strip()]
    for skipped in range(min(_FOOTER, len(filled) - 1)):
        last = len(filled) - 1 - skipped
        entries, first = _read_run(lines, filled[: last + 1])
        if not _is_switch(entries, last=skipped == 0, lines=len(filled)):
            continue
        if first > 0 and _is_label(lines[filled[first - 1]]):
            first -= 1
        kept = lines[: filled[first]]
        return kept + lines[filled[last] + 1 :], entries
    return lines, []


def _take_above(lines: list[str]) -> tuple[list[str], list[_Entry]]:
    filled = [index for index, line in enumerate(lines) if line.strip()]
    if filled and _is_label(lines[filled[0]]) and not _read_line(lines[filled[0]]):
        filled = filled[1:]
    entries: list[_Entry] = []
    after = 0
    for index in filled:
        found = _read_line(lines[index])
        if not found:
            break
        entries += found
        after = index + 1
    return (lines[after:], entries) if len({entry.tag for entry in entries}) >= 3 else (lines, [])


def _read_run(lines: list[str], filled: list[int]) -> tuple[list[_Entry], int]:
    """Return the entries of the run of names that ends with the last of these lines, and where in them it begins."""
    entries: list[_Entry] = []
    first, position, unknown = len(filled), len(filled) - 1, 0
    while position >= 0:
        found = _read_line(lines[filled[position]])
        if found:
            entries = found + entries
            first = position
        elif not entries or not _could_be_name(lines[filled[position]]) or unknown == len(entries):
            break
        else:
            unknown += 1
        position -= 1
    return entries, first


def _is_switch(entries: list[_Entry], *, last: bool, lines: int) -> bool:
    if len({entry.tag for entry in entries}) >= 2:
        return True
    return last and lines > 3 and len(entries) == 1 and entries[0].own_name


def _read_line(line: str) -> list[_Entry]:
    """Return the languages that a line names, if it does nothing else."""
    ticked = bool(_TICK.search(line))
    line = _BADGE.sub(" ", line).strip(" .|·/,;")
    if not line or len(line) > 400:
        return []
    whole = _read_entry(line)
    if whole:
        return [replace(whole, current=whole.current or ticked)]
    label, colon, names = line.partition(":")
    if colon and len(label) <= _LONGEST_LABEL and names.strip():
        line = names.strip()
    parts = [part for part in _BETWEEN.split(line) if part.strip()]
    if len(parts) == 1 and not (line.islower() and all(len(word) < 4 for word in line.split())):
        parts = line.split()
        return _read_parts(parts) if all(_read_entry(part) for part in parts) else []
    return _read_parts(parts)


def _read_parts(parts: list[str]) -> list[_Entry]:
    """Return the languages among the parts of a line, of which a third at most may be unknown; none if more are."""
    entries = [entry for part in parts if (entry := _read_entry(part))]
    unknown = [part for part in parts if not _read_entry(part)]
    fair = len(entries) > 1 and len(unknown) * 2 <= len(entries) and all(_could_be_name(part) for part in unknown)
    return entries if fair else []


def _read_entry(text: str) -> _Entry | None:
    name = text.strip(" \u00a0-–—:")
    tag = _find_tag(name)
    if tag:
        return _Entry(tag, current=False, own_name=endonym(tag).casefold() == name.casefold())
    noted = _NOTE.match(name)
    if noted and (tag := _find_tag(noted["name"])):
        own = endonym(tag).casefold() == noted["name"].casefold()
        return _Entry(_narrow(tag, noted["note"]), current=_says_current(noted["note"]), own_name=own)
    words = [word for word in name.split() if word.casefold() not in _FILLER]
    if 0 < len(words) < len(name.split()):
        marked = all(word.casefold() in _CURRENT for word in words[1:])
        tag = find_by_name(" ".join(words)) or (find_by_name(words[0]) if marked else None)
        return _Entry(tag, current=False, own_name=True) if tag else None
    if len(words) == 2 and _find_tag(words[0]) == _find_tag(words[1]) is not None:
        return _Entry(str(_find_tag(words[0])), current=False, own_name=True)
    if len(words) > 1 and all(word.casefold() in _CURRENT for word in words[1:]) and (tag := _find_tag(words[0])):
        return _Entry(tag, current=True, own_name=True)
    return None


def _find_tag(name: str) -> str | None:
    tag = find_by_name(name)
    if tag is None and 2 <= len(name) <= 7 and (name.isupper() or name.islower() or "-" in name):
        tag = normalise_tag(name)
        if tag and tag.split("-")[0] not in _CODES:
            tag = None
    return tag


def _narrow(tag: str, note: str) -> str:
    """Return the tag with the region that a note adds: "Français (CA)" is Canadian, "Deutsch (DE)" just German."""
    if re.fullmatch(r"[A-Z]{2}", note) and note.lower() != primary(tag):
        return normalise_tag(f"{tag}-{note}") or tag
    return tag


def _says_current(note: str) -> bool:
    return any(word.casefold() in _CURRENT for word in note.split())


def _could_be_name(line: str) -> bool:
    name = _BADGE.sub(" ", line).strip()
    return 0 < len(name) <= _LONGEST_UNKNOWN and len(name.split()) <= 2 and name[-1].isalpha()


def _is_label(line: str) -> bool:
    text = line.strip()
    return len(text) <= _LONGEST_LABEL and not text.endswith((".", "!", "?")) and bool(_LABEL.search(text))
