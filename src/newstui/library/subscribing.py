"""Which source is meant, and opening what is not subscribed to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newstui.errors import N_, NewstuiError, UsageError
from newstui.library import local
from newstui.library.reading import ADDRESS, NO_SUCH_TARGET
from newstui.model import Source, SourceKind, View
from newstui.text.identity import canonical_url

if TYPE_CHECKING:
    from newstui.library.facade import Library
    from newstui.store import Store


def get_source(store: Store, reference: str) -> Source:
    """Return the source with this key, URL or path; raises UsageError."""
    source = store.find_source(reference) or store.find_source(str(Path(reference).expanduser().absolute()))
    if source is None:
        raise UsageError(N_("{source}: no such source; sources shows the keys"), source=reference)
    return source


def find_subscribed(library: Library, urls: Sequence[str]) -> Source | None:
    """Return the source that is subscribed to under one of these addresses, in whichever form they are written."""
    wanted = {canonical_url(url) for url in urls}
    sources = library.store.list_sources()
    return next((source for source in sources if source.url and canonical_url(source.url) in wanted), None)


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
        give_name(library, key)
    return View(sources=tuple(keys))


def _open_target(library: Library, target: str) -> list[str]:
    path = Path(target).expanduser().absolute()
    if not ADDRESS.fullmatch(target) and not path.exists():
        article = library.store.articles.find(target)
        if article is None:
            raise UsageError(NO_SUCH_TARGET, target=target)
        return [article.source] if article.source else []
    keys = [take_in(library, target, subscribed=False).key]
    if path.is_file() and not local.is_feed_file(path):
        siblings = (edition.path for edition in local.Siblings().find(path))
        keys += [take_in(library, sibling, subscribed=False).key for sibling in siblings if sibling]
    return keys


def take_in(library: Library, address: str, *, title: str | None = None, subscribed: bool, **about: Any) -> Source:
    """Make a source of what is at an address, and read nothing yet; raises UsageError."""
    place = find_place(address)
    name = title or place["path"] or address
    return library.store.add_source(title=name, subscribed=subscribed, now=library.now(), **place, **about)


def give_name(library: Library, key: str) -> Source:
    """Call a file or directory that holds no feed with a title by its name alone."""
    source = get_source(library.store, key)
    if source.path and source.title == source.path:
        return library.store.update_source(key, title=Path(source.path).name)
    return source


def find_place(address: str) -> dict[str, Any]:
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
