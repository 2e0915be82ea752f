import asyncio

import pytest

from newstui.fetch import FetchRequest
from newstui.fetch.queue import Job, Pace, RequestQueue


def fill(queue: RequestQueue, words: str) -> None:
    """Put requests: "a1 b1 c1!" are two for the hosts a and b, and a late one for c."""
    for word in words.split():
        name = word.rstrip("!")
        queue.put(Job(FetchRequest(url=name), name, name[0], asyncio.Future(), late=word.endswith("!")))


def take(queue: RequestQueue, previous: str | None = None) -> str | None:
    job = queue.take(previous)
    return job.url if job else None


async def test_hosts_take_turns_over_one_connection_each() -> None:
    queue = RequestQueue(2)
    fill(queue, "a1 a2 b1 c1")
    assert [take(queue) for _ in range(4)] == ["a1", "b1", "c1", None]
    queue.finish("a")
    assert take(queue) == "a2"


async def test_a_host_that_answers_gets_a_second_connection_for_many_requests() -> None:
    queue = RequestQueue(2)
    fill(queue, "a1 a2 a3 a4 a5 a6")
    assert [take(queue) for _ in range(2)] == ["a1", None]
    queue.finish("a")
    assert [take(queue) for _ in range(3)] == ["a2", "a3", None]
    queue.finish("a")
    assert [take(queue) for _ in range(2)] == [None, None]


async def test_a_host_that_hesitates_gets_a_second_connection_but_after_others() -> None:
    queue = RequestQueue(2)
    fill(queue, "a1 a2 a3 b1")
    assert take(queue) == "a1"
    queue.note_hesitation("a")
    assert [take(queue) for _ in range(3)] == ["b1", "a2", None]


async def test_a_connection_goes_on_with_its_host() -> None:
    queue = RequestQueue(2)
    fill(queue, "a1 b1 a2")
    assert take(queue) == "a1"
    queue.finish("a")
    assert take(queue, "a") == "a2"
    queue.finish("a")
    assert take(queue, "a") == "b1"


async def test_late_ones_wait_for_all_others() -> None:
    queue = RequestQueue(2)
    fill(queue, "a1! b1 c1")
    assert [take(queue) for _ in range(4)] == ["b1", "c1", "a1", None]


async def test_who_is_in_the_way_of_whom() -> None:
    queue = RequestQueue(2)
    fill(queue, "a1 a2 b1")
    queue.note_hesitation("a")
    for _ in range(3):
        assert take(queue)
    assert not queue.is_waited_for("a", free=False)
    fill(queue, "a3")
    assert queue.is_waited_for("a", free=True)
    assert not queue.is_waited_for("b", free=False)
    fill(queue, "c1")
    assert queue.is_waited_for("b", free=False)
    assert not queue.is_waited_for("b", free=True)


async def test_draining_a_host_takes_out_what_waits() -> None:
    queue = RequestQueue(1)
    fill(queue, "a1 a2 a3! b1")
    assert take(queue) == "a1"
    assert [job.url for job in queue.drain("a")] == ["a2", "a3"]
    assert queue.drain("nobody") == []
    queue.finish("a")
    assert [take(queue), take(queue)] == ["b1", None]


@pytest.mark.parametrize(
    ("seconds", "patience"),
    [([3.0], 12.0), ([0.1, 0.1, 0.1, 30.0, 30.0], 1.0), ([2.0, 0.1, 2.0], 8.0), ([0.1], 1.0)],
)
def test_slow_is_slower_than_the_others(seconds: list[float], patience: float) -> None:
    pace = Pace(1.0, lanes=2)
    pace.note_giving_up()
    for second in seconds:
        pace.note_answer(second)
    assert pace.patience == pytest.approx(patience)


def test_patience_grows_while_nothing_is_answered() -> None:
    pace = Pace(1.0, lanes=2)
    grown = []
    for _ in range(5):
        grown.append(pace.patience)
        pace.note_giving_up()
    assert grown == [1.0, 1.0, 2.0, 2.0, 3.0]
