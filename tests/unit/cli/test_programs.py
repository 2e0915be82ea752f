"""Programs as sources on the command line: off until they are allowed, then like any feed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli.conftest import Shell


@pytest.fixture
def allowed(shell: Shell) -> Shell:
    (shell.home / "config.toml").write_text("[refresh]\nprograms = true\n")
    return shell


def addresses(shell: Shell) -> list[tuple[str, str | None, str]]:
    return [(row["url"], row["folder"], row["title"]) for row in shell("sources", "--json").rows]


@pytest.mark.parametrize("address", ["exec:/bin/cat gazette.xml", "filter:/bin/cat:https://paper.example/feed"])
def test_they_are_off_until_the_user_allows_them(shell: Shell, address: str) -> None:
    done = shell("add", address)
    assert done.code == 2
    assert done.err == (
        f"newstui: {address} was not run: programs as sources are off; to allow them write programs = true under"
        " [refresh] in the configuration\n"
    )
    assert addresses(shell) == []


def test_one_is_added_read_and_known(allowed: Shell, feed: Path) -> None:
    address = f"exec:/bin/cat {feed}"
    done = allowed("add", address, "--folder", "Mine")
    assert (done.code, done.err) == (0, "")
    assert addresses(allowed) == [(address, "Mine", "The Gazette")]
    assert len(allowed("list", "--json").rows) == 2
    assert allowed("add", address).err == "Subscribed to already: The Gazette\n"
    (row, total) = allowed("refresh", "--json").rows
    assert (row["status"], row["http_status"], total["failed"]) == ("unchanged", None, 0)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("exec:/bin/echo hello", "exec:/bin/echo hello is neither a feed nor a page"),
        ("exec:/bin/false", "ended with status 1"),
        ("exec:/bin/cat 'x", "a quotation mark is not closed"),
    ],
)
def test_what_writes_no_feed_is_not_added(allowed: Shell, address: str, said: str) -> None:
    done = allowed("add", address)
    assert done.code
    assert said in done.err or "feed" in done.err
    assert "Traceback" not in done.err
    assert addresses(allowed) == []


def test_what_was_allowed_once_says_why_it_does_not_run(allowed: Shell, feed: Path) -> None:
    allowed("add", f"exec:/bin/cat {feed}")
    (allowed.home / "config.toml").write_text("")
    done = allowed("refresh")
    assert done.code == 1
    assert "programs = true under [refresh]" in done.err
    assert len(allowed("list", "--json").rows) == 2, "its articles stay"


def test_they_come_from_newsboat_and_survive_export_and_import(allowed: Shell, tmp_path: Path) -> None:
    urls = tmp_path / "urls"
    urls.write_text(
        '"exec:~/bin/feed --all" tag "~All"\n"filter:jq .a:https://paper.example/feed"\n"exec:x \'y"\n',
        encoding="utf-8",
    )
    done = allowed("import", urls)
    assert done.code == 1
    assert f"{urls}:3: exec:x 'y: a quotation mark is not closed" in done.err
    found = addresses(allowed)
    assert found == [
        ("filter:jq .a:https://paper.example/feed", None, "filter:jq .a:https://paper.example/feed"),
        ("exec:~/bin/feed --all", "tag", "All"),
    ]
    file = tmp_path / "out.opml"
    file.write_text(allowed("export").out, encoding="utf-8")
    other = Shell(tmp_path / "other", allowed.capsys)
    other.home.mkdir()
    refused = other("import", file)
    assert refused.code == 1
    assert refused.err.count("is not taken over: programs as sources are off") == 2
    (other.home / "config.toml").write_text("[refresh]\nprograms = true\n")
    assert other("import", file).code == 0
    assert addresses(other) == found
    assert other("export").out.splitlines()[6:] == allowed("export").out.splitlines()[6:]


def test_five_hundred_subscriptions_come_back_as_they_were(allowed: Shell, tmp_path: Path) -> None:
    folders = [None, "World", "World / Asia", "Ça & là", "«Été»", "a/b", "World / Asia / Deep"]
    outlines = []
    for number in range(500):
        address = f"https://h{number % 97}.example/feed/{number}?a=1&b={number}"
        if number % 50 == 7:
            address = f"exec:~/bin/feed --number {number} 'two words'"
        elif number % 50 == 9:
            address = f"filter:jq '.a | .b':{address}"
        rule = ("never", "short", "always")[number % 3]
        title = f"Ñews <{number}> & “{number}”" if number % 4 else address
        outlines.append((folders[number % 7], title, address, ("de", "pt-BR", None)[number % 3], rule))
    allowed("import", write_outlines(tmp_path / "in.opml", outlines))
    first = list_all(allowed)
    assert sorted(
        (row["folder"] or "", row["url"], row["title"], row["language"], row["fulltext"]) for row in first
    ) == (sorted((folder or "", address, title, language, rule) for folder, title, address, language, rule in outlines))
    exported = allowed("export").out
    (tmp_path / "out.opml").write_text(exported, encoding="utf-8")
    other = Shell(tmp_path / "other", allowed.capsys)
    other.home.mkdir()
    (other.home / "config.toml").write_text("[refresh]\nprograms = true\n")
    done = other("import", tmp_path / "out.opml")
    assert (done.code, done.err) == (0, "500 sources added\n")
    assert list_all(other) == first
    again = other("import", tmp_path / "out.opml")
    assert again.err == "0 sources added · known already: 500\n"
    assert without_date(other("export").out) == without_date(exported)


def write_outlines(file: Path, outlines: list[tuple[str | None, str, str, str | None, str]]) -> Path:
    """Write flat OPML in which folders are outlines around single sources."""
    from xml.sax.saxutils import quoteattr

    lines = ['<opml version="2.0" xmlns:n="urn:newstui:opml"><body>']
    for folder, title, address, language, rule in outlines:
        about = f"text={quoteattr(title)} xmlUrl={quoteattr(address)} n:fulltext={quoteattr(rule)}"
        line = f"<outline {about}{f' language={quoteattr(language)}' if language else ''}/>"
        for name in reversed((folder or "").split(" / ") if folder else []):
            line = f"<outline text={quoteattr(name)}>{line}</outline>"
        lines.append(line)
    file.write_text("\n".join([*lines, "</body></opml>"]), encoding="utf-8")
    return file


def list_all(shell: Shell) -> list[dict[str, object]]:
    kept = ("kind", "title", "url", "path", "folder", "language", "fulltext")
    rows = [{name: row[name] for name in kept} for row in shell("sources", "--json").rows]
    return sorted(rows, key=lambda row: str(row["url"]))


def without_date(opml: str) -> str:
    return "\n".join(line for line in opml.splitlines() if "dateCreated" not in line)
