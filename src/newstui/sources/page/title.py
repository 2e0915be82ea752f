"""A page's headline, without the site's name after it and the kicker before it."""

from __future__ import annotations

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
_CUT: Final = re.compile(r"\s*(?:…|\.\.\.)$")


def find_title(facts: Facts) -> str | None:
    """Return the headline that most of a page's own words agree on, None for a page that has none."""
    sites = {_fold(name) for name in facts.list_site_names()}
    visible = _list_headings(facts.tree)
    declared = [*list_strings(facts.article.get("headline")), *facts.list_metas(*_METAS)]
    titles = [clean_line(text) for text in (_title_element(facts.tree),) if text]
    said = [text for text in (clean_line(fragment_text(one)) for one in declared) if text]
    candidates = _strip_sites([*said, *visible, *titles], sites)
    if not candidates:
        return None
    best = _vote(
        candidates[: len(said)],
        candidates[len(said) : len(said) + len(visible)],
        candidates[len(said) + len(visible) :],
    )
    return _complete(best, candidates)


def _vote(said: list[str], visible: list[str], titles: list[str]) -> str:
    """Choose by agreement: each text speaks for itself and for itself without its kicker, if a heading shows that."""
    order = [*said, *visible[:1], *titles]
    if not order:
        return visible[0]
    shown = {_fold(text) for text in visible}
    votes: Counter[str] = Counter()
    for text in dict.fromkeys(order):
        votes[_fold(text)] += 2 * order.count(text)
        bare = _without_kicker(text)
        if bare and _fold(bare) in shown:
            votes[_fold(bare)] += 2 * order.count(text)
    for text in visible:
        if _fold(text) in votes:
            votes[_fold(text)] += 1
    first = {_fold(text): text for text in reversed([*said, *visible, *titles])}
    return max(
        (first[key] for key in votes if key in first),
        key=lambda text: (votes[_fold(text)], -[*order, *visible].index(text)),
    )


def _strip_sites(texts: list[str], sites: set[str]) -> list[str]:
    folded = {_fold(text) for text in texts}
    return [_strip_site(text, sites, folded) for text in texts]


def _strip_site(text: str, sites: set[str], others: set[str]) -> str:
    """Take names of the site off the end (and the beginning) of a title, as far as they are known for such."""
    while True:
        breaks = list(_SEPARATOR.finditer(text))
        if not breaks:
            return text
        first, last = breaks[0], breaks[-1]
        head, tail = text[: last.start()].strip(), text[last.end() :].strip()
        if (head and (
            _names_site(tail, sites) or (_fold(head) in others and len(tail) < len(head) and ":" not in last[0])
        )) or ("|" in last[0] and len(tail.split()) <= 4 and len(head.split()) > 3):
            text = head
        elif _names_site(text[: first.start()], sites) and ":" not in first[0]:
            text = text[first.end() :].strip()
        else:
            return text


def _names_site(text: str, sites: set[str]) -> bool:
    folded = _fold(text)
    if not folded:
        return False
    return any(
        folded == site
        or (
            len(site) > 3
            and len(folded) > 3
            and (site in folded or folded in site)
            and len(folded) <= 2 * len(site) + 8
        )
        for site in sites
    )


def _without_kicker(text: str) -> str | None:
    found = _KICKER.match(text)
    return text[found.end() :] if found else None


def _complete(text: str, candidates: list[str]) -> str:
    """Return the whole of a title that its page cuts off in one place and not in another."""
    stem = _CUT.sub("", text)
    if stem == text or len(stem) < 20:
        return text
    return next((one for one in candidates if one.startswith(stem) and not _CUT.search(one)), text)


def _list_headings(tree: HtmlElement) -> list[str]:
    """Return the texts of the first headings of the first rank, whole and part by part (a kicker is a part)."""
    found: list[str] = []
    for heading in list(tree.iter("h1"))[:3]:
        whole = clean_line(" ".join(heading.itertext()))
        parts = [clean_line(" ".join(child.itertext())) for child in heading.iter("span", "strong", "div", "em", "a")]
        own = clean_line((heading.text or "") + " ".join(child.tail or "" for child in heading))
        found += [text for text in (whole, own, *parts) if text]
    return list(dict.fromkeys(found))


def _title_element(tree: HtmlElement) -> str | None:
    head = tree.find("head")
    element = head.find(".//title") if head is not None else tree.find(".//title")
    return None if element is None else "".join(element.itertext())


def _fold(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
