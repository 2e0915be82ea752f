from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from newstui.cli.serving import reader_command
from tests.unit.cli.conftest import Shell

RUN = [sys.executable, "-m", "newstui"]


@pytest.mark.parametrize(
    ("options", "targets", "words"),
    [
        ({}, (), []),
        ({"lang": "de,fr", "ui_lang": None, "offline": True}, (), ["--lang", "de,fr", "--offline"]),
        ({"ui_lang": "nl", "data_dir": Path("/d")}, (), ["--ui-lang", "nl", "--data-dir", "/d"]),
        ({"config": Path("c.toml")}, (), ["--config", str(Path.cwd() / "c.toml")]),
        ({}, ("a.txt", "-b"), ["open", "--", "a.txt", "-b"]),
    ],
)
def test_the_readers_options_go_to_the_served_reader(
    options: dict[str, object], targets: tuple[str, ...], words: list[str]
) -> None:
    assert reader_command(options, targets) == [*RUN, *words]


def test_without_the_extra_it_says_what_to_install(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newstui.cli.serving.find_spec", lambda _name: None)
    done = shell("serve", "--port", "0")
    assert (done.code, done.out) == (2, "")
    assert "pip install 'newstui[serve]'" in done.err


def test_a_port_that_is_taken(shell: Shell) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = shell("serve", "--port", taken.getsockname()[1])
    assert (done.code, done.out) == (2, "")
    assert "--port" in done.err


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_prints_its_address_and_ends_in_order(tmp_path: Path, ending: signal.Signals) -> None:
    places = ["--config", str(tmp_path / "c.toml"), "--data-dir", str(tmp_path), "--cache-dir", str(tmp_path)]
    with subprocess.Popen(
        [*RUN, *places, "serve", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"LANG": "C.UTF-8", "LANGUAGE": "en"},
    ) as server:
        assert server.stdout is not None
        assert server.stderr is not None
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/[\w-]{32,}/\n", server.stdout.readline())
        server.send_signal(ending)
        assert server.wait(30) == 0
        assert "Traceback" not in server.stderr.read()
