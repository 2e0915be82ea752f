"""The network that this machine has now, as far as the system tells: nothing is sent to find out.

Linux: the kernel's tables of routes (/proc/net/route, /proc/net/ipv6_route) say whether anything leads outside, and
NetworkManager, where its nmcli is installed, whether that costs money. macOS: `route -n get default`. Whoever is not
asked, does not answer or is not understood leaves the network open: a refresh too many fails in a second, one too few
is never noticed.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from ipaddress import ip_address
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from newstui.errors import N_
from newstui.model import Source, SourceKind

if TYPE_CHECKING:
    from newstui.config import Settings
    from newstui.library.facade import Library

_PATIENCE: Final = 2.0
"""Seconds that a program has to answer."""
_UP, _REJECT = 0x0001, 0x0200
"""Flags of a route (linux/route.h)."""
_PROXIES: Final = ("http_proxy", "https_proxy", "all_proxy")

Ask = Callable[[Sequence[str]], tuple[int, str] | None]
"""Runs a program and returns its exit status and what it printed; None where there is no such program or no answer."""


class Connection(StrEnum):
    """What the network is like."""

    OPEN = "open"
    METERED = "metered"
    """What passes is paid for, or the system has been told to save it."""
    NONE = "none"


PAUSED: Final = {
    Connection.METERED: N_("Paused: metered network"),
    Connection.NONE: N_("Paused: no network"),
}
"""What is said while refreshes wait."""


def tell_hindrance(library: Library, settings: Settings, sources: Sequence[Source]) -> Connection:
    """Return what the refreshes that come by themselves wait for: METERED, NONE, or OPEN where nothing hinders them.

    Where every source is near, nobody is asked. May wait some seconds.
    """
    if all(map(is_near, sources)):
        return Connection.OPEN
    found = library.tell_connection()
    return Connection.OPEN if found is Connection.METERED and settings["refresh.metered"] == "go" else found


def tell_connection() -> Connection:
    """Return what the network is like now; may wait some seconds for a program."""
    if any(os.environ.get(name) or os.environ.get(name.upper()) for name in _PROXIES):
        return Connection.OPEN  # somebody else knows the way
    if sys.platform == "darwin":
        return read_macos(ask_program)
    if not sys.platform.startswith("linux"):
        return Connection.OPEN
    return read_linux(_read_table("/proc/net/route"), _read_table("/proc/net/ipv6_route"), ask_program)


def read_linux(routes: str | None, routes_6: str | None, ask: Ask) -> Connection:
    """Return what the kernel's tables and NetworkManager say; a table of None could not be read."""
    if routes is None:
        return Connection.OPEN
    devices = [*_list_devices(routes), *_list_devices_6(routes_6 or "")]
    if not devices:
        return Connection.NONE
    answer = ask(["nmcli", "-t", "-f", "GENERAL.METERED", "device", "show", devices[0]])
    if answer is not None and answer[0] == 0 and answer[1].partition(":")[2].strip().startswith("yes"):
        return Connection.METERED
    return Connection.OPEN


def read_macos(ask: Ask) -> Connection:
    """Return what route says: it fails, or names no interface, where nothing leads outside."""
    answer = ask(["route", "-n", "get", "default"])
    if answer is None or (answer[0] == 0 and "interface:" in answer[1]):
        return Connection.OPEN
    return Connection.NONE


def _list_devices(table: str) -> list[str]:
    """Return the devices of the default routes of /proc/net/route, the preferred one first."""
    found = []
    for line in table.splitlines()[1:]:
        match line.split():
            case [device, "00000000", _gateway, flags, _references, _use, metric, *_rest] if _leads_out(device, flags):
                found.append((int(metric), device))
    return [device for _metric, device in sorted(found)]


def _list_devices_6(table: str) -> list[str]:
    """The same of /proc/net/ipv6_route, whose metric is hexadecimal and whose device comes last."""
    found = []
    for line in table.splitlines():
        match line.split():
            case [target, "00", _, _, _, metric, _references, _use, flags, device] if not target.strip(
                "0"
            ) and _leads_out(device, flags):
                found.append((int(metric, 16), device))
    return [device for _metric, device in sorted(found)]


def _leads_out(device: str, flags: str) -> bool:
    return device != "lo" and int(flags, 16) & (_UP | _REJECT) == _UP


def _read_table(path: str) -> str | None:
    try:
        return Path(path).read_text(encoding="ascii", errors="replace")
    except OSError:
        return None


def ask_program(words: Sequence[str], environment: Mapping[str, str] | None = None) -> tuple[int, str] | None:
    """Run a program in English, without a shell."""
    if which(words[0]) is None:
        return None
    try:
        done = subprocess.run(
            list(words),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**(environment or os.environ), "LC_ALL": "C"},
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.returncode, done.stdout.decode("utf-8", "replace")


def is_near(source: Source) -> bool:
    """Whether a source is read without the network: it is on this machine, or on one with an address of its own here."""
    if source.kind in (SourceKind.FILE, SourceKind.DIRECTORY):
        return True
    host = urlsplit(source.url or "").hostname
    if host is None:
        return False
    try:
        return ip_address(host).is_private
    except ValueError:
        return host == "localhost"


def list_due_near(sources: Sequence[Source], now: datetime) -> list[str]:
    """Return the keys of the sources that are due and need no network."""
    return [source.key for source in sources if is_near(source) and (source.next_due is None or source.next_due <= now)]
