"""Writes docs/newstui.1, the manual page: the command line as click knows it, the keys as the table has them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator

import click

from newstui.cli.main import build_cli
from newstui.config import SETTINGS
from newstui.i18n import set_language
from newstui.ui.commands import group_commands
from newstui.ui.keymap import DEFAULT_KEYMAP

_ABOUT = """newstui shows headlines, the article, its languages and its quotations in panes. It reads feeds (RSS, Atom, RDF, JSON
Feed), web pages and local files, and keeps everything for reading offline.
A story that exists in several languages is one story: L changes the edition and stays at the same paragraph."""

_FILES = (
    ("config.toml", "The configuration: every key is optional. newstui doctor says where it is."),
    ("library.db", "The library: sources, articles, what was read and starred."),
)

_STATUSES = (
    ("0", "Done."),
    ("1", "Some of it failed; each failure is a line on standard error."),
    ("2", "The call or the configuration is wrong, said in one line."),
    ("130", "Interrupted."),
)


def write_manual() -> str:
    """Return the page as roff, for the macros of man(7)."""
    set_language("en")
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    cli = build_cli()
    context = click.Context(cli, info_name="newstui")
    yield '.TH NEWSTUI 1 "" newstui "User commands"'
    yield from (".SH NAME", "newstui \\- a news reader for several languages, editions and quotations")
    yield from (".SH SYNOPSIS", ".B newstui", _escape("[OPTIONS] [TARGET …]"), ".br", ".B newstui")
    yield _escape("[OPTIONS] COMMAND [ARGUMENTS]")
    yield from (".SH DESCRIPTION", _escape(_ABOUT))
    yield ".PP"
    yield _escape("A TARGET is an article id, a file, a directory, a page’s address or a feed’s address.")
    yield ".SH OPTIONS"
    yield from _options(cli, context)
    yield ".SH COMMANDS"
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        if command is not None:
            inner = click.Context(command, info_name=name, parent=context)
            usage = " ".join(command.collect_usage_pieces(inner)).replace("[OPTIONS] ", "")
            yield from (f".SS {_escape(f'{name} {usage}'.strip())}", _escape(command.help or ""))
            yield from _options(command, inner)
    yield from (".SH KEYS", _escape("These are the keys of the preset newstui; ? shows those in force."))
    for title, commands in group_commands():
        yield f".SS {_escape(title)}"
        for command_ in commands:
            keys = ", ".join(DEFAULT_KEYMAP.keys[command_.name]) or "—"
            yield from (".TP", f".B {_escape(keys)}", _escape(f"{command_.help} ({command_.name})"))
    yield ".SH CONFIGURATION"
    for setting in SETTINGS:
        yield from (".TP", f".B {_escape(setting.key)}", _escape(f"{setting.help} {setting.expected}."))
    yield ".SH EXIT STATUS"
    yield from _entries(_STATUSES)
    yield ".SH FILES"
    yield from _entries(_FILES)
    yield ".SH ENVIRONMENT"
    yield _escape("NEWSTUI_CONFIG, NEWSTUI_DATA_DIR, NEWSTUI_CACHE_DIR; NO_COLOR, LANG, VISUAL, BROWSER.")


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    records = [option.get_help_record(context) for option in command.get_params(context)]
    top = context.parent is None
    yield from _entries([record for record in records if record and record[1] and (top or "--help" not in record[0])])


def _entries(entries: Iterable[tuple[str, str]]) -> Iterator[str]:
    for name, text in entries:
        yield from (".TP", f".B {_escape(name)}", _escape(text))


def _escape(text: str) -> str:
    """Keep roff from taking a backslash, a hyphen or a line's first character for itself."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^(?=[.'])", r"\\&", text, flags=re.MULTILINE)


if __name__ == "__main__":
    sys.stdout.write(write_manual())
