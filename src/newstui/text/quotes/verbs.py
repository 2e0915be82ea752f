"""What a verb can do with the words in marks beside it."""

from __future__ import annotations

from typing import Final


class Verb:
    """The bits of a verb, plain numbers, since they are asked for at every mark; a verb may do several of these things."""

    SAY: Final = 1
    THINK: Final = 2
    LABEL: Final = 4
    NAME: Final = 8


BY_KIND: Final = {"say": Verb.SAY, "think": Verb.THINK, "label": Verb.LABEL, "name": Verb.NAME}
"""By the tables of a language's file."""
