"""LoadingList: a list that loads what stands in its rows when they are seen, a page at a time."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeAlias

from textual.worker import Worker, WorkerState

from newstui.model import Heading, Headline
from newstui.model.heading import is_heading
from newstui.ui.headlines import messages
from newstui.ui.headlines.folding import FoldingList

_WORKER: Final = "headlines"

Row: TypeAlias = Headline | Heading
Load = Callable[[Sequence[int]], Sequence[Row]]
Count = Callable[[Mapping[int, Sequence[int]]], Sequence[Heading]]
"""Is given the rows of groups by their headings, and returns these with what is unread."""


class LoadingList(FoldingList):
    """Loads in a thread what is on the screen, then what is around it; what its group hides is not on the screen."""

    LoadFailed: TypeAlias = messages.LoadFailed

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002  Textual's word
        super().__init__(id=id, classes=classes)
        self._load: Load = lambda _stories: []
        self._count: Count = lambda _groups: []
        self._loading: Worker[tuple[Sequence[int], Sequence[Row]]] | None = None

    @abstractmethod
    def drop_gone(self, gone: set[int]) -> None:
        """Take the rows of stories away that are no more: removed, or part of another one now."""

    def load_visible(self) -> None:
        """Load what can be seen and has not been loaded, then what is around it; one page at a time, in a thread."""
        if self._loading is not None or not self._stories:
            return
        first = self.scroll_offset.y // self.density
        missing = self._shelf.find_missing(self._rows, first, first + max(1, self._count_rows()) + 1)
        if missing:
            load, count = self._load, self._count
            groups = self._list_members(row for row in missing if is_heading(row))
            others = [row for row in missing if row not in groups]
            self._loading = self.run_worker(
                lambda: (others, [*(load(others) if others else ()), *(count(groups) if groups else ())]),
                name=_WORKER,
                group=_WORKER,
                thread=True,
                exit_on_error=False,
            )
            self._shelf.expect(groups)

    def _cancel_loading(self) -> None:
        """Have what is being loaded thrown away when it comes."""
        if self._loading is not None:
            self._loading.cancel()
            self._loading = None

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Take in what was loaded, and load what is needed next."""
        if event.worker is not self._loading:
            return
        if event.state is WorkerState.SUCCESS:
            self._loading = None
            asked, rows = event.worker.result or ([], [])
            self._shelf.put(rows, asked)
            self.drop_gone(set(asked).difference(row.key for row in rows))
            self.repaint_rows()
            self.announce()
            self.load_visible()
        elif event.state is WorkerState.ERROR:
            self._loading = None
            if event.worker.error is not None:
                self.post_message(self.LoadFailed(self, event.worker.error))
