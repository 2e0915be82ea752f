from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import pytest

from newstui.config import Settings
from newstui.ui.article.typography import Typography, choose_typography
from newstui.ui.terminal import puts_in_order


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
