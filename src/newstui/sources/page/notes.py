"""Notes and other places within a page: what leads to them outlives the search for the main text.

Trafilatura drops ids, makes addresses of what leads to them, and takes most notes for lists of links. So a sign is written
into the text where a place is, links to places get addresses that stay as they are, and notes are taken out and put
back behind the text, if the marks that lead to them are in it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from newstui.sources.markup.places import find_places

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from lxml.etree import _Element
    from lxml.html import HtmlElement

_SIGN: Final = "⸜{}⸝"
_SIGNS: Final = re.compile(r"⸜(\d+)⸝")
_ADDRESS: Final = "https://places.invalid/{}"
"""Stands for a place; nothing is ever fetched from the domain (RFC 2606)."""
_ADDRESSES: Final = re.compile(r"https://places\.invalid/(\d+)")
_MARK: Final = re.compile(r"[\[(]?\s*(\w{1,4}|[*†‡§¶]{1,4})\s*[\])]?")
_SAYS_NOTE: Final = re.compile(r"foot-?note|end-?note|note-?ref|fn-?ref|\bfn\b|\breference\b")
_INLINE: Final = frozenset(("a", "abbr", "b", "cite", "em", "i", "small", "span", "strong", "sub", "sup", "u"))
_HOLDERS: Final = frozenset(("aside", "dd", "div", "li", "p"))
"""Elements that may be a note."""
_NO_NOTE: Final = ("h1", "h2", "h3", "h4", "h5", "h6", "article", "main", "nav", "form", "table")
_LONGEST: Final = 4000
"""Characters of a note."""
_MOST: Final = 1000
"""Notes of a page."""


@dataclass(slots=True)
class _Note:
    """A note that was taken out: `number` is its place's, `mark` what stands in the text for it."""

    number: int
    mark: str
    body: HtmlElement


@dataclass(slots=True)
class LinksWithin:
    """What was written into a page, so that it can be taken out of its main text again."""

    addresses: dict[int, str] = field(default_factory=dict)
    """Where links to each place led."""
    notes: list[_Note] = field(default_factory=list)

    def restore(self, body: _Element) -> None:
        """Put ids where signs are, and behind the text the notes whose marks are in it; `body` is HTML."""
        if not self.addresses:
            return
        led_to = {number for _link, number in _list_marked(body)}
        notes = [note for note in self.notes if note.number in led_to]
        self._append(notes, body)
        noted = {note.number for note in notes}
        there = noted.union(_restore_signs(body))
        for link, number in _list_marked(body):
            link.set("href", f"#place-{number}" if number in there else self.addresses[number])
            if number in noted:
                link.set("role", "doc-noteref")

    def _append(self, notes: list[_Note], body: _Element) -> None:
        from lxml import etree

        if notes:
            etree.SubElement(body, "hr")
        items: _Element | None = None
        for note in notes:
            note.body.set("id", f"place-{note.number}")
            if note.mark.isdecimal():
                items = etree.SubElement(body, "ol") if items is None else items
                note.body.tag = "li"
                note.body.set("value", note.mark)
                items.append(note.body)
            else:
                items = None
                note.body.tag = "p"
                body.append(note.body)


def mark_links_within(tree: HtmlElement, url: str | None) -> tuple[HtmlElement, LinksWithin]:
    """Return a copy of a page at `url` with signs for its places and without its notes; of one without places, itself."""
    within = LinksWithin()
    if not find_places(tree, url).names or _SIGN[0] in tree.text_content():
        return tree, within
    tree = deepcopy(tree)
    places = find_places(tree, url)
    links = [
        (link, number) for link in tree.iter("a") if (number := places.find(link.get("href") or "", url)) is not None
    ]
    targets = {number: element for element, number in places.elements.items()}
    marks = _find_marks(tree, links, targets)
    for link, number in links:
        within.addresses[number] = link.get("href") or ""
        link.set("href", _ADDRESS.format(number))
    holders = {number: holder for number in marks if (holder := _find_holder(targets[number])) is not None}
    for number, element in targets.items():
        if number not in marks:
            _write_sign(element, _SIGN.format(number))
    for number, holder in holders.items():
        within.notes.append(_take_note(number, holder, *marks[number]))
    for holder in holders.values():
        holder.drop_tree()
    return tree, within


def _find_marks(
    tree: HtmlElement, links: list[tuple[HtmlElement, int]], targets: dict[int, HtmlElement]
) -> dict[int, tuple[str, int]]:
    """Return of each place that is a note what stands in the text for it, and the number of the place where that stands.

    Where nothing leads back to such a place, it is a new one among the `targets`.
    """
    order = {element: number for number, element in enumerate(tree.iter())}
    held = Counter(_find_holder(element) for element in targets.values())
    numbers = {element: number for number, element in targets.items()}
    led_from = _list_places_led_to(links, held)
    marks: dict[int, tuple[str, int]] = {}
    for link, number in links:
        target = targets[number]
        found = _MARK.fullmatch(link.text_content().strip())
        holder = _find_holder(target)
        if number in marks or found is None or holder is None or order[target] < order[link] or len(marks) == _MOST:
            continue
        if held[holder] > 1 or holder in link.iterancestors() or not _may_be_note(holder):
            continue
        at = next((numbers[element] for element in _list_around(link) if element in numbers), None)
        if at in led_from[holder] or _says_note(link):
            if at is None:
                at = len(targets) + 1
                targets[at] = link
            marks[number] = found[1], at
    return marks


def _list_places_led_to(
    links: list[tuple[HtmlElement, int]], holders: Container[HtmlElement | None]
) -> defaultdict[HtmlElement, set[int | None]]:
    """Return the numbers of the places to which links in these elements lead."""
    led_from: defaultdict[HtmlElement, set[int | None]] = defaultdict(set)
    for link, number in links:
        for element in link.iterancestors():
            if element in holders:
                led_from[element].add(number)
    return led_from


def _find_holder(target: HtmlElement) -> HtmlElement | None:
    """Return the element that a note is, of the one that has its name."""
    element: HtmlElement | None = target
    while element is not None and element.tag in _INLINE:
        element = element.getparent()
    return element if element is not None and element.tag in _HOLDERS else None


def _may_be_note(holder: HtmlElement) -> bool:
    return len(holder.text_content()) <= _LONGEST and next(holder.iter(*_NO_NOTE), None) is None


def _list_around(link: HtmlElement) -> Iterator[HtmlElement]:
    """Yield a link, what is in it, and the elements in the line that it stands in."""
    yield from link.iter()
    for element in link.iterancestors():
        if element.tag not in _INLINE:
            return
        yield element


def _says_note(link: HtmlElement) -> bool:
    return any(
        element.tag == "sup" or _SAYS_NOTE.search(f"{element.get('class')} {element.get('role')} {element.get('rel')}")
        for element in _list_around(link)
    )


def _write_sign(element: HtmlElement, sign: str) -> None:
    """Write a sign before an element in a line, and at the beginning of the text of another."""
    if element.tag in _INLINE:
        before, parent = element.getprevious(), element.getparent()
        if before is not None:
            before.tail = f"{before.tail or ''}{sign}"
        elif parent is not None:
            parent.text = f"{parent.text or ''}{sign}"
        return
    for inside in element.iter():
        if inside is not element and inside.tag in ("script", "style"):
            continue
        if inside.text and inside.text.strip() and isinstance(inside.tag, str):
            inside.text = f"{sign}{inside.text.lstrip()}"
            return


def _take_note(number: int, holder: HtmlElement, mark: str, at: int) -> _Note:
    """Copy a note, without its mark at the beginning where a list has numbers, and with a way back."""
    body = deepcopy(holder)
    body.tail = None
    if mark.isdecimal():
        _drop_own_mark(body, mark)
    if not any(number == at for _link, number in _list_marked(body)):
        from lxml import etree

        last = body[-1] if len(body) and not (body[-1].tail or "").strip() and body[-1].tag in ("div", "p") else body
        last = last[-1] if last.tag == "div" and len(last) and last[-1].tag == "p" else last
        back = etree.SubElement(last, "a", href=_ADDRESS.format(at))
        back.text = "↩"
        if (before := back.getprevious()) is not None:
            before.tail = f"{before.tail or ''} "
        else:
            last.text = f"{last.text or ''} "
    return _Note(number, mark, body)


def _drop_own_mark(body: HtmlElement, mark: str) -> None:
    """Take a note's own number away, which a list writes before it."""
    first = next((link for link in body.iter("a", "sup") if link.text_content().strip()), None)
    if first is None or first.text_content().strip().strip("[]().") != mark:
        return
    if not body.text_content().lstrip().startswith(first.text_content().strip()):
        return
    if first.tail:
        first.tail = first.tail.lstrip(" .:\u00a0")
    first.drop_tree()


def _list_marked(body: _Element) -> Iterator[tuple[_Element, int]]:
    """Yield the links that lead to places, with the places' numbers."""
    for link in list(body.iter("a")):
        if found := _ADDRESSES.fullmatch(link.get("href") or ""):
            yield link, int(found[1])


def _restore_signs(body: _Element) -> Iterator[int]:
    """Put elements with ids in the place of signs, and yield their numbers."""
    for element in list(body.iter()):
        if element.text and (parts := _SIGNS.split(element.text))[1:]:
            element.text = parts[0]
            yield from _insert(element, 0, parts)
        parent = element.getparent()
        if parent is not None and element.tail and (parts := _SIGNS.split(element.tail))[1:]:
            element.tail = parts[0]
            yield from _insert(parent, parent.index(element) + 1, parts)


def _insert(parent: _Element, index: int, parts: list[str]) -> Iterator[int]:
    from lxml import etree

    for offset, (number, text) in enumerate(zip(parts[1::2], parts[2::2], strict=True)):
        anchor = etree.Element("a", id=f"place-{number}")
        anchor.tail = text
        parent.insert(index + offset, anchor)
        yield int(number)
