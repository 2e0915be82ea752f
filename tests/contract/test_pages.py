"""The pages of docs/ that are made from tables say what the tables say."""

from __future__ import annotations

import runpy
import subprocess
from pathlib import Path
from shutil import which

import pytest

from newstui.config.page import write_configuration_page
from newstui.ui.keys_page import write_keys_page

_DOCS = Path(__file__).resolve().parents[2] / "docs"
_write_manual = runpy.run_path(str(_DOCS / "write_manual.py"))["write_manual"]


@pytest.mark.parametrize(
    ("page", "write"),
    [("keys.md", write_keys_page), ("configuration.md", write_configuration_page), ("newstui.1", _write_manual)],
)
def test_the_page_is_current(page: str, write: object) -> None:
    assert callable(write)
    assert (_DOCS / page).read_text(encoding="utf-8") == write(), "write it anew: make docs"


@pytest.mark.skipif(which("groff") is None, reason="groff is not installed")
def test_the_manual_is_roff() -> None:
    words = ["groff", "-man", "-Tutf8", "-Kutf8", "-ww", "-z", str(_DOCS / "newstui.1")]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
