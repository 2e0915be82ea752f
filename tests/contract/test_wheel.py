"""The built wheel holds everything that the program reads at run time, and nothing else."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    where = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", where, ROOT],
        check=True,
        capture_output=True,
        timeout=120,
    )
    (built,) = where.glob("*.whl")
    return zipfile.ZipFile(built)


def test_every_data_file_of_the_package_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    package = ROOT / "src" / "newstui"
    wanted = {
        f"newstui/{path.relative_to(package)}"
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert wanted <= set(wheel.namelist())


def test_the_style_sheets_are_in_the_package(wheel: zipfile.ZipFile) -> None:
    styles = ROOT / "styles"
    wanted = {f"newstui/styles/{path.relative_to(styles)}" for path in styles.rglob("*") if path.is_file()}
    assert wanted
    assert wanted <= set(wheel.namelist())


def test_the_catalogues_are_compiled(wheel: zipfile.ZipFile) -> None:
    catalogues = {name for name in wheel.namelist() if name.endswith(".mo")}
    assert {name.split("/")[2] for name in catalogues} == {"de", "es", "fr", "nl", "pt"}


def test_nothing_else_is_in_it(wheel: zipfile.ZipFile) -> None:
    assert {name.split("/")[0].split("-")[0] for name in wheel.namelist()} == {"newstui"}


def test_the_installed_package_runs(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path)
    script = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n"
        "from newstui.paths import styles_folder\n"
        "import newstui.library\n"
        f"assert styles_folder().is_relative_to({str(tmp_path)!r}), styles_folder()\n"
        "from newstui.cli import run; run(['--version'])"
    )
    done = subprocess.run([sys.executable, "-I", "-c", script], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.startswith("newstui ")
