from __future__ import annotations

import codecs
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from newstui.errors import SourceError
from newstui.model import FulltextRule, Source, SourceKind, Subscription, SubscriptionList
from newstui.sources.opml import looks_like_opml, read_opml, write_opml

NOW = datetime(2026, 1, 6, 9, 30, tzinfo=UTC)


def wrap(outlines: str, head: str = '<?xml version="1.0" encoding="UTF-8"?>\n') -> str:
    return f'{head}<opml version="1.0"><head><title>Mine</title></head><body>\n{outlines}\n</body></opml>'


def read(outlines: str) -> SubscriptionList:
    return read_opml(wrap(outlines).encode())


def facts(subscription: Subscription) -> dict[str, Any]:
    names = ("url", "path", "title", "site", "folder", "language")
    return {name: value for name in names if (value := getattr(subscription, name)) is not None}


FEED = "https://paper.example/feed"


@pytest.mark.parametrize(
    ("outline", "expected"),
    [
        (f'<outline text="Paper" type="rss" xmlUrl="{FEED}"/>', {"url": FEED, "title": "Paper"}),
        (
            f'<outline title="T" text="Mine" xmlUrl="{FEED}" htmlUrl="https://paper.example/" language="pt_br"/>',
            {"url": FEED, "title": "Mine", "site": "https://paper.example/", "language": "pt-BR"},
        ),
        (f'<outline title="T" xmlUrl="{FEED}"/>', {"url": FEED, "title": "T"}),
        (f'<outline text="" title="T" xmlUrl="{FEED}"/>', {"url": FEED, "title": "T"}),
        (f'<outline xmlUrl="{FEED}"/>', {"url": FEED}),
        (f'<outline text="{FEED}" xmlUrl="{FEED}"/>', {"url": FEED}),
        (f'<OUTLINE TEXT="Paper" XMLURL="{FEED}"/>', {"url": FEED, "title": "Paper"}),
        (f'<outline text="Paper" type="atom" url="{FEED}"/>', {"url": FEED, "title": "Paper"}),
        (f'<outline text="Paper" type="link" xmlUrl="{FEED}"/>', {"url": FEED, "title": "Paper"}),
        (
            f'<outline text="A"><outline title="B"><outline text="x" xmlUrl="{FEED}"/></outline></outline>',
            {"url": FEED, "title": "x", "folder": "A / B"},
        ),
        (f'<outline><outline text="x" xmlUrl="{FEED}"/></outline>', {"url": FEED, "title": "x"}),
        ('<outline text="x" xmlUrl="feed://paper.example/rss"/>', {"url": "http://paper.example/rss", "title": "x"}),
        ('<outline text="x" type="link" url="file:///home%20of/me"/>', {"path": "/home of/me", "title": "x"}),
        ('<outline text="x" xmlUrl="file:///me/f.xml"/>', {"path": "/me/f.xml", "title": "x"}),
        (f'<outline text="x" xmlUrl="{FEED}" language="none at all"/>', {"url": FEED, "title": "x"}),
        (f'<outline text="one\n two\x1b[31m\u202e" xmlUrl="{FEED}"/>', {"url": FEED, "title": "one two"}),
        (f'<outline text="&#x1b;[31mred &#0;" xmlUrl="{FEED}"/>', {"url": FEED, "title": "[31mred"}),
        # not escaped as it should be
        ('<outline text="AT&T & B&B" xmlUrl="https://a.example/?x=1&y=2&copy=3"/>',
         {"url": "https://a.example/?x=1&y=2&copy=3", "title": "AT&T & B&B"}),
        ('<outline text="caf&eacute;&nbsp;&amp; bar&unknown;" xmlUrl="https://a.example/f"/>',
         {"url": "https://a.example/f", "title": "café\xa0& bar&unknown;"}),
        ('<outline text="a < b" xmlUrl="https://a.example/f"/>', {"url": "https://a.example/f", "title": "a < b"}),
        (f'<outline text="never closed" xmlUrl="{FEED}">', {"url": FEED, "title": "never closed"}),
    ],
)  # fmt: skip
def test_an_outline(outline: str, expected: dict[str, Any]) -> None:
    found = read(outline)
    assert [facts(each) for each in found.subscriptions] == [expected]
    assert found.lost == ()


def test_several_in_order_with_their_lines_and_each_once() -> None:
    found = read(
        '<outline text="A" xmlUrl="https://a.example/"/>\n'
        '<outline text="News"><outline text="B" xmlUrl="https://b.example/"/>\n'
        '<outline text="A again" xmlUrl="https://a.example/"/></outline>\n'
        '<outline text="C" xmlUrl="https://c.example/"><outline text="D" xmlUrl="https://d.example/"/></outline>'
    )
    assert [(each.title, each.folder, each.line) for each in found.subscriptions] == [
        ("A", None, 3),
        ("B", "News", 4),
        ("C", None, 6),
        ("D", None, 6),
    ]


@pytest.mark.parametrize(
    ("outline", "said"),
    [
        ('<outline text="X" type="include" url="https://x.example/more.opml"/>', "link to https://x.example/more.opml"),
        ('<outline text="X" type="link" url="https://x.example/"/>', "no feed"),
        ('<outline text="X" type="rss"/>', "xmlUrl"),
        ('<outline text="X" htmlUrl="https://x.example/"/>', "xmlUrl"),
        ('<outline text="X" xmlUrl="ftp://x.example/"/>', "no address of the web"),
        ('<outline text="X" xmlUrl="javascript:alert(1)"/>', "no address of the web"),
        ('<outline text="X" xmlUrl="x.example/feed"/>', "no address of the web"),
    ],
)
def test_what_cannot_be_taken_over(outline: str, said: str) -> None:
    found = read(f'\n{outline}\n<outline text="Y" xmlUrl="{FEED}"/>')
    assert [each.title for each in found.subscriptions] == ["Y"]
    (remark,) = found.lost
    assert remark.line == 4
    assert "X" in str(remark.words)
    assert said in str(remark.words)


def test_an_empty_folder_is_no_loss() -> None:
    assert read('<outline text="Empty"/>') == SubscriptionList()


TEXT = wrap(f'<outline text="Zürich – „Blatt“" xmlUrl="{FEED}"/>')


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        TEXT.replace("UTF-8", "UTF-16").encode(),
        TEXT.replace("UTF-8", "ISO-8859-1").encode(),
        TEXT.replace("UTF-8", "windows-1252").encode("cp1252"),
        TEXT.encode("cp1252"),
        TEXT.replace("UTF-8", "no-such-encoding").encode(),
        b"\n\n" + TEXT.encode(),
        TEXT.replace("<opml", "<!DOCTYPE opml [<!ENTITY x 'y'>]><!-- a comment --><opml").encode(),
        TEXT.replace("<opml ", '<opml xmlns="https://opml.example/spec2" ').encode(),
    ],
)
def test_encodings_right_and_wrong(data: bytes) -> None:
    assert looks_like_opml(data)
    (found,) = read_opml(data).subscriptions
    assert found.title == "Zürich – „Blatt“"


@pytest.mark.parametrize("data", [b"", b"<", b"text", b"<html><body><p>x</body></html>", b"<rss version='2.0'/>"])
def test_what_is_no_opml_is_said(data: bytes) -> None:
    with pytest.raises(SourceError, match="no OPML"):
        read_opml(data)


def test_entities_that_expand_into_each_other_do_not() -> None:
    bomb = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    text = wrap(f'<outline text="&a9;" xmlUrl="{FEED}"/>', f'<!DOCTYPE opml [<!ENTITY a0 "ha">{bomb}]>')
    (found,) = read_opml(text.encode()).subscriptions
    assert len(found.title or "") < 100


def source(**about: Any) -> Source:
    return Source(**({"key": "1", "kind": SourceKind.FEED, "title": "Paper", "url": FEED} | about))


def test_written_sources_read_back(tmp_path: Path) -> None:
    sources = [
        source(),
        source(title="\"<&>' „x“", url="https://a.example/?a=1&b=2", site="https://a.example/", language="de-AT"),
        source(title=FEED + "2", url=FEED + "2"),
        source(title="In", url="https://b.example/", folder="News"),
        source(title="Deep", url="https://c.example/", folder="News / World / Asia"),
        source(kind=SourceKind.DIRECTORY, title="Notes", url=None, path=str(tmp_path / "a b"), folder="Mine"),
        source(kind=SourceKind.FILE, title="f.xml", url=None, path=str(tmp_path / "f%20.xml")),
        source(title="Short", url="https://d.example/", fulltext=FulltextRule.SHORT),
        source(title="Always", url="https://e.example/", fulltext=FulltextRule.ALWAYS, folder="News"),
        source(title="Made", url="exec:~/bin/feed 'a & b'"),
        source(title="Cleaned", url=f"filter:jq .a:{FEED}3", folder="News"),
    ]
    text = write_opml(sources, title="newstui", now=NOW)
    assert text.startswith(
        '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0" xmlns:newstui="urn:newstui:opml">'
    )
    found = read_opml(text.encode())
    assert found.lost == ()
    assert {
        (each.address, each.title or each.address, each.site, each.folder, each.language, each.fulltext)
        for each in found.subscriptions
    } == {(each.url or each.path, each.title, each.site, each.folder, each.language, each.fulltext) for each in sources}
    assert "xmlns:newstui" not in write_opml(sources[:3], title="newstui", now=NOW)


def test_other_programs_leave_programs_alone() -> None:
    text = write_opml([source(url="exec:feed")], title="t", now=NOW)
    assert 'type="link" url="exec:feed"' in text
    assert "xmlUrl" not in text
    theirs = b'<opml><body><outline type="rss" xmlUrl="exec:feed" fulltext="nonsense"/></body></opml>'
    (found,) = read_opml(theirs).subscriptions
    assert (found.address, found.fulltext) == ("exec:feed", FulltextRule.NEVER)


def test_folders_are_written_as_nested_outlines() -> None:
    text = write_opml([source(folder="A / B"), source(url="https://x.example/", folder="A")], title="t", now=NOW)
    assert text.count('text="A"') == 1
    assert text.index('text="A"') < text.index('text="B"')


def test_no_control_character_is_written() -> None:
    text = write_opml([source(title="a\x1b[31m\x00\u202e\x9bb", folder="f\x07")], title="x\x1b]0;t\x07", now=NOW)
    assert not {each for each in text if each < " " and each != "\n"} | ({"\u202e", "\x9b", "\x7f"} & set(text))
