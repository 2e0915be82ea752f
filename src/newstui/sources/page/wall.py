"""Pages that stand in front of an article: a paywall, a question for consent, a check whether a person is asking."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from newstui.sources.page.facts import Facts, read_facts
from newstui.sources.page.json_ld import list_strings, list_things
from newstui.sources.page.main_text import find_main_text
from newstui.sources.page.tree import parse_page
from newstui.sources.page.wall_words import (
    ACCEPT,
    ASKS_FOR_PAYMENT,
    CHALLENGE_TEXT,
    CHALLENGE_TITLE,
    CONSENT,
    CONSENT_URL,
    KNOWS_SUBSCRIBERS,
)
from newstui.text.clean import clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE: Final = 2000  # characters in paragraphs: what has more is an article, whatever stands beside it
_TEASER: Final = 600  # characters: what has fewer is hardly more than a summary
_SHORT_ARTICLE: Final = 1200  # characters: what has more, and asks for nothing, is shown although it is declared closed
_FRAME: Final = frozenset({"nav", "header", "footer", "script", "style", "noscript", "template"})
"""What stands around every page of a site says nothing about this one."""
_WORDS: Final = ("p", "div", "h1", "h2", "h3", "h4", "button", "a", "span", "li", "label", "strong", "section", "form")
_MOST: Final = 20_000  # characters that are looked through
_SELECTOR: Final = re.compile(r"\.([\w-]+)")


class Wall(StrEnum):
    """What stands in front of an article."""

    PAYWALL = "paywall"
    CONSENT = "consent"
    CHALLENGE = "challenge"


def find_wall(html: bytes, *, url: str | None = None, content_type: str | None = None) -> Wall | None:
    """Return what a page shows instead of its article, or None for a page that shows one; raises SourceError.

    `url` is the address that answered, after redirects. A page whose article has an article's length is never a wall,
    whatever it says about subscriptions; one whose other paragraphs alone are long may be.
    """
    facts = read_facts(parse_page(html, content_type), url)
    paragraphs = [clean_line(element.text_content()) for element in facts.tree.iter("p")]
    length = sum(map(len, paragraphs))
    text = _read_visible(facts.tree)
    if length < _ARTICLE:
        if _is_challenge(facts, text):
            return Wall.CHALLENGE
        if CONSENT_URL.search(url or "") or (_is_consent(text, paragraphs) and not _says_else(facts)):
            return Wall.CONSENT
    limit = _find_limit(facts, text, length)
    if limit and length >= limit:
        length = len(find_main_text(facts.tree, facts.base, None).plain_text())
    return Wall.PAYWALL if length < limit else None


def _is_challenge(facts: Facts, text: str) -> bool:
    title = clean_line(facts.tree.findtext(".//title") or "")
    return bool(
        (len(text) < _ARTICLE and CHALLENGE_TITLE.match(title)) or (len(text) < _TEASER and CHALLENGE_TEXT.search(text))
    )


def _is_consent(text: str, paragraphs: list[str]) -> bool:
    """Whether consent is what most of a short page is about, and something in it accepts."""
    about = [one for one in paragraphs if one and CONSENT.search(one)]
    others = [one for one in paragraphs if len(one) > 120 and not CONSENT.search(one)]
    return len(CONSENT.findall(text)) >= 3 and bool(ACCEPT.search(text)) and len(about) >= max(1, len(others))


def _says_else(facts: Facts) -> bool:
    """Whether the main text, which need not stand in paragraphs, is about something else than consent."""
    blocks = find_main_text(facts.tree, facts.base, None).blocks
    return sum(len(block.text) for block in blocks if not CONSENT.search(block.text)) >= _TEASER


def _find_limit(facts: Facts, text: str, length: int) -> int:
    """Return how many characters a text must have not to be taken for a teaser: 0 where nothing says that it is one.

    What says so are the page's words, and its own declaration (schema.org's isAccessibleForFree). A page may declare
    which part is closed and yet hold it, for a number of articles a month.
    """
    free = _read_flag(facts.article.get("isAccessibleForFree"))
    if free or (free is False and _holds_closed_part(facts)):
        return 0
    if ASKS_FOR_PAYMENT.search(text) or (length < _TEASER and KNOWS_SUBSCRIBERS.search(text)):
        return _ARTICLE
    return _SHORT_ARTICLE if free is False else 0


def _holds_closed_part(facts: Facts) -> bool:
    for part in list_things(facts.article.get("hasPart"), facts.things):
        if isinstance(part, dict) and _read_flag(part.get("isAccessibleForFree")) is False:
            for selector in list_strings(part.get("cssSelector")):
                for name in _SELECTOR.findall(selector):
                    found = facts.tree.xpath(
                        ".//*[contains(concat(' ', normalize-space(@class), ' '), $name)]", name=f" {name} "
                    )
                    if (
                        sum(len(clean_line(p.text_content())) for element in found for p in element.iter("p"))
                        >= _TEASER
                    ):
                        return True
    return False


def _read_flag(value: object) -> bool | None:
    """Return what isAccessibleForFree says: a boolean, its name, or its address at schema.org."""
    word = "" if value is None else str(value).strip().lower().rsplit("/", 1)[-1]
    return {"true": True, "false": False}.get(word)


def _read_visible(tree: HtmlElement) -> str:
    """Return the text of a page's body without what frames it."""
    body = tree.find("body")
    parts: list[str] = []
    length = 0
    for element in (tree if body is None else body).iter(*_WORDS):
        if length > _MOST:
            break
        if not any(up.tag in _FRAME for up in element.iterancestors()):
            words = f"{element.text or ''} {element.tail or ''}".strip()
            if words:
                parts.append(words)
                length += len(words)
    return clean_line(" ".join(parts))
