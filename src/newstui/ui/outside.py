"""What the interface hands to other programs: addresses to a browser or a player, images to a viewer, text to a clipboard."""

from __future__ import annotations

import mimetypes
import subprocess
import threading
import webbrowser
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from newstui.errors import N_, UsageError

_SCHEMES: Final = frozenset({"http", "https", "mailto"})
_SECONDS: Final = 10


class _Visitor:
    """The browser in which this process is shown, if it is."""

    open_url: Callable[[str], None] | None = None


def leave_to_visitor(open_url: Callable[[str], None] | None) -> None:
    """Have addresses opened by the browser in which the reader is shown; None has the system's do it again."""
    _Visitor.open_url = open_url


def open_address(url: str, command: Sequence[str] = ()) -> None:
    """Open an address with the user's command ("{url}" stands for it) or the system's browser.

    Raises UsageError for anything but http, https and mailto, and when the command cannot be started.
    """
    if urlsplit(url).scheme.lower() not in _SCHEMES:
        raise UsageError(N_("{url}: not opened: only http, https and mailto are"), url=url)
    if command:
        _start(command, url)
    else:
        _open_in_browser(url)


def tell_kind(url: str, media_type: str | None = None) -> str:
    """Return what an address leads to, by its media type or its name: "audio", "video", "image", …, or nothing."""
    media_type = media_type or mimetypes.guess_type(urlsplit(url).path)[0] or ""
    return media_type.partition("/")[0]


def play_address(url: str, player: Sequence[str]) -> None:
    """Hand an address to the user's player; raises UsageError for anything but http and https."""
    if urlsplit(url).scheme.lower() not in {"http", "https"}:
        raise UsageError(N_("{url}: not played: only http and https are"), url=url)
    _start(player, url)


def open_image(url: str, kept: Path | None, viewer: Sequence[str], browser: Sequence[str]) -> None:
    """Show an image with the user's viewer, else in the browser: its file where it is kept, else its address.

    Raises UsageError for addresses of other kinds, and when nothing can be started.
    """
    if kept is None and urlsplit(url).scheme.lower() not in {"http", "https"}:
        raise UsageError(N_("{url}: not opened: only http, https and mailto are"), url=url)
    if viewer:
        _start(viewer, str(kept or url))
    elif browser:
        _start(browser, kept.as_uri() if kept else url)
    elif _Visitor.open_url is not None:
        _open_in_browser(url)  # a file of ours is nothing to a browser elsewhere
    else:
        _open_in_browser(kept.as_uri() if kept else url)


def _start(command: Sequence[str], address: str) -> None:
    """Start a program, without a shell and without waiting for it; "{url}" stands for the address, else it comes last."""
    words = [word.replace("{url}", address) for word in command]
    if words == list(command):
        words.append(address)
    try:
        program = subprocess.Popen(
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise _not_started(words[0], error) from None
    # Somebody has to wait for its end, or it stays as a zombie for as long as the reader runs.
    threading.Thread(target=program.wait, daemon=True).start()


def _open_in_browser(url: str) -> None:
    if _Visitor.open_url is not None:
        _Visitor.open_url(url)
        return
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        raise UsageError(N_("No browser was found; set commands.browser in the configuration")) from None
    # A browser for the terminal, such as lynx, would draw over the reader and take its keys.
    in_terminal = isinstance(browser, webbrowser.GenericBrowser) and not isinstance(
        browser, webbrowser.BackgroundBrowser
    )
    if in_terminal or not browser.open(url):
        raise UsageError(N_("No browser with a window was found; set commands.browser in the configuration"))


def copy_text(text: str, command: Sequence[str]) -> None:
    """Give text to a command's standard input; raises UsageError when it cannot be started or fails."""
    try:
        subprocess.run(
            list(command),
            input=text.encode(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=True,
        )
    except OSError as error:
        raise _not_started(command[0], error) from None
    except subprocess.SubprocessError as error:
        raise UsageError(N_("{command}: copying failed: {reason}"), command=command[0], reason=error) from None


def _not_started(command: str, error: OSError) -> UsageError:
    return UsageError(N_("{command}: cannot be started: {reason}"), command=command, reason=error.strerror or error)
