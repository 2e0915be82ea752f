"""`serve`: the reader in a browser."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import click

from newstui.cli.session import Session
from newstui.errors import N_, UsageError
from newstui.i18n import _

_PORT: Final = 8787
_OPTIONS: Final = ("lang", "ui_lang")
_PLACES: Final = ("config", "data_dir", "cache_dir")


def build_serve() -> click.Command:
    """Build `serve`."""

    @click.pass_context
    def serve(ctx: click.Context, targets: tuple[str, ...], host: str, port: int) -> None:
        session: Session = ctx.obj
        if find_spec("textual_serve") is None:
            raise UsageError(
                N_("newstui serve needs the package textual-serve: {command}"),
                command="pip install 'newstui[serve]'",
            )
        from newstui.ui.web.access import is_loopback
        from newstui.ui.web.server import serve_reader

        def tell(address: str) -> None:
            session.say(_("The reader is at this address, and nobody else knows it. Ctrl+C ends it."))
            if not is_loopback(host):
                session.say(
                    _("Whoever reaches {host} and learns this address reads along: nothing is encrypted.").format(
                        host=host
                    )
                )
            session.print_text(address)
            sys.stdout.flush()

        serve_reader(reader_command(ctx.find_root().params, targets), host, port, tell)

    return click.Command(
        "serve",
        callback=serve,
        params=[
            click.Argument(["targets"], metavar="[TARGET…]", nargs=-1),
            click.Option(
                ["--port"],
                metavar="N",
                type=click.IntRange(0, 65535),
                default=_PORT,
                help=_("The port; {port} if not given, 0 for any that is free.").format(port=_PORT),
            ),
            click.Option(
                ["--host"],
                metavar="ADDRESS",
                default="127.0.0.1",
                help=_("Where to listen; on this machine alone if not given."),
            ),
        ],
    )


def reader_command(options: Mapping[str, Any], targets: Sequence[str]) -> list[str]:
    """Return the command of a reader with the same global options, wherever it is started."""
    words = [sys.executable, "-m", "newstui"]
    for name in _OPTIONS:
        if options.get(name):
            words += [_write_option(name), str(options[name])]
    for name in _PLACES:
        if options.get(name):
            words += [_write_option(name), str(Path(options[name]).absolute())]
    if options.get("offline"):
        words.append("--offline")
    return [*words, "open", "--", *targets] if targets else words


def _write_option(name: str) -> str:
    return f"--{name.replace('_', '-')}"
