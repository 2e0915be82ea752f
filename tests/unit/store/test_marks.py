from __future__ import annotations

from newstui.store import Store


def test_a_mark_is_kept_changed_and_forgotten(store: Store) -> None:
    assert store.get_mark("visit") is None
    for value in ("one", "", "Zoë “zwei”"):
        store.set_mark("visit", value)
        assert store.get_mark("visit") == value
    assert store.get_mark("other") is None
    store.set_mark("visit", None)
    store.set_mark("visit", None)
    assert store.get_mark("visit") is None
