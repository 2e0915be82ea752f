"""What the head of a page says: metas, links and JSON-LD, gathered once for everything that asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from newstui.sources.markup import resolve_link
from newstui.sources.page.json_ld import Thing, find_article, list_things, name_of, read_json_ld
from newstui.text.clean import clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONGEST_SITE_NAME: Final = 45  # characters: what is longer is a headline in the wrong place


@dataclass(frozen=True, slots=True)
class Facts:
    """A page's own words about itself. `metas` by lower-case name, property or itemprop, in the page's order.

    `url` is where the page is, by its fetching or by its own word; `base` what its relative links are relative to.
    """

    tree: HtmlElement
    metas: dict[str, list[str]]
    things: list[Thing]
    article: Thing
    url: str | None
    base: str | None

    def list_metas(self, *names: str) -> list[str]:
        """All that the metas of these names say."""
        return [text for name in names for text in self.metas.get(name, ())]

    def list_site_names(self) -> list[str]:
        """What the site may be called in titles and bylines, its host's name last."""
        publishers = [name_of(thing) for thing in list_things(self.article.get("publisher"), self.things)]
        sites = [name_of(thing) for thing in self.things if "WebSite" in str(thing.get("@type"))]
        named = self.list_metas("og:site_name", "application-name", "apple-mobile-web-app-title", "twitter:site", "cre")
        host = (urlsplit(self.url or "").hostname or "").removeprefix("www.")
        labels = [host, max(host.split("."), key=len, default="")] if host else []
        names = map(clean_line, [*named, *publishers, *sites, *labels])
        return [name for name in names if name.strip("@ ") and len(name) <= _LONGEST_SITE_NAME]


def read_facts(tree: HtmlElement, url: str | None) -> Facts:
    """Gather what a page's head says; without an address the page's canonical one counts."""
    metas = _read_metas(tree)
    things = read_json_ld(tree)
    article = find_article(things)
    base = next((element.get("href") for element in tree.iter("base") if element.get("href")), None)
    canonical = _find_canonical(tree, metas, article, resolve_link(base, url) if base else url)
    address = url or canonical
    return Facts(tree, metas, things, article, address, (resolve_link(base, address) if base else None) or address)


def _read_metas(tree: HtmlElement) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = clean_line(element.get("content") or "")
        names = {(element.get(key) or "").strip().lower() for key in ("name", "property", "itemprop", "http-equiv")}
        for name in names:
            if name and content:
                metas.setdefault(name, []).append(content)
    return metas


def _find_canonical(tree: HtmlElement, metas: dict[str, list[str]], article: Thing, base: str | None) -> str | None:
    links = [
        element.get("href")
        for element in tree.iter("link")
        if "canonical" in (element.get("rel") or "").lower().split()
    ]
    whole = article.get("mainEntityOfPage")
    named = whole.get("@id") if isinstance(whole, dict) else whole
    for address in (*links, *metas.get("og:url", ()), article.get("url"), named, *metas.get("twitter:url", ())):
        found = resolve_link(address, base) if isinstance(address, str) else None
        if found and found.startswith("http"):
            return found
    return None
