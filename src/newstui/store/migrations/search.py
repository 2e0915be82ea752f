"""The tables of the search index. What they are for, and why they are cut this way, is told in docs/notes/search.md."""

from __future__ import annotations

from typing import Final

SEARCH: Final = """
-- The words of the articles, by their numbers; text.folding says what they are. has: audio, video.
CREATE VIRTUAL TABLE article_words USING fts5 (
    title, summary, quote, author, has, body,
    content = '', contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 2 categories 'L* M* N* Co'"
);
-- Batches are written as one piece each.
INSERT INTO article_words (article_words, rank) VALUES ('hashsize', 8388608);

-- The longer words of titles, folded, and their trigrams: what a part of a word is looked up in. None ever goes.
CREATE TABLE title_words (
    id INTEGER PRIMARY KEY,
    word TEXT NOT NULL UNIQUE
) STRICT;
CREATE VIRTUAL TABLE title_parts USING fts5 (
    word, content = 'title_words', content_rowid = 'id', detail = 'none', tokenize = 'trigram'
);
CREATE TRIGGER title_word_added AFTER INSERT ON title_words BEGIN
    INSERT INTO title_parts (rowid, word) VALUES (new.id, new.word);
END;

-- Articles whose words are not in the index, or no longer as they are. In the triggers OR IGNORE would not do: the
-- statement that fires one decides about conflicts.
CREATE TABLE unindexed (article INTEGER PRIMARY KEY) STRICT;
INSERT INTO unindexed (article) SELECT number FROM articles;

CREATE TRIGGER article_arrived AFTER INSERT ON articles BEGIN
    INSERT INTO unindexed SELECT new.number WHERE NOT EXISTS (SELECT 1 FROM unindexed WHERE article = new.number);
END;
CREATE TRIGGER article_changed AFTER UPDATE OF title, summary, authors, enclosures ON articles BEGIN
    INSERT INTO unindexed SELECT new.number WHERE NOT EXISTS (SELECT 1 FROM unindexed WHERE article = new.number);
END;
CREATE TRIGGER article_gone AFTER DELETE ON articles BEGIN
    DELETE FROM article_words WHERE rowid = old.number;
    DELETE FROM unindexed WHERE article = old.number;
END;
CREATE TRIGGER fulltext_arrived AFTER INSERT ON fulltexts BEGIN
    INSERT INTO unindexed SELECT new.article WHERE NOT EXISTS (SELECT 1 FROM unindexed WHERE article = new.article);
END;
CREATE TRIGGER fulltext_changed AFTER UPDATE ON fulltexts BEGIN
    INSERT INTO unindexed SELECT new.article WHERE NOT EXISTS (SELECT 1 FROM unindexed WHERE article = new.article);
END;
CREATE TRIGGER fulltext_gone AFTER DELETE ON fulltexts BEGIN
    INSERT INTO unindexed SELECT old.article WHERE NOT EXISTS (SELECT 1 FROM unindexed WHERE article = old.article);
END;
CREATE TRIGGER quotes_found AFTER INSERT ON quotes WHEN new.position = 0 BEGIN
    INSERT INTO unindexed SELECT new.article WHERE NOT EXISTS (SELECT 1 FROM unindexed WHERE article = new.article);
END;
CREATE TRIGGER quotes_gone AFTER DELETE ON quotes WHEN old.position = 0 BEGIN
    INSERT INTO unindexed SELECT old.article WHERE NOT EXISTS (SELECT 1 FROM unindexed WHERE article = old.article);
END;
"""
