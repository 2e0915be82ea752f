"""Tying what has arrived to the stories that it is an edition of, by what declares or names it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from os.path import normpath
from pathlib import Path, PurePath
from typing import Final
from urllib.parse import urlsplit

from newstui.library.local import Siblings, file_id
from newstui.model import Article, Edition, Reason
from newstui.store import Store
from newstui.store.editions import Address
from newstui.text.edition_urls import list_counterparts
from newstui.text.identity import address_key, canonical_url, place_key
from newstui.text.languages import is_one_language, primary

_BATCH: Final = 500


def tie_arrivals(store: Store, ids: Sequence[str]) -> None:
    """Tie new and changed articles to those that names, declarations or addresses make editions of one story."""
    siblings = Siblings()
    languages = store.list_languages()
    for start in range(0, len(ids), _BATCH):
        batch = list(dict.fromkeys(ids[start : start + _BATCH]))
        addresses = store.editions.list_addresses(batch)
        declaring = store.articles.get_many([each.id for each in addresses if each.declares])
        for article in declaring:
            for edition in _declared(article, siblings):
                _tie_declared(store, article, edition)
        for article_id, other, reason in store.editions.list_declaring(batch):
            store.ties.tie(article_id, other, reason)
        _tie_translations(store, declaring)
        _tie_addresses(store, addresses, languages)


def tie_languages(store: Store, article_id: str, other_id: str, reason: Reason) -> bool:
    """Tie two articles unless one language would then stand twice in the story; False, too, where they are tied."""
    article, other = store.articles.get_many([article_id, other_id])
    if any(edition.id == other_id for edition in article.editions):
        return False
    theirs = _list_languages(other)
    if any(is_one_language(own, their) for own in _list_languages(article) for their in theirs):
        return False
    return store.ties.tie(article_id, other_id, reason)


def _list_languages(article: Article) -> set[str]:
    """The languages in which an article's story is here."""
    tags = (article.language, *(edition.language for edition in article.editions if edition.id))
    return {tag for tag in tags if tag}


def _declared(article: Article, siblings: Siblings) -> Iterable[Edition]:
    if article.path:
        yield from siblings.find(Path(article.path))
    yield from (edition for edition in article.editions if edition.id is None and edition.reason is not Reason.LISTED)


def _tie_declared(store: Store, article: Article, edition: Edition) -> None:
    if edition.path:
        other: str | None = file_id(edition.path)
        other = other if store.articles.find(other or "") else None
    else:
        other = _find_at(store, [edition.url or ""])
    if other and other != article.id:
        store.ties.tie(article.id, other, edition.reason)


def _find_at(store: Store, places: Iterable[str]) -> str | None:
    """The article at the first of these addresses and paths at which there is one."""
    keys = [place_key(path=place) if place.startswith("/") else place_key(url=place) for place in places]
    known = store.find_known(key for key in keys if key)
    return next((known[key].id for key in keys if key in known), None)


def _tie_translations(store: Store, articles: Sequence[Article]) -> None:
    """Tie files to what their front matter says they translate, and to others that say the same."""
    files = [article for article in articles if article.path]
    named = store.editions.list_translation_names([article.id for article in files])
    for article in files:
        name = named.get(article.id)
        others = store.editions.list_translations(article.id, [*([name] if name else ()), *_list_names(article)])
        original = _find_at(store, _list_places(article, name)) if name else None
        for other in [*others, *([original] if original else ())]:
            if other != article.id:
                tie_languages(store, article.id, other, Reason.DECLARED)


def _list_names(article: Article) -> list[str]:
    """What others may call a file that they translate."""
    path = PurePath(article.path or "")
    near = (
        path,
        PurePath(path.name),
        PurePath(path.parent.name, path.name),
        PurePath("..", path.parent.name, path.name),
    )
    names = [str(form) for each in near for form in (each, each.with_suffix(""))]
    return [*names, *([article.url, urlsplit(article.url).path] if article.url else ())]


def _list_places(article: Article, name: str) -> list[str]:
    """Where that may be what a file calls the story that it translates."""
    if "://" in name:
        return [name]
    path = Path(article.path or "")
    folders = (path.parent, path.parent.parent)
    return [normpath(folder / form) for folder in folders for form in (name, f"{name}{path.suffix}")]


def _tie_addresses(store: Store, addresses: Iterable[Address], languages: Sequence[str]) -> None:
    """Tie articles whose addresses differ from others' by the language alone."""
    if len(languages) < 2:
        return
    wanted = [
        (here.id, language, address_key(address))
        for here in addresses
        if here.url and here.language
        for address, language in list_counterparts(canonical_url(here.url), here.language, languages)
    ]
    known = store.find_known({key for *_, key in wanted})
    for article_id, language, key in wanted:
        other = known.get(key)
        if other and other.id != article_id and _is_in(store, other.id, language):
            tie_languages(store, article_id, other.id, Reason.MATCHED)


def _is_in(store: Store, article_id: str, language: str) -> bool:
    """Whether an article is in the language that its address names; one that names none may be in any."""
    article = store.articles.get(article_id)
    return article.language is not None and language in {"", primary(article.language)}
