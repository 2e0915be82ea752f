from __future__ import annotations

from pathlib import Path

import pytest

from newstui.config import SETTINGS, Settings, load_settings
from newstui.config.kinds import TAGS, WORDS
from newstui.errors import ConfigError


def write(folder: Path, text: str | bytes) -> Path:
    file = folder / "config.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


@pytest.mark.parametrize("text", ["", "# nothing but a comment\n"])
def test_an_empty_file_gives_the_defaults(tmp_path: Path, text: str) -> None:
    settings = load_settings(write(tmp_path, text))
    assert {setting.key: settings[setting.key] for setting in SETTINGS} == {s.key: s.default for s in SETTINGS}


def test_a_missing_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.toml").languages == ()


def test_values_and_keys_are_read(tmp_path: Path) -> None:
    text = 'languages = ["de", "pt-BR"]\n[refresh]\nevery = 5\n[keys]\n"article.star" = "S"\n'
    settings = load_settings(write(tmp_path, text))
    assert settings.languages == ("de", "pt-BR")
    assert settings["refresh.every"] == 5
    assert settings.keys == {"article.star": "S"}


def test_every_default_is_a_value_that_would_be_accepted() -> None:
    assert [setting.key for setting in SETTINGS if not setting.kind.accepts(setting.default)] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('langauges = ["de"]', ["langauges", "did you mean languages?"]),
        ('[share]\nprint = "lp"', ["share.print", "must be a list of words"]),
        ("share = 1", ["share", "must be a table"]),
        ("zebra = 1", ["zebra", "there are languages"]),
        ('languages = "de"', ["languages", 'a list of language tags such as ["de", "fr", "en"]', "'de'"]),
        ('languages = ["deutsch!"]', ["languages", "deutsch!"]),
        ('interface_language = "it"', ["interface_language", "it"]),
        ("text_width = 5", ["text_width", "from 20 to 400", "5"]),
        ("text_width = true", ["text_width", "True"]),
        ("refresh = 5", ["refresh", "[refresh]"]),
        ('[refresh]\ncontact = "me) x"', ["refresh.contact", "a web or mail address"]),
        ('[refresh]\ncontact = "a\\nb"', ["refresh.contact"]),
        ("[refresh]\nevrey = 5", ["refresh.evrey", "refresh.every"]),
        ('[keys]\narticle.star = "s"', ["keys.article", '"article.star" = "s"']),
        ("languages = ?", ["not valid TOML", "line 1"]),
        (b"theme = '\xff'", ["UTF-8", "9"]),
    ],
)
def test_a_mistake_names_the_file_the_key_and_the_mend(tmp_path: Path, text: str | bytes, said: list[str]) -> None:
    file = write(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        load_settings(file)
    line = str(caught.value)
    assert line.startswith(f"{file}: ")
    assert "\n" not in line
    assert [part for part in said if part not in line] == []


def test_a_directory_in_its_place_is_said(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        load_settings(tmp_path)


def test_replacing_a_value_leaves_the_others(tmp_path: Path) -> None:
    settings = load_settings(write(tmp_path, "text_width = 50")).replace(languages=["fr"])
    assert settings.languages == ("fr",)
    assert settings["text_width"] == 50


def test_programs_for_articles_are_read(tmp_path: Path) -> None:
    settings = load_settings(write(tmp_path, '[share]\n"read later" = ["later", "{url}"]\n'))
    assert settings.share == {"read later": ("later", "{url}")}
    assert settings.replace(text_width=50).share == settings.share


def test_a_list_is_typed_as_for_a_shell_or_as_in_the_file() -> None:
    for typed in ('mpv --title "a b" {url}', '["mpv", "--title", "a b", "{url}"]'):
        assert WORDS.read(typed) == ["mpv", "--title", "a b", "{url}"]
    assert TAGS.read("de, fr en") == TAGS.read('["de", "fr", "en"]') == ["de", "fr", "en"]
    for wrong in ('["mpv', '"mpv'):
        with pytest.raises(ValueError, match=r".+"):
            WORDS.read(wrong)
    assert not WORDS.accepts(WORDS.read("[1, 2]"))


def test_a_program_is_added_and_taken_away() -> None:
    settings = Settings().with_share("mail", ["mail", "-s"])
    assert settings.share == {"mail": ("mail", "-s")}
    assert settings.with_share("wiki", ["wiki"]).with_share("mail", None).share == {"wiki": ("wiki",)}
