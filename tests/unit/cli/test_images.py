"""`images`, and what comes with an article in `show`."""

from __future__ import annotations

from pathlib import Path

from tests.loopback import run_loopback, says
from tests.unit.cli.conftest import Shell

PNG = b"\x89PNG\r\n\x1a\n" + b"picture" * 10
FEED = """<?xml version="1.0"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>The Gazette</title><link>https://gazette.example/</link><language>en</language>
<item><title>Bridge closed</title><link>https://gazette.example/bridge</link><guid>g1</guid>
<pubDate>Tue, 06 Jan 2026 09:30:00 GMT</pubDate>
<description>&lt;p&gt;The bridge is closed.&lt;/p&gt;&lt;img src="{base}/a.png" alt="The bridge"&gt;&lt;img src="{base}/b.png" alt="The river"&gt;</description>
<enclosure url="https://gazette.example/a.mp3" type="audio/mpeg" length="14200000"/><itunes:duration>1:02:03</itunes:duration>
<media:content url="https://gazette.example/b.mp4" type="video/mp4" duration="90"/></item>
</channel></rss>
"""


def test_images_are_listed_and_kept_when_asked_for(shell: Shell) -> None:
    with run_loopback() as server:
        server.routes |= {
            "/feed": says(200, FEED.replace("{base}", server.url("")).encode(), Content_Type="application/rss+xml"),
            "/a.png": says(200, PNG),
        }
        shell("add", server.url("/feed"))
        (article,) = (row["id"] for row in shell("list", "--json").rows)
        assert shell("images", article).out.splitlines() == [
            f"○ image/png · The bridge · {server.url('/a.png')}",
            f"○ image/png · The river · {server.url('/b.png')}",
        ]
        assert [asked.path for asked in server.asked] == ["/feed"]
        done = shell("images", article, "--keep", "--json")
        assert done.code == 1
        assert "/b.png" in done.err
        (row,) = done.rows
        assert (row["id"], row["title"]) == (article, "Bridge closed")
        kept, missing = row["images"]
        assert Path(kept["path"]).read_bytes() == PNG
        assert missing == {
            "url": server.url("/b.png"),
            "caption": "The river",
            "type": "image/png",
            "path": None,
        }
    shell.options = ["--offline"]
    assert shell("images", article).out.splitlines()[0] == f"● image/png · The bridge · {kept['path']}"
    done = shell("images", article, "--keep")
    assert (done.code, "--offline" in done.err) == (1, True)
    assert shell("images", "nobody").code == 1


def test_enclosures_are_shown_with_type_length_and_duration(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "gazette.xml"
    file.write_text(FEED.replace("{base}", "https://gazette.example"), encoding="utf-8")
    shell("add", file)
    (article,) = (row["id"] for row in shell("list", "--json").rows)
    (row,) = shell("show", article, "--json").rows
    assert row["enclosures"] == [
        {"url": "https://gazette.example/a.mp3", "type": "audio/mpeg", "length": 14_200_000, "duration": 3723},
        {"url": "https://gazette.example/b.mp4", "type": "video/mp4", "length": None, "duration": 90},
    ]
    assert shell("show", article).out.splitlines()[-2:] == [
        "↓ audio/mpeg · 1:02:03 · 14 MB · https://gazette.example/a.mp3",
        "↓ video/mp4 · 1:30 · https://gazette.example/b.mp4",
    ]
    assert "- <https://gazette.example/a.mp3>" in shell("show", article, "--markdown").out
