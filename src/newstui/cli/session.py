"""One call of the command line: its paths, settings and library, and how its output is written."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newstui.config import Settings, load_settings
from newstui.errors import N_, NewstuiError, UsageError
from newstui.i18n import _, translate_error
from newstui.library import Library
from newstui.paths import Paths, user_paths
from newstui.text.languages import normalise_tag

if TYPE_CHECKING:
    import click


@dataclass
class Session:
    """One call: what every command needs. The library is opened when a command first asks for it."""

    paths: Paths
    settings: Settings
    offline: bool
    linear: bool = False
    failed: bool = False

    @classmethod
    @contextmanager
    def begin(
        cls,
        lang: str | None,
        ui_lang: str | None,
        offline: bool,
        config: Path | None,
        data_dir: Path | None,
        cache_dir: Path | None,
        linear: bool = False,
    ) -> Iterator[Session]:
        """Read the configuration, lay the global options over it, and close the library at the end."""
        paths = user_paths(config, data_dir, cache_dir)
        settings = load_settings(paths.config_file)
        if lang:
            settings = settings.replace(languages=[parse_tag(tag) for tag in lang.split(",")])
        if ui_lang:
            settings = settings.replace(interface_language=parse_tag(ui_lang))
        session = cls(paths, settings, offline, linear)
        try:
            yield session
        finally:
            if "library" in session.__dict__:
                session.library.close()

    @cached_property
    def library(self) -> Library:
        """The user's library."""
        return Library.open(self.paths, self.settings, offline=self.offline)

    def print_json(self, record: dict[str, Any]) -> None:
        """Write one object on one line."""
        import json

        sys.stdout.write(json.dumps(record, ensure_ascii=False, separators=(", ", ": ")) + "\n")

    def print_text(self, text: str) -> None:
        """Write text as it is: it has been cleaned where it came in."""
        sys.stdout.write(text + "\n")

    def report(self, error: NewstuiError) -> None:
        """Say on stderr what failed, and remember it for the exit status."""
        self.failed = True
        complain(translate_error(error))

    def say(self, line: str) -> None:
        """Say something that is not data."""
        print(line, file=sys.stderr, flush=True)  # noqa: T201

    def finish(self) -> None:
        """End with status 1 if anything failed."""
        if self.failed:
            import click

            raise click.exceptions.Exit(1)


def parse_tag(raw: str) -> str:
    """Return a language tag in its canonical form; raises UsageError."""
    tag = normalise_tag(raw)
    if tag is None:
        raise UsageError(N_("{tag} is not a language tag; write one such as de, en or pt-BR"), tag=raw.strip() or "“”")
    return tag


def complain(line: str) -> None:
    """Say on stderr why nothing was done."""
    print(f"newstui: {line}", file=sys.stderr, flush=True)  # noqa: T201


def json_option() -> click.Option:
    """Return the option that every command with data has."""
    import click

    return click.Option(["--json", "as_json"], is_flag=True, help=_("Print JSON Lines: one object a line."))


def listing_group(name: str, list_all: Callable[..., None], commands: Sequence[click.Command]) -> click.Group:
    """Return a command with commands of its own; alone it calls `list_all(session, as_json=…)`."""
    import click

    @click.pass_context
    def begin(ctx: click.Context, as_json: bool) -> None:
        if ctx.invoked_subcommand is None:
            list_all(ctx.obj, as_json=as_json)

    return click.Group(
        name, callback=begin, invoke_without_command=True, params=[json_option()], commands=list(commands)
    )
