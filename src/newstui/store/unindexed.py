"""Articles that wait for the search index."""

from __future__ import annotations

import apsw


def count_unindexed(connection: apsw.Connection) -> int:
    """How many articles wait."""
    found: int = connection.execute("SELECT count(*) FROM unindexed").get
    return found


def renew_index(connection: apsw.Connection) -> None:
    """Forget the whole index; every article waits for it anew."""
    connection.execute("INSERT INTO article_words (article_words) VALUES ('delete-all')")
    connection.execute("INSERT OR IGNORE INTO unindexed (article) SELECT number FROM articles")
