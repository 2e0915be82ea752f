from __future__ import annotations

import pytest

from newstui.errors import SourceError
from newstui.sources.newsboat.filters import translate_filter
from newstui.text.query import parse_query, print_query


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ('unread = "yes"', "is:unread"),
        ('unread == "no"', "is:read"),
        ('unread != "yes"', "-is:unread"),
        ('title =~ "bridge"', "title:bridge*"),
        ('title !~ "bridge"', "-title:bridge*"),
        ('title =~ "the old bridge"', 'title:"the old bridge"*'),
        ('title =~ "(rust|golang|c)"', "title:rust* OR title:golang* OR title:c*"),
        ("content =~ 'Brücke'", "Brücke*"),
        ('author =~ "weber" and unread = "yes"', "author:weber* is:unread"),
        ('feedtitle = "The Gazette"', 'source:"The Gazette"'),
        ('rssurl = "https://a.example/feed"', 'source:"https://a.example/feed"'),
        ('tags # "news"', "folder:news"),
        ('tags !# "news"', "-folder:news"),
        ('flags # "s"', "is:starred"),
        ("age < 3", "newer:3d"),
        ("age <= 3", "newer:4d"),
        ("age > 3", "older:4d"),
        ('age between "0:7"', "newer:8d"),
        ("age between 1:7", "newer:8d older:1d"),
        (
            'unread = "yes" and (tags # "a" or tags # "b") or title =~ "x"',
            "(is:unread (folder:a OR folder:b)) OR title:x*",
        ),
        ('unread="yes"and age<3', "is:unread newer:3d"),
    ],
)
def test_filters(given: str, expected: str) -> None:
    translated = translate_filter(given)
    assert parse_query(translated) == parse_query(expected)
    assert print_query(parse_query(translated)) == translated


@pytest.mark.parametrize(
    ("given", "part"),
    [
        ("", "“” cannot be read"),
        ("unread", "“unread” cannot be read"),
        ('unread = "maybe"', "cannot be asked"),
        ('title =~ "^(a.*b)$"', '“title =~ "^(a.*b)$"” cannot be asked'),
        ('title = "exactly this"', "cannot be asked"),
        ('link =~ "x"', "cannot be asked"),
        ('age < "soon"', "cannot be asked"),
        ('articleindex < 3 and unread = "yes"', "“articleindex < 3” cannot be asked"),
        ('(unread = "yes"', "cannot be read"),
        ('unread = "yes" unread = "yes"', "cannot be read"),
        ("(" * 99 + 'unread = "yes"' + ")" * 99, "cannot be read"),
    ],
)
def test_what_has_no_translation_is_named(given: str, part: str) -> None:
    with pytest.raises(SourceError) as caught:
        translate_filter(given)
    assert part in str(caught.value)
