"""Footnotes in Markdown, "[^1]" and "[^1]: the note", as Pandoc and GitHub have them: to links within the HTML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_NOTE: Final = re.compile(r" {0,3}\[\^([^\]\s]+)\]:[ \t]*(.*)")
_FENCE: Final = re.compile(r" {0,3}(```+|~~~+)")
_INDENT: Final = re.compile(r"\A(?: {2,4}|\t)")
_REFERENCE: Final = re.compile(r"\[\^([^\]\s]+)\]")
_NAME: Final = "newstui-note"


def render_with_notes(parser: MarkdownIt, text: str) -> str:
    """Return Markdown as HTML, its footnotes as a list at the end, in the order in which they are first referred to."""
    body, notes = take_notes(text)
    if not notes:
        return str(parser.render(text))
    order: dict[str, int] = {}
    parser.inline.ruler.before("link", "note", _read_reference)
    environment = {"notes": notes, "order": order}
    html = str(parser.render(body, environment))
    items: list[str] = []
    while len(items) < len(order):  # notes may refer to notes
        number = len(items) + 1
        note = parser.render(notes[list(order)[len(items)]], environment).rstrip().removesuffix("</p>")
        items.append(f'<li id="{_NAME}-{number}">{note} <a href="#{_NAME}-mark-{number}">↩</a></li>')
    return f"{html}<hr><ol>{''.join(items)}</ol>" if items else html


def take_notes(text: str) -> tuple[str, dict[str, str]]:
    """Return a text without its notes, and these by their names; what stands in fenced code is code."""
    kept: list[str] = []
    notes: dict[str, list[str]] = {}
    current: list[str] | None = None
    fence = ""
    for line in text.split("\n"):
        found = _NOTE.match(line) if not fence else None
        if found is not None:
            current = notes.setdefault(found[1], [])
            current.append(found[2])
        elif current is not None and not fence and (not line.strip() or _INDENT.match(line) or current[-1].strip()):
            # A line at the margin goes on with the paragraph above it, as everywhere in Markdown.
            current.append(_INDENT.sub("", line, count=1))
        else:
            current = None
            kept.append(line)
            mark = _FENCE.match(line)
            if mark is not None and not fence:
                fence = mark[1]
            elif mark is not None and mark[1].startswith(fence):
                fence = ""
    return "\n".join(kept), {name: "\n".join(lines).strip() for name, lines in notes.items()}


def _read_reference(state: StateInline, silent: bool) -> bool:
    """A rule of markdown-it's: the mark of a note that there is becomes a raised link."""
    found = _REFERENCE.match(state.src, state.pos)
    if found is None or found[1] not in state.env.get("notes", ()):
        return False
    if not silent:
        order: dict[str, int] = state.env["order"]
        first = found[1] not in order
        number = order.setdefault(found[1], len(order) + 1)
        name = f' id="{_NAME}-mark-{number}"' if first else ""
        token = state.push("html_inline", "", 0)
        token.content = f'<sup{name}><a href="#{_NAME}-{number}">{number}</a></sup>'
    state.pos = found.end()
    return True
