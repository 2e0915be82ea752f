"""The tables of tags, saved views, rules and retention."""

from __future__ import annotations

from typing import Final

FILING: Final = """
-- A list may be a tag's, too, or that of the stories that are hidden (-2).
CREATE TABLE more_lists (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('everything', 'hidden', 'source', 'folder', 'language', 'tag')),
    name TEXT,
    stories INTEGER NOT NULL DEFAULT 0,
    unread INTEGER NOT NULL DEFAULT 0,
    starred INTEGER NOT NULL DEFAULT 0,
    UNIQUE (kind, name)
) STRICT;
INSERT INTO more_lists SELECT * FROM lists;
INSERT INTO more_lists (id, kind, name) VALUES (-2, 'hidden', '');
UPDATE sqlite_sequence SET seq = (SELECT seq FROM sqlite_sequence WHERE name = 'lists') WHERE name = 'more_lists';
DROP TABLE lists;
ALTER TABLE more_lists RENAME TO lists;

-- folder: where a story stands in place of its source's own.
ALTER TABLE statuses ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
ALTER TABLE statuses ADD COLUMN folder TEXT;

-- By the article's id: like a status, a tag outlives its article.
CREATE TABLE taggings (
    article TEXT NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (article, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX taggings_by_tag ON taggings (tag, article);

-- Queries with a name. unread: as it was last counted, NULL where nobody has counted yet.
CREATE TABLE views (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    position INTEGER NOT NULL,
    name TEXT NOT NULL UNIQUE,
    query TEXT NOT NULL,
    unread INTEGER
) STRICT;

-- What is done with what arrives, in the order of position. actions: JSON. error: why it could not be done last time.
CREATE TABLE rules (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    position INTEGER NOT NULL,
    query TEXT NOT NULL,
    actions TEXT NOT NULL,
    enabled INTEGER NOT NULL DEFAULT 1,
    matched INTEGER NOT NULL DEFAULT 0,
    matched_at INTEGER,
    error TEXT
) STRICT;

-- The number of the last article that the rules have seen; numbers of articles that have gone are given again.
CREATE TABLE ruled (id INTEGER PRIMARY KEY CHECK (id = 0), article INTEGER NOT NULL) STRICT;
INSERT INTO ruled (id, article) SELECT 0, coalesce(max(number), 0) FROM articles;
CREATE TRIGGER ruled_gone AFTER DELETE ON articles BEGIN
    UPDATE ruled SET article = min(article, coalesce((SELECT max(number) FROM articles), 0)) WHERE id = 0;
END;

-- How many days, how many articles of a source are kept: 0 for all, NULL as it holds for every source.
ALTER TABLE sources ADD COLUMN keep_days INTEGER;
ALTER TABLE sources ADD COLUMN keep_articles INTEGER;

-- The identities of articles that were not kept, so that their source does not bring them back.
CREATE TABLE tombstones (
    key INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX tombstones_by_source ON tombstones (source);

-- The latest twenty wordings of an article are kept.
CREATE TRIGGER revision_added AFTER INSERT ON revisions BEGIN
    DELETE FROM revisions WHERE article = new.article AND number <= (
        SELECT number FROM revisions WHERE article = new.article ORDER BY number DESC LIMIT 1 OFFSET 20
    );
END;
"""
