"""The parts of a store that are objects of their own, each loaded and made when somebody first asks for it."""

# ruff: noqa: PLC0415  a list of headlines does not wait for what knows of fingerprints, rules and names

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from newstui.store.connection import Connections

if TYPE_CHECKING:
    from newstui.store.articles import Articles
    from newstui.store.changes import Changes
    from newstui.store.edition_rows import EditionRows
    from newstui.store.editions import Editions
    from newstui.store.fingerprints import Fingerprints
    from newstui.store.groups import Groups
    from newstui.store.index import SearchIndex
    from newstui.store.keeping import Keeping
    from newstui.store.name_verdicts import NameVerdicts
    from newstui.store.orders import Orders
    from newstui.store.pages import Pages
    from newstui.store.places import Places
    from newstui.store.quotes import Quotes
    from newstui.store.rules import Rules
    from newstui.store.speakers import Speakers
    from newstui.store.statistics import Counts
    from newstui.store.ties import Ties
    from newstui.store.views import Views


class Parts:
    """What a store consists of; all of it works on the same connections."""

    def __init__(self, path: Path | None, *, patience: float = 10.0) -> None:
        """Open a library's file, or a library in memory when `path` is None; a writer waits for others, `patience` seconds."""
        self._connections = Connections(path, patience)

    @cached_property
    def articles(self) -> Articles:
        """Articles with all that is shown beside them, and their bodies."""
        from newstui.store.articles import Articles

        return Articles(self._connections)

    @cached_property
    def editions(self) -> Editions:
        """Which articles are one story, and what they say of their other editions."""
        from newstui.store.editions import Editions

        return Editions(self._connections)

    @cached_property
    def fingerprints(self) -> Fingerprints:
        """What articles are compared by across languages."""
        from newstui.store.fingerprints import Fingerprints

        return Fingerprints(self._connections)

    @cached_property
    def index(self) -> SearchIndex:
        """What is searched."""
        from newstui.store.index import SearchIndex

        return SearchIndex(self._connections)

    @cached_property
    def edition_rows(self) -> EditionRows:
        """Editions as rows of their own."""
        from newstui.store.edition_rows import EditionRows

        return EditionRows(self._connections)

    @cached_property
    def orders(self) -> Orders:
        """Lists in other orders than the newest first."""
        from newstui.store.orders import Orders

        return Orders(self._connections)

    @cached_property
    def groups(self) -> Groups:
        """Lists in groups."""
        from newstui.store.groups import Groups

        return Groups(self._connections)

    @cached_property
    def changes(self) -> Changes:
        """What other connections and processes have changed."""
        from newstui.store.changes import Changes

        return Changes(self._connections)

    @cached_property
    def places(self) -> Places:
        """The places that articles were read to."""
        from newstui.store.places import Places

        return Places(self._connections)

    @cached_property
    def ties(self) -> Ties:
        """What ties articles to one story, and sets them apart."""
        from newstui.store.ties import Ties

        return Ties(self._connections)

    @cached_property
    def rules(self) -> Rules:
        """What is done by itself with what arrives."""
        from newstui.store.rules import Rules

        return Rules(self._connections)

    @cached_property
    def views(self) -> Views:
        """Saved views, tags and folders."""
        from newstui.store.views import Views

        return Views(self._connections)

    @cached_property
    def keeping(self) -> Keeping:
        """What is kept, and for how long."""
        from newstui.store.keeping import Keeping

        return Keeping(self._connections)

    @cached_property
    def pages(self) -> Pages:
        """The pages that are to be fetched."""
        from newstui.store.pages import Pages

        return Pages(self._connections)

    @cached_property
    def quotes(self) -> Quotes:
        """The quotations that were found."""
        from newstui.store.quotes import Quotes

        return Quotes(self._connections)

    @cached_property
    def statistics(self) -> Counts:
        """How much arrives, and what of it is read."""
        from newstui.store.statistics import Counts

        return Counts(self._connections)

    @cached_property
    def speakers(self) -> Speakers:
        """Who is quoted."""
        from newstui.store.speakers import Speakers

        return Speakers(self._connections)

    @cached_property
    def verdicts(self) -> NameVerdicts:
        """What the reader says of names, over what their rules say."""
        from newstui.store.name_verdicts import NameVerdicts

        return NameVerdicts(self._connections)
