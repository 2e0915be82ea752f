"""Pictures of tags, saved views, rules and changes."""

from __future__ import annotations

from tests.snapshots.test_screens import MIDDLE, SMALL, Compare, _check
from tests.ui.fake_library import FakeLibrary


def make_filed() -> FakeLibrary:
    """A library with a view, two tags, a hidden story and a rule."""
    library = FakeLibrary(ladder=("en", "de"))
    library.views.add("Storms", "storm")
    library.views.recount()
    library.tags.set_tags("a001", ["Tram", "later"])
    library.mark(["a004"], hidden=True)
    return library


def test_views_and_tags_among_the_sources(snap_compare: Compare) -> None:
    _check(snap_compare, MIDDLE, "1", "j", "j", "j", "j", library=make_filed())


def test_tags_of_a_story(snap_compare: Compare) -> None:
    _check(snap_compare, SMALL, "t", "type:tr", library=make_filed())


def test_a_new_rule(snap_compare: Compare) -> None:
    _check(snap_compare, MIDDLE, "comma", "r", "enter", "type:storm", "tab", "enter", library=make_filed())


def test_rules(snap_compare: Compare) -> None:
    _check(
        snap_compare, SMALL, "comma", "r", "enter", "type:storm", "tab", "enter", "tab", "enter", library=make_filed()
    )


def test_what_has_changed(snap_compare: Compare) -> None:
    library = make_filed()
    library.revisions.changed.add("a001")
    _check(snap_compare, MIDDLE, "j", "=", library=library)
