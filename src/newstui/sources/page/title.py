"""A page's headline, without the site's name after it and the kicker before it."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from newstui.sources.markup import fragment_text
from newstui.sources.page.facts import Facts
from newstui.sources.page.json_ld import list_strings
from newstui.text.clean import clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_METAS: Final = (
    "og:title",
    "twitter:title",
    "parsely-title",
    "sailthru.title",
    "dc.title",
    "dcterms.title",
    "cxenseparse:title",
    "headline",
    "title",
)
_SEPARATOR: Final = re.compile(r"\s+[|–—·•»›:-]+\s+|\s*[|»]\s*|(?<=\w):\s+")
_KICKER: Final = re.compile(r"^(?P<kicker>.{2,45}?)(?:\s*[:|+–—]+\s+|\s+[-/]+\s+)(?=\S)")
_LONGEST: Final = 400  # characters: what is longer is no headline
_MOST_PARTS: Final = 12  # of a heading
_CUT: Final = re.compile(r"\s*(?:…|\.\.\.)$")


def find_title(facts: Facts) -> str | None:
    """Return the headline that most of a page's own words agree on, None for a page that has none."""
    sites = {_fold(name) for name in facts.list_site_names()}
    visible = _list_headings(facts.tree)
    declared = [*list_strings(facts.article.get("headline")), *facts.list_metas(*_METAS)]
    titles = [text for text in (clean_line(_title_element(facts.tree)),) if 0 < len(text) <= _LONGEST]
    said = [text for one in declared if 0 < len(text := clean_line(fragment_text(one))) <= _LONGEST]
    if not (said or visible or titles):
        return None
    others = {_fold(text) for text in (*said, *visible, *titles)}
    said, visible, titles = ([_strip_site(text, sites, others) for text in group] for group in (said, visible, titles))
    best = _vote([*said, *visible[:1], *titles], visible, _list_parts(facts.tree))
    return _complete(best, [*said, *visible, *titles])


def _vote(texts: list[str], visible: list[str], parts: set[str]) -> str:
    """Choose by agreement; a text without its kicker has a vote where a heading shows just that.

    A heading that shows the kicker in an element of its own (its folded text in `parts`) decides against it.
    """
    shown = [_fold(text) for text in visible]
    votes: Counter[str] = Counter()
    for text in texts:
        votes[_fold(text)] += 2
        kicker = _KICKER.match(text)
        if kicker and (bare := _fold(text[kicker.end() :])) in shown:
            votes[bare] += 2 * len(texts) + 1 if _fold(kicker["kicker"]) in parts else 2
    for key in set(shown):
        votes[key] += 1 if key in votes else 0
    spellings = {_fold(text): text for text in reversed([*texts, *visible])}
    order = list(dict.fromkeys(_fold(text) for text in (*texts, *visible)))
    return spellings[max(votes, key=lambda key: (votes[key], -order.index(key)))]


def _strip_site(text: str, sites: set[str], others: set[str]) -> str:
    """Take names of the site off the end (and the beginning) of a title, as far as they are known for such."""
    while True:
        breaks = list(_SEPARATOR.finditer(text))
        if not breaks:
            return text
        first, last = breaks[0], breaks[-1]
        head, tail = text[: last.start()].strip(), text[last.end() :].strip()
        shown = _fold(head) in others and len(tail) < len(head) and ":" not in last[0]
        section = "|" in last[0] and len(tail.split()) <= 4 and len(head.split()) > 3
        if head and (shown or section or _names_site(tail, sites)):
            text = head
        elif _names_site(text[: first.start()], sites) and ":" not in first[0]:
            text = text[first.end() :].strip()
        else:
            return text


def _names_site(text: str, sites: set[str]) -> bool:
    folded = _fold(text)
    return folded in sites or any(_is_variant(folded, site) for site in sites)


def _is_variant(name: str, site: str) -> bool:
    """Whether one of two folded names is the longer form of the other: "Post" and "Aldermoor Post online"."""
    return min(len(name), len(site)) > 3 and (site in name or name in site) and len(name) <= 2 * len(site) + 8


def _complete(text: str, candidates: list[str]) -> str:
    """Return the whole of a title that its page cuts off in one place and not in another."""
    stem = _CUT.sub("", text)
    if stem == text or len(stem) < 20:
        return text
    return next((one for one in candidates if one.startswith(stem) and not _CUT.search(one)), text)


def _list_headings(tree: HtmlElement) -> list[str]:
    """Return the texts of the headings, whole and part by part (a kicker is a part)."""
    found: list[str] = []
    for heading in _find_headings(tree):
        whole = clean_line(" ".join(heading.itertext()))
        children = itertools.islice(heading.iter("span", "strong", "div", "em", "a"), _MOST_PARTS)
        parts = [clean_line(" ".join(child.itertext())) for child in children]
        own = clean_line((heading.text or "") + " ".join(child.tail or "" for child in heading))
        found += [text for text in (whole, own, *parts) if 0 < len(text) <= _LONGEST]
    return list(dict.fromkeys(found))


def _list_parts(tree: HtmlElement) -> set[str]:
    """Return the folded texts of the elements in the first heading."""
    headings = _find_headings(tree)[:1]
    parts = [part for heading in headings for part in itertools.islice(heading.iterdescendants(), _MOST_PARTS)]
    return {_fold(" ".join(part.itertext())) for part in parts}


def _find_headings(tree: HtmlElement) -> list[HtmlElement]:
    """Return the first headings of the first rank; where there is none, that of the article's header."""
    return list(itertools.islice(tree.iter("h1"), 3)) or list(tree.xpath("(.//article//header//h2)[1]"))


def _title_element(tree: HtmlElement) -> str:
    head = tree.find("head")
    element = head.find(".//title") if head is not None else tree.find(".//title")
    return "" if element is None else "".join(element.itertext())


def _fold(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
