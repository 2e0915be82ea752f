"""What a verb can do with the words in marks beside it."""

from __future__ import annotations

from enum import Flag


class Verb(Flag):
    """What a verb can do with the words in marks beside it."""

    SAY = 1
    THINK = 2
    LABEL = 4
    NAME = 8
