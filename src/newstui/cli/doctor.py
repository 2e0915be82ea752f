"""`doctor`: paths, versions, the library's integrity, what is wrong and how to mend it."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click

from newstui import __version__
from newstui.cli.session import Session, json_option
from newstui.errors import N_
from newstui.i18n import _, current_language, format_number, translate_error

_LABELS = {
    "system": N_("system"),
    "config": N_("configuration"),
    "library": N_("library"),
    "cache": N_("cache"),
    "language": N_("interface language"),
    "languages": N_("reading languages"),
    "terminal": N_("terminal"),
    "sources": N_("sources"),
    "unread": N_("unread"),
    "size": N_("size"),
}
"""What a fact is called; names of programs are the same in every language."""
_PACKAGES = ("apsw", "textual", "httpx", "feedparser", "lxml", "trafilatura", "babel", "click")


def build_doctor() -> click.Command:
    """Build `doctor`."""

    @click.pass_obj
    def doctor(session: Session, repair: bool, as_json: bool) -> None:
        if repair:
            session.library.repair()
        facts = dict(_facts(session))
        problems = [*_path_problems(session), *(translate_error(error) for error in session.library.check_integrity())]
        if as_json:
            session.print_json({**facts, "problems": problems})
        else:
            labels = {name: _(_LABELS[name]) if name in _LABELS else name for name in facts}
            width = max(map(len, labels.values()))
            for name, value in facts.items():
                session.print_text(f"{labels[name]:<{width}}  {value}")
            for problem in problems:
                session.print_text(f"✗ {problem}")
            session.print_text(_("Something is wrong; see above.") if problems else _("All is well."))
        session.failed = bool(problems)
        session.finish()

    options: list[click.Parameter] = [
        click.Option(["--repair"], is_flag=True, help=_("Work out every count and index of the library again.")),
        json_option(),
    ]
    return click.Command("doctor", callback=doctor, params=options)


def _facts(session: Session) -> Iterator[tuple[str, Any]]:
    yield "newstui", __version__
    yield "python", platform.python_version()
    yield "system", platform.platform()
    for package in _PACKAGES:
        yield package, version(package)
    yield "config", str(session.paths.config_file)
    yield "library", str(session.paths.library_file)
    yield "cache", str(session.paths.cache_dir)
    yield "language", current_language()
    yield "languages", ",".join(session.library.ladder)
    yield "terminal", os.environ.get("TERM", "")
    yield "sources", len(session.library.list_sources())
    yield "unread", format_number(session.library.total_unread())
    if session.paths.library_file.exists():
        yield "size", f"{session.paths.library_file.stat().st_size / 1e6:.1f} MB"


def _path_problems(session: Session) -> Iterator[str]:
    for directory in (session.paths.data_dir, session.paths.cache_dir):
        existing = next((parent for parent in (directory, *directory.parents) if parent.exists()), Path("/"))
        if not os.access(existing, os.W_OK):
            yield _("{path}: cannot be written to; give yourself the right, or name another directory").format(
                path=existing
            )
