"""Lists of story numbers as they were and as they are: what a reader has before the eyes does not vanish."""

from __future__ import annotations

from array import array


def keep_read(shown: array[int], now: array[int]) -> array[int]:
    """Return `now` with the stories of `shown` that have left it put back before what they preceded.

    A list of what is unread loses every story that is read; whoever reads it wants to see where they have been.
    """
    present = set(now)
    before: dict[int, list[int]] = {}
    waiting: list[int] = []
    for story in shown:
        if story in present:
            before[story], waiting = waiting, []
        else:
            waiting.append(story)
    merged = array(now.typecode)
    for story in now:
        merged.extend(before.get(story, ()))
        merged.append(story)
    merged.extend(waiting)
    return merged
