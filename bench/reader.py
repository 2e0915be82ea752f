"""newstui, as somebody has it who has just installed it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import apsw
from articles import NOW, OPENING, RARE, fill
from figures import NEWSTUI
from finishing import finish
from terminal import Terminal

from newstui.store import Store


class Newstui:
    """newstui with a library of its own in a folder."""

    name = NEWSTUI

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._data = folder / "data"
        self._config = folder / "config.toml"
        self._config.write_text("[refresh]\nat_start = false\nevery = 0\n")
        places = ["--config", self._config, "--data-dir", self._data, "--cache-dir", folder / "cache"]
        self._words = [str(Path(sys.executable).with_name("newstui")), *map(str, places), "--ui-lang", "en"]
        self._urls = folder / "urls"

    @property
    def _library(self) -> Path:
        return self._data / "library.sqlite3"

    # A library that is there

    def fill(self, count: int) -> None:
        """Fill the library with the articles of articles.py and index them, unless it is there."""
        if self._library.exists():
            return
        self._data.mkdir(parents=True)
        with Store(self._library) as store:
            fill(store, count)
            finish(store)

    def open(self) -> Terminal:
        """Start it on the library as it is."""
        return Terminal(self._words)

    ready = r"[A-Z][a-z]{2} \d+ +│[\s\S]+ All ─"

    def open_list_of_all(self, terminal: Terminal) -> float:
        """From the list of all to that of all unread ones, which is as long."""
        terminal.type("1")
        taken = terminal.press("j", r" Unread ─")
        terminal.see(r" \d[\d,]*/\d[\d,]* *\n")  # the first 200 are shown before it is known how many there are
        return taken

    def open_article(self, terminal: Terminal) -> float:
        terminal.type("2")
        return terminal.press("\r", OPENING)

    def move_down(self, terminal: Terminal) -> float:
        return terminal.press("j")

    def move_up(self, terminal: Terminal) -> float:
        return terminal.press("k")

    def toggle_read(self, terminal: Terminal) -> float:
        return terminal.press("m")

    def leave_article(self, terminal: Terminal) -> None:
        terminal.type("2")

    def open_largest(self, terminal: Terminal) -> float:
        terminal.type("1j")  # over “Starred”
        return terminal.press("j", r" Site 0 ─")

    def mark_largest_read(self, terminal: Terminal) -> float:
        return terminal.press("A", r"Site 0 +│")

    def search(self, terminal: Terminal) -> float:
        terminal.press("F", "Search all articles")
        terminal.type(RARE[:-1])
        return terminal.press(RARE[-1], rf"“{RARE}”[\s\S]+ (found|stories)\.")

    def restore(self) -> None:
        """Make everything unread again."""
        library = apsw.Connection(str(self._library), flags=apsw.SQLITE_OPEN_READONLY)
        read = [article for (article,) in library.execute("SELECT id FROM statuses WHERE read")]
        library.close()
        with Store(self._library) as store:
            store.mark(read, read=False, now=NOW)

    # Refreshing

    def subscribe(self, urls: list[str]) -> None:
        """Begin anew with these feeds."""
        for file in self._data.glob("*"):
            file.unlink()
        self._urls.write_text("\n".join(urls) + "\n")
        self._run("import", str(self._urls))

    def prepare(self) -> None:
        """Nothing."""

    def refresh(self) -> None:
        self._run("refresh")

    def count_articles(self) -> int:
        listed = subprocess.run([*self._words, "list", "--limit", "1000000", "--json"], capture_output=True, check=True)
        return listed.stdout.count(b"\n")

    def count_bytes(self) -> int:
        return sum(file.stat().st_size for file in self._data.glob("library.sqlite3*"))

    def _run(self, *words: str) -> None:
        done = subprocess.run([*self._words, *words], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
        if done.returncode:
            raise SystemExit(f"newstui {' '.join(words)}: {done.stderr.decode(errors='replace')}")
