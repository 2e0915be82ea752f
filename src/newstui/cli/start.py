"""Every call begins and ends here: what needs click goes to it, its failures become lines on stderr and an exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from newstui.cli.early import choose_interface_language, read_plain_call
from newstui.cli.session import Session, complain
from newstui.errors import ConfigError, NewstuiError, UsageError
from newstui.i18n import translate_error


def run(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit: 0 done, 1 some of it failed, 2 the call or the configuration is wrong, 130 interrupted."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    _speak_utf8()
    choose_interface_language(words)
    try:
        code = _run(words)
    except (ConfigError, UsageError) as error:
        complain(translate_error(error))
        code = 2
    except NewstuiError as error:
        complain(translate_error(error))
        code = 1
    except KeyboardInterrupt:
        code = 130
    except BrokenPipeError:
        # Whoever read our output has gone (`newstui list | head`): no more is wanted, and nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    _leave(code)


def _run(words: list[str]) -> int:
    """Do what was asked for. The first screen does not wait for click where there is nothing for it to understand."""
    options = read_plain_call(words)
    if options is None:
        from newstui.cli.main import run_command

        return run_command(words)
    from newstui.cli.opening import open_reader

    with Session.begin(**options) as session:
        open_reader(session, ())
    return 0


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale says; what cannot be written is replaced, never a reason to stop."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _leave(code: int) -> NoReturn:
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)
