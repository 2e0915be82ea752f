from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from newstui.config import load_settings
from newstui.config.writing import save_setting
from newstui.errors import ConfigError

WRITTEN = """# mine
languages = ["de", "fr"]   # the dearest first

[refresh]
every = 5 # minutes
"""


@pytest.mark.parametrize(
    ("key", "value", "now"),
    [
        ("theme", "newstui-light", 'theme = "newstui-light"'),
        ("refresh.every", 60, "every = 60 # minutes"),
        ("refresh.timeout", 9, "timeout = 9"),
        ("commands.copy", ["wl-copy"], 'copy = ["wl-copy"]'),
        ("languages", ["pt"], 'languages = ["pt"]   # the dearest first'),
    ],
)
def test_one_key_changes_and_the_rest_stays(tmp_path: Path, key: str, value: Any, now: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(WRITTEN)
    save_setting(file, key, value)
    text = file.read_text()
    assert now in text
    assert "# mine\n" in text
    assert load_settings(file)[key] == value
    assert list(tmp_path.iterdir()) == [file]


def test_a_command_gets_its_keys(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    save_setting(file, "keys.article.star", "S")
    assert load_settings(file).keys == {"article.star": "S"}


def test_a_file_and_its_folder_are_made_when_needed(tmp_path: Path) -> None:
    file = tmp_path / "newstui" / "config.toml"
    save_setting(file, "theme", "nord")
    assert load_settings(file)["theme"] == "nord"


@pytest.mark.parametrize(("text", "key", "value"), [("languages = [", "theme", "nord"), (WRITTEN, "text_width", 3)])
def test_what_would_not_be_valid_is_not_written(tmp_path: Path, text: str, key: str, value: Any) -> None:
    file = tmp_path / "config.toml"
    file.write_text(text)
    with pytest.raises(ConfigError):
        save_setting(file, key, value)
    assert file.read_text() == text
    assert list(tmp_path.iterdir()) == [file]


def test_a_key_is_taken_out_again(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('# mine\n[share] # programs\nmail = ["mail"]\nwiki = ["wiki"]\n')
    save_setting(file, "share.mail", None)
    assert file.read_text() == '# mine\n[share] # programs\nwiki = ["wiki"]\n'
    save_setting(file, "theme", None)
    assert load_settings(file).share == {"wiki": ("wiki",)}
