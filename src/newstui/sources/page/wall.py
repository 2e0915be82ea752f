"""Pages that stand in front of an article: a paywall, a question for consent, a check whether a person is asking."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from newstui.sources.page.facts import Facts, read_facts
from newstui.sources.page.tree import parse_page
from newstui.text.clean import clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TEASER: Final = 2000  # characters in paragraphs: what has more is an article, whatever stands beside it
_CONSENT_URL: Final = re.compile(
    r"://consent\.|/consent\b|cookie-?wall|privacy-?(?:gate|wall)|/zustimmung\b", re.IGNORECASE
)
_CONSENT: Final = re.compile(
    r"\b(?:cookies?|consent|tracking|einwilligung|zustimm\w+|datenschutz\w*|consentement|traceurs?|toestemming|privacy\w*"
    r"|consentimiento|privacidad\w*|consentimento|privacidade)\b",
    re.IGNORECASE,
)
_ACCEPT: Final = re.compile(
    r"\b(?:accept|agree|akzeptieren|zustimmen|einverstanden|accepter|j['’]accepte|accepteren|akkoord|aceptar|acepto|aceitar|aceito)\b",
    re.IGNORECASE,
)
_PAY: Final = re.compile(
    r"\bsubscribe (?:now |today )?to (?:continue|read|keep)|\bsubscribers? only\b|\balready a subscriber\b|\bthis article is for subscribers"
    r"|\bweiterlesen mit\b|\bjetzt (?:abonnieren|weiterlesen)\b|\bnur für (?:abonnent|mitglieder)|\bmit einem abo\b|\bbereits abonnent"
    r"|\bréservé aux abonnés|\barticle réservé|\bdéjà abonné|\babonnez-vous pour|\bil vous reste [\d.,]+ ?% de cet article"
    r"|\balleen voor abonnees|\bverder lezen\?|\bal abonnee\b|\bword abonnee"
    r"|\bsolo para suscriptores|\bexclusivo para suscriptores|\bsuscríbete para|\bya (?:soy|eres) suscriptor"
    r"|\bexclusivo para assinantes|\bconteúdo exclusivo|\bassine para (?:ler|continuar)|\bjá é assinante|\bartigo exclusivo",
    re.IGNORECASE,
)
_CHALLENGE: Final = re.compile(
    r"^(?:just a moment|attention required|access denied|are you a robot|verify you are human|un momento|einen moment"
    r"|checking your browser|please wait|pardon our interruption)",
    re.IGNORECASE,
)


class Wall(StrEnum):
    """What stands in front of an article."""

    PAYWALL = "paywall"
    CONSENT = "consent"
    CHALLENGE = "challenge"


def find_wall(html: bytes, *, url: str | None = None, content_type: str | None = None) -> Wall | None:
    """Return what a page shows instead of its article, or None for a page that shows one; raises SourceError.

    `url` is the address that answered, after redirects. A page with an article's length of text is never a wall.
    """
    facts = read_facts(parse_page(html, content_type), url)
    paragraphs = [clean_line(element.text_content()) for element in facts.tree.iter("p")]
    if sum(len(text) for text in paragraphs) >= _TEASER:
        return None
    text = _visible_text(facts.tree)
    if _CHALLENGE.match(clean_line(facts.tree.findtext(".//title") or "")) and len(text) < _TEASER:
        return Wall.CHALLENGE
    if _CONSENT_URL.search(url or "") or _is_consent(text, paragraphs):
        return Wall.CONSENT
    return Wall.PAYWALL if _is_closed(facts) or _PAY.search(text) else None


def _is_consent(text: str, paragraphs: list[str]) -> bool:
    """Whether consent is what most of a short page is about, and something in it accepts."""
    about = [one for one in paragraphs if one and _CONSENT.search(one)]
    others = [one for one in paragraphs if len(one) > 120 and not _CONSENT.search(one)]
    return len(_CONSENT.findall(text)) >= 3 and bool(_ACCEPT.search(text)) and len(about) >= max(1, len(others))


def _is_closed(facts: Facts) -> bool:
    """Whether the article says that it is not free (schema.org's isAccessibleForFree)."""
    return str(facts.article.get("isAccessibleForFree", "")).strip().lower().rsplit("/", 1)[-1] == "false"


def _visible_text(tree: HtmlElement) -> str:
    body = tree.find("body")
    parts = (tree if body is None else body).iter(
        "p", "div", "h1", "h2", "h3", "h4", "button", "a", "span", "li", "label"
    )
    return clean_line(" ".join(f"{part.text or ''} {part.tail or ''}" for part in parts))[:20_000]
