"""When two articles are the same one: addresses in one form, identities, ids, and the hash of what a reader sees."""

from __future__ import annotations

import base64
import functools
import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from hashlib import blake2b
from typing import Final
from urllib.parse import SplitResult, quote, urlsplit

from newstui.model import Document, ParsedArticle

_TRACKING: Final = frozenset(
    {
        # who clicked where, by whose network
        *("fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "srsltid", "msclkid", "yclid", "ysclid", "twclid"),
        *("ttclid", "igshid", "igsh", "li_fat_id", "epik", "_openstat", "rb_clickid", "wickedid", "_branch_match_id"),
        *("fb_action_ids", "fb_action_types", "fb_ref", "fb_source", "_ga", "_gl", "s_kwcid", "ef_id", "sc_cid"),
        # newsletters
        *("mc_cid", "mc_eid", "mc_tc", "_hsenc", "_hsmi", "__hssc", "__hstc", "__hsfp", "hsctatracking", "mkt_tok"),
        *("vero_id", "vero_conv", "oly_anon_id", "oly_enc_id", "_bhlid", "ml_subscriber", "ml_subscriber_hash"),
        # publishers' names for the channel that a reader came by
        *("maca", "xtor", "cmp", "cmpid", "ocid", "smid", "wt_mc", "wt_zmc", "wtmc", "ito", "ftag", "ncid", "emc"),
        *("campaign_id", "campaign_medium", "campaign_name", "campaign_source", "campaign_term", "campaign_content"),
        *("guccounter", "guce_referrer", "guce_referrer_sig", "sr_share", "__readwiselocation"),
    }
)
_TRACKING_PREFIXES: Final = ("utm_", "at_", "mtm_", "pk_", "piwik_", "itm_", "hmb_", "hsa_", "ns_")

_UNRESERVED: Final = "-._~"
_SUB_DELIMS: Final = "!$&'()*+,;="
_UUID: Final = re.compile(r"(?:urn:uuid:|uuid:)?\{?([0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12})\}?", re.IGNORECASE)
_GLOBAL: Final = re.compile(r"(?:urn:[a-z0-9-]+:|tag:[^,\s]+,\d{4}|doi:10\.|acct:|at://|magnet:)", re.IGNORECASE)
_WEB: Final = re.compile(r"(?:https?:)?//[^/\s]", re.IGNORECASE)
_PLAIN: Final = re.compile(r"https?://([a-z0-9.-]*[a-z0-9])(/[\w/:@!$&'()*+,;=.~-]*)?", re.ASCII)
"""An address in which nothing but its scheme and its end may have to be folded."""

PART: Final = 5
"""How many bytes of a content hash the summary and the document have each; the rest is for everything else."""


@functools.lru_cache(maxsize=4096)
def canonical_url(url: str) -> str:
    """Return an address in the one form in which two addresses of the same page are equal; not meant to be fetched.

    http and https are one, as are the default ports, the case of the host, escapes that need not be (RFC 3986, 6.2.2)
    and a slash at the end; tracking parameters go, and fragments but for routes ("#!…"). "www." and the order of
    parameters stay, since they may mean something. Anything but a web address is returned without outer spaces.
    """
    url = url.strip()
    if plain := _PLAIN.fullmatch(url):
        return f"https://{plain[1]}{(plain[2] or '').rstrip('/')}"
    if not _WEB.match(url):
        return url
    try:
        parts = urlsplit(url)
        host = _fold_host(parts)
    except ValueError:
        return url
    if not host:
        return url
    path = _fold_escapes(parts.path, "/:@" + _SUB_DELIMS).rstrip("/")
    fields = [_fold_escapes(field, "/:@?" + _SUB_DELIMS) for field in parts.query.split("&") if _means_something(field)]
    query = "?" + "&".join(fields) if fields else ""
    fragment = "#" + _fold_escapes(parts.fragment, "/:@?" + _SUB_DELIMS) if parts.fragment.startswith("!") else ""
    return f"https://{host}{path}{query}{fragment}"


def _fold_host(parts: SplitResult) -> str:
    """Return host and port; raises ValueError for a port that is none. A user's name before the host is left out."""
    host = (parts.hostname or "").rstrip(".")
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            host = quote(host)
    if not host:
        return ""
    if ":" in host:
        host = f"[{host}]"
    return host if parts.port in {None, 80, 443} else f"{host}:{parts.port}"


def _fold_escapes(text: str, safe: str) -> str:
    """Return `text` with every escape that stands for an unreserved character undone, and the others in one form."""
    if text.isalnum() and text.isascii():
        return text
    pieces = re.split(r"(%[0-9A-Fa-f]{2})", text)
    return "".join(
        _fold_escape(piece) if number % 2 else quote(piece, safe=safe + _UNRESERVED)
        for number, piece in enumerate(pieces)
    )


def _fold_escape(escape: str) -> str:
    character = chr(int(escape[1:], 16))
    return character if character.isascii() and (character.isalnum() or character in _UNRESERVED) else escape.upper()


def _means_something(field: str) -> bool:
    name = field.partition("=")[0].lower()
    return bool(field) and name not in _TRACKING and not name.startswith(_TRACKING_PREFIXES)


def identity_keys(article: ParsedArticle, feed_url: str | None, shared_urls: Collection[str] = ()) -> tuple[str, ...]:
    """Return the identities by which an article is found again, the strongest first; there is at least one.

    `feed_url` scopes guids that mean something in their feed alone. `shared_urls` are the canonical addresses that
    several articles of the feed carry, which say nothing about any of them (see find_shared_urls); neither does the
    address of a site's front page. An article with neither guid nor address is known by its words and date.
    """
    if article.path:
        return (f"path:{article.path}",)
    scope = canonical_url(feed_url) if feed_url else ""
    keys = [
        key
        for key in (
            _guid_key(article.guid, scope, shared_urls) if article.guid else None,
            _url_key(article.url, shared_urls) if article.url else None,
        )
        if key
    ]
    return tuple(dict.fromkeys(keys)) or (_words_key(article, scope),)


def place_key(*, url: str | None = None, path: str | None = None) -> str | None:
    """Return the identity of the article at a path or an address; None for a front page and for no place at all."""
    if path:
        return f"path:{path}"
    return _url_key(url, ()) if url else None


def address_key(address: str) -> str:
    """Return the identity of the article at a canonical address, which is not that of a front page."""
    return f"url:{address}"


def _guid_key(guid: str, scope: str, shared_urls: Collection[str]) -> str:
    guid = guid.strip()
    if match := _UUID.fullmatch(guid):
        return "guid:" + match[1].lower().replace("-", "")
    if _GLOBAL.match(guid):
        return "guid:" + guid
    if _WEB.match(guid) and (key := _url_key(guid, shared_urls)):
        return key
    return f"guid:{scope} {guid}"


def _url_key(url: str, shared_urls: Collection[str]) -> str | None:
    address = canonical_url(url)
    front_page = _WEB.match(address) and "/" not in address.removeprefix("https://") and "?" not in address
    return None if not address or front_page or address in shared_urls else address_key(address)


def _words_key(article: ParsedArticle, scope: str) -> str:
    """Return the key of an article that has neither guid nor address: its title and date, or else all its text."""
    words = [scope, article.title]
    if article.published and article.title:
        words.append(article.published.isoformat())
    else:
        words += [article.summary or "", article.document.plain_text()]
    return "words:" + _digest(words, 16).hex()


def drop_worthless_guids(articles: Iterable[ParsedArticle]) -> tuple[ParsedArticle, ...]:
    """Return a feed's articles without those guids that several different ones of them carry.

    Two entries with one guid are one article listed twice, unless both titles and addresses differ; three with three
    titles never are.
    """
    articles = tuple(articles)
    titles: dict[str, set[str]] = {}
    urls: dict[str, set[str]] = {}
    for article in articles:
        if article.guid and not article.path:
            titles.setdefault(article.guid, set()).add(article.title)
            urls.setdefault(article.guid, set()).add(canonical_url(article.url or ""))
    worthless = {guid for guid, names in titles.items() if len(names) > 2 or (len(names) == 2 and len(urls[guid]) == 2)}
    if not worthless:
        return articles
    return tuple(replace(article, guid=None) if article.guid in worthless else article for article in articles)


def find_shared_urls(articles: Iterable[ParsedArticle]) -> frozenset[str]:
    """Return the canonical addresses that articles with different guids (without them: titles) and titles carry.

    One article that a feed lists twice does not make its address a shared one.
    """
    owners: dict[str, set[str]] = {}
    titles: dict[str, set[str]] = {}
    for article in articles:
        if article.url:
            url = canonical_url(article.url)
            owners.setdefault(url, set()).add(article.guid or article.title)
            titles.setdefault(url, set()).add(article.title)
    return frozenset(url for url in owners if len(owners[url]) > 1 and len(titles[url]) > 1)


def article_id(key: str) -> str:
    """Return the id that an identity gives: 13 characters of lower-case base 32 (RFC 4648), a 64-bit BLAKE2b."""
    digest = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return base64.b32encode(digest).decode("ascii").rstrip("=").lower()


def content_hash(article: ParsedArticle) -> bytes:
    """Return 16 bytes that differ when what a reader would see differs; dates and categories do not count.

    They are three hashes: of title, authors, address, language, enclosures and editions (6 bytes), of the summary (5)
    and of the document (5), so that says_less can tell which of them changed. A part that is empty is all zeros.
    """
    head = [article.title, canonical_url(article.url or ""), article.language or "", str(len(article.authors))]
    head += article.authors
    for enclosure in article.enclosures:
        head += ["enclosure", enclosure.url, enclosure.type or "", str(enclosure.length), str(enclosure.duration)]
    for edition in article.editions:
        head += ["edition", edition.language, edition.url or "", edition.path or "", edition.title or ""]
    summary = _digest([article.summary], PART) if article.summary else bytes(PART)
    return _digest(head, 16 - 2 * PART) + summary + _hash_document(article.document)


def _hash_document(document: Document) -> bytes:
    if not document.blocks:
        return bytes(PART)
    words: list[str] = []
    for block in document.blocks:
        words += [block.kind, str(block.level), block.info or "", block.text]
        words += [f"{span.start} {span.end} {span.kind} {span.link}" for span in block.spans]
    words += [link.url for link in document.links]
    return _digest(words, PART)


_PARTS: Final = (slice(0, 16 - 2 * PART), slice(16 - 2 * PART, 16 - PART), slice(16 - PART, 16))


def says_less(new: bytes, old: bytes) -> bool:
    """Whether an article with the content hash `new` only lost its summary, its text or both since it had `old`."""
    return new != old and all(new[part] == old[part] or not any(new[part]) for part in _PARTS)


def says_more(new: bytes, old: bytes) -> bool:
    """Whether an article with the content hash `new` only gained what it had not, or what was not known of it."""
    return new != old and all(new[part] == old[part] or not any(old[part]) for part in _PARTS)


def hash_in_part(known: bytes) -> bytes:
    """Return the content hash of an article of which the summary and the text alone are known for certain.

    What its feed says of the rest is no change of it.
    """
    return bytes(16 - 2 * PART) + known[16 - 2 * PART :]


def _digest(words: Iterable[str], size: int) -> bytes:
    """Hash a list of texts, kept apart by a control character that clean text never holds."""
    joined = "\x1f".join(words).encode("utf-8", "surrogatepass")
    return blake2b(joined, digest_size=size).digest()
