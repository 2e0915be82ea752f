"""The one table of commands: every command is done somewhere, has its keys alone, and stands in docs/keys.md."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cached_property
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from newstui.config import Settings
from newstui.ui import desks
from newstui.ui.commands import COMMANDS, GROUPS, Command
from newstui.ui.commands.command import IN_DIALOGS
from newstui.ui.desks.lists import ListDesk
from newstui.ui.desks.office import Office
from newstui.ui.desks.panes import PaneDesk
from newstui.ui.key_names import is_key
from newstui.ui.keymap import preset_keymap
from newstui.ui.presets import PRESETS, preset_keys

_ROOT = Path(__file__).resolve().parents[2]
_UI = _ROOT / "src" / "newstui" / "ui"
_WITHOUT_KEYS = {("plain", "move.half-down"), ("plain", "move.half-up")}
"""Commands of the table to which a preset gives no keys on purpose."""


_DESKS = {
    name: desk
    for module in iter_modules(desks.__path__)
    for name, desk in vars(import_module(f"newstui.ui.desks.{module.name}")).items()
}
_FIRST: dict[str, type] = {"pane": PaneDesk, "list": ListDesk}
"""The desks that are there from the start."""


def _find_desk(name: str) -> type:
    if name in _FIRST:
        return _FIRST[name]
    made = vars(Office)[name]
    assert isinstance(made, cached_property)
    desk = _DESKS[made.func.__annotations__["return"]]
    assert isinstance(desk, type)
    return desk


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_is_done_at_its_desk(command: Command) -> None:
    assert re.fullmatch(r"[a-z]+\.[a-z]+(-[a-z]+)*", command.name)
    assert command.group in GROUPS
    assert command.help.endswith(".")
    assert command.title
    if command.context not in IN_DIALOGS:
        assert callable(getattr(_find_desk(command.desk), command.method)), "a method of the desk"


def test_names_are_unique() -> None:
    assert len({command.name for command in COMMANDS}) == len(COMMANDS)


@pytest.mark.parametrize("preset", PRESETS)
def test_no_key_means_two_things(preset: str) -> None:
    keymap = preset_keymap(preset)
    clashes = {(name, *clash) for name, keys in keymap.keys.items() for clash in keymap.find_clashes(name, keys)}
    assert clashes == set()


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_is_whole(preset: str) -> None:
    """What has a key has one in every preset, and every key that a preset names exists."""
    keys = preset_keys(preset)
    assert all(is_key(key) for several in keys.values() for key in " ".join(several).split())
    without = {(preset, command.name) for command in COMMANDS if command.keys and not keys[command.name]}
    assert without == {one for one in _WITHOUT_KEYS if one[0] == preset}


def test_the_setting_names_the_presets() -> None:
    for preset in PRESETS:
        assert Settings(values={"keys.preset": preset})["keys.preset"] == preset
    assert Settings()["keys.preset"] == PRESETS[0]


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
