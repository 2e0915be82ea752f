"""The tables of speakers: who is quoted, under which spellings, in which articles."""

from __future__ import annotations

from typing import Final

SPEAKERS: Final = """
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
