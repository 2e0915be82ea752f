"""How the pages of --help are set: as click does, but for what the typography of a language asks for."""

from __future__ import annotations

import click

from newstui.i18n import _


class HelpPages(click.HelpFormatter):
    """Puts behind a heading what the interface's language puts there: a space before a French colon."""

    def write_heading(self, heading: str) -> None:
        """Write a heading on a line of its own."""
        line = _("{heading}:").format(heading=heading)
        self.write(f"{'':>{self.current_indent}}{line}\n")
