"""The tables of full texts: what articles' own pages say, and pages that wait to be fetched."""

from __future__ import annotations

from typing import Final

FULLTEXTS: Final = """
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
