"""Lists of story numbers as they were and as they are: what a reader has before the eyes does not vanish."""

from __future__ import annotations

from array import array


def keep_read(shown: array[int], now: array[int]) -> array[int]:
    """Return `now` with the stories of `shown` that have left it put back after what they followed.

    A list of what is unread loses every story that is read; whoever reads it wants to see where they have been.
    """
    present = set(now)
    following: dict[int | None, list[int]] = {}
    before: int | None = None
    for story in shown:
        if story in present:
            before = story
        else:
            following.setdefault(before, []).append(story)
    if not following:
        return now
    merged = array(now.typecode, following.get(None, ()))
    for story in now:
        merged.append(story)
        merged.extend(following.get(story, ()))
    return merged
