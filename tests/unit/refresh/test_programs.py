"""Programs as sources: what they write, what they may not, and that nothing of them is left behind."""

import asyncio
import os
import shlex
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newstui.errors import SourceError
from newstui.fetch import FetchResponse, FetchSettings
from newstui.model import RefreshResult, RefreshStatus, SourceKind
from newstui.refresh import RefreshSettings, refresh_sources
from newstui.refresh.programs import Programs
from newstui.store import Store
from tests.fakes import FakeFeeds
from tests.loopback import run_loopback

NOW = datetime(2026, 1, 6, 12, tzinfo=UTC)
RSS = "<rss version='2.0'><channel><title>Made</title><item><title>One</title><guid>g{}</guid></item></channel></rss>"
SETTINGS = RefreshSettings(
    programs=True, parsers=1, fetch=FetchSettings(total_timeout=5, body_bytes=100_000, read_timeout=2)
)


@pytest.fixture
def feeds() -> Iterator[FakeFeeds]:
    with run_loopback() as server:
        yield FakeFeeds(server)


def command(code: str, *arguments: str) -> str:
    """A source's address that runs Python code."""
    return "exec:" + shlex.join([sys.executable, "-c", code, *arguments])


async def nothing(_: str) -> FetchResponse:
    raise AssertionError("no server is asked")


async def run(address: str, settings: RefreshSettings = SETTINGS) -> bytes:
    return (await Programs(settings).answer(address, nothing)).body


async def test_words_reach_the_program_as_they_are(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    written = await run(
        command("import os, sys; print(os.getcwd(), *sys.argv[1:], sep='|')", "$HOME", "; ls", "~/x", "a~")
    )
    assert written.decode().strip() == f"{tmp_path}|$HOME|; ls|{tmp_path}/x|a~"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            "import sys; print('x', file=sys.stderr); sys.exit('no' + chr(27) + '[31m bridge')",
            "ended with status 1: no bridge",
        ),
        ("import os; os._exit(3)", "ended with status 3: –"),
        ("import os; os.kill(os.getpid(), 9)", "ended with status -9"),
        ("print('x' * 200_000)", "writes more than 1 MB"),
        ("while True: print('x' * 1000)", "writes more than 1 MB"),
    ],
)
async def test_failures_are_told(code: str, said: str) -> None:
    with pytest.raises(SourceError, match=said) as caught:
        await run(command(code))
    assert "\x1b" not in str(caught.value)


@pytest.mark.parametrize("address", ["exec:/nowhere/at/all", f"exec:{Path(__file__).parent}", "exec:a\0b"])
async def test_what_is_no_program_is_told(address: str) -> None:
    with pytest.raises(SourceError, match="cannot be run"):
        await run(address)


async def test_nothing_runs_that_was_not_allowed(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    with pytest.raises(SourceError, match=r"programs = true under \[refresh\]"):
        await run(command(f"open({str(trace)!r}, 'w')"), RefreshSettings())
    assert not trace.exists()


async def test_one_that_takes_too_long_is_ended_with_all_that_it_started(tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    code = (
        "import os, subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"open({str(pids)!r}, 'w').write(f'{{os.getpid()}} {{child.pid}}')\n"
        "time.sleep(60)"
    )
    settings = RefreshSettings(programs=True, fetch=FetchSettings(total_timeout=2))
    with pytest.raises(SourceError, match="takes more than 2 s"):
        await run(command(code), settings)
    for pid in map(int, pids.read_text().split()):
        deadline = time.monotonic() + 5
        while is_running(pid):
            assert time.monotonic() < deadline
            await asyncio.sleep(0.01)


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2][:3]
    except OSError:
        return False


async def test_a_filter_gets_the_feed_and_keeps_its_validators(feeds: FakeFeeds) -> None:
    async def fetch(url: str) -> FetchResponse:
        headers = {"etag": "e", "content-type": "text/html"}
        return FetchResponse(
            status=200, url=url, body=b"<rss/>" * 50_000, headers=headers, moved_to="https://new.example/"
        )

    code = "import sys; data = sys.stdin.read(); print(len(data), data[:6].upper())"
    address = command(code).replace("exec:", "filter:", 1) + ":https://paper.example/feed"
    answer = await Programs(SETTINGS).answer(address, fetch)
    assert answer.body == b"300000 <RSS/>\n"
    assert (answer.status, answer.url, answer.moved_to) == (200, "https://paper.example/feed", None)
    assert answer.headers == {"etag": "e"}


async def test_a_filter_need_not_read_everything_nor_run_for_nothing() -> None:
    async def fetch(url: str) -> FetchResponse:
        return FetchResponse(status=200, url=url, body=bytes(5_000_000))

    async def unchanged(url: str) -> FetchResponse:
        return FetchResponse(status=304, url=url)

    address = "filter:/bin/echo short:https://paper.example/feed"
    assert (await Programs(SETTINGS).answer(address, fetch)).body == b"short\n"
    never = "filter:/nowhere:https://paper.example/feed"
    assert (await Programs(SETTINGS).answer(never, unchanged)).status == 304


def refresh(store: Store, settings: RefreshSettings = SETTINGS) -> list[RefreshResult]:
    results: list[RefreshResult] = []
    refresh_sources(
        store, keys=None, now=lambda: NOW, settings=settings, offline=False, force=True, on_result=results.append
    )
    return results


def add(store: Store, address: str) -> None:
    store.add_source(kind=SourceKind.FEED, title=address, url=address, now=NOW)


def test_a_refresh_takes_programs_as_any_feed(feeds: FakeFeeds, tmp_path: Path) -> None:
    feeds.feed(1)
    feeds.entry(1, 1)
    feeds.feed(2)
    feeds.entry(2, 1)
    made = tmp_path / "made.xml"
    made.write_text(RSS.format(1))
    with Store(None) as store:
        add(store, f"exec:/bin/cat {made}")
        add(store, f"filter:/bin/sed s/Feed/Filtered/:{feeds.url(1)}")
        add(store, feeds.url(2))
        add(store, "exec:/bin/false")
        first = refresh(store)
        assert sorted((result.status, result.new, result.http_status or 0) for result in first if not result.error) == [
            (RefreshStatus.NEW, 1, 0),
            (RefreshStatus.NEW, 1, 200),
            (RefreshStatus.NEW, 1, 200),
        ]
        assert [str(result.error) for result in first if result.error] == [
            "exec:/bin/false: the program ended with status 1: –"
        ]
        titles = {source.title for source in store.list_sources()}
        assert titles == {"Made", "Filtered 1", "Feed 2", "exec:/bin/false"}
        again = refresh(store)
        assert [result.status for result in again].count(RefreshStatus.UNCHANGED) == 3
        assert "if-none-match" in feeds.server.asked[-1].headers
        made.write_text(RSS.format(2))
        assert sum(result.new for result in refresh(store)) == 1


def test_a_slow_program_holds_up_no_feed(feeds: FakeFeeds) -> None:
    feeds.feed(1)
    with Store(None) as store:
        for number in range(6):
            add(store, command(f"import time; time.sleep(60 + {number})"))
        add(store, feeds.url(1))
        came: list[float] = []
        started = time.monotonic()
        settings = RefreshSettings(programs=True, parsers=1, fetch=FetchSettings(total_timeout=2))
        refresh_sources(
            store,
            keys=None,
            now=lambda: NOW,
            settings=settings,
            offline=False,
            on_result=lambda result: came.append(time.monotonic() - started) if result.http_status else None,
        )
        assert came[0] < 2, "before the first program is ended"
