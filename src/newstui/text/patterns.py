"""Regular expressions that are compiled when they are first used.

Compiling one with many ranges of characters takes up to milliseconds: the first screen would wait for a dozen of them
that it has no use for.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _LatePattern:
    """What stands for a compiled pattern; each of its methods is looked up once."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._arguments = pattern, flags

    def __getattr__(self, name: str) -> Any:
        method = getattr(re.compile(*self._arguments), name)
        self.__dict__[name] = method
        return method


def compile_late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what does everything that `re.compile(pattern, flags)` does, from its first use on."""
    return cast("re.Pattern[str]", _LatePattern(pattern, flags))
