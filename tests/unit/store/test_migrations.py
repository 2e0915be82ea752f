"""What single steps from one format to the next do with what a file holds."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import apsw

from newstui.model import Status
from newstui.store import Store
from newstui.store.migrations import MIGRATIONS
from newstui.store.migrations.statuses import STATUSES
from newstui.store.schema import prepare


def test_statuses_stay_and_lie_in_the_order_of_their_articles(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    connection = apsw.Connection(str(path))
    prepare(connection, path, MIGRATIONS[: MIGRATIONS.index(STATUSES)])
    connection.execute(
        """
        INSERT INTO statuses VALUES ('gone', 1, 1, 0, NULL, 5, 0, 'Work'), ('b', 1, 0, 0, 3, 4, 1, NULL), ('c', 0, 0, 1, 3, NULL, 0, NULL);
        INSERT INTO stories (sort_at) VALUES (0), (0);
        INSERT INTO articles (id, story, sort_at, title, changed_at, content_hash)
            VALUES ('c', 1, 0, 'C', 0, x'00'), ('b', 2, 0, 'B', 0, x'00');
        """
    )
    connection.close()
    arrived = datetime(1970, 1, 1, 0, 0, 0, 3, tzinfo=UTC)
    with Store(path) as store:
        assert store.get_status("gone") == Status(read=True, starred=True, folder="Work")
        assert store.get_status("b") == Status(read=True, arrived_at=arrived, hidden=True)
        assert store.get_status("c") == Status(archived=True, arrived_at=arrived)
    connection = apsw.Connection(str(path))
    assert connection.execute("SELECT id FROM statuses WHERE id <> 'gone' ORDER BY number").get == ["c", "b"]
    connection.close()
