"""Which way a terminal shows pictures."""

from __future__ import annotations

import pytest

from newstui.config.pictures import AUTO, Way, choose_way

FULL = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}


@pytest.mark.parametrize(
    ("environment", "way"),
    [
        (FULL, Way.BLOCKS),
        ({"TERM": "xterm-256color"}, Way.BLOCKS),
        ({"TERM": "xterm"}, Way.CAPTIONS),
        ({"TERM": "linux"}, Way.CAPTIONS),
        ({"TERM": "xterm-direct"}, Way.BLOCKS),
        ({}, Way.CAPTIONS),
        ({"TERM": "xterm-kitty"}, Way.KITTY),
        ({"TERM": "xterm-ghostty", "COLORTERM": "truecolor"}, Way.KITTY),
        ({**FULL, "TERM_PROGRAM": "ghostty"}, Way.KITTY),
        ({**FULL, "KITTY_WINDOW_ID": "1"}, Way.KITTY),
        ({**FULL, "KITTY_WINDOW_ID": "1", "TERM_PROGRAM": "Apple_Terminal"}, Way.BLOCKS),
        ({**FULL, "TERM_PROGRAM": "WezTerm"}, Way.SIXEL),
        ({**FULL, "TERM_PROGRAM": "iTerm.app"}, Way.SIXEL),
        ({**FULL, "TERM": "foot"}, Way.SIXEL),
        ({"TERM": "mlterm-256color"}, Way.SIXEL),
        ({**FULL, "KONSOLE_VERSION": "220400"}, Way.SIXEL),
        ({**FULL, "KONSOLE_VERSION": "211202"}, Way.BLOCKS),
        ({**FULL, "KONSOLE_VERSION": "²"}, Way.BLOCKS),
        ({**FULL, "WT_SESSION": "x"}, Way.BLOCKS),
        ({"TERM": "tmux-256color", "TMUX": "/tmp/tmux,1,0", "KITTY_WINDOW_ID": "1"}, Way.BLOCKS),
        ({"TERM": "screen-256color", "STY": "1.pts", "TERM_PROGRAM": "WezTerm"}, Way.BLOCKS),
        ({"TERM": "xterm-kitty", "TEXTUAL_DRIVER": "textual.drivers.web_driver:WebDriver"}, Way.BLOCKS),
        ({"TERM": "xterm-kitty", "NO_COLOR": "1"}, Way.CAPTIONS),
        ({"TERM": "xterm-kitty", "NO_COLOR": ""}, Way.KITTY),
        ({"TERM": "dumb", "COLORTERM": "truecolor"}, Way.CAPTIONS),
    ],
)
def test_the_environment_tells(environment: dict[str, str], way: Way) -> None:
    assert choose_way(AUTO, environment) is way


@pytest.mark.parametrize("wanted", list(Way))
def test_what_is_wanted_counts_where_there_are_colours(wanted: Way) -> None:
    assert choose_way(wanted, {"TERM": "linux"}) is wanted
    assert choose_way(wanted, {"TERM": "tmux-256color", "TMUX": "x"}) is wanted
    assert choose_way(wanted, {**FULL, "NO_COLOR": "1"}) is Way.CAPTIONS
    assert wanted.paints == (wanted is not Way.CAPTIONS)
