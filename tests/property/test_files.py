from __future__ import annotations

import tempfile
from pathlib import Path, PurePosixPath

from hypothesis import given, settings
from hypothesis import strategies as st

from newstui.errors import SourceError
from newstui.model import ParsedArticle
from newstui.sources.encoding import decode_text
from newstui.sources.files import read_article
from newstui.text.editions import find_siblings, split_name
from newstui.text.language_switch import take_language_switch
from newstui.text.languages import matches, normalise_tag, pick

LINES = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(
            [
                "Deutsch",
                "English | Français",
                "- item",
                "1. one",
                "A short line",
                "By Jane Roe",
                "6 May 2024",
                "----",
                "x" * 300,
                "# h",
                "> q",
                "A sentence. And another one, which is longer.",
            ]
        ),
    ),
    max_size=12,
)
TAGS = st.sampled_from(["de", "en", "pt", "pt-BR", "pt-PT", "zh-Hans", "zh-Hant-TW", "no", "nb"])


def read(data: bytes, suffix: str) -> ParsedArticle | None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"story{suffix}")
        path.write_bytes(data)
        try:
            return read_article(path)
        except SourceError:
            return None


def is_clean(text: str) -> bool:
    return not any(
        (letter < " " and letter not in "\n\t") or "\x7f" <= letter < "\xa0" or "\u202a" <= letter <= "\u202e"
        for letter in text
    )


@settings(deadline=None)
@given(LINES, st.sampled_from([".txt", ".md", ""]), st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_any_text_is_an_article_or_a_clear_refusal(lines: list[str], suffix: str, ending: str) -> None:
    article = read(ending.join(lines).encode("utf-8", "replace"), suffix)
    if article is None:
        return
    assert article.title
    assert "\n" not in article.title
    for text in (
        article.title,
        article.summary or "",
        *article.authors,
        *(block.text for block in article.document.blocks),
    ):
        assert is_clean(text)
    for block in article.document.blocks:
        for span in block.spans:
            assert 0 <= span.start < span.end <= len(block.text)
            assert span.link is None or span.link < len(article.document.links)


@settings(deadline=None)
@given(st.binary(max_size=400), st.sampled_from([".txt", ".md", ".html", ""]))
def test_any_bytes_are_an_article_or_a_clear_refusal(data: bytes, suffix: str) -> None:
    article = read(data, suffix)
    assert article is None or isinstance(article.title, str)


@given(st.text(min_size=1).filter(lambda text: "\x00" not in text and not text.startswith("\ufeff")))
def test_utf8_is_always_read_as_it_was_written(text: str) -> None:
    data = text.encode("utf-8", "replace")
    try:
        assert decode_text(data) == data.decode()
    except SourceError:
        assert any(letter < " " for letter in text) or data.startswith(
            (b"%PDF", b"PK\x03\x04", b"GIF8", b"RIFF", b"OggS")
        )


@given(LINES)
def test_a_switch_takes_whole_lines_and_only_from_the_ends(lines: list[str]) -> None:
    rest, switch = take_language_switch(lines)
    if not switch.languages:
        assert rest == lines
    remaining = iter(lines)
    assert all(line in remaining for line in rest)


@given(st.text(max_size=20))
def test_normalising_a_tag_twice_changes_nothing(raw: str) -> None:
    tag = normalise_tag(raw)
    assert tag is None or normalise_tag(tag) == tag


@given(st.lists(TAGS), st.lists(TAGS))
def test_the_ladder_picks_something_available_and_asked_for(available: list[str], ladder: list[str]) -> None:
    choice = pick(available, ladder)
    languages = {tag.split("-")[0] for tag in ladder}
    assert choice is None or choice in available
    assert (choice is None) <= (not languages & {tag.split("-")[0] for tag in available if tag != "nb"})


@given(TAGS)
def test_every_tag_matches_itself(tag: str) -> None:
    assert matches(tag, tag)


@given(st.lists(TAGS, unique=True, min_size=1), st.sampled_from(["s.{}.txt", "s_{}.txt", "s-{}.md", "{}/s.txt"]))
def test_siblings_are_symmetric(tags: list[str], shape: str) -> None:
    listing = [Path(shape.format(tag)) for tag in tags]
    seen = {path: {edition.path for edition in find_siblings(path, listing)} for path in listing}
    for path, others in seen.items():
        assert str(path) not in others
        assert all(str(path) in seen[Path(other)] for other in others if other)


@given(st.from_regex(r"[a-z_.-]{1,12}(/[a-z_.-]{1,12})?\.txt", fullmatch=True))
def test_a_name_is_split_without_loss(name: str) -> None:
    key, tag = split_name(PurePosixPath(name))
    assert key
    assert tag is None or normalise_tag(tag) == tag
