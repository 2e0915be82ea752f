"""Whatever sources are called, OPML brings them back; whatever bytes it is, reading it ends in words."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from newstui.errors import SourceError
from newstui.model import FulltextRule, Source, SourceKind
from newstui.sources.opml import read_opml, write_opml
from newstui.text.clean import clean_line

NOW = datetime(2026, 1, 6, 9, 30, tzinfo=UTC)
CLEAN = st.text(max_size=40).map(clean_line).filter(lambda text: "\ufffe" not in text and "\uffff" not in text)
FOLDERS = st.none() | st.lists(CLEAN.filter(bool), min_size=1, max_size=3).map(" / ".join).map(clean_line)


ADDRESSES = st.sampled_from(
    [
        "https://paper.example/{n}?a=1&b=“{n}”",
        "exec:~/bin/feed -n {n} 'a <b> & \"c\"'",
        "filter:jq .{n}:https://paper.example/{n}",
    ]
)


def make(
    number: int,
    title: str,
    folder: str | None,
    language: str | None,
    site: str | None,
    address: str = "https://paper.example/{n}?a=1&b=“{n}”",
    fulltext: FulltextRule = FulltextRule.NEVER,
) -> Source:
    url = address.replace("{n}", str(number))
    return Source(
        key=str(number),
        kind=SourceKind.FEED,
        title=title or url,
        url=url,
        folder=folder or None,
        language=language,
        site=site,
        fulltext=fulltext,
    )


@given(
    st.lists(
        st.tuples(
            CLEAN,
            FOLDERS,
            st.sampled_from([None, "de", "pt-BR", "zh-Hans"]),
            st.sampled_from([None, "https://paper.example/?x=<>&y='\""]),
            ADDRESSES,
            st.sampled_from(FulltextRule),
        ),
        max_size=8,
    )
)
def test_what_is_written_reads_back(
    rows: list[tuple[str, str | None, str | None, str | None, str, FulltextRule]],
) -> None:
    sources = [make(number, *row) for number, row in enumerate(rows)]
    found = read_opml(write_opml(sources, title="newstui", now=NOW).encode())
    assert found.lost == ()
    assert {
        (each.url, each.title or each.url, each.folder, each.language, each.site, each.fulltext)
        for each in found.subscriptions
    } == {(each.url, each.title, each.folder, each.language, each.site, each.fulltext) for each in sources}


@given(st.text(max_size=60), st.text(max_size=60))
def test_what_is_written_is_xml_without_controls(title: str, folder: str) -> None:
    text = write_opml([make(1, title, folder, None, None)], title=title, now=NOW)
    ET.fromstring(text.encode())
    assert all(character >= " " or character == "\n" for character in text)
    assert not any("\x7f" <= character <= "\x9f" for character in text)


@given(st.binary(max_size=80), st.text(alphabet="<>&;\"'=/ ahopmlutinexUr:#x0", max_size=80))
def test_reading_never_breaks(data: bytes, text: str) -> None:
    for body in (data, text.encode(), b"<opml><body><outline " + text.encode() + b"/></body></opml>"):
        with suppress(SourceError):
            read_opml(body)
