"""Whose quotes they are: the spellings of one person's name become one speaker, and what each says is counted.

Names are grouped (text.names) surname by surname, when a name comes up for the first time and when it has doubled:
then it may be clear whom a surname alone means. Triggers keep the counts. See docs/notes/speakers.md.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

import apsw

from newstui.store.columns import pack
from newstui.text.name_verdicts import apply_verdicts
from newstui.text.names import NameGroup, fold_surname, group_names, list_words


def count_speakers(connection: apsw.Connection, number: int, names: Mapping[str, int]) -> None:
    """Count who speaks how often in an article whose quotes have just been stored; nothing of it is counted yet."""
    surnames: dict[str, dict[str, int]] = defaultdict(dict)
    known = _find_spellings(connection, names)
    for name, count in names.items():
        if name not in known:
            surnames[fold_surname(name)][name] = count
        elif (known[name] + count).bit_length() != known[name].bit_length():
            surnames.setdefault(fold_surname(name), {})
    connection.executemany(
        "UPDATE spellings SET quotes = quotes + ? WHERE name = ?", [(names[name], name) for name in known]
    )
    for surname, added in surnames.items():
        _group_surname(connection, surname, added)
    _place_article(connection, number, names)


def discount_speakers(connection: apsw.Connection, number: int) -> None:
    """Take back what an article's quotes have been counted for; they have gone, or are about to."""
    connection.execute("DELETE FROM speakings WHERE article = ?", (number,))


def rebuild_speakers(connection: apsw.Connection) -> None:
    """Work out all speakers again from the quotes: after damage, or when the rules for names have changed."""
    for table in ("speakings", "spelling_words", "spellings", "speakers"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608  one of four
    articles: dict[int, Counter[str]] = defaultdict(Counter)
    for number, name in connection.execute("SELECT article, speaker FROM quotes WHERE speaker IS NOT NULL"):
        articles[number][name] += 1
    surnames: dict[str, Counter[str]] = defaultdict(Counter)
    for names in articles.values():
        for name, count in names.items():
            surnames[fold_surname(name)][name] += count
    for surname, counts in surnames.items():
        _group_surname(connection, surname, counts)
    for number, names in articles.items():
        _place_article(connection, number, names)


def renew_spellings(connection: apsw.Connection, after: int, limit: int) -> int | None:
    """Fold some names anew, those behind this spelling, and regroup those whose key is another one now.

    Returns the last spelling looked at, None behind the last. Words by which they were found stay.
    """
    rows = connection.execute(
        "SELECT id, name, surname FROM spellings WHERE id > ? ORDER BY id LIMIT ?", (after, limit)
    )
    found: list[tuple[int, str, str]] = list(rows)
    for spelling, name, surname in found:
        _add_words(connection, spelling, name)
        if fold_surname(name) != surname:
            _move_spelling(connection, spelling, fold_surname(name))
            for touched in (surname, fold_surname(name)):
                _group_surname(connection, touched, {})
    return found[-1][0] if found else None


def is_miscounted(connection: apsw.Connection) -> bool:
    """Whether the speakers say anything else than the quotes; reads all of them."""
    said = connection.execute(
        """
        SELECT n.speaker, a.sort_at, q.article, count(*) FROM quotes AS q
        CROSS JOIN articles AS a ON a.number = q.article
        LEFT JOIN spellings AS n ON n.name = q.speaker
        WHERE q.speaker IS NOT NULL GROUP BY q.article, n.speaker
        """
    ).fetchall()
    if set(said) != set(connection.execute("SELECT speaker, sort_at, article, quotes FROM speakings")):
        return True
    sums = "SELECT speaker, sum(quotes), count(*) FROM speakings GROUP BY speaker"
    kept = "SELECT id, quotes, articles FROM speakers WHERE quotes OR articles"
    names = "SELECT speaker, count(*) FROM quotes WHERE speaker IS NOT NULL GROUP BY speaker"
    spellings = "SELECT name, quotes FROM spellings WHERE quotes"
    return any(
        set(connection.execute(left)) != set(connection.execute(right))
        for left, right in ((sums, kept), (names, spellings))
    )


def _find_spellings(connection: apsw.Connection, names: Iterable[str]) -> dict[str, int]:
    """How many quotes the names have that have come up before."""
    rows = connection.execute(
        "SELECT n.name, n.quotes FROM json_each(?) AS wanted CROSS JOIN spellings AS n ON n.name = wanted.value",
        (pack(names),),
    )
    return dict(rows)


def regroup(connection: apsw.Connection, surnames: Iterable[str]) -> None:
    """Say anew which names of these surnames are whose: what the reader says of them has changed."""
    _group_names(connection, surnames, {})


def _group_surname(connection: apsw.Connection, surname: str, added: Mapping[str, int]) -> None:
    """Say anew which names of a surname are one speaker's; `added` are those that come up for the first time."""
    _group_names(connection, [surname], {name: (surname, count) for name, count in added.items()})


def _group_names(connection: apsw.Connection, surnames: Iterable[str], added: Mapping[str, tuple[str, int]]) -> None:
    """Group the names of these surnames, and of those that the reader's word ties to them; `added` are new ones."""
    speakers: dict[str, int] = {}
    counts = {name: count for name, (_, count) in added.items()}
    for name, speaker, quotes in connection.execute(_RELATED, (pack(surnames), pack(added))):
        speakers[name], counts[name] = speaker, quotes
    free = set(speakers.values())
    moved: list[str] = []
    for group in _judge_groups(connection, counts):
        votes: Counter[int] = Counter()
        for name in group.spellings:
            if speakers.get(name) in free:
                votes[speakers[name]] += counts[name]
        speaker = votes.most_common(1)[0][0] if votes else _add_speaker(connection)
        free.discard(speaker)
        connection.execute("UPDATE speakers SET name = ?1 WHERE id = ?2 AND name <> ?1", (group.name, speaker))
        for name in group.spellings:
            if name not in speakers:
                _add_spelling(connection, name, added[name][0], speaker, added[name][1])
            elif speakers[name] != speaker:
                connection.execute("UPDATE spellings SET speaker = ? WHERE name = ?", (speaker, name))
                moved.append(name)
    for speaker in {speakers[name] for name in moved}:
        _place_articles_of(connection, speaker)
    connection.executemany("DELETE FROM speakers WHERE id = ?", [(speaker,) for speaker in free])


_RELATED: Final = """
    WITH RECURSIVE related (surname) AS (
        SELECT value FROM json_each(?)
        UNION
        SELECT o.surname FROM json_each(?) AS new
        CROSS JOIN name_verdicts AS v ON v.name = new.value AND v.same
        CROSS JOIN spellings AS o ON o.name = v.other
        UNION
        SELECT o.surname FROM related AS r
        CROSS JOIN spellings AS n ON n.surname = r.surname
        CROSS JOIN name_verdicts AS v ON v.name = n.name AND v.same
        CROSS JOIN spellings AS o ON o.name = v.other
    )
    SELECT n.name, n.speaker, n.quotes FROM related AS r CROSS JOIN spellings AS n ON n.surname = r.surname
"""


def _judge_groups(connection: apsw.Connection, counts: Mapping[str, int]) -> list[NameGroup]:
    """Group names by the rules, then by what the reader says of them."""
    groups = group_names(counts)
    same: list[tuple[str, str]] = []
    apart: list[tuple[str, str]] = []
    for name, other, is_same in connection.execute(
        "SELECT v.name, v.other, v.same FROM json_each(?) AS wanted CROSS JOIN name_verdicts AS v ON v.name = wanted.value",
        (pack(counts),),
    ):
        (same if is_same else apart).append((name, other))
    return apply_verdicts(groups, counts, same, apart) if same or apart else groups


def _add_speaker(connection: apsw.Connection) -> int:
    connection.execute("INSERT INTO speakers (name) VALUES ('')")
    return connection.last_insert_rowid()


def _add_spelling(connection: apsw.Connection, name: str, surname: str, speaker: int, quotes: int) -> None:
    connection.execute(
        "INSERT INTO spellings (name, surname, speaker, quotes) VALUES (?, ?, ?, ?)", (name, surname, speaker, quotes)
    )
    _add_words(connection, connection.last_insert_rowid(), name)


def _add_words(connection: apsw.Connection, spelling: int, name: str) -> None:
    connection.executemany(
        "INSERT OR IGNORE INTO spelling_words (word, spelling) VALUES (?, ?)",
        [(word, spelling) for word in list_words(name)],
    )


def _move_spelling(connection: apsw.Connection, spelling: int, surname: str) -> None:
    """Put a name under another surname, as a speaker of its own."""
    former = connection.execute("SELECT speaker FROM spellings WHERE id = ?", (spelling,)).get
    connection.execute(
        "UPDATE spellings SET surname = ?, speaker = ? WHERE id = ?", (surname, _add_speaker(connection), spelling)
    )
    assert isinstance(former, int)
    _place_articles_of(connection, former)
    connection.execute(
        "DELETE FROM speakers WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM spellings WHERE speaker = ?1)", (former,)
    )


def _place_articles_of(connection: apsw.Connection, speaker: int) -> None:
    """Say anew who speaks in the articles in which this speaker did until now."""
    rows = connection.execute("SELECT article FROM speakings WHERE speaker = ?", (speaker,))
    for number in [number for (number,) in rows]:
        rows = connection.execute("SELECT speaker FROM quotes WHERE article = ? AND speaker IS NOT NULL", (number,))
        names = Counter(name for (name,) in rows)
        discount_speakers(connection, number)
        _place_article(connection, number, names)


def _place_article(connection: apsw.Connection, number: int, names: Mapping[str, int]) -> None:
    speakers: Counter[int] = Counter()
    for name, speaker in connection.execute(
        "SELECT n.name, n.speaker FROM json_each(?) AS wanted CROSS JOIN spellings AS n ON n.name = wanted.value",
        (pack(names),),
    ):
        speakers[speaker] += names[name]
    connection.executemany(
        "INSERT INTO speakings (speaker, sort_at, article, quotes) SELECT ?, sort_at, number, ? FROM articles"
        " WHERE number = ?",
        [(speaker, count, number) for speaker, count in speakers.items()],
    )
