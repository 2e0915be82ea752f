"""Renaming a folder: its sources, the stories that were moved to it, and the rules and views that name it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from newstui.library.undo import Undo
from newstui.model import Action, ActionKind, Rule, SavedView, StatusChange
from newstui.sources.opml import SEPARATOR

if TYPE_CHECKING:
    from newstui.library.facade import Library


def rename_folder(library: Library, name: str, new: str | None) -> Undo:
    """Give a folder another name wherever it is named, with the folders in it, all in one transaction.

    With None it is no more: its sources stand in no folder, what was moved to it goes back to its sources' own, and the
    folders in it keep their whole names, as do rules and views.
    """
    names = _list_renamed(library, name, new)
    store, now = library.store, library.now()
    sources = {source.key: source.folder for source in library.list_sources() if source.folder in names}
    rules, views = store.rules.list_rules(), store.views.list_views()
    moved: list[StatusChange] = []
    with store.together():
        for folder, ids in store.views.list_moved(list(names)).items():
            moved += store.mark(ids, folder=names[folder] or "", now=now)
        for key, folder in sources.items():
            store.update_source(key, folder=names[folder or ""])
        if new:
            _write(library, *_rename(rules, views, names))

    def take_back() -> None:
        with store.together():
            for key, folder in sources.items():
                if store.find_source(key) is not None:
                    store.update_source(key, folder=folder)
            store.restore(moved, now)
            _write(library, rules, views)

    return Undo(take_back)


def _list_renamed(library: Library, name: str, new: str | None) -> dict[str, str | None]:
    """What the folder and those in it are called from now on, by what they were called."""
    store = library.store
    known = {name, *store.views.list_folders(), *(source.folder or "" for source in library.list_sources())}
    known.update(folder for rule in store.rules.list_rules() for folder in _list_targets(rule))
    inside = {
        folder: new + folder.removeprefix(name) for folder in known if new and folder.startswith(name + SEPARATOR)
    }
    return {name: new, **inside}


def _list_targets(rule: Rule) -> list[str]:
    return [action.words[0] for action in rule.actions if action.kind is ActionKind.MOVE]


def _rename(
    rules: Sequence[Rule], views: Sequence[SavedView], names: Mapping[str, str | None]
) -> tuple[list[Rule], list[SavedView]]:
    from newstui.text.query.renaming import rename_folders

    new_names = {old: new for old, new in names.items() if new}

    def rename(action: Action) -> Action:
        new = new_names.get(action.words[0]) if action.kind is ActionKind.MOVE else None
        return Action(action.kind, (new,)) if new else action

    return (
        [
            replace(
                rule, query=rename_folders(rule.query, new_names), actions=tuple(rename(each) for each in rule.actions)
            )
            for rule in rules
        ],
        [replace(view, query=rename_folders(view.query, new_names)) for view in views],
    )


def _write(library: Library, rules: Sequence[Rule], views: Sequence[SavedView]) -> None:
    """Keep what rules and views ask and do, of those that there still are."""
    for rule in rules:
        library.store.rules.rewrite(rule.key, rule.query, rule.actions)
    for view in views:
        library.store.views.rewrite(view.key, view.query)
