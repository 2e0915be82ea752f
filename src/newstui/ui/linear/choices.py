"""What a number may choose instead of a headline: sources, editions, links."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from newstui.i18n import _, format_number, language_name
from newstui.library.facade import Library
from newstui.model import Edition, Link, View
from newstui.ui.linear.wording import sentence

Choice: TypeAlias = tuple[str, Callable[[], None]]
"""What is heard, and what is done when its number is typed."""


def list_views(library: Library, show: Callable[[str, View], None]) -> list[Choice]:
    """Return everything that headlines can be of; `show` opens one."""
    views: list[tuple[str, View, int | None]] = [
        (_("All"), View(), None),
        (_("Unread"), View(unread=True), library.total_unread()),
        (_("Starred"), View(starred=True), None),
    ]
    views += [(saved.name, View(query=saved.query), saved.unread) for saved in library.views.list_views()]
    folders: dict[str, int] = {}
    for source in library.list_sources():
        if source.folder:
            folders[source.folder] = folders.get(source.folder, 0) + source.unread
    views += [(_("Folder {name}").format(name=name), View(folder=name), unread) for name, unread in folders.items()]
    views += [(source.title, View(sources=(source.key,)), source.unread) for source in library.list_sources()]
    return [(_count(name, unread), _Opening(name, view, show)) for name, view, unread in views]


class _Opening:
    """Opens one view when it is chosen."""

    def __init__(self, name: str, view: View, show: Callable[[str, View], None]) -> None:
        self._name, self._view, self._show = name, view, show

    def __call__(self) -> None:
        self._show(self._name, self._view)


def _count(name: str, unread: int | None) -> str:
    return sentence(_("{name}, {count} unread").format(name=name, count=format_number(unread)) if unread else name)


def describe_edition(edition: Edition) -> str:
    """Return an edition: its language, its title, and whether it has to be fetched."""
    name = language_name(edition.language)
    facts = [name, edition.title or "", "" if edition.available else _describe_absent(edition)]
    return " ".join(sentence(fact) for fact in facts if fact)


def _describe_absent(edition: Edition) -> str:
    return _("It would be fetched") if edition.url else _("Its address is not known")


def describe_link(link: Link) -> str:
    """Return a link's words and its address."""
    return f"{sentence(link.text)} {link.url}" if link.text and link.text != link.url else link.url


def number(choices: Sequence[Choice]) -> list[str]:
    """Return the lines that offer choices."""
    return [f"{place}. {text}" for place, (text, _do) in enumerate(choices, 1)]
