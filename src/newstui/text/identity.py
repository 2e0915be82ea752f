"""When two articles are the same one: addresses in one form, identities, ids, and the hash of what a reader sees."""

from __future__ import annotations

from collections.abc import Collection

from newstui.model import ParsedArticle


def canonical_url(url: str) -> str:
    """Return an address in the one form in which two addresses of the same page are equal; not meant to be fetched."""
    return url


def identity_keys(article: ParsedArticle, feed_url: str | None, shared_urls: Collection[str] = ()) -> tuple[str, ...]:
    """Return the identities by which an article is found again, the strongest first; there is at least one.

    `feed_url` scopes guids that mean something in their feed alone. `shared_urls` are the canonical addresses that
    several articles of the feed carry, which say nothing about any of them.
    """
    del feed_url, shared_urls
    return (f"guid:{article.guid}",)


def article_id(key: str) -> str:
    """Return the id that an identity gives: 13 characters of lower-case base 32, a 64-bit BLAKE2b."""
    return key


def content_hash(article: ParsedArticle) -> bytes:
    """Return 16 bytes that differ when what a reader would see differs."""
    return article.title.encode()
