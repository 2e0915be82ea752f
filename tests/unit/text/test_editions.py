from __future__ import annotations

from pathlib import Path

import pytest

from newstui.model import Reason
from newstui.text.editions import UNDETERMINED, find_siblings, split_name


@pytest.mark.parametrize(
    ("name", "key", "tag"),
    [
        ("a/story.de.txt", "a/story", "de"),
        ("a/story_de.md", "a/story", "de"),
        ("a/story-de.html", "a/story", "de"),
        ("a/de/story.txt", "a/story", "de"),
        ("story/de.txt", "story", "de"),
        ("story/pt-BR.txt", "story", "pt-BR"),
        ("story/it.txt", "story/it", None),
        ("a/story.DE.txt", "a/story", "de"),
        ("a/story.pt-BR.txt", "a/story", "pt-BR"),
        ("a/story_pt_BR.txt", "a/story", "pt-BR"),
        ("a/my-story-pt-br.txt", "a/my-story", "pt-BR"),
        ("a/zh-Hant/story.txt", "a/story", "zh-Hant"),
        ("a/story.it.txt", "a/story", "it"),
        ("a/brief-an-de.txt", "a/brief-an", "de"),
        ("a/v1.2.de.txt", "a/v1.2", "de"),
        ("a/story.txt", "a/story", None),
        ("a/yes-or-no.txt", "a/yes-or-no", None),
        ("a/make-it.txt", "a/make-it", None),
        ("a/what_it_is.txt", "a/what_it_is", None),
        ("my/story.txt", "my/story", None),
        ("a/notes.old.txt", "a/notes.old", None),
        ("a/v1.2.txt", "a/v1.2", None),
        ("a/.de.txt", "a/.de", None),
    ],
)
def test_names(name: str, key: str, tag: str | None) -> None:
    found_key, found_tag = split_name(Path(name))
    assert (Path(found_key), found_tag) == (Path(key), tag)


def test_a_word_is_a_language_where_a_counterpart_says_so() -> None:
    listing = [
        Path("a/story-no.txt"),
        Path("a/story-de.txt"),
        Path("a/yes-or-no.txt"),
        Path("b/no/x.txt"),
        Path("b/de/x.txt"),
    ]
    assert split_name(listing[0], listing) == (str(Path("a/story")), "no")
    assert split_name(listing[2], listing)[1] is None
    assert split_name(listing[3], listing) == (str(Path("b/x")), "no")


SHAPES = ("{stem}/{tag}.txt", "{stem}.{tag}.txt", "{stem}_{tag}.md", "{stem}-{tag}.txt", "{tag}/{stem}.txt")


@pytest.mark.parametrize("shape", SHAPES)
def test_siblings(shape: str) -> None:
    tags = ("nl", "en", "de", "fr", "es", "pt-BR", "no")
    listing = [Path("x") / shape.format(stem=stem, tag=tag) for stem in ("story", "other") for tag in tags]
    editions = find_siblings(listing[2], listing)
    assert {edition.language: edition.path for edition in editions} == {
        tag: str(Path("x") / shape.format(stem="story", tag=tag)) for tag in tags if tag != "de"
    }
    assert all(edition.available and edition.reason is Reason.NAME for edition in editions)


def test_siblings_are_mutual_and_include_the_unnamed_one() -> None:
    listing = [
        Path("story.txt"),
        Path("story.de.txt"),
        Path("de/story.txt"),
        Path("story.fr.md"),
        Path("storybook.fr.txt"),
    ]
    assert [edition.language for edition in find_siblings(listing[0], listing)] == ["de", "fr"]
    assert [edition.language for edition in find_siblings(listing[3], listing)] == ["de", UNDETERMINED]
    assert find_siblings(Path("alone.de.txt"), listing) == ()


def test_of_two_files_in_one_language_the_same_suffix_counts() -> None:
    listing = [Path("s.de.md"), Path("s.fr.html"), Path("s.fr.md")]
    assert [edition.path for edition in find_siblings(listing[0], listing)] == ["s.fr.md"]
