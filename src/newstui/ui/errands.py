"""Errands: what fetches something at the reader's word, and can be stopped."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Event


@dataclass(frozen=True, slots=True, eq=False)
class Errand:
    """One thing that is being fetched; its thread looks whether it `is_stopped`."""

    name: str
    _stopped: Event = field(default_factory=Event)

    def is_stopped(self) -> bool:
        """Whether nobody waits for it any more."""
        return self._stopped.is_set()

    def stop(self) -> None:
        """Let its thread end, and tell nobody of what comes of it."""
        self._stopped.set()


class Errands:
    """What is being fetched, by a name of the caller's choice."""

    def __init__(self) -> None:
        self._running: dict[str, Errand] = {}

    def begin(self, name: str) -> Errand | None:
        """Note that something is being fetched; None if it is already."""
        if name in self._running:
            return None
        errand = self._running[name] = Errand(name)
        return errand

    def end(self, errand: Errand) -> bool:
        """Note that an errand has ended; returns whether somebody still waits for it."""
        if self._running.get(errand.name) is errand:
            del self._running[errand.name]
        return not errand.is_stopped()

    def stop(self) -> bool:
        """Stop everything; False if nothing is going on."""
        running = list(self._running.values())
        self._running.clear()
        for errand in running:
            errand.stop()
        return bool(running)
