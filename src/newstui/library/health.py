"""How newstui is: versions and places, what is wrong with them or with the library, and how to mend it."""

from __future__ import annotations

import os
import platform
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from newstui import __version__
from newstui.config.pictures import choose_way
from newstui.errors import N_, MiscountError, NewstuiError, ReadOnlyError, StoreError
from newstui.i18n import _, current_language, format_number, format_size, translate_error
from newstui.library.refreshing import ignore, never

if TYPE_CHECKING:
    from newstui.library.facade import Library

Fact: TypeAlias = str | int

_NAMES: Final = {
    "system": N_("system"),
    "config": N_("configuration"),
    "library": N_("library"),
    "cache": N_("cache"),
    "language": N_("interface language"),
    "languages": N_("reading languages"),
    "terminal": N_("terminal"),
    "pictures": N_("pictures"),
    "sources": N_("sources"),
    "stories": N_("stories"),
    "unread": N_("unread"),
    "size": N_("size"),
}
"""What a fact is called; names of programs are the same in every language."""
_PACKAGES: Final = ("apsw", "textual", "httpx", "feedparser", "lxml", "trafilatura", "babel", "click")
_ROOM: Final = 50_000_000
"""With fewer bytes free on its disk, a library soon cannot be written."""
_REPAIR: Final = N_("Work out its counts and indexes anew: newstui doctor --repair.")
_COPY: Final = N_("Put back a copy of the file, or export the sources and begin a library anew.")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong. `mend` is a message that says what to do, empty where the error itself does.

    `repairable`: `Library.repair` does it.
    """

    error: NewstuiError
    mend: str = ""
    repairable: bool = False

    def tell(self) -> str:
        """Return the error and its mend in the interface's language."""
        return " ".join(filter(None, (translate_error(self.error), _(self.mend))))


def list_facts(library: Library) -> dict[str, Fact]:
    """Return versions, places and sizes by their names: numbers as such, sizes in bytes."""
    paths = library.paths
    facts: dict[str, Fact] = {
        "newstui": __version__,
        "config": str(paths.config_file),
        "library": str(paths.library_file),
        "cache": str(paths.cache_dir),
        "sources": len(library.list_sources()),
        "stories": library.store.statistics.count_stories(),
        "unread": library.total_unread(),
    }
    if paths.library_file.exists():
        facts["size"] = paths.library_file.stat().st_size
    facts |= {
        "language": current_language(),
        "languages": ",".join(library.ladder),
        "terminal": os.environ.get("TERM", ""),
        "pictures": str(choose_way(library.settings["images.show"], os.environ)),
        "python": platform.python_version(),
        "system": platform.platform(),
    }
    facts |= {package: version(package) for package in _PACKAGES}
    return facts


def show_facts(facts: dict[str, Fact]) -> Iterator[tuple[str, str]]:
    """Yield what each fact is called and what it says, in the interface's language."""
    for name, fact in facts.items():
        shown = format_size(fact) if name == "size" and isinstance(fact, int) else fact
        yield _(_NAMES[name]) if name in _NAMES else name, format_number(shown) if isinstance(shown, int) else shown


def find_problems(
    library: Library,
    *,
    on_progress: Callable[[int, int], None] = ignore,
    cancelled: Callable[[], bool] = never,
) -> Iterator[Finding]:
    """Yield what is wrong with the places of files and with the library; slow on a big one, which `on_progress` tells."""
    for folder in (library.paths.data_dir, library.paths.cache_dir):
        yield from _look_at(folder)
    if library.read_only and os.access(library.paths.data_dir, os.W_OK):
        yield Finding(ReadOnlyError(library.paths.library_file))

    def tell(done: int, total: int) -> bool:
        on_progress(done, total)
        return not cancelled()

    for error in library.store.check_integrity(tell):
        repairable = isinstance(error, MiscountError)
        yield Finding(error, _REPAIR if repairable else _COPY, repairable=repairable)


def _look_at(folder: Path) -> Iterator[Finding]:
    existing = next((parent for parent in (folder, *folder.parents) if parent.exists()), Path("/"))
    if not os.access(existing, os.W_OK):
        said = N_("{path}: cannot be written to; give yourself the right, or name another directory")
        yield Finding(StoreError(said, path=existing))
    free = shutil.disk_usage(existing).free
    if free < _ROOM:
        said = N_("{path}: only {free} are free on its disk; make room there")
        yield Finding(StoreError(said, path=existing, free=format_size(free)))
