"""What a reader does behind the first screen after a refresh, done beforehand, so that it is not measured with the rest."""

from __future__ import annotations

import itertools

from articles import NOW

from newstui.library.matching import take_fingerprint
from newstui.library.quoting import look_through
from newstui.store import Store
from newstui.text.matching import FINGERPRINT_VERSION
from newstui.text.quotes import RULES_VERSION

_SAMPLE = 300
_AT_ONCE = 1000


def finish(store: Store) -> None:
    """Index what has arrived, look for editions and for quotations.

    To look through the words of a million texts would take an hour. So few of them are: the others get their
    fingerprints, and none has quotations, since none has quotation marks.
    """
    while store.index.index_batch():
        pass
    store.fingerprints.begin(FINGERPRINT_VERSION, NOW)
    store.fingerprints.sort_out()
    known = [take_fingerprint(wording) for wording in store.fingerprints.list_wanted(_SAMPLE)]
    while store.fingerprints.is_waiting():
        wanted = [wording.id for wording in store.fingerprints.list_wanted(_AT_ONCE)]
        taken = itertools.cycle((length, features) for _id, length, features in known)
        store.fingerprints.save([(article, *each) for article, each in zip(wanted, taken, strict=False)])
        store.fingerprints.note_matched(wanted)
    while waiting := store.quotes.list_unlooked(RULES_VERSION, _AT_ONCE):
        store.quotes.save_found(dict.fromkeys(waiting, ()), RULES_VERSION)
    look_through(store, lambda _done, _total: None, lambda: False)
