"""The language of articles, from the feed's words to what is listed."""

from __future__ import annotations

from tests.unit.cli.conftest import FEED, Shell

GERMAN = (
    "Der Rat der Stadt hat am Dienstag getagt und die Entscheidung über die neue Brücke noch einmal vertagt, "
    "weil das Geld dafür nicht in der Kasse ist und die Pläne schon sehr alt sind. Die Bürgermeisterin will mit den "
    "Leuten aus dem Viertel reden."
)


def test_a_declaration_that_the_text_contradicts_is_overruled_in_a_refresh_and_said(shell: Shell) -> None:
    feed = shell.home / "feed.xml"
    text = FEED.replace("<language>en</language>", "<language>en-us</language>")
    feed.write_text(text.replace("The market is open again.", GERMAN), encoding="utf-8")
    shell("add", feed)
    shell("refresh")
    known = {row["title"]: row for row in shell("list", "--json").rows}
    assert [known["Market opens"][key] for key in ("language", "language_origin", "overruled")] == [
        "de",
        "detected",
        "en-US",
    ]
    assert [known["Bridge closed"][key] for key in ("language", "language_origin", "overruled")] == [
        "en-US",
        "declared",
        None,
    ]
    assert "German (declared: " in shell("show", known["Market opens"]["id"]).out
