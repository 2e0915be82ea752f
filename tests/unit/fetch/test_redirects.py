import asyncio

import pytest

from newstui.fetch import FetchRequest
from newstui.fetch.queue import Job
from newstui.fetch.redirects import describe_private, find_host, follow_redirect, hide_password

PUBLIC = "http://93.184.216.34/feed"


def make_job(url: str, *, by_hand: bool = True) -> Job:
    return Job(FetchRequest(url=url, by_hand=by_hand), url, find_host(url), asyncio.Future())


@pytest.mark.parametrize(
    ("by_hand", "home", "target", "may_go_home"),
    [
        (True, True, "http://127.0.0.2/feed", True),
        (True, True, "/next", True),
        (True, False, "http://127.0.0.2/feed", False),
        (True, False, "https://93.184.216.34/other", True),
        (False, False, "http://127.0.0.2/feed", False),
        (False, False, "/other", False),
    ],
    ids=["within", "own host", "from outside", "own host by name", "not by hand", "not by hand, own host"],
)
async def test_only_who_lives_there_leads_into_a_private_network(
    *, by_hand: bool, home: bool, target: str, may_go_home: bool
) -> None:
    job = make_job(PUBLIC, by_hand=by_hand)
    job.may_go_home, job.home = by_hand, home
    follow_redirect(job, 301, target, 5)
    assert job.may_go_home == may_go_home


async def test_a_refusal_says_what_led_there() -> None:
    job = make_job("http://me:secret@127.0.0.1/feed")
    assert str(describe_private(job)) == (
        "http://127.0.0.1/feed lies in a private network; add it by hand if you trust it"
    )
    follow_redirect(job, 302, "http://10.0.0.1/", 5)
    assert str(describe_private(job)) == (
        "http://127.0.0.1/feed: a redirect leads into a private network, to 10.0.0.1, and was not followed"
    )
    assert describe_private(job).http_status == 302


async def test_losing_the_secure_connection_is_noted() -> None:
    job = make_job("https://93.184.216.34/feed")
    follow_redirect(job, 301, "http://93.184.216.34/feed", 5)
    assert job.downgraded
    job = make_job(PUBLIC)
    follow_redirect(job, 301, "https://93.184.216.34/feed", 5)
    assert not job.downgraded


async def test_raw_bytes_in_a_location_are_utf8() -> None:
    job = make_job(PUBLIC)
    follow_redirect(job, 302, "/é".encode().decode("latin-1"), 5)
    assert job.url == "http://93.184.216.34/é"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://me:secret@paper.example:8080/feed?a=1", "https://paper.example:8080/feed?a=1"),
        ("https://paper.example/feed", "https://paper.example/feed"),
        ("http://[broken", "http://[broken"),
    ],
)
def test_messages_hold_no_password(url: str, shown: str) -> None:
    assert hide_password(url) == shown
