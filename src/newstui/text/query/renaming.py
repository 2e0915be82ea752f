"""Folders that have other names now: what a query says of them is said of the new names."""

from __future__ import annotations

from collections.abc import Mapping

from newstui.text.letters import fold_word
from newstui.text.query.mistakes import QueryError
from newstui.text.query.parsing import parse_query
from newstui.text.query.printing import print_query
from newstui.text.query.tree import Name, Named, list_leaves


def rename_folders(text: str, names: Mapping[str, str]) -> str:
    """Return a query in which the folders that it calls by their whole names have their new ones, all else as written.

    A query that cannot be read stays as it is.
    """
    try:
        leaves = list(list_leaves(parse_query(text)))
    except QueryError:
        return text
    new_names = {fold_word(old): new for old, new in names.items()}
    for leaf in reversed(leaves):
        if isinstance(leaf, Named) and leaf.name is Name.FOLDER and (new := new_names.get(fold_word(leaf.value))):
            text = text[: leaf.start] + print_query(Named(Name.FOLDER, new)) + text[leaf.end :]
    return text
