import asyncio

import pytest

from newstui.errors import FetchError
from newstui.fetch import FetchRequest
from newstui.fetch.queue import Job
from newstui.fetch.redirects import find_host, follow_redirect, hide_password, refuse_private

PUBLIC = "http://93.184.216.34/feed"


def make_job(url: str, *, by_hand: bool = True) -> Job:
    return Job(FetchRequest(url=url, by_hand=by_hand), url, find_host(url), asyncio.Future())


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1/",
        "http://localhost:8080/admin",
        "http://169.254.169.254/latest/meta-data",
        "http://[::1]/",
        "//10.0.0.1/",
        "http://2130706433/",
    ],
)
async def test_nobody_is_led_into_a_private_network(target: str) -> None:
    with pytest.raises(FetchError, match="private network"):
        await follow_redirect(make_job(PUBLIC), 302, target, 5)


async def test_who_lives_there_may_move_within() -> None:
    job = make_job("http://127.0.0.1:8080/feed")
    await follow_redirect(job, 301, "http://127.0.0.2/feed", 5)
    assert (job.url, job.host, job.moved_to) == ("http://127.0.0.2/feed", "127.0.0.2", "http://127.0.0.2/feed")


async def test_losing_the_secure_connection_is_noted() -> None:
    job = make_job("https://93.184.216.34/feed")
    await follow_redirect(job, 301, "http://93.184.216.34/feed", 5)
    assert job.downgraded
    job = make_job(PUBLIC)
    await follow_redirect(job, 301, "https://93.184.216.34/feed", 5)
    assert not job.downgraded


async def test_raw_bytes_in_a_location_are_utf8() -> None:
    job = make_job(PUBLIC)
    await follow_redirect(job, 302, "/é".encode().decode("latin-1"), 5)
    assert job.url == "http://93.184.216.34/é"


async def test_an_address_that_nobody_gave_by_hand_must_be_public() -> None:
    await refuse_private(PUBLIC, "93.184.216.34")
    with pytest.raises(FetchError, match="private network"):
        await refuse_private("http://127.0.0.1/", "127.0.0.1")


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
