"""The one table of commands: every command is done somewhere, has its keys alone, and stands in docs/keys.md."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import get_type_hints

import pytest

from newstui.ui.commands import COMMANDS, GROUPS, Command, Context
from newstui.ui.desks.office import Office
from newstui.ui.keys_page import write_keys_page

_ROOT = Path(__file__).resolve().parents[2]
_UI = _ROOT / "src" / "newstui" / "ui"


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_is_done_at_its_desk(command: Command) -> None:
    assert re.fullmatch(r"[a-z]+\.[a-z]+(-[a-z]+)*", command.name)
    assert command.group in GROUPS
    assert command.help.endswith(".")
    assert command.title
    if command.context is not Context.DIALOG:
        desk = get_type_hints(Office)[command.group]
        assert callable(getattr(desk, command.method)), "a method of the desk"


def test_names_are_unique() -> None:
    assert len({command.name for command in COMMANDS}) == len(COMMANDS)


def test_no_key_means_two_things() -> None:
    apart = {frozenset({Context.MAIN, Context.DIALOG}), frozenset({Context.SOURCES, Context.DIALOG})}
    clashes = [
        (one.name, other.name)
        for one, other in combinations(COMMANDS, 2)
        if set(one.keys) & set(other.keys) and frozenset({one.context, other.context}) not in apart
    ]
    assert clashes == []


def test_the_page_of_keys_is_current() -> None:
    page = (_ROOT / "docs" / "keys.md").read_text(encoding="utf-8")
    assert page == write_keys_page(), "write it anew: python -m newstui.ui.keys_page > docs/keys.md"


def _calls() -> Iterator[tuple[str, ast.AST]]:
    for file in sorted(_UI.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            yield file.name, node


def test_toasts_show_no_markup() -> None:
    toasts = [
        (name, node)
        for name, node in _calls()
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "notify"
    ]
    assert toasts
    for name, node in toasts:
        markup = [keyword.value for keyword in node.keywords if keyword.arg == "markup"]
        assert [ast.literal_eval(value) for value in markup] == [False], name


def test_titles_are_content() -> None:
    """A str is markup in a border's title: every one is Content, or the translation of a literal."""
    titles = [
        (name, node.value)
        for name, node in _calls()
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Attribute) and target.attr in ("border_title", "border_subtitle")
    ]
    assert titles
    for name, value in titles:
        assert isinstance(value, ast.Call), name
        function = value.func
        of_literal = isinstance(function, ast.Name) and function.id == "_" and isinstance(value.args[0], ast.Constant)
        of_content = "Content" in ast.unparse(function) or "content" in ast.unparse(function)
        assert of_literal or of_content, f"{name}: {ast.unparse(value)}"


def test_messages_are_literals() -> None:
    """What is translated must be found by the extraction: a literal, or a value that was marked elsewhere."""
    for name, node in _calls():
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "N_", "ngettext"):
            for argument in node.args:
                assert not isinstance(argument, ast.JoinedStr | ast.BinOp), f"{name}: {ast.unparse(node)}"
