"""Which files of a directory are articles."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

TEXT_SUFFIXES: Final = frozenset({".txt", ".text"})
MARKDOWN_SUFFIXES: Final = frozenset({".md", ".markdown", ".mdown", ".mkd"})
PAGE_SUFFIXES: Final = frozenset({".html", ".htm", ".xhtml"})
SUFFIXES: Final = TEXT_SUFFIXES | MARKDOWN_SUFFIXES | PAGE_SUFFIXES
LARGEST: Final = 8 * 2**20
"""Bytes: no article is larger, and a log file that is read by mistake costs minutes."""


def is_article_file(path: Path) -> bool:
    """Whether a file is one that belongs into a directory's articles: by its suffix, its size and its name."""
    if path.suffix.lower() not in SUFFIXES or path.name.startswith("."):
        return False
    try:
        return path.is_file() and 0 < path.stat().st_size <= LARGEST
    except OSError:
        return False


def list_article_files(directory: Path) -> list[Path]:
    """Return the article files in a directory and below it, in the order of their paths.

    Hidden files and directories are left out, and what cannot be read. Symbolic links are followed, each directory
    once. Raises OSError if `directory` itself cannot be read.
    """
    found: list[Path] = []
    seen: set[tuple[int, int]] = set()
    os.scandir(directory).close()
    for folder, subfolders, names in os.walk(directory, followlinks=True):
        status = Path(folder).stat()
        if (status.st_dev, status.st_ino) in seen:
            subfolders.clear()
            continue
        seen.add((status.st_dev, status.st_ino))
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        found += [path for name in names if is_article_file(path := Path(folder, name))]
    return sorted(found)
