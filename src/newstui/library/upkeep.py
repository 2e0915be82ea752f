"""Looking after sources: how each is and why, and what the user changes about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newstui.model import FulltextRule, Source

if TYPE_CHECKING:
    from newstui.library.facade import Library


@dataclass(frozen=True, slots=True)
class Condition:
    """How a source is. `failures` are those in a row, `moved_to` is where one redirect said it had moved for good.

    `sentences` say it all in the interface's language.
    """

    failures: int = 0
    gone: bool = False
    moved_to: str | None = None
    sentences: tuple[str, ...] = ()


class Upkeep:
    """Describes and changes the sources of a library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def list_conditions(self, sources: Sequence[Source]) -> dict[str, Condition]:
        """Return how these sources are, by their keys."""
        from newstui.library.condition import describe_condition
        from newstui.library.refreshing import refresh_settings

        now, settings = self._library.now(), refresh_settings(self._library)
        states = {state.source: state for state in self._library.store.list_feed_states([each.key for each in sources])}
        return {
            source.key: Condition(
                failures=state.failures,
                gone=state.gone,
                moved_to=state.moved_to,
                sentences=tuple(describe_condition(source, state, now, settings)),
            )
            for source in sources
            if (state := states.get(source.key))
        }

    def change(
        self, key: str, *, title: str, folder: str | None, language: str | None, fulltext: FulltextRule
    ) -> Source:
        """Change what the user may; a source without a title gets its own with its feed's next change.

        Raises UsageError if there is no such source.
        """
        library = self._library
        source = library.find_source(key)
        name = title or source.url or source.path or source.title
        changed = library.store.update_source(key, title=name, folder=folder, language=language)
        return changed if fulltext is source.fulltext else library.fulltexts.set_rule(key, fulltext)

    def move(self, key: str, folder: str | None) -> Source:
        """Put a source into a folder, or with None out of its own; raises UsageError if there is no such source."""
        return self._library.store.update_source(key, folder=folder)
