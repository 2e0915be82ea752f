from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import pytest

from newstui.config import Settings
from newstui.ui.article.typography import Typography, choose_typography
from newstui.ui.terminal import puts_in_order, write_notification


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, False),
        ({"TERM_PROGRAM": "Apple_Terminal"}, True),
        ({"TERM_PROGRAM": "mintty"}, True),
        ({"TERM_PROGRAM": "iTerm.app"}, False),
        ({"TERM_PROGRAM": "WezTerm"}, False),
        ({"VTE_VERSION": "5800"}, True),
        ({"VTE_VERSION": "7603"}, True),
        ({"VTE_VERSION": "5602"}, False),
        ({"VTE_VERSION": "new"}, False),
        ({"KONSOLE_VERSION": "230800"}, True),
        ({"KONSOLE_VERSION": ""}, False),
        ({"MLTERM": "3.9.0"}, True),
        ({"TERM": "xterm-kitty"}, False),
    ],
)
def test_which_terminals_put_words_in_order(environment: Mapping[str, str], expected: bool) -> None:
    assert puts_in_order(environment) is expected


@pytest.mark.parametrize(
    ("values", "environment", "expected"),
    [
        ({}, {}, Typography(hyphenate=True, reorder=True)),
        ({}, {"MLTERM": "3"}, Typography(hyphenate=True)),
        ({"bidi": "on"}, {"MLTERM": "3"}, Typography(hyphenate=True, reorder=True)),
        ({"bidi": "off"}, {}, Typography(hyphenate=True)),
        ({"hyphenate": False, "bidi": "off"}, {}, Typography()),
        ({"hyphenate": False, "justify": True, "bidi": "off"}, {}, Typography(hyphenate=True, justify=True)),
    ],
)
def test_what_the_settings_make_of_it(
    values: dict[str, Any], environment: Mapping[str, str], expected: Typography
) -> None:
    assert choose_typography(Settings(values=MappingProxyType(values)), environment) == expected


@pytest.mark.parametrize(
    ("by", "environment", "written"),
    [
        ("osc9", {}, "\x1b]9;newstui: 4;news\x07"),
        ("osc777", {}, "\x1b]777;notify;newstui;4;news\x07"),
        ("osc", {"TERM": "xterm-kitty"}, "\x1b]9;newstui: 4;news\x07"),
        ("osc", {"TERM": "rxvt-unicode-256color"}, "\x1b]777;notify;newstui;4;news\x07"),
        ("osc", {"TERM": "foot"}, "\x1b]777;notify;newstui;4;news\x07"),
        ("osc", {"VTE_VERSION": "7200"}, "\x1b]777;notify;newstui;4;news\x07"),
        ("osc9", {"TMUX": "/tmp/t,1,0"}, "\x1bPtmux;\x1b\x1b]9;newstui: 4;news\x07\x1b\\"),
        ("osc9", {"STY": "1.pts"}, "\x1bP\x1b]9;newstui: 4;news\x07\x1b\\"),
    ],
)
def test_how_a_terminal_is_told_to_notify(by: str, environment: dict[str, str], written: str) -> None:
    assert write_notification("4;\x07\x1b\\news\x9c\n", by, environment) == written
