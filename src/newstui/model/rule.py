"""Rules, saved views and tags: what is done by itself with what arrives, and how a library is cut."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from newstui.errors import NewstuiError
from newstui.record import record


class ActionKind(StrEnum):
    """What a rule does with an article; the values are the names of the options of `rules add`."""

    HIDE = "hide"
    READ = "read"
    STAR = "star"
    TAG = "tag"
    MOVE = "move"
    FULLTEXT = "fulltext"
    NOTIFY = "notify"
    RUN = "run"


@record
class Action:
    """One thing that a rule does. `words` are the tag, the folder, or a command with its arguments."""

    kind: ActionKind
    words: tuple[str, ...] = ()


@record(kw_only=True)
class Rule:
    """What is done with each article that arrives and fulfils `query` (text.query).

    `key` is its number in the store. `matched` counts the articles so far, the last at `matched_at`; `error` is why
    something of it could not be done when it last had something to do.
    """

    key: int
    query: str
    actions: tuple[Action, ...]
    enabled: bool = True
    matched: int = 0
    matched_at: datetime | None = None
    error: NewstuiError | None = None


@record
class Notice:
    """What a rule has to tell: the headlines that it was asked to tell of, or why something could not be done."""

    query: str
    titles: tuple[str, ...] = ()
    error: NewstuiError | None = None


@record(kw_only=True)
class SavedView:
    """A query with a name. `unread` is how many of its stories were unread when somebody last counted, None before."""

    key: int
    name: str
    query: str
    unread: int | None = None


@record
class Tag:
    """A tag that stories have; the counts are kept, not counted."""

    name: str
    stories: int
    unread: int


@record
class SourceSize:
    """What a source takes: its articles, and the bytes of their texts, full texts and earlier wordings as stored."""

    source: str
    articles: int
    size: int
