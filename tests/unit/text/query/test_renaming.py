"""Queries that name folders which have other names now."""

from __future__ import annotations

import pytest

from newstui.text.query import parse_query
from newstui.text.query.renaming import rename_folders

NAMES = {"World": "Globe", "World / Europe": "Globe / Europe", "Zürich": "Old Town"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("folder:World", "folder:Globe"),
        ("folder:WORLD a", "folder:Globe a"),
        ('-folder:"World / Europe"', '-folder:"Globe / Europe"'),
        ("( folder:world OR  b )  -folder:zurich", '( folder:Globe OR  b )  -folder:"Old Town"'),
        ("FOLDER:world", "folder:Globe"),
        ("folder:wor", "folder:wor"),
        ('"folder:World" title:World source:World', '"folder:World" title:World source:World'),
        ("folder:World titel:x", "folder:World titel:x"),
        ("", ""),
    ],
)
def test_whole_names_are_renamed_and_all_else_stays(before: str, after: str) -> None:
    assert rename_folders(before, NAMES) == after
    if "titel" not in after:
        parse_query(after)
