"""How text is set, as far as the reader has a say in it and the terminal."""

from __future__ import annotations

from collections.abc import Mapping

from newstui.config import Settings
from newstui.record import record
from newstui.ui.terminal import puts_in_order


@record
class Typography:
    """`hyphenate`: words are broken by the article's language; `justify`: lines are equally long.

    `reorder`: what is read from right to left is turned round here, since the terminal does not do it.
    """

    hyphenate: bool = False
    justify: bool = False
    reorder: bool = False


def choose_typography(settings: Settings, environment: Mapping[str, str]) -> Typography:
    """Return what the settings say; justified text is hyphenated, or its gaps would be wide."""
    justify = bool(settings["justify"])
    bidi = str(settings["bidi"])
    return Typography(
        hyphenate=justify or bool(settings["hyphenate"]),
        justify=justify,
        reorder=bidi == "on" or (bidi == "auto" and not puts_in_order(environment)),
    )
