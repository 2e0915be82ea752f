"""Tags: which articles have them, and which there are. By the articles' ids: a tag outlives its article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import apsw

from newstui.model import Tag
from newstui.store.columns import pack
from newstui.text.tags import clean_tag, fold_tag


def list_tags(connection: apsw.Connection) -> list[Tag]:
    """The tags that stories have, by name."""
    rows = connection.execute("SELECT name, stories, unread FROM lists WHERE kind = 'tag' AND stories")
    return sorted((Tag(*row) for row in rows), key=lambda tag: (fold_tag(tag.name), tag.name))


def spell_tags(connection: apsw.Connection, tags: Iterable[str]) -> dict[str, str]:
    """How these tags are spelt: as they are known, or as they come first; raises UsageError for what cannot be a tag."""
    known = {fold_tag(name): name for (name,) in connection.execute("SELECT name FROM lists WHERE kind = 'tag'")}
    return {tag: known.setdefault(fold_tag(clean), clean) for tag in tags for clean in (clean_tag(tag),)}


def find_tags(connection: apsw.Connection, ids: Iterable[str]) -> dict[str, frozenset[str]]:
    """The tags of those of these articles that have any, whether the articles are here or not."""
    rows = connection.execute(
        "SELECT t.article, t.tag FROM json_each(?) AS wanted CROSS JOIN taggings AS t ON t.article = wanted.value",
        (pack(ids),),
    )
    return _gather(rows)


def find_story_tags(connection: apsw.Connection, ids: Iterable[str]) -> dict[str, frozenset[str]]:
    """The tags of the stories of those of these articles whose stories have any."""
    rows = connection.execute(
        """
        SELECT me.id, t.tag
        FROM json_each(?) AS wanted
        CROSS JOIN articles AS me ON me.id = wanted.value
        CROSS JOIN articles AS a ON a.story = me.story
        CROSS JOIN taggings AS t ON t.article = a.id
        """,
        (pack(ids),),
    )
    return _gather(rows)


def set_tags(connection: apsw.Connection, tags: Mapping[str, frozenset[str]]) -> None:
    """Let each of these articles have these tags and no others."""
    connection.execute("DELETE FROM taggings WHERE article IN (SELECT value FROM json_each(?))", (pack(tags),))
    connection.executemany(
        "INSERT INTO taggings (article, tag) VALUES (?, ?)",
        sorted((article_id, tag) for article_id, own in tags.items() for tag in own),
    )


def _gather(rows: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for article_id, tag in rows:
        found[article_id].add(tag)
    return {article_id: frozenset(tags) for article_id, tags in found.items()}
