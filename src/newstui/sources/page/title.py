"""A page's headline, without the site's name after it and the kicker before it: found by a vote of all that names it.

A page says what its article is called in several places, and each has its weakness. The heading above the text is what
its reader sees, but the first <h1> may be the site's logo. JSON-LD and the metas are written for machines: never a
logo, but at times a teaser for search engines, with the site's name behind it. The <title> has the site's name as a
rule. So each is cut down to the headline by what the others say, and then they vote.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from newstui.sources.markup import fragment_text
from newstui.sources.page.facts import Facts
from newstui.sources.page.json_ld import list_strings
from newstui.sources.page.site import SEPARATOR, fold, list_site_names, names_site, read_title_element
from newstui.text.clean import clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_METAS: Final = {
    "og:title": 2,
    "twitter:title": 1,
    "parsely-title": 1,
    "sailthru.title": 1,
    "dc.title": 1,
    "dcterms.title": 1,
    "cxenseparse:title": 1,
    "headline": 1,
    "title": 1,
}
"""The votes of each: many pages fill the metas from one field, so that together they say no more than one."""
_HEADING_VOTES: Final = 5
_HEADLINE_VOTES: Final = 3  # JSON-LD
_STRANGER_VOTES: Final = 1  # of a heading that has little in common with what else is said

_KICKER: Final = re.compile(r"^(?P<kicker>.{2,45}?)(?:\s*[:|+–—]+\s+|\s+[-/]+\s+)(?=\S)")
_LOOSE_BREAK: Final = re.compile(r"\s*[|–—·•»›:：/_-]+\s*")  # also without spaces around it, as in Chinese titles
_DATE: Final = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")
_CUT: Final = re.compile(r"\s*(?:…|\.\.\.)$")
_KICKER_CLASS: Final = re.compile(
    r"kicker|overline|dachzeile|topline|eyebrow|roofline|spitzmarke|surtitre|antetitulo|chapeu|overtitle|label",
    re.IGNORECASE,
)
_ASIDE: Final = frozenset({"nav", "aside", "footer"})
_LONGEST: Final = 400  # characters: what is longer is no headline
_SHORTEST: Final = 6  # letters that a text needs to tell others apart
_MOST_PARTS: Final = 12  # of a heading
_MOST_HEADINGS: Final = 8
_GRAM: Final = 4  # letters in a row, by which texts are compared in every script
_LIKE: Final = 0.4  # of the shorter text's grams


class _Voice(NamedTuple):
    """What one place on the page calls the article, and how much that counts."""

    text: str
    votes: int


class _Heading(NamedTuple):
    """A heading of the page: its whole text, the text outside its elements, and its elements' texts.

    `bare` is what follows an element that its class calls a kicker.
    """

    whole: str
    own: str
    parts: tuple[str, ...]
    bare: str | None


def find_title(facts: Facts) -> str | None:
    """Return the headline that most of a page's own words agree on, None for a page that has none."""
    sites = list_site_names(facts)
    behind = sites | _list_sections(facts)
    headings = [heading for heading in _list_headings(facts.tree) if not names_site(heading.whole, sites)]
    raw = list(_list_declared(facts))
    if not raw and not headings:
        return None
    shown = {fold(text) for heading in headings for text in (heading.whole, heading.own)}
    others = shown | {fold(voice.text) for voice in raw}
    declared = [voice._replace(text=_cut_site(voice.text, sites, behind, others)) for voice in raw]
    chosen, credible = _choose_heading(headings, [voice.text for voice in declared])
    if chosen is not None:
        text = _cut_site(_find_wording(chosen, [voice.text for voice in declared]), sites, behind, others)
        heading = _Voice(text, _HEADING_VOTES if credible else _STRANGER_VOTES)
        declared = [voice._replace(text=_cut_kicker(voice.text, text)) for voice in declared]
        # The first of equals wins: what is seen before what is declared, unless it seems to be something else.
        declared = [heading, *declared] if credible or not declared else [*declared, heading]
    return _complete(_elect(declared), [voice.text for voice in declared])


def _list_sections(facts: Facts) -> frozenset[str]:
    """Return the folded names of the sections that the article says it stands in."""
    said = [*list_strings(facts.article.get("articleSection")), *facts.list_metas("article:section", "section")]
    return frozenset(filter(None, map(fold, said)))


def _list_declared(facts: Facts) -> Iterator[_Voice]:
    said = [_Voice(text, _HEADLINE_VOTES) for text in list_strings(facts.article.get("headline"))[:1]]
    said += [_Voice(text, votes) for name, votes in _METAS.items() for text in facts.list_metas(name)[:2]]
    said.append(_Voice(read_title_element(facts.tree), 1))
    for text, votes in said:
        plain = _tidy(fragment_text(text))
        if 0 < len(plain) <= _LONGEST:
            yield _Voice(plain, votes)


def _list_headings(tree: HtmlElement) -> list[_Heading]:
    """Return the headings that may be the article's; those of the second rank where a page has none of the first."""
    first = [one for one in tree.iter("h1") if not any(up.tag in _ASIDE for up in one.iterancestors())]
    found = first[:_MOST_HEADINGS] or tree.xpath("(.//article//header//h2 | .//main//header//h2)[1]")
    read = [_read_heading(element) for element in found]
    return [heading for heading in read if 0 < len(heading.whole) <= _LONGEST]


def _read_heading(element: HtmlElement) -> _Heading:
    children = list(itertools.islice(element.iterdescendants("span", "strong", "div", "em", "a", "small"), _MOST_PARTS))
    whole = _tidy(" ".join(element.itertext()))
    own = _tidy((element.text or "") + " ".join(child.tail or "" for child in element))
    parts = tuple(_tidy(" ".join(child.itertext())) for child in children)
    kickers = [part for child, part in zip(children, parts, strict=True) if _is_kicker(child) and part]
    bare = next(
        (rest for one in kickers if whole.startswith(one) and (rest := whole[len(one) :].strip(" :|–—-"))), None
    )
    return _Heading(whole, own, parts, bare)


def _is_kicker(element: HtmlElement) -> bool:
    return bool(_KICKER_CLASS.search(element.get("class") or ""))


def _choose_heading(headings: list[_Heading], declared: list[str]) -> tuple[_Heading | None, bool]:
    """Return the heading that is most like what is declared, and whether it is like it at all."""
    if not headings:
        return None, False
    if not declared:
        return headings[0], True
    likeness = [max(_compare(heading.whole, text) for text in declared) for heading in headings]
    best = max(range(len(headings)), key=lambda number: (likeness[number], -number))
    return headings[best], likeness[best] >= _LIKE


def _compare(heading: str, declared: str) -> float:
    """Return how much of the shorter text the longer one has too, from 0 to 1."""
    one, other = fold(heading), fold(declared)
    if one == other:
        return 1.0
    if len(other) < _SHORTEST:  # a title of a word or two says little against a heading that has them
        return 0.99 * (set(map(fold, declared.split())) <= set(map(fold, heading.split())))
    if len(one) < _SHORTEST:
        return 0.0
    grams = [{text[at : at + _GRAM] for at in range(len(text) - _GRAM + 1)} for text in (one, other)]
    return 0.99 * len(grams[0] & grams[1]) / min(map(len, grams))


def _find_wording(heading: _Heading, declared: list[str]) -> str:
    """Return the headline in a heading: without its kicker, else as others say it, in whole or in part, else all of it."""
    if heading.bare:
        return heading.bare
    parts = {fold(part) for part in heading.parts}
    for text in declared:
        kicker = _KICKER.match(text)
        if kicker and fold(kicker["kicker"]) in parts and fold(text[kicker.end() :]) in {*parts, fold(heading.own)}:
            return text[kicker.end() :]
    named = {fold(text) for text in declared}
    return next((one for one in (heading.whole, heading.own, *heading.parts) if fold(one) in named), heading.whole)


def _cut_kicker(text: str, wording: str) -> str:
    """Take a kicker off a text where the heading shows the headline without it."""
    kicker = _KICKER.match(text)
    return text[kicker.end() :] if kicker and fold(text[kicker.end() :]) == fold(wording) else text


def _cut_site(text: str, sites: frozenset[str], behind: frozenset[str], others: set[str]) -> str:
    """Take the site's and its sections' names and dates off a title, as far as they are known for such.

    `behind` are the folded names that may stand at the end, `others` the folded texts of all places on the page: where
    one of them ends, what follows in another is no part of the headline.
    """
    for one in _LOOSE_BREAK.finditer(text):
        head = text[: one.start()]
        if ":" not in one[0] and len(fold(head)) >= _SHORTEST and fold(head) in others and one.end() < len(text):
            return head
    while True:
        breaks = [one for one in SEPARATOR.finditer(text) if one.start() and one.end() < len(text)]
        if not breaks:
            return text
        first, last = breaks[0], breaks[-1]
        head, tail = text[: last.start()], text[last.end() :]
        section = ("|" in last[0] and len(tail.split()) <= 4 and len(head.split()) > 3) or _DATE.fullmatch(tail)
        known = names_site(tail, sites) or (fold(tail) in behind and ":" not in last[0])
        if section or known:
            text = head.strip()
        elif names_site(text[: first.start()], sites) and ":" not in first[0]:
            text = text[first.end() :].strip()
        else:
            return text


def _elect(voices: list[_Voice]) -> str:
    """Return the text with most votes, spelled as most of its voters spell it; the first of equals."""
    votes: Counter[str] = Counter()
    spellings: Counter[str] = Counter()
    for text, count in voices:
        votes[fold(text)] += count
        spellings[text] += count
    best = votes.most_common(1)[0][0]
    return next(text for text, _ in spellings.most_common() if fold(text) == best)


def _complete(text: str, candidates: list[str]) -> str:
    """Return the whole of a title that its page cuts off in one place and not in another."""
    stem = _CUT.sub("", text)
    if stem == text or len(stem) < 20:
        return text
    return next((one for one in candidates if one.startswith(stem) and not _CUT.search(one)), text)


def _tidy(text: str) -> str:
    """Return a text on one line, without the no-break and ideographic spaces that some pages leave around it."""
    return clean_line(text).strip()
