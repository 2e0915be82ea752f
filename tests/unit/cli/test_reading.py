from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli.conftest import Shell

ARTICLE = {
    "id", "source", "url", "path", "title", "summary", "authors", "published", "updated", "language",
    "language_origin", "overruled", "read", "starred", "hidden", "tags", "blocks", "quotes", "editions", "links", "enclosures",
}  # fmt: skip
QUOTE = {"text", "kind", "spans", "speaker", "speaker_text", "cue", "confidence"}
EDITION = {"language", "title", "id", "url", "path", "available", "reason", "read"}


def test_show_prints_an_article_of_the_contract(shell: Shell, story: Path) -> None:
    done = shell("show", story, "--json")
    (row,) = done.rows
    assert (done.code, done.err) == (0, "")
    assert set(row) == ARTICLE
    assert row["title"] == "Rat vertagt den Bau der Brücke"
    assert row["summary"].startswith("Der Rat hat am Dienstag")
    assert (row["language"], row["language_origin"], row["path"]) == ("de", "declared", str(story))
    assert [block["kind"] for block in row["blocks"]] == ["paragraph", "heading", "paragraph"]
    assert all(set(block) == {"kind", "level", "text"} for block in row["blocks"])


def test_a_quotations_spans_point_at_its_words(shell: Shell, story: Path) -> None:
    (row,) = shell("show", story, "--json").rows
    (quote,) = row["quotes"]
    (span,) = quote["spans"]
    assert set(quote) == QUOTE
    assert row["blocks"][span["block"]]["text"][span["start"] : span["end"]] == quote["text"]
    assert (quote["kind"], quote["speaker"], quote["cue"]) == ("speech", "Anna Weber", "sagte")


def test_editions_are_those_beside_it_and_those_that_are_listed(shell: Shell, story: Path) -> None:
    (row,) = shell("editions", story, "--json").rows
    assert set(row) == {"id", "path", "language", "editions"}
    assert all(set(edition) == EDITION for edition in row["editions"])
    found = {edition["language"]: (edition["available"], edition["reason"]) for edition in row["editions"]}
    assert found == {"en": (True, "name"), "fr": (False, "listed")}


def test_a_file_without_a_language_in_its_name_is_an_edition_all_the_same(shell: Shell, story: Path) -> None:
    (story.parent / "bridge.en.txt").rename(story.parent / "bridge.txt")
    (row,) = shell("editions", story, "--json").rows
    assert [edition["language"] for edition in row["editions"] if edition["reason"] == "name"] == ["en"]
    assert shell("show", story, "--lang", "en", "--json").rows[0]["path"] == str(story.parent / "bridge.txt")


def test_an_edition_is_shown_by_its_language(shell: Shell, story: Path) -> None:
    (row,) = shell("show", story, "--lang", "en", "--json").rows
    assert row["title"] == "Council puts off building the bridge"


def test_a_language_that_is_not_here_is_said(shell: Shell, story: Path) -> None:
    done = shell("show", story, "--lang", "pt", "--json")
    assert (done.code, done.out) == (1, "")
    assert "no edition in pt is here; there is de, en" in done.err


def test_the_same_file_has_the_same_id_every_time(shell: Shell, story: Path) -> None:
    ids = {shell(command, story, "--json").rows[0]["id"] for command in ("show", "quotes", "editions")}
    assert len(ids) == 1
    assert len(ids.pop()) == 13


def test_many_targets_go_into_one_call_and_a_bad_one_stops_none(shell: Shell, story: Path, feed: Path) -> None:
    done = shell("show", story, story.parent / "none.txt", feed, story.parent, "--json")
    assert done.code == 1
    assert [row["title"] for row in done.rows] == [
        "Rat vertagt den Bau der Brücke",
        "Bridge closed",
        "Market opens",
        "Rat vertagt den Bau der Brücke",
        "Council puts off building the bridge",
    ]
    assert "none.txt: no such file, directory, address or article" in done.err


@pytest.mark.parametrize("form", [[], ["--markdown"]])
def test_text_and_markdown_hold_the_whole_article(shell: Shell, story: Path, form: list[str]) -> None:
    done = shell("show", story, *form)
    assert done.code == 0
    words = " ".join(done.out.split())
    for part in ("Rat vertagt", "am Dienstag getagt", "Kein Geld in der Kasse", "„Wir haben das Geld nicht“"):
        assert part in words


def test_quotations_as_text_markdown_and_csv(shell: Shell, story: Path) -> None:
    assert "● “Wir haben das Geld nicht” — Anna Weber" in shell("quotes", story).out
    assert "> Wir haben das Geld nicht" in shell("quotes", story, "--markdown").out
    head, row = shell("quotes", story, "--csv").out.splitlines()
    assert head.startswith("text,kind,speaker,")
    assert row.startswith("Wir haben das Geld nicht,speech,Anna Weber,")


def test_an_address_is_not_fetched_offline(shell: Shell) -> None:
    done = shell("--offline", "show", "https://gazette.example/", "--json")
    assert done.code == 1
    assert "not fetched, since --offline was given" in done.err


@pytest.mark.parametrize(
    ("name", "content"),
    [("empty.txt", b""), ("noise.txt", bytes(range(256)) * 8), ("picture.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 9)],
)
def test_a_file_that_is_not_what_its_name_says_is_one_line(
    shell: Shell, tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    done = shell("show", tmp_path / name, "--json")
    assert (done.code, done.out) == (1, "")
    assert len(done.err.splitlines()) == 1
    assert name in done.err
