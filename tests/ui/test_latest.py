"""What is asked anew with every key: one job at a time, and the last one wins."""

from __future__ import annotations

import threading

from newstui.errors import NewstuiError, UsageError
from newstui.ui.latest import Latest
from tests.ui.driver import open_reader
from tests.ui.test_editions import wait_until


class Jobs:
    """Jobs that wait until they are let go, and what came of them."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.told: list[str] = []
        self.gate = threading.Event()

    def do(self, name: str) -> str:
        self.begun.append(name)
        self.gate.wait(10)
        if name == "wrong":
            raise UsageError("wrong")
        return name

    def fail(self, error: NewstuiError) -> None:
        self.told.append(f"failed: {error}")


async def test_one_job_at_a_time_and_then_the_last() -> None:
    async with open_reader() as reader:
        jobs, latest = Jobs(), Latest(reader.room.threads, "test")
        for name in ("a", "ab", "abc"):
            latest.ask(lambda name=name: jobs.do(name), jobs.told.append, failed=jobs.fail)  # type: ignore[misc]
        await wait_until(lambda: jobs.begun == ["a"])
        jobs.gate.set()
        await wait_until(lambda: jobs.told == ["abc"])
        assert jobs.begun == ["a", "abc"], "what was asked in between never begins, and what is overtaken is not told"


async def test_a_failure_that_was_overtaken_is_not_told_either() -> None:
    async with open_reader() as reader:
        jobs, latest = Jobs(), Latest(reader.room.threads, "test")
        latest.ask(lambda: jobs.do("wrong"), jobs.told.append, failed=jobs.fail)
        latest.ask(lambda: jobs.do("right"), jobs.told.append, failed=jobs.fail)
        jobs.gate.set()
        await wait_until(lambda: jobs.told == ["right"])
        latest.ask(lambda: jobs.do("wrong"), jobs.told.append, failed=jobs.fail)
        await wait_until(lambda: len(jobs.told) == 2)
        assert jobs.told[1] == "failed: wrong"


async def test_what_is_forgotten_is_not_told() -> None:
    async with open_reader() as reader:
        jobs, latest = Jobs(), Latest(reader.room.threads, "test")
        latest.ask(lambda: jobs.do("a"), jobs.told.append, failed=jobs.fail)
        latest.ask(lambda: jobs.do("b"), jobs.told.append, failed=jobs.fail)
        latest.forget()
        latest.ask(lambda: jobs.do("c"), jobs.told.append, failed=jobs.fail)
        jobs.gate.set()
        await wait_until(lambda: jobs.told == ["c"])
        assert "b" not in jobs.begun
