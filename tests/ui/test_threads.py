"""Work in threads: order, replacement, what fails, what the end of the program does not wait for."""

from __future__ import annotations

import threading

import pytest
from textual.app import App

from newstui.errors import NewstuiError, UsageError
from newstui.ui.threads import Threads


class Host(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.failures: list[NewstuiError] = []
        self.threads = Threads(self, self.failures.append)


@pytest.mark.parametrize("long", [False, True])
async def test_results_come_back_to_the_screen(long: bool) -> None:
    app = Host()
    async with app.run_test():
        got: list[tuple[int, bool]] = []
        here = threading.get_ident()
        worker = app.threads.ask(
            "a", threading.get_ident, lambda ident: got.append((ident, threading.get_ident() == here)), long=long
        )
        await worker.wait()
        assert got[0][0] != here
        assert got[0][1]


async def test_a_long_job_does_not_hold_up_the_end() -> None:
    app = Host()
    async with app.run_test():
        daemons: list[bool] = []
        await app.threads.ask("a", lambda: threading.current_thread().daemon, daemons.append, long=True).wait()
        await app.threads.ask("a", lambda: threading.current_thread().daemon, daemons.append).wait()
        assert daemons == [True, False]


async def test_a_later_job_of_a_group_takes_the_place() -> None:
    app = Host()
    async with app.run_test() as pilot:
        got: list[str] = []
        first_may_end = threading.Event()
        app.threads.ask("a", lambda: first_may_end.wait(5) and "first", lambda result: got.append(str(result)))
        await pilot.pause()
        await app.threads.ask("a", lambda: "second", got.append).wait()
        first_may_end.set()
        await pilot.pause(0.05)
        assert got == ["second"]


async def test_writes_keep_their_order_and_none_is_lost() -> None:
    app = Host()
    async with app.run_test():
        written: list[int] = []
        for number in range(20):
            app.threads.write(lambda number=number: written.append(number))  # type: ignore[misc]
        done: list[int] = []
        await app.threads.when_written(lambda: done.extend(written)).wait()
        assert done == list(range(20))


@pytest.mark.parametrize("long", [False, True])
async def test_what_fails_is_told(long: bool) -> None:
    def misused() -> None:
        raise UsageError("{id}: no such article", id="x")

    def broken() -> None:
        raise ZeroDivisionError("by zero")

    app = Host()
    async with app.run_test():
        own: list[NewstuiError] = []
        await app.threads.ask("a", misused, lambda _none: None, failed=own.append, long=long).wait()
        await app.threads.write(broken, long=long).wait()
        await app.threads.ask("a", lambda: 1, lambda _one: broken(), long=long).wait()
        assert [str(error) for error in own] == ["x: no such article"]
        said = "Something went wrong that should not: ZeroDivisionError: by zero"
        assert [str(error) for error in app.failures] == [said, said]
