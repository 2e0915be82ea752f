"""Many articles in one file, by the ending of its name."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from newstui.model import Reading
from newstui.printing.html import write_html_collection
from newstui.printing.markdown import write_markdown_collection
from newstui.printing.records import reading_record

ENDINGS: Final = (".md", ".html", ".json")


def write_collection(title: str, readings: Sequence[Reading], ending: str) -> str:
    """Return articles as one file, `ending` one of ENDINGS: Markdown, a page, or an array of what show --json prints."""
    match ending:
        case ".md":
            return write_markdown_collection(title, readings)
        case ".html":
            return write_html_collection(title, readings)
        case _:
            return json.dumps([reading_record(reading) for reading in readings], ensure_ascii=False, indent=1) + "\n"
