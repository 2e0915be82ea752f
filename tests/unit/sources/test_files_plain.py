from __future__ import annotations

import textwrap
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newstui.model import BlockKind, LanguageOrigin, ParsedArticle, Reason
from newstui.sources.files import read_article
from tests.unit.sources.stories import ENDONYMS, STORIES, Story

LANGUAGES = tuple(STORIES)


def read(folder: Path, text: str, name: str = "story.txt") -> ParsedArticle:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return read_article(path)


def texts(article: ParsedArticle) -> list[str]:
    return [block.text for block in article.document.blocks]


def headings(article: ParsedArticle) -> list[str]:
    return [block.text for block in article.document.blocks if block.kind is BlockKind.HEADING]


def expected_headings(story: Story) -> list[str]:
    return [story.body[number] for number in story.headings]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("blank_lines", [False, True])
def test_summary_first_headline_second(tmp_path: Path, language: str, blank_lines: bool) -> None:
    story = STORIES[language]
    article = read(tmp_path, ("\n\n" if blank_lines else "\n").join(story.lines()), f"story.{language}.txt")
    assert (article.summary, article.title) == (story.summary, story.title)
    assert texts(article) == list(story.body)
    assert headings(article) == expected_headings(story)
    assert (article.language, article.language_origin) == (language, LanguageOrigin.DECLARED)
    assert article.guid == article.path == str(tmp_path / f"story.{language}.txt")


@pytest.mark.parametrize("language", LANGUAGES)
def test_headline_first(tmp_path: Path, language: str) -> None:
    story = STORIES[language]
    article = read(tmp_path, "\n".join([story.title, *story.body]) + "\n")
    assert (article.title, article.summary) == (story.title, None)
    assert texts(article) == list(story.body)
    assert (article.language, article.language_origin) == (None, None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_but_paragraphs_keeps_all_of_them(tmp_path: Path, language: str) -> None:
    story = STORIES[language]
    paragraphs = [text for number, text in enumerate(story.body) if number not in story.headings]
    article = read(tmp_path, "\n".join(paragraphs))
    assert paragraphs[0].startswith(article.title.rstrip("…"))
    assert texts(article) == paragraphs
    assert article.summary is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [60, 72, 80])
def test_hard_wrapped_lines_are_joined(tmp_path: Path, language: str, width: int) -> None:
    story = STORIES[language]
    wrapped = "\n\n".join(textwrap.fill(line, width, break_on_hyphens=False) for line in story.lines())
    article = read(tmp_path, wrapped)
    assert (article.summary, article.title, texts(article)) == (story.summary, story.title, list(story.body))
    assert headings(article) == expected_headings(story)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "shape",
    ["lines", "bars", "dots", "capitals", "flags", "current", "codes", "without own", "labelled", "bullets", "footer"],
)
def test_a_language_switch_becomes_editions(tmp_path: Path, language: str, shape: str) -> None:
    names = list(ENDONYMS.values())
    ends = {
        "lines": "\n".join(names),
        "bars": " | ".join(names),
        "dots": " · ".join(names),
        "capitals": "\n".join(name.upper() for name in names),
        "flags": "\n".join(f"🏳️ {name}" for name in names),
        "current": "\n".join(f"{name} (current)" if tag == language else name for tag, name in ENDONYMS.items()),
        "codes": " / ".join(tag.upper() for tag in ENDONYMS),
        "without own": "\n".join(name for tag, name in ENDONYMS.items() if tag != language),
        "labelled": "Languages: " + ", ".join(names),
        "bullets": "\n".join(f"- {name}" for name in names),
        "footer": "\n".join([*names, "© 2026 Aldermoor Post"]),
    }
    story = STORIES[language]
    article = read(tmp_path, "\n".join([*story.lines(), "", ends[shape]]))
    assert {edition.language for edition in article.editions} == set(ENDONYMS) - {language}
    assert all(edition.reason is Reason.LISTED and not edition.available for edition in article.editions)
    assert article.language == language
    declared = shape == "current"
    assert article.language_origin is (LanguageOrigin.DECLARED if declared else LanguageOrigin.DETECTED)
    assert texts(article) == [*story.body, *(["© 2026 Aldermoor Post"] if shape == "footer" else [])]


def test_a_switch_names_languages_beyond_the_six(tmp_path: Path) -> None:
    switch = "Deutsch\nItaliano\nРусский\n中文\nالعربية\nNohchiyn\n日本語\nPortuguês (Brasil)\nBahasa Indonesia"
    article = read(tmp_path, "\n".join([*STORIES["de"].lines(), switch]), "story.de.txt")
    assert [edition.language for edition in article.editions] == ["it", "ru", "zh", "ar", "ja", "pt-BR", "id"]
    assert texts(article) == list(STORIES["de"].body)


@pytest.mark.parametrize(
    ("line", "authors", "published"),
    [
        ("Von Anna Meier", ("Anna Meier",), None),
        ("Von Anna Meier und Jan de Vries, Berlin", ("Anna Meier", "Jan de Vries"), None),
        ("By Jane Roe and John O'Neill", ("Jane Roe", "John O'Neill"), None),
        ("Par Éloïse Dupont | 6 janvier 2026 à 14h30", ("Éloïse Dupont",), datetime(2026, 1, 6, 14, 30, tzinfo=UTC)),
        ("Door Kees van der Meer", ("Kees van der Meer",), None),
        ("Por Ana Silva e João Sousa", ("Ana Silva", "João Sousa"), None),
        ("Autor: Peter Müller", ("Peter Müller",), None),
        ("6. Januar 2026", (), datetime(2026, 1, 6, tzinfo=UTC)),
        ("Aldermoor, 6 de enero de 2026", (), datetime(2026, 1, 6, tzinfo=UTC)),
        ("Published: January 6, 2026, 2:30 pm", (), datetime(2026, 1, 6, 14, 30, tzinfo=UTC)),
    ],
)
def test_credits_under_the_headline(
    tmp_path: Path, line: str, authors: tuple[str, ...], published: datetime | None
) -> None:
    story = STORIES["en"]
    article = read(tmp_path, "\n".join([story.title, line, *story.body]))
    assert (article.title, article.authors, article.published) == (story.title, authors, published)
    assert texts(article) == list(story.body)


@pytest.mark.parametrize(
    "line",
    [
        "Von Berlin nach Paris sind es mit dem Zug acht Stunden und ein paar Minuten",
        "By noon everything was over, and the square lay empty again",
        "Am 6. Januar 2026 begann alles mit einem Brief ohne Absender",
    ],
)
def test_lines_that_only_look_like_credits_stay(tmp_path: Path, line: str) -> None:
    article = read(tmp_path, "\n".join(["A headline", line + ".", *STORIES["en"].body]))
    assert (article.authors, article.published) == ((), None)
    assert texts(article)[0] == line + "."


def test_an_address_alone_is_the_articles_address(tmp_path: Path) -> None:
    body = list(STORIES["en"].body)
    for lines in (
        ["A headline", "https://example.org/a/b?c=1", *body],
        ["A headline", *body, "Source: https://example.org/a/b?c=1"],
    ):
        article = read(tmp_path, "\n".join(lines))
        assert article.url == "https://example.org/a/b?c=1"
        assert texts(article) == body


def test_addresses_in_the_text_are_links(tmp_path: Path) -> None:
    article = read(
        tmp_path, "A headline\nSee https://example.org/x, and more at (https://example.org/y).\nThe end is near here."
    )
    block = article.document.blocks[0]
    assert [block.text[span.start : span.end] for span in block.spans] == [
        "https://example.org/x",
        "https://example.org/y",
    ]
    assert [link.url for link in article.document.links] == ["https://example.org/x", "https://example.org/y"]


def test_lists_become_items(tmp_path: Path) -> None:
    article = read(
        tmp_path,
        "A headline\nThree things were said in the course of the evening.\n- one\n- two\n1. first\n2. second\n* star\n– Non, dit-il en se levant.\n7. März war der Tag, an dem es begann.",
    )
    assert [(block.kind, block.text, block.info) for block in article.document.blocks[1:]] == [
        (BlockKind.LIST_ITEM, "one", None),
        (BlockKind.LIST_ITEM, "two", None),
        (BlockKind.LIST_ITEM, "first", "1."),
        (BlockKind.LIST_ITEM, "second", "2."),
        (BlockKind.LIST_ITEM, "star", None),
        (BlockKind.PARAGRAPH, "– Non, dit-il en se levant.", None),
        (BlockKind.PARAGRAPH, "7. März war der Tag, an dem es begann.", None),
    ]


@pytest.mark.parametrize(
    "text",
    ["{0}\r\n\r\n{1}\r\n{2}", "\ufeff{0}\n{1}\n{2}", "{0}\f{1}\f{2}", "{0}\r{1}\r{2}", "\n\n {0} \n\t{1}\n{2}\n\n\n"],
)
def test_odd_line_breaks_and_spaces(tmp_path: Path, text: str) -> None:
    body = STORIES["en"].body
    article = read(tmp_path, text.format("A headline", body[0], body[2]))
    assert (article.title, texts(article)) == ("A headline", [body[0], body[2]])


@pytest.mark.parametrize(
    ("text", "title", "blocks"),
    [
        ("Just one line without an end", "Just one line without an end", []),
        ("One sentence alone.", "One sentence alone.", []),
        ("First one is here. Second one is here. " * 9, "First one is here.", 1),
    ],
)
def test_a_single_line(tmp_path: Path, text: str, title: str, blocks: list[str] | int) -> None:
    article = read(tmp_path, text)
    assert article.title == title
    assert len(article.document.blocks) == (blocks if isinstance(blocks, int) else len(blocks))


@pytest.mark.parametrize(
    ("lines", "title", "summary"),
    [
        # a headline that is a question, over paragraphs
        (
            ["What now for the bridge?", "The council met on Monday. It decided nothing at all."],
            "What now for the bridge?",
            None,
        ),
        # a short sentence as a headline, with its full stop
        (
            ["The trains are back.", "On Monday the first train rolled across the bridge. People cheered."],
            "The trains are back.",
            None,
        ),
        # a summary of one long sentence over a question
        (
            [
                "After three years of work that cost twice as much as planned, the trains are running across the bridge of Aldermoor again.",
                "Was it worth it?",
                "The first train rolled.",
            ],
            "Was it worth it?",
            "After three years of work that cost twice as much as planned, the trains are running across the bridge of Aldermoor again.",
        ),
        # a short summary of one sentence
        (
            [
                "The trains are back on the bridge of Aldermoor.",
                "Old bridge opens again",
                "The first train rolled at six.",
            ],
            "Old bridge opens again",
            "The trains are back on the bridge of Aldermoor.",
        ),
        # abbreviations are not the ends of sentences
        (
            ["U.S. should double A.I. funding", "Congress heard three experts on Tuesday. All agreed on the sum."],
            "U.S. should double A.I. funding",
            None,
        ),
        (
            ["Corea dice que no confía en EE. UU.", "El ministro habló el sábado. Nadie le respondió en la sala."],
            "Corea dice que no confía en EE. UU.",
            None,
        ),
        # Chinese, Japanese, Arabic
        (
            [
                "三年施工之后，火车再次驶过老桥。费用翻了一番，市政府仍在筹款。",
                "老桥恢复通车",
                "星期一早上六点，第一列火车驶过老桥。岸边站着两百多人，有的举着旗子。",
            ],
            "老桥恢复通车",
            "三年施工之后，火车再次驶过老桥。费用翻了一番，市政府仍在筹款。",
        ),
        (
            ["古い橋に列車が戻る", "月曜日の朝六時、最初の列車が古い橋を渡った。岸には二百人以上が集まった。"],
            "古い橋に列車が戻る",
            None,
        ),
        (
            [
                "عادت القطارات إلى جسر ألدرمور بعد ثلاث سنوات من العمل. وتضاعفت الكلفة، وما زالت المدينة تبحث عن المال.",
                "القطارات تعود إلى الجسر القديم",
                "عبر القطار الأول الجسر القديم صباح الاثنين. ووقف على الضفة أكثر من مئتي شخص.",
            ],
            "القطارات تعود إلى الجسر القديم",
            "عادت القطارات إلى جسر ألدرمور بعد ثلاث سنوات من العمل. وتضاعفت الكلفة، وما زالت المدينة تبحث عن المال.",
        ),
    ],
)
def test_summary_or_headline_first_by_evidence(
    tmp_path: Path, lines: list[str], title: str, summary: str | None
) -> None:
    article = read(tmp_path, "\n".join(lines))
    assert (article.title, article.summary) == (title, summary)
    assert texts(article) == lines[2 if summary else 1 :]


def test_a_kicker_becomes_a_category(tmp_path: Path) -> None:
    story = STORIES["de"]
    article = read(tmp_path, "\n".join(["VERKEHR", story.title, *story.body]))
    assert (article.title, article.categories) == (story.title, ("VERKEHR",))


def test_a_heading_is_no_short_sentence_and_no_quotation(tmp_path: Path) -> None:
    long = STORIES["en"].body[0]
    lines = [
        "A headline",
        long,
        "He said no more.",
        long,
        "She asked: 'Why not'",
        long,
        "And then,",
        long,
        "The 'Coalition of the Willing'",
        long,
    ]
    assert headings(read(tmp_path, "\n".join(lines))) == ["The 'Coalition of the Willing'"]


@pytest.mark.parametrize("width", range(56, 80, 4))
def test_compounds_keep_their_hyphens_where_lines_break(tmp_path: Path, width: int) -> None:
    paragraph = (
        "The well-known engineer and a state-owned company had agreed on a ten-year plan, the long-awaited US-Dutch report "
        "says, and a so-called low-cost variant of the two-track bridge was never seriously looked at by anybody in town."
    )
    article = read(tmp_path, f"A headline\n\n{textwrap.fill(paragraph, width)}\n\n{textwrap.fill(paragraph, width)}")
    assert texts(article) == [paragraph, paragraph]


def test_divided_words_are_joined_where_the_text_has_them_whole(tmp_path: Path) -> None:
    lines = [
        "Der Ausschuss hörte am Montag im alten Rathaus einen bekannten Inge-",
        "nieur und zwei Zeugen, die den Bau gesehen hatten. Alle Ein- und Aus-",
        "fuhren ruhten damals, sagte der Ingenieur, und auch die meisten Ein-",
        "und Ausfuhren der Nachbarn.",
    ]
    (text,) = texts(read(tmp_path, "Eine Überschrift\n\n" + "\n".join(lines)))
    assert "bekannten Ingenieur und zwei" in text
    assert "Alle Ein- und Ausfuhren ruhten" in text
    assert "meisten Ein- und Ausfuhren der" in text


def test_underlined_lines_are_headings_and_rules_are_rules(tmp_path: Path) -> None:
    article = read(
        tmp_path,
        "A headline\n==========\n\nA first paragraph with a full stop.\n\n* * *\n\nMore\n----\nA second paragraph with a full stop.",
    )
    assert article.title == "A headline"
    assert [block.kind for block in article.document.blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.RULE,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
    ]


def test_control_sequences_do_not_survive(tmp_path: Path) -> None:
    article = read(
        tmp_path, "A \x1b[31mred\x1b[0m headline\nText with \x1b]0;title\x07 and \u202ebidi\u202c in it, which is gone."
    )
    assert article.title == "A red headline"
    assert texts(article) == ["Text with and bidi in it, which is gone."]
