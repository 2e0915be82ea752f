"""The tables by which editions are found: fingerprints, and the addresses that articles declare."""

from __future__ import annotations

from typing import Final

MATCHING: Final = """
-- What of an article survives translation (text.matching). state is a store.fingerprints.State, at the article's sort_at.
CREATE TABLE fingerprints (
    article INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
    state INTEGER NOT NULL,
    at INTEGER NOT NULL,
    language TEXT,
    length INTEGER,
    features BLOB
) STRICT;
CREATE INDEX fingerprints_by_state ON fingerprints (state, at, language);
INSERT INTO fingerprints (article, state, at, language) SELECT number, 0, sort_at, language FROM articles;

CREATE TRIGGER fingerprint_of_arrival AFTER INSERT ON articles BEGIN
    INSERT INTO fingerprints (article, state, at, language) VALUES (new.number, 0, new.sort_at, new.language);
END;
CREATE TRIGGER fingerprint_of_head AFTER UPDATE OF title, summary, image, language ON articles
WHEN (old.title, old.summary, old.image, old.language) IS NOT (new.title, new.summary, new.image, new.language) BEGIN
    UPDATE fingerprints SET state = 0, language = new.language WHERE article = new.number;
END;
CREATE TRIGGER fingerprint_of_body AFTER UPDATE OF document ON bodies WHEN old.document <> new.document BEGIN
    UPDATE fingerprints SET state = 0 WHERE article = new.article;
END;
CREATE TRIGGER fingerprint_of_page AFTER INSERT ON fulltexts BEGIN
    UPDATE fingerprints SET state = 0 WHERE article = new.article;
END;
CREATE TRIGGER fingerprint_of_changed_page AFTER UPDATE OF document, prefer_feed ON fulltexts
WHEN old.document <> new.document OR old.prefer_feed <> new.prefer_feed BEGIN
    UPDATE fingerprints SET state = 0 WHERE article = new.article;
END;

-- The identity (as in identities) of the article that an edition leads to, so that it is known when it arrives.
ALTER TABLE editions ADD COLUMN key INTEGER;
CREATE INDEX editions_by_key ON editions (key) WHERE key IS NOT NULL;

CREATE INDEX articles_by_translation_of ON articles (translation_of) WHERE translation_of IS NOT NULL;
"""
