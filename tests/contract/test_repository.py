"""The repository stands alone and is finished: nothing points at a machine, nothing is left open."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KINDS = {".py", ".md", ".toml", ".tcss", ".yml", ".yaml", ".txt", ".tsv", ".po", ""}
SKIPPED = {"__pycache__", "data", "__snapshots__", "dist", "build"}
VISIBLE = [path.name for path in ROOT.iterdir()]
HOSTS = re.compile(r"files\.pythonhosted|pypi\.org/simple|--index-url|/root/|\.\./shared")
OPEN = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK|NotImpl" + r"ementedError)\b")

HIDDEN = re.compile(r"\{_\(['\"]")
"""A message within an f-string, where nobody finds it who looks for messages."""


def own_files() -> list[Path]:
    return [
        path
        for path in sorted(ROOT.rglob("*"))
        if path.is_file()
        and path.suffix in KINDS
        and not SKIPPED & set(path.relative_to(ROOT).parts)
        and path.relative_to(ROOT).parts[0] in {".ci", ".github", *(p for p in VISIBLE if not p.startswith("."))}
    ]


@pytest.mark.parametrize(
    ("pattern", "folders"), [(HOSTS, ("",)), (OPEN, ("src", "styles", "tests", "bench")), (HIDDEN, ("src",))]
)
def test_no_file_holds(pattern: re.Pattern[str], folders: tuple[str, ...]) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in own_files()
        if path != Path(__file__) and str(path.relative_to(ROOT)).startswith(folders)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line)
    ]
    assert found == []


def test_modules_stay_small() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in (ROOT / "src").rglob("*.py")}
    assert {str(path): length for path, length in lengths.items() if length > 500} == {}
