from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from newstui.cli import run
from newstui.i18n import set_language

STORY = {
    "de": """Der Rat hat am Dienstag getagt und nichts entschieden. Die Sitzung dauerte bis tief in die Nacht.
Rat vertagt den Bau der Brücke
Der Rat der Stadt hat die Entscheidung über die Brücke vertagt. Das Geld fehlt, und die Pläne sind alt.
Kein Geld in der Kasse
„Wir haben das Geld nicht“, sagte die Bürgermeisterin Anna Weber am Abend vor der Presse.
English
Français
Deutsch
""",
    "en": """The council met on Tuesday and decided nothing. The session lasted deep into the night.
Council puts off building the bridge
The city council has put off its decision on the bridge. The money is lacking, and the plans are old.
No money in the till
“We do not have the money,” the mayor Anna Weber told the press in the evening.
""",
}

FEED = """<?xml version="1.0"?>
<rss version="2.0"><channel><title>The Gazette</title><link>https://gazette.example/</link><language>en</language>
<item><title>Bridge closed</title><link>https://gazette.example/bridge</link><guid>g1</guid>
<pubDate>Tue, 06 Jan 2026 09:30:00 GMT</pubDate><author>a@gazette.example (Ann Lee)</author>
<description>&lt;p&gt;The bridge is &lt;b&gt;closed&lt;/b&gt; until the spring.&lt;/p&gt;</description>
<enclosure url="https://gazette.example/a.mp3" type="audio/mpeg" length="1234"/></item>
<item><title>Market opens</title><link>https://gazette.example/market</link><guid>g2</guid>
<pubDate>Mon, 05 Jan 2026 09:30:00 GMT</pubDate><description>The market is open again.</description></item>
</channel></rss>
"""


@dataclass(frozen=True)
class Outcome:
    """What a call of the command line came to."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass
class Shell:
    """Calls the command line with a home of its own."""

    home: Path
    capsys: pytest.CaptureFixture[str]
    options: list[str] = field(default_factory=list)

    def __call__(self, *words: object) -> Outcome:
        places = [
            "--config",
            self.home / "config.toml",
            "--data-dir",
            self.home / "data",
            "--cache-dir",
            self.home / "cache",
        ]
        with pytest.raises(SystemExit) as end:
            run([str(word) for word in (*places, *self.options, *words)])
        captured = self.capsys.readouterr()
        return Outcome(int(end.value.code or 0), captured.out, captured.err)


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Shell]:
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "NEWSTUI_CONFIG", "NEWSTUI_DATA_DIR", "NEWSTUI_CACHE_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("LANGUAGE", "en")
    yield Shell(tmp_path, capsys)
    set_language("en")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """The German edition of a story; the English one lies beside it."""
    folder = tmp_path / "stories"
    folder.mkdir()
    for language, text in STORY.items():
        (folder / f"bridge.{language}.txt").write_text(text, encoding="utf-8")
    return folder / "bridge.de.txt"


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    file = tmp_path / "gazette.xml"
    file.write_text(FEED, encoding="utf-8")
    return file
