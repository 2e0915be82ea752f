from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from newstui.model import FeedState, RefreshResult, RefreshStatus, SourceKind
from newstui.refresh.homes import Homes
from newstui.store import Store

NOW = datetime(2026, 1, 6, 12, tzinfo=UTC)


@pytest.fixture
def store() -> Iterator[Store]:
    homes = {
        "http://nas.example:8080/feed": True,
        "http://nowhere.example/feed": None,
        "https://paper.example/feed": False,
        "filter:jq .a:http://router.example/feed": True,
        "exec:feed": False,
    }
    with Store(None) as store:
        for url, home in homes.items():
            key = store.add_source(kind=SourceKind.FEED, title=url, url=url, now=NOW).key
            result = RefreshResult(source=key, status=RefreshStatus.UNCHANGED)
            store.save_refresh(key, now=NOW, state=FeedState(source=key, url=url, home=home), result=result)
        yield store


@pytest.mark.parametrize(
    ("url", "held"),
    [
        ("http://nas.example/page", True),
        ("https://NAS.example:444/page", True),
        ("http://router.example/page", True),
        ("http://nowhere.example/page", False),
        ("https://paper.example/page", False),
        ("http://127.0.0.1/", False),
        ("exec:feed", False),
        (None, False),
    ],
)
def test_only_hosts_of_sources_at_home_are_trusted(store: Store, url: str | None, *, held: bool) -> None:
    assert Homes(store).hold(url) == held
