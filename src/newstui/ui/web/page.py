"""The page that holds the terminal."""

from __future__ import annotations

from html import escape
from importlib.resources import files
from string import Template

from newstui.i18n import _, current_language


def write_page(socket: str) -> str:
    """Return the page in the interface's language; `socket` is the websocket's address."""
    template = Template(files("newstui.ui.web").joinpath("page.html").read_text(encoding="utf-8"))
    texts = {
        "language": current_language(),
        "socket": socket,
        "script": _("The reader needs JavaScript."),
        "closed": _("The reader is closed."),
        "again": _("Open it again"),
    }
    return template.substitute({name: escape(text) for name, text in texts.items()})
