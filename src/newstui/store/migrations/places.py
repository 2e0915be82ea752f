"""Format 8: where the reader is in each article, and what an article's source declares although the text says otherwise."""

from __future__ import annotations

from typing import Final

PLACES: Final = """
-- Where the reader is in an article, as model.Position. By the article's id: like its status, it outlives the article.
CREATE TABLE places (
    id TEXT PRIMARY KEY,
    block INTEGER NOT NULL,
    row INTEGER NOT NULL,
    "offset" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The language that the source declares, where the text is plainly in another: in articles.language then.
ALTER TABLE articles ADD COLUMN overruled TEXT;
"""
