from __future__ import annotations

import os
from pathlib import Path

import pytest

from newstui.errors import SourceError
from newstui.model import LanguageOrigin
from newstui.sources.files import is_article_file, list_article_files, read_article
from newstui.sources.files.listing import LARGEST

PAGE = "<!doctype html><html lang=fr><head><title>Le titre</title></head><body><article><p>Un texte.</p></article></body></html>"


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    ("name", "content", "title"),
    [
        ("a.html", PAGE, "Le titre"),
        ("a.xhtml", PAGE, "Le titre"),
        ("a.txt", PAGE, "Le titre"),
        ("a", PAGE, "Le titre"),
        ("a", "# A heading\n\nText.", "A heading"),
        ("a.news", "---\ntitle: T\n---\nText.", "T"),
        ("a", "A headline\nA text with a full stop.", "A headline"),
        ("a.txt", "# not a heading\nA text with a full stop.", "# not a heading"),
    ],
)
def test_the_format_is_told_by_suffix_and_content(tmp_path: Path, name: str, content: str, title: str) -> None:
    assert read_article(write(tmp_path / name, content)).title == title


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", "", "is empty"),
        ("a.md", " \n\n\t", "is empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "not what its name says"),
        ("a.html", "just words", "not what its name says"),
        ("a.html", b"%PDF-1.4", "not what its name says"),
        ("a.txt", '<?xml version="1.0"?><rss version="2.0"/>', "a feed"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, content: str | bytes, words: str) -> None:
    path = write(tmp_path / name, content)
    with pytest.raises(SourceError, match=words) as caught:
        read_article(path)
    assert str(path) in str(caught.value)


def test_missing_directory_and_large(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        read_article(tmp_path / "none.txt")
    with pytest.raises(SourceError, match="directory"):
        read_article(tmp_path)
    with pytest.raises(SourceError, match="larger than 8 MB"):
        read_article(write(tmp_path / "large.txt", b"a" * (LARGEST + 1)))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "x")
    path.chmod(0)
    with pytest.raises(SourceError, match="permission denied"):
        read_article(path)


def test_the_language_of_a_page_in_its_name_overrules_the_page(tmp_path: Path) -> None:
    article = read_article(write(tmp_path / "story.de.html", PAGE))
    assert (article.language, article.language_origin) == ("de", LanguageOrigin.DECLARED)
    assert read_article(write(tmp_path / "story.html", PAGE)).language == "fr"


def test_an_ambiguous_name_needs_a_counterpart(tmp_path: Path) -> None:
    path = write(tmp_path / "story-it.txt", "Un titolo\nUn testo.")
    assert read_article(path).language is None
    write(tmp_path / "story-de.txt", "Ein Titel\nEin Text.")
    assert read_article(path).language == "it"


def test_a_relative_path_becomes_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "a.txt", "A headline\nText.")
    monkeypatch.chdir(tmp_path)
    assert read_article(Path("a.txt")).path == str(tmp_path / "a.txt")


def test_a_directory_is_listed_in_a_stable_order(tmp_path: Path) -> None:
    wanted = [
        write(tmp_path / name, "x") for name in ("B.TXT", "a.md", "de/story.txt", "en/story.txt", "z/deep/er/page.htm")
    ]
    for name in (".hidden.txt", ".git/x.txt", "picture.png", "no-suffix", "data.json", "empty.txt"):
        write(tmp_path / name, "" if name == "empty.txt" else "x")
    write(tmp_path / "huge.txt", b"a" * (LARGEST + 1))
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "z" / "loop").symlink_to(tmp_path)
    assert list_article_files(tmp_path) == sorted(wanted)
    assert not is_article_file(tmp_path / "picture.png")


def test_a_directory_that_is_missing_raises(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        list_article_files(tmp_path / "nowhere")
