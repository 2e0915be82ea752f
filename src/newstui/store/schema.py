"""The tables, and how an older file becomes a newer one.

Times are microseconds since 1970, `sort_at` alone is seconds. What the tables are for, and why they are cut this way,
is told in docs/notes/store.md.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import apsw

from newstui.errors import N_, StoreError
from newstui.store.matching_schema import MATCHING
from newstui.store.search_schema import SEARCH

APPLICATION: Final = 0x6E777475
"""SQLite's application_id of a newstui library: "nwtu"."""

_FIRST: Final = """
-- What a list can hold: everything (0), a source, a folder, a language. The counters are of stories.
CREATE TABLE lists (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('everything', 'source', 'folder', 'language')),
    name TEXT,
    stories INTEGER NOT NULL DEFAULT 0,
    unread INTEGER NOT NULL DEFAULT 0,
    starred INTEGER NOT NULL DEFAULT 0,
    UNIQUE (kind, name)
) STRICT;
INSERT INTO lists (id, kind, name) VALUES (0, 'everything', '');

CREATE TABLE sources (
    id INTEGER PRIMARY KEY REFERENCES lists (id),
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    url TEXT,
    path TEXT,
    site TEXT,
    folder TEXT,
    language TEXT,
    position INTEGER NOT NULL,
    subscribed INTEGER NOT NULL,
    added_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sources_by_url ON sources (url);
CREATE INDEX sources_by_path ON sources (path);

-- What is known of a source between two fetches, and what the last refresh came to.
CREATE TABLE feeds (
    source INTEGER PRIMARY KEY REFERENCES sources (id) ON DELETE CASCADE,
    etag TEXT,
    last_modified TEXT,
    content_hash BLOB,
    interval INTEGER,
    failures INTEGER NOT NULL,
    moved_to TEXT,
    gone INTEGER NOT NULL,
    last_fetch INTEGER,
    last_good INTEGER,
    next_due INTEGER,
    retry_at INTEGER,
    last_status TEXT NOT NULL,
    http_status INTEGER,
    last_error TEXT
) STRICT;

-- The files of a directory as they were when they were last read.
CREATE TABLE files (
    source INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    mtime INTEGER NOT NULL,
    size INTEGER NOT NULL,
    article TEXT,
    content_hash BLOB,
    PRIMARY KEY (source, path)
) STRICT, WITHOUT ROWID;

-- A story: what a list shows one row for. unread, starred and places (the lists that it stands in, as JSON) are what
-- the placements were made from.
CREATE TABLE stories (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sort_at INTEGER NOT NULL,
    unread INTEGER NOT NULL DEFAULT 0,
    starred INTEGER NOT NULL DEFAULT 0,
    places TEXT NOT NULL DEFAULT '[]'
) STRICT;

-- Which stories stand in which list, in the order of the list. state: 0 all, 1 the unread, 2 the starred.
CREATE TABLE placements (
    list INTEGER NOT NULL,
    state INTEGER NOT NULL,
    sort_at INTEGER NOT NULL,
    story INTEGER NOT NULL,
    PRIMARY KEY (list, state, sort_at, story)
) STRICT, WITHOUT ROWID;

-- What a list shows stands before what only an open article needs. source is the first that still lists the article.
CREATE TABLE articles (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    story INTEGER NOT NULL REFERENCES stories (id),
    source INTEGER,
    language TEXT,
    sort_at INTEGER NOT NULL,
    title TEXT NOT NULL,
    language_origin TEXT,
    url TEXT,
    path TEXT,
    published INTEGER,
    updated INTEGER,
    changed_at INTEGER NOT NULL,
    content_hash BLOB NOT NULL,
    summary TEXT,
    authors TEXT,
    categories TEXT,
    enclosures TEXT,
    image TEXT,
    translation_of TEXT
) STRICT;
CREATE INDEX articles_by_story ON articles (story);

CREATE TABLE bodies (
    article INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
    document BLOB NOT NULL
) STRICT;

-- 64 bits of each identity by which an article is found again.
CREATE TABLE identities (
    key INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE
) STRICT;
CREATE INDEX identities_by_article ON identities (article);

-- Which sources list an article.
CREATE TABLE appearances (
    source INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    PRIMARY KEY (source, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX appearances_by_article ON appearances (article, source);

-- By the article's id, not its number: a status outlives its article.
CREATE TABLE statuses (
    id TEXT PRIMARY KEY,
    read INTEGER NOT NULL DEFAULT 0,
    starred INTEGER NOT NULL DEFAULT 0,
    archived INTEGER NOT NULL DEFAULT 0,
    arrived_at INTEGER,
    read_at INTEGER
) STRICT, WITHOUT ROWID;

-- The editions that an article itself declares or lists.
CREATE TABLE editions (
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    language TEXT NOT NULL,
    reason TEXT NOT NULL,
    title TEXT,
    url TEXT,
    path TEXT,
    PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;

-- Why two articles are editions of one story (together), or that the reader says they are not. By ids, article < other:
-- what the reader's hand did outlives both.
CREATE TABLE ties (
    article TEXT NOT NULL,
    other TEXT NOT NULL,
    reason TEXT NOT NULL,
    together INTEGER NOT NULL,
    PRIMARY KEY (article, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX ties_by_other ON ties (other, article);

CREATE TABLE quotes (
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    spans TEXT NOT NULL,
    speaker TEXT,
    speaker_text TEXT,
    cue TEXT,
    confidence REAL NOT NULL,
    PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;

-- Which version of the rules has looked for an article's quotes; 0: none yet.
CREATE TABLE quotings (
    article INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX quotings_by_version ON quotings (version, article DESC);

-- What a changed article said before.
CREATE TABLE revisions (
    number INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    seen_at INTEGER NOT NULL,
    title TEXT NOT NULL,
    summary TEXT,
    document BLOB NOT NULL
) STRICT;
CREATE INDEX revisions_by_article ON revisions (article, number);

CREATE TABLE marks (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

_FULLTEXTS: Final = """
ALTER TABLE sources ADD COLUMN fulltext TEXT NOT NULL DEFAULT 'never';
ALTER TABLE revisions ADD COLUMN fulltext INTEGER NOT NULL DEFAULT 0;

-- What an article's own page says. Authors, dates, language and image stand in articles too, where the feed gives none;
-- editions (JSON) in editions, after the feed's own.
CREATE TABLE fulltexts (
    article INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
    fetched_at INTEGER NOT NULL,
    prefer_feed INTEGER NOT NULL DEFAULT 0,
    url TEXT,
    title TEXT NOT NULL,
    summary TEXT,
    authors TEXT,
    published INTEGER,
    updated INTEGER,
    language TEXT,
    language_origin TEXT,
    image TEXT,
    editions TEXT,
    document BLOB NOT NULL
) STRICT;

-- Pages that a refresh is to fetch, and those that could not be had. source: whose rule wants it. next_try: NULL for
-- never again.
CREATE TABLE pages (
    article INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
    source INTEGER REFERENCES sources (id) ON DELETE SET NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    next_try INTEGER,
    retry_at INTEGER,
    error TEXT
) STRICT;
CREATE INDEX pages_by_next_try ON pages (next_try, article DESC) WHERE next_try IS NOT NULL;
CREATE INDEX pages_by_retry_at ON pages (retry_at) WHERE retry_at IS NOT NULL;
CREATE INDEX pages_by_source ON pages (source);
"""

_SPEAKERS: Final = """
-- What was found before is found again, so that its speakers are known.
DELETE FROM quotes;
UPDATE quotings SET version = 0;

-- Who speaks in the library: one row a person, under one of the spellings of the name.
CREATE TABLE speakers (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    quotes INTEGER NOT NULL DEFAULT 0,
    articles INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX speakers_by_quotes ON speakers (quotes, id);

-- The names as quotes have them. surname: the key (text.names) that all spellings of one person's name share.
CREATE TABLE spellings (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    surname TEXT NOT NULL,
    speaker INTEGER NOT NULL REFERENCES speakers (id),
    quotes INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX spellings_by_surname ON spellings (surname);
CREATE INDEX spellings_by_speaker ON spellings (speaker);

-- The words by whose beginnings a name is found.
CREATE TABLE spelling_words (
    word TEXT NOT NULL,
    spelling INTEGER NOT NULL,
    PRIMARY KEY (word, spelling)
) STRICT, WITHOUT ROWID;

-- In which articles a speaker speaks, and how many times. sort_at is the article's.
CREATE TABLE speakings (
    speaker INTEGER NOT NULL REFERENCES speakers (id),
    sort_at INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    quotes INTEGER NOT NULL,
    PRIMARY KEY (speaker, sort_at, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX speakings_by_article ON speakings (article, speaker);

CREATE TRIGGER speaking_counted AFTER INSERT ON speakings BEGIN
    UPDATE speakers SET quotes = quotes + new.quotes, articles = articles + 1 WHERE id = new.speaker;
END;
CREATE TRIGGER speaking_discounted AFTER DELETE ON speakings BEGIN
    UPDATE speakers SET quotes = quotes - old.quotes, articles = articles - 1 WHERE id = old.speaker;
END;
CREATE TRIGGER spelling_discounted AFTER DELETE ON quotes WHEN old.speaker IS NOT NULL BEGIN
    UPDATE spellings SET quotes = quotes - 1 WHERE name = old.speaker;
END;
"""

MIGRATIONS: Final[tuple[str, ...]] = (_FIRST, _FULLTEXTS, _SPEAKERS, SEARCH, MATCHING)
"""What makes a file of version n one of version n + 1; a file's version is their number (PRAGMA user_version)."""

_FOREIGN: Final = N_("{path} is another program's database; move it away, or name another folder with --data-dir.")
_NEWER: Final = N_(
    "The library {path} was written by a newer newstui (format {found}, this one knows {known}); install that version."
)


def is_current(connection: apsw.Connection, path: Path | None, migrations: Sequence[str] = MIGRATIONS) -> bool:
    """Whether the file has this version's tables; raises StoreError for a newer file and for another program's."""
    application = connection.pragma("application_id")
    version = connection.pragma("user_version")
    if application != APPLICATION and (application or version or not _is_empty(connection)):
        raise StoreError(_FOREIGN, path=str(path))
    if version > len(migrations):
        raise StoreError(_NEWER, path=str(path), found=version, known=len(migrations))
    return bool(version == len(migrations))


def prepare(connection: apsw.Connection, path: Path | None, migrations: Sequence[str] = MIGRATIONS) -> None:
    """Bring a new or older file to this version, once, also when several processes open it at the same moment."""
    if path is not None and _is_empty(connection):
        # Pages of 8 kB hold compressed bodies with less waste; freed pages can be given back in small steps.
        connection.execute("PRAGMA page_size = 8192; PRAGMA auto_vacuum = INCREMENTAL")
    if path is not None:
        _enter_wal(connection)
    connection.execute("BEGIN IMMEDIATE")
    try:
        if not is_current(connection, path, migrations):
            for script in migrations[connection.pragma("user_version") :]:
                connection.execute(script)
            connection.pragma("application_id", APPLICATION)
            connection.pragma("user_version", len(migrations))
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _enter_wal(connection: apsw.Connection, attempts: int = 100) -> None:
    """Switch to a write-ahead log; SQLite does not wait by itself when another process is just doing the same."""
    for attempt in range(attempts):
        try:
            connection.pragma("journal_mode", "wal")
        except apsw.BusyError:
            if attempt == attempts - 1:
                raise
            time.sleep(0.05)
        else:
            return


def _is_empty(connection: apsw.Connection) -> bool:
    return not connection.execute("SELECT count(*) FROM sqlite_schema").get
