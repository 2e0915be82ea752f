from __future__ import annotations

from pathlib import Path

from newstui.config import load_settings
from newstui.library import Library
from newstui.model import Reason
from newstui.paths import Paths
from newstui.store import Store
from tests.unit.store.examples import add_feed, make_arrival, make_id, save

ENGLISH = "“We do not have the money for the bridge,” Anna Weber told the press. “Nobody will help us,” she said."
GERMAN = "„Wir haben das Geld für die Brücke nicht“, sagte Anna Weber vor der Presse."


def test_a_storys_quotations_stand_side_by_side(tmp_path: Path) -> None:
    paths = Paths(tmp_path / "config.toml", tmp_path / "data", tmp_path / "cache")
    with Library(Store(None), paths, load_settings(paths.config_file)) as library:
        save(
            library.store,
            add_feed(library.store),
            make_arrival("a", "en", body=ENGLISH),
            make_arrival("b", "de", body=GERMAN),
            make_arrival("c", "fr", body="« Non », a déclaré Anna Weber."),
        )
        library.store.ties.tie(make_id("a"), make_id("b"), Reason.USER)
        table = library.compare_quotes(make_id("b"))
        assert [reading.article.language for reading in table.readings] == ["de", "en"]
        assert [[" + ".join(quote.text for quote in cell) for cell in row] for row in table.rows] == [
            ["Wir haben das Geld für die Brücke nicht", "We do not have the money for the bridge,"],
            ["", "Nobody will help us,"],
        ]
        assert [reading.article.language for reading in library.compare_quotes(make_id("c")).readings] == ["fr"]
