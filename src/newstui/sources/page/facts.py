"""What the head of a page says: metas, links and JSON-LD, gathered once for everything that asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.record import record
from newstui.sources.markup import resolve_link
from newstui.sources.page.json_ld import Thing, find_article, read_json_ld
from newstui.text.clean import clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement


@record
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
