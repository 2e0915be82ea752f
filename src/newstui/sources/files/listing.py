"""Which files of a directory are articles."""

from __future__ import annotations

from pathlib import Path
from typing import Final

SUFFIXES: Final = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"})


def is_article_file(path: Path) -> bool:
    """Whether a path names a file that read_article takes: by its suffix, else by its first bytes."""
    return path.is_file() and path.suffix.lower() in SUFFIXES


def list_article_files(directory: Path) -> list[Path]:
    """Return the article files in a directory and below it, by their paths' order; hidden ones are left out."""
    return sorted(path for path in directory.rglob("*") if is_article_file(path))
