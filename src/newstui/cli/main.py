"""`newstui [OPTIONS] [TARGET …]` and its commands: the group, its global options, what click says when a call is wrong."""

from __future__ import annotations

import gc
import gettext
import os
from pathlib import Path
from typing import Any

import click

from newstui import __version__
from newstui.cli.help_pages import HelpPages
from newstui.cli.session import Session, complain
from newstui.errors import N_
from newstui.i18n import _, current_language
from newstui.paths import locale_folder

_COMMANDS = {
    # name: (module, what it does)
    "open": ("reading", N_("Open the reader on these files, directories, addresses or articles.")),
    "add": ("subscribing", N_("Subscribe to a feed, a page's feed, a file or a directory.")),
    "remove": ("subscribing", N_("Unsubscribe; articles that you starred stay.")),
    "sources": ("subscribing", N_("List the sources with their state.")),
    "refresh": ("refreshing", N_("Fetch and store what is new in all sources, or in those named.")),
    "list": ("listing", N_("List headlines, newest first.")),
    "search": ("searching", N_("List the stories that a query finds, the best first.")),
    "show": ("reading", N_("Print articles as text, Markdown or JSON.")),
    "quotes": ("quoting", N_("Print the quotations of articles.")),
    "speakers": ("speaking", N_("List who is quoted in the library, or those whose names begin so.")),
    "editions": ("editions", N_("List the languages that a story exists in.")),
    "compare": ("comparing", N_("Print two editions of a story, aligned by paragraphs or by sentences.")),
    "fulltext": ("fulltext", N_("Fetch the full text of articles from their own pages.")),
    "images": ("images", N_("List the images of articles, and keep them for reading offline.")),
    "mark": ("marking", N_("Mark articles as read or starred, tag, hide or move them, or take that back.")),
    "diff": ("revisions", N_("Show what has changed in an article since it was first seen.")),
    "views": ("views", N_("List, save, rename and remove views: queries with a name.")),
    "tags": ("views", N_("List the tags that stories have.")),
    "rules": ("rules", N_("List, add, try and remove rules: what is done by itself with what arrives.")),
    "keep": ("keeping", N_("Say how long, or how many, articles of a source are kept.")),
    "clean": ("keeping", N_("Let go what need not be kept, and make the library smaller.")),
    "import": ("importing", N_("Take over sources from OPML or newsboat, with newsboat’s articles and their status.")),
    "export": ("importing", N_("Print the sources as OPML.")),
    "serve": ("serving", N_("Show the reader in a browser, on this machine alone.")),
    "stats": ("statistics", N_("Count what comes, from where and in which language, and what of it is read.")),
    "doctor": ("doctor", N_("Check paths, versions and the library, and say how to mend what is wrong.")),
}


class Commands(click.Group):
    """A group that loads a command when it is asked for, and takes any other first word for a TARGET."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the commands in the order of the table."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import the module that holds the command."""
        if cmd_name not in _COMMANDS:
            return None
        from importlib import import_module

        module, summary = _COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(f"newstui.cli.{module}"), f"build_{cmd_name}")()
        command.help = _(summary)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Read `newstui story.txt` as `newstui open story.txt`."""
        if args[0] not in _COMMANDS:
            return "open", self.get_command(ctx, "open"), args
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands from the table, without importing their modules."""
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(summary)) for name, (_module, summary) in _COMMANDS.items()])


def build_cli() -> click.Group:
    """Build the command line in the interface's language."""
    file = click.Path(path_type=Path)
    click.Context.formatter_class = HelpPages
    return Commands(
        "newstui",
        callback=_begin,
        invoke_without_command=True,
        subcommand_metavar="[TARGET…] | COMMAND [ARGS]…",
        help=_("A news reader for people who read in several languages and care who said what."),
        params=[
            click.Option(
                ["--lang"],
                metavar="TAG[,TAG…]",
                help=_("The languages you read, the dearest first: the first edition that exists is shown."),
            ),
            click.Option(["--ui-lang"], metavar="TAG", help=_("The language of the interface.")),
            click.Option(["--offline"], is_flag=True, help=_("Never touch the network.")),
            click.Option(
                ["--linear"], is_flag=True, help=_("Read line by line, without a screen: for screen readers.")
            ),
            click.Option(
                ["--config"], metavar="FILE", type=file, envvar="NEWSTUI_CONFIG", help=_("The configuration.")
            ),
            click.Option(
                ["--data-dir"], metavar="DIR", type=file, envvar="NEWSTUI_DATA_DIR", help=_("Where the library is.")
            ),
            click.Option(
                ["--cache-dir"],
                metavar="DIR",
                type=file,
                envvar="NEWSTUI_CACHE_DIR",
                help=_("Where things are that can be fetched again."),
            ),
            click.Option(
                ["--version"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_print_version,
                help=_("Print the version and exit."),
            ),
        ],
        context_settings={"help_option_names": ["-h", "--help"]},
    )


def _print_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        click.echo(f"newstui {__version__}")
        ctx.exit()


def _begin(**options: Any) -> None:
    ctx = click.get_current_context()
    if ctx.invoked_subcommand is not None:
        gc.enable()
    ctx.obj = ctx.with_resource(Session.begin(**options))
    if ctx.invoked_subcommand is None:
        from newstui.cli.opening import open_reader

        open_reader(ctx.obj, ())


def run_command(words: list[str]) -> int:
    """Run a command line and return its exit status; raises what commands raise, but nothing of click's."""
    _translate_click()
    try:
        code = build_cli().main(words, prog_name="newstui", standalone_mode=False)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.Abort:
        return 130
    except click.UsageError as error:
        complain(
            _("{problem} See: {command}").format(problem=_sentence(error.format_message()), command=_help_of(error))
        )
        return 2
    except click.ClickException as error:
        complain(error.format_message())
        return 2
    return code if isinstance(code, int) else 0


def _translate_click() -> None:
    """Let click find its own few messages: it looks them up in gettext's default domain."""
    os.environ["LANGUAGE"] = current_language()
    gettext.bindtextdomain("newstui", str(locale_folder()))
    gettext.textdomain("newstui")


def _sentence(text: str) -> str:
    text = " ".join(text.split()).rstrip(".")
    return text if text.endswith("?") else f"{text}."


def _help_of(error: click.UsageError) -> str:
    return f"{error.ctx.command_path if error.ctx else 'newstui'} --help"
