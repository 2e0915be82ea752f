"""Subscribing, and opening what is not subscribed to."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from newstui.errors import N_, FetchError, NewstuiError, SourceError, UsageError
from newstui.library import local
from newstui.library.arriving import parse_answer, store_answer, store_failure
from newstui.library.finding import Findings, choose_feeds, fetch_feed, find_feeds
from newstui.library.reading import ADDRESS, NO_SUCH_TARGET
from newstui.library.refreshing import fetch_settings, never
from newstui.model import FeedCandidate, RefreshResult, Source, SourceKind, View
from newstui.text.addresses import find_known_feeds, has_scheme, list_web_addresses, looks_like_feed_address
from newstui.text.identity import canonical_url

if TYPE_CHECKING:
    from newstui.library.facade import Library
    from newstui.store import Store

_WAITING: Final = "sources.unlooked"
"""The mark that holds the keys of sources that were added without a network, as JSON."""
_TOO_MANY: Final = 429
_SERVER_ERRORS: Final = 500


def get_source(store: Store, reference: str) -> Source:
    """Return the source with this key, URL or path; raises UsageError."""
    source = store.find_source(reference) or store.find_source(str(Path(reference).expanduser().absolute()))
    if source is None:
        raise UsageError(N_("{source}: no such source; sources shows the keys"), source=reference)
    return source


@dataclass(frozen=True, slots=True)
class Addition:
    """What adding came to. `known`: it was subscribed to before. `unlooked`: nobody has looked what is there yet.

    Without a source, `error` says why one of several feeds could not be added.
    """

    source: Source | None
    known: bool = False
    unlooked: bool = False
    error: NewstuiError | None = None


def add_source(library: Library, address: str, **about: Any) -> Source:
    """Subscribe to what an address means, and return it as it is if it was subscribed to before."""
    addition = next(add_sources(library, address, **about))
    assert addition.source is not None
    return addition.source


def add_sources(
    library: Library,
    address: str,
    *,
    title: str | None = None,
    folder: str | None = None,
    language: str | None = None,
    pick: int | None = None,
    every: bool = False,
) -> Iterator[Addition]:
    """Subscribe to a file, a directory or the feeds of an address, and read each once: a wrong one is said at once.

    What cannot be read is not subscribed to. Where only the network or the server failed, it is, if the address was
    given whole and looks like a feed's: it may be up tomorrow. Anything else that cannot be looked at might be a page.
    """
    about = {"title": title, "folder": folder, "language": language}
    web = list_web_addresses(address)
    if not web or (not has_scheme(address) and Path(address).expanduser().exists()):
        yield _add_local(library, address, **about)
    elif known := _find_subscribed(library, web):
        yield Addition(known, known=True)
    elif library.offline:
        yield _add_unlooked(library, web, **about)
    else:
        yield from _add_found(library, address, web, pick=pick, every=every, **about)


def _add_local(library: Library, address: str, *, title: str | None, **about: Any) -> Addition:
    known = library.store.find_source(_place(address)["path"] or address)
    if known and known.subscribed:
        return Addition(known, known=True)
    source = _take_in(library, address, title=title, subscribed=True, **about)
    results: list[RefreshResult] = []
    library.refresh([source.key], on_result=results.append)
    error = next((result.error for result in results if result.error), None)
    if isinstance(error, SourceError):
        library.store.remove_source(source.key)
        raise error
    return Addition(_give_name(library, source.key))


def _add_found(
    library: Library, address: str, web: Sequence[str], *, pick: int | None, every: bool, **about: Any
) -> Iterator[Addition]:
    try:
        findings = find_feeds(address, fetch_settings(library.settings), never)
    except FetchError as error:
        if not (has_scheme(address) and looks_like_feed_address(web[0]) and _may_be_up_tomorrow(error)):
            raise
        source = _store_feed(library, web[0], **about)
        store_failure(library, source.key, error)
        yield Addition(get_source(library.store, source.key))
        return
    for candidate in choose_feeds(address, findings, pick, every=every):
        try:
            yield _add_candidate(library, candidate, findings, **about)
        except NewstuiError as error:
            if not every:
                raise
            yield Addition(None, error=error)


def _add_candidate(
    library: Library, candidate: FeedCandidate, findings: Findings, *, title: str | None, **about: Any
) -> Addition:
    """Subscribe to a feed that was found, under the address to which it has moved for good."""
    if known := _find_subscribed(library, [candidate.url]):
        return Addition(known, known=True)
    answer = fetch_feed(candidate, findings, fetch_settings(library.settings))
    url = answer.moved_to if answer.moved_to and not answer.downgraded else candidate.url
    if known := _find_subscribed(library, [url, answer.url]):
        return Addition(known, known=True)
    parsed = parse_answer(library, url, answer, about["language"])
    source = _store_feed(library, url, title=title, **about)
    store_answer(library, source.key, answer, parsed)
    source = get_source(library.store, source.key)
    if source.title == url and candidate.title:
        source = library.store.update_source(source.key, title=candidate.title)
    return Addition(source)


def _add_unlooked(library: Library, web: Sequence[str], **about: Any) -> Addition:
    """Subscribe without looking what is there, and remember that it has to be looked at."""
    known = find_known_feeds(web[0])
    source = _store_feed(library, known[0] if len(known) == 1 else web[0], **about)
    _remember_waiting(library, [*_list_waiting(library), source.key])
    return Addition(source, unlooked=True)


def look_at_waiting(library: Library, keys: Sequence[str] | None) -> None:
    """Find the feeds of what was added without a network, of these sources or with None of all.

    What leads to no single feed stays as it is, and its refresh says why.
    """
    waiting = _list_waiting(library)
    if waiting:
        chosen = [key for key in waiting if keys is None or key in keys]
        done = {key for key in chosen if _look_at(library, key)}
        _remember_waiting(library, [key for key in waiting if key not in done])


def _look_at(library: Library, key: str) -> bool:
    """Look at a source, and say whether that is done with."""
    source = library.store.find_source(key)
    if source is None or source.url is None:
        return True
    try:
        findings = find_feeds(source.url, fetch_settings(library.settings), never)
        (candidate,) = choose_feeds(source.url, findings, None, every=False)
        if candidate.url != source.url and not _find_subscribed(library, [candidate.url]):
            library.store.update_source(key, url=candidate.url)
            if source.title == source.url:
                library.store.update_source(key, title=candidate.url)
    except FetchError as error:
        return not _may_be_up_tomorrow(error)
    except NewstuiError:
        return True
    return True


def _list_waiting(library: Library) -> list[str]:
    keys: list[str] = json.loads(library.store.get_mark(_WAITING) or "[]")
    return keys


def _remember_waiting(library: Library, keys: Sequence[str]) -> None:
    library.store.set_mark(_WAITING, json.dumps(list(dict.fromkeys(keys))) if keys else None)


def _store_feed(library: Library, url: str, *, title: str | None, **about: Any) -> Source:
    return library.store.add_source(kind=SourceKind.FEED, title=title or url, url=url, now=library.now(), **about)


def _find_subscribed(library: Library, urls: Sequence[str]) -> Source | None:
    """Return the source that is subscribed to under one of these addresses, in whichever form they are written."""
    wanted = {canonical_url(url) for url in urls}
    sources = library.store.list_sources()
    return next((source for source in sources if source.url and canonical_url(source.url) in wanted), None)


def _may_be_up_tomorrow(error: FetchError) -> bool:
    """Whether the network failed or the server is unwell, so that another day may bring another answer."""
    return error.http_status is None or error.http_status == _TOO_MANY or error.http_status >= _SERVER_ERRORS


def open_targets(library: Library, targets: Sequence[str]) -> View:
    """Take targets in without subscribing; files beside a file that are its editions come along."""
    keys: list[str] = []
    for target in targets:
        keys += _open_target(library, target)
    keys = list(dict.fromkeys(keys))
    failures: list[NewstuiError] = []
    library.refresh(keys, on_result=lambda result: failures.append(result.error) if result.error else None)
    if failures and len(failures) == len(keys):
        raise failures[0]
    for key in keys:
        _give_name(library, key)
    return View(sources=tuple(keys))


def _open_target(library: Library, target: str) -> list[str]:
    path = Path(target).expanduser().absolute()
    if not ADDRESS.fullmatch(target) and not path.exists():
        article = library.store.find_article(target)
        if article is None:
            raise UsageError(NO_SUCH_TARGET, target=target)
        return [article.source] if article.source else []
    keys = [_take_in(library, target, subscribed=False).key]
    if path.is_file() and not local.is_feed_file(path):
        siblings = (edition.path for edition in local.Siblings().find(path))
        keys += [_take_in(library, sibling, subscribed=False).key for sibling in siblings if sibling]
    return keys


def _take_in(library: Library, address: str, *, title: str | None = None, subscribed: bool, **about: Any) -> Source:
    place = _place(address)
    name = title or place["path"] or address
    return library.store.add_source(title=name, subscribed=subscribed, now=library.now(), **place, **about)


def _give_name(library: Library, key: str) -> Source:
    """Call a file or directory that holds no feed with a title by its name alone."""
    source = get_source(library.store, key)
    if source.path and source.title == source.path:
        return library.store.update_source(key, title=Path(source.path).name)
    return source


def _place(address: str) -> dict[str, Any]:
    """Return the kind of a source, and its URL or its absolute path; raises UsageError, SourceError."""
    if ADDRESS.fullmatch(address):
        return {"kind": SourceKind.FEED, "url": address, "path": None}
    path = Path(address).expanduser().absolute()
    if path.is_dir():
        return {"kind": SourceKind.DIRECTORY, "url": None, "path": str(path)}
    if path.exists():
        return {"kind": SourceKind.FILE, "url": None, "path": str(path)}
    if "://" in address:
        raise UsageError(N_("{address}: only http and https addresses can be read"), address=address)
    raise UsageError(
        N_("{address}: no such file or directory; an address begins with http:// or https://"), address=address
    )
