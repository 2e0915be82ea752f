"""The first tables: sources, what they list, articles and their statuses, the lists that stories stand in."""

from __future__ import annotations

from typing import Final

FIRST: Final = """
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
