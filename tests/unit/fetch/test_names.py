import asyncio
import socket
import time
from typing import Any

import pytest

from newstui.errors import FetchError
from newstui.fetch import FetchRequest, FetchSettings
from newstui.fetch.client import FetchClient
from newstui.fetch.names import look_up_in_threads
from tests.loopback import run_loopback, says


def test_slow_names_hold_up_nobody_and_nobody_waits_for_them_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    look_up = socket.getaddrinfo

    def look_up_slowly(host: Any, *args: Any, **named: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else str(host)
        if name.startswith("slow"):
            time.sleep(5)
        return look_up("127.0.0.1" if name.endswith(".test") else host, *args, **named)

    async def fetch_all(port: int) -> list[bool]:
        look_up_in_threads()
        async with FetchClient(FetchSettings(connections=32, patience=30)) as client:
            slow = [
                asyncio.create_task(client.fetch(FetchRequest(url=f"http://slow{number}.test:{port}/")))
                for number in range(20)
            ]
            good = [client.fetch(FetchRequest(url=f"http://good{number}.test:{port}/")) for number in range(20)]
            responses = await asyncio.gather(*good)
        await asyncio.gather(*slow, return_exceptions=True)
        return [response.status == 200 for response in responses]

    monkeypatch.setattr(socket, "getaddrinfo", look_up_slowly)
    started = time.monotonic()
    with run_loopback({"/": says(200)}) as server:
        assert all(asyncio.run(fetch_all(server.port)))
    assert time.monotonic() - started < 3


def test_what_goes_wrong_in_a_thread_is_raised_where_it_is_waited_for() -> None:
    async def fetch() -> None:
        look_up_in_threads()
        async with FetchClient(FetchSettings()) as client:
            await client.fetch(FetchRequest(url="http://name.invalid/"))

    with pytest.raises(FetchError, match=r"name\.invalid is not known"):
        asyncio.run(fetch())
