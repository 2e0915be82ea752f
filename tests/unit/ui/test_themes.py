from __future__ import annotations

from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from newstui.errors import ConfigError
from newstui.ui.themes import DARK, LIGHT, find_theme, list_themes, read_theme, variable_defaults

READABLE = 4.5
"""WCAG 2.2, 1.4.3: the least contrast of text."""

ON_BACKGROUND = (
    *(
        "quiet",
        "article-text",
        "article-title",
        "article-lead",
        "article-heading",
        "article-code",
        "quote-speech",
        "speaker",
    ),
    *("quote-term", "headline-unread", "headline-read", "unread-mark", "star", "badge", "foreground", "primary"),
    *("secondary", "accent", "warning", "error", "success"),
)
ON_CURSOR = (
    "speaker",
    "headline-unread",
    "headline-read",
    "quiet",
    "star",
    "badge",
    "unread-mark",
    "block-cursor-foreground",
)
PAIRS = [
    *((text, "background") for text in ON_BACKGROUND),
    *((text, cursor) for text in ON_CURSOR for cursor in ("cursor", "cursor-blurred")),
    ("article-code", "code-background"),
    ("quote-speech", "code-background"),
    *((f"code-{kind}", "code-background") for kind in ("keyword", "string", "number", "comment", "name")),
    ("quote-current", "quote-current-background"),
    ("hit", "hit-background"),
    ("hit-current", "hit-current-background"),
    ("quiet", "surface"),
    *((f"pair-{number}", "background") for number in range(1, 5)),
    *((f"text-{kind}", behind) for kind in ("error", "warning", "accent") for behind in ("background", "surface")),
    ("frame-used", "background"),
    ("quiet", "panel"),
    ("foreground", "surface"),
    ("foreground", "panel"),
    ("footer-key-foreground", "footer-background"),
    ("footer-description-foreground", "footer-background"),
    ("screen-selection-foreground", "screen-selection-background"),
    ("foreground", "input-selection-background"),
]

COLOURED = [*list_themes(), *(theme for theme in BUILTIN_THEMES.values() if not theme.name.startswith("ansi"))]
SEEN = 3.0
"""WCAG 2.2, 1.4.11: the least contrast of what is not text, and of text in themes that are not ours."""
FAINTEST = 1.25


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2, from 1 to 21."""

    def luminance(colour: str) -> float:
        channels = [channel / 255 for channel in Color.parse(colour).rgb]
        linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_of_known_colours() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", list_themes(), ids=lambda theme: theme.name)
@pytest.mark.parametrize(("text", "behind"), PAIRS)
def test_every_text_can_be_read(theme: Theme, text: str, behind: str) -> None:
    colours = {**theme.to_color_system().generate(), **theme.variables}
    assert contrast(colours[text], colours[behind]) >= READABLE


def test_one_is_found_by_its_name() -> None:
    found = find_theme(LIGHT)
    assert found is not None
    assert found.name == LIGHT
    assert [find_theme(name) for name in ("nord", "", "../base", "no such theme")] == [None] * 4


def test_ours_are_a_dark_and_a_light_one() -> None:
    assert {theme.name: theme.dark for theme in list_themes()} == {DARK: True, LIGHT: False}


@pytest.mark.parametrize("theme", [*BUILTIN_THEMES.values(), *list_themes()], ids=lambda theme: theme.name)
def test_every_theme_has_our_variables(theme: Theme) -> None:
    ours = set(variable_defaults(theme))
    assert all(variable_defaults(theme).values())
    for own in list_themes():
        assert ours <= set(own.variables)


@pytest.mark.parametrize("theme", COLOURED[2:], ids=lambda theme: theme.name)
def test_what_stands_in_for_our_colours_can_be_read(theme: Theme) -> None:
    colours = {**theme.to_color_system().generate(), **variable_defaults(theme)}
    for behind in ("background", "cursor", "cursor-blurred", "surface"):
        for text in ("speaker", "quote-speech", "quote-term", "unread-mark", "star", "badge", "article-mark"):
            assert contrast(colours[text], colours[behind]) >= READABLE, (text, behind)
        for text in ("quiet", "headline-read", "headline-unread", "article-lead", "code-comment"):
            assert contrast(colours[text], colours[behind]) >= SEEN, (text, behind)
    for part in ("keyword", "string", "number", "name"):
        assert contrast(colours[f"code-{part}"], colours["code-background"]) >= READABLE, part
    for behind in ("cursor", "cursor-blurred", "cursor-hover", "quote-current-background", "hit-background"):
        if Color.parse(colours[behind]).a == 1:
            assert contrast(colours["foreground"], colours[behind]) >= SEEN, behind


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_what_is_no_text_is_seen(theme: Theme) -> None:
    colours = {**variable_defaults(theme), **theme.to_color_system().generate(), **theme.variables}
    used, unused = (contrast(colours[name], colours["background"]) for name in ("frame-used", "frame"))
    assert used >= SEEN
    assert FAINTEST <= unused < used
    assert contrast(colours["cursor"], colours["background"]) >= FAINTEST
    assert contrast(colours["faint"], colours["background"]) >= FAINTEST


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_what_is_read_is_quieter(theme: Theme) -> None:
    colours = {**variable_defaults(theme), **theme.to_color_system().generate(), **theme.variables}
    read, unread = (contrast(colours[f"headline-{name}"], colours["background"]) for name in ("read", "unread"))
    assert read < unread


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('name = "x"\nprimary = "#fff"\ncolour = "red"', "have no key colour"),
        ('name = "x"\nprimary = "no colour"', "is not a theme"),
        ('name = "x"', "is not a theme"),
        ("name = ", "is not a theme"),
    ],
)
def test_a_theme_that_is_wrong_is_said_to_be(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "x.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=message):
        read_theme(file)
