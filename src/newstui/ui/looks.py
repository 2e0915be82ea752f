"""The style of component classes that lie over each other."""

from __future__ import annotations

from rich.style import Style
from textual.widget import Widget

_REVERSE = Style(reverse=True)


def combine_looks(widget: Widget, classes: list[str]) -> Style:
    """Return the style of a widget's component classes from below to above, over the widget's own.

    Widget.get_visual_style leaves `reverse` out, which is what stands for a background where there are no colours.
    """
    style = widget.get_visual_style(*classes).rich_style
    reverse = any(widget.get_component_styles(name).text_style.reverse for name in classes)
    return style + _REVERSE if reverse else style
