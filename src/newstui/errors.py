"""What can go wrong, in words that are translated where a person reads them.

Lower layers raise these with an English template and named arguments; the command line and the interface
translate the template and fill it in. A template says what happened, where, and how to mend it, in one line.

    NewstuiError
      ConfigError     the configuration is wrong                     exit status 2
      UsageError      the call is wrong: no such target, source, id  exit status 2
      SourceError     a file or feed cannot be read as what it should be
      FetchError      the network or a server failed
      StoreError      the library's file cannot be used
        MiscountError   its lists or counts are wrong, and can be worked out anew
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any, Final

_NAME: Final = re.compile(r"\{(\w+)\}")


def N_(message: str) -> str:  # noqa: N802  gettext's name for "translate this later"
    """Mark a template for the catalogues and return it unchanged."""
    return message


class NewstuiError(Exception):
    """A failure that a person is told about; `template` is the key of its translation.

    Arguments are plain values, or other NewstuiErrors, which are translated in turn.
    """

    def __init__(self, template: str, **arguments: Any) -> None:
        super().__init__(template, arguments)
        self.template = template
        self.arguments = arguments

    def __str__(self) -> str:
        return fill(self.template, self.arguments)


class ConfigError(NewstuiError):
    """The configuration is wrong: the arguments name the file and the key."""


class UsageError(NewstuiError):
    """The call is wrong: an unknown target, source, article or language."""


class SourceError(NewstuiError):
    """Bytes are not what they should be, or a file cannot be read."""


class FetchError(NewstuiError):
    """The network failed or a server answered with an error.

    `http_status` is its answer, if there was one; `retry_at` the time until which it asked to be left alone.
    """

    def __init__(
        self, template: str, *, http_status: int | None = None, retry_at: datetime | None = None, **arguments: Any
    ) -> None:
        super().__init__(template, **arguments)
        self.http_status = http_status
        self.retry_at = retry_at


class StoreError(NewstuiError):
    """The library's file cannot be opened, read or written."""


class ReadOnlyError(StoreError):
    """The library can be read, but not changed: its file, its folder or its disk does not let this user write."""

    def __init__(self, path: object) -> None:
        super().__init__(
            N_("This library cannot be changed, only read; to change it, make it and its folder writable: {path}"),
            path=path,
        )


class MiscountError(StoreError):
    """The library's lists or counts are not what its articles say; working them out anew sets them right."""


def fill(template: str, arguments: dict[str, Any]) -> str:
    """Put named arguments into a template; a name without an argument stays as it is written."""
    return _NAME.sub(lambda name: str(arguments.get(name[1], name[0])), template)


def unforeseen(error: Exception) -> NewstuiError:
    """Return an error of ours for one that nobody foresaw: its kind and its words, to be reported."""
    return NewstuiError(
        N_("Something went wrong that should not: {kind}: {words}"), kind=type(error).__name__, words=error
    )
