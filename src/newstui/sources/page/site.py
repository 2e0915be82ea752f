"""What a page's site may be called: in the tail of a title, in a byline, in a heading that is a logo."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from newstui.sources.page.facts import Facts
from newstui.sources.page.json_ld import list_things, name_of
from newstui.text.clean import clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SEPARATOR: Final = re.compile(r"\s+[|–—·•»›:/-]+\s+|\s*[|»：]\s*|(?<=\w):\s+")
"""What stands between a headline and its kicker, its section or its site."""

_LONGEST_NAME: Final = 45  # characters: what is longer is a headline in the wrong place
_NAMES: Final = ("og:site_name", "application-name", "apple-mobile-web-app-title", "twitter:site", "cre")


def list_site_names(facts: Facts) -> frozenset[str]:
    """Return the folded names of a page's site: those that it gives, its host's, and the tail of its title.

    The tail counts where what stands before it is the headline by the page's own word.
    """
    publishers = [name_of(thing) for thing in list_things(facts.article.get("publisher"), facts.things)]
    sites = [name_of(thing) for thing in facts.things if "WebSite" in str(thing.get("@type"))]
    host = (urlsplit(facts.url or "").hostname or "").removeprefix("www.")
    labels = [host, max(host.split("."), key=len)] if host else []
    names = map(clean_line, [*facts.list_metas(*_NAMES), *publishers, *sites, *labels, *_list_tails(facts)])
    return frozenset(folded for name in names if len(name) <= _LONGEST_NAME and (folded := fold(name)))


def names_site(text: str, sites: Iterable[str]) -> bool:
    """Whether a text is one of the folded names, or a longer or shorter form of it: "Post" and "Aldermoor Post online"."""
    name = fold(text)
    return any(name == site or _is_variant(name, site) for site in sites)


def read_title_element(tree: HtmlElement) -> str:
    """Return the text of the head's <title>; drawings have titles too."""
    head = tree.find("head")
    element = (tree if head is None else head).find(".//title")
    return "" if element is None else clean_line("".join(element.itertext()))


def fold(text: str) -> str:
    """Return a text's letters and digits alone, in one case and one width: typography makes no other title of it."""
    return re.sub(r"\W+", "", unicodedata.normalize("NFKC", text)).casefold()


def _is_variant(name: str, site: str) -> bool:
    return min(len(name), len(site)) > 3 and (site in name or name in site) and len(name) <= 2 * len(site) + 8


def _list_tails(facts: Facts) -> list[str]:
    title = read_title_element(facts.tree)
    headings = (" ".join(heading.itertext()) for heading in facts.tree.iter("h1"))
    known = {fold(text) for text in (*facts.list_metas("og:title", "twitter:title"), *headings)} - {fold(title)}
    breaks = [one for one in SEPARATOR.finditer(title) if one.end() < len(title)]
    if any(fold(title[: one.start()]) in known for one in breaks):
        return [title[breaks[-1].end() :]]
    return []
