from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from newstui.errors import SourceError
from newstui.model import BlockKind, Edition, LanguageOrigin, ParsedArticle, Reason
from newstui.sources.page import read_page
from tests.unit.sources.stories import STORIES

URL = "https://post.example/de/stadt/alte-bruecke-wieder-offen-123"
STORY = STORIES["de"]
NAVIGATION = "<nav><ul><li><a href='/'>Start</a></li><li><a href='/sport'>Sport</a></li></ul></nav>"


def build(head: str = "", article: str | None = None, language: str = "de", body: str = "") -> bytes:
    """Return a page as newspapers make them, with the story of the bridge in it unless `article` says otherwise."""
    if article is None:
        article = f"<h1>{STORY.title}</h1>" + "".join(
            f"<h2>{text}</h2>" if number in STORY.headings else f"<p>{text}</p>"
            for number, text in enumerate(STORY.body)
        )
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">{head}</head><body>{NAVIGATION}'
        f"<main><article>{article}</article></main>{body}<footer><p>© 2026 Aldermoor Post</p></footer></body></html>"
    ).encode()


def read(head: str = "", **parts: Any) -> ParsedArticle:
    return read_page(build(head, **parts), url=URL)


def json_ld(**fields: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def test_the_main_text_becomes_blocks() -> None:
    article = read(f'<title>{STORY.title} | Aldermoor Post</title><meta name="description" content="{STORY.summary}">')
    assert (article.title, article.summary) == (STORY.title, STORY.summary)
    assert [block.text for block in article.document.blocks] == list(STORY.body)
    headings = [block.text for block in article.document.blocks if block.kind is BlockKind.HEADING]
    assert headings == [STORY.body[number] for number in STORY.headings]
    assert (article.language, article.language_origin) == ("de", LanguageOrigin.DECLARED)
    assert (article.guid, article.url, article.path) == (URL, URL, None)


def test_lists_quotations_links_and_images_are_kept() -> None:
    body = "".join(f"<p>{text}</p>" for text in STORY.body if len(text) > 60)
    article = read(
        article=f"<h1>{STORY.title}</h1>{body}<ul><li>Erster Punkt der Liste</li><li>Zweiter Punkt der Liste</li></ul>"
        "<blockquote><p>Ein Zitat, das als Absatz für sich steht.</p></blockquote>"
        '<p>Mehr dazu steht <a href="/de/stadt/mehr">in einem anderen Text</a> der Zeitung.</p>'
        '<figure><img src="/bruecke.jpg" alt="Die Brücke"></figure>'
    )
    blocks = article.document.blocks
    assert [block.text for block in blocks if block.kind is BlockKind.LIST_ITEM] == [
        "Erster Punkt der Liste",
        "Zweiter Punkt der Liste",
    ]
    assert "Ein Zitat, das als Absatz für sich steht." in [b.text for b in blocks if b.kind is BlockKind.QUOTE]
    assert ("in einem anderen Text", "https://post.example/de/stadt/mehr") in [
        (link.text, link.url) for link in article.document.links
    ]
    assert [block.info for block in blocks if block.kind is BlockKind.IMAGE] == ["https://post.example/bruecke.jpg"]


def test_quotations_in_a_line_keep_their_marks_and_their_place() -> None:
    body = "".join(f"<p>{text}</p>" for text in STORY.body if len(text) > 60)
    said = "<p>„Ja“, sagte er: <q>Die <em>Brücke</em> bleibt, <q>wie man sagt</q></q>, und ging. <q>»Schon da«</q>, hieß es.</p>"
    blocks = read(article=f"<h1>{STORY.title}</h1>{body}{said}").document.blocks
    assert "„Ja“, sagte er: „Die Brücke bleibt, ‚wie man sagt‘“, und ging. »Schon da«, hieß es." in [
        b.text for b in blocks
    ]


def test_code_keeps_its_lines_and_its_language() -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in STORY.body)
    code = '<pre><code class="language-python">if x:\n    y = <b>1</b>\n</code></pre><p>And <code>x = 1</code> in a line.</p>'
    blocks = read(article=f"<h1>{STORY.title}</h1>{text}{code}{text[:300]}</p>").document.blocks
    assert [(block.text, block.info) for block in blocks if block.kind is BlockKind.CODE] == [
        ("if x:\n    y = 1", "python")
    ]
    assert "And x = 1 in a line." in [block.text for block in blocks]


def test_title_and_summary_are_not_repeated() -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in STORY.body)
    article = read(
        f'<meta property="og:title" content="{STORY.title}"><meta property="og:description" content="{STORY.summary}">',
        article=f"<h1>{STORY.title}</h1><p><strong>{STORY.summary}</strong></p>{paragraphs}",
    )
    assert [block.text for block in article.document.blocks] == list(STORY.body)


SITE = '<meta property="og:site_name" content="Aldermoor Post">'


@pytest.mark.parametrize(
    ("head", "heading", "title"),
    [
        ("<title>Die Brücke ist offen</title>", "Die Brücke ist offen", "Die Brücke ist offen"),
        ("<title>Die Brücke ist offen - Aldermoor Post</title>" + SITE, "", "Die Brücke ist offen"),
        (
            "<title>Die Brücke ist offen | Stadt | Aldermoor Post</title>",
            "Die Brücke ist offen",
            "Die Brücke ist offen",
        ),
        ("<title>Aldermoor Post - Die Brücke ist offen</title>" + SITE, "", "Die Brücke ist offen"),
        ("<title>Die Brücke ist offen – post.example</title>", "", "Die Brücke ist offen"),
        # the site's name in a meta only
        (
            '<meta property="og:title" content="Die Brücke ist offen | APO">',
            "Die Brücke ist offen",
            "Die Brücke ist offen",
        ),
        # a kicker in an element of its own, in front of the heading and in the metas
        (
            '<meta property="og:title" content="Verkehr: Die Brücke ist offen">',
            "<span class=kicker>Verkehr</span> <span>Die Brücke ist offen</span>",
            "Die Brücke ist offen",
        ),
        (
            '<meta property="og:title" content="Verkehr: Die Brücke ist offen"><title>Verkehr: Die Brücke ist offen</title>',
            "Die Brücke ist offen",
            "Die Brücke ist offen",
        ),
        (
            '<meta property="og:title" content="Aldermoor: Die Brücke ist offen">',
            "Aldermoor: <em>Die Brücke ist offen</em>",
            "Aldermoor: Die Brücke ist offen",
        ),
        # a colon that belongs to the headline
        (
            '<meta property="og:title" content="Aldermoor: Die Brücke ist offen"><title>Aldermoor: Die Brücke ist offen</title>',
            "Aldermoor: Die Brücke ist offen",
            "Aldermoor: Die Brücke ist offen",
        ),
        # a teaser for search engines against two that agree
        (
            '<meta property="og:title" content="Was Sie über die Brücke wissen müssen">'
            + json_ld(headline="Die Brücke ist offen"),
            "Die Brücke ist offen",
            "Die Brücke ist offen",
        ),
        # cut off in one place, whole in another
        (
            (
                '<meta property="og:title" content="Die alte Brücke von Aldermoor ist …">'
                '<meta name="twitter:title" content="Die alte Brücke von Aldermoor ist …">'
            ),
            "Die alte Brücke von Aldermoor ist wieder offen",
            "Die alte Brücke von Aldermoor ist wieder offen",
        ),
        ('<meta property="og:title" content="Br&amp;uuml;cke &amp;amp; Bahn">', "", "Brücke & Bahn"),
        ("<title>Die Brücke\n  ist \x1b[31moffen</title>", "", "Die Brücke ist offen"),
        ("", "Die Brücke ist offen", "Die Brücke ist offen"),
    ],
)
def test_the_headline_alone(head: str, heading: str, title: str) -> None:
    shown = f"<h1>{heading}</h1>" if heading else ""
    assert read(head, article=shown + "".join(f"<p>{text}</p>" for text in STORY.body)).title == title


def test_a_heading_of_the_second_rank_in_the_header_counts_where_there_is_no_first() -> None:
    header = "<header><h2><span>Verkehr</span> <span>Die Brücke ist offen</span></h2></header>"
    head = '<meta property="og:title" content="Verkehr: Die Brücke ist offen - Aldermoor Post">' + SITE
    assert read(head, article=header + f"<p>{STORY.body[0]}</p>").title == "Die Brücke ist offen"


def test_a_page_without_a_title_is_called_by_its_address_or_file() -> None:
    page = b"<p>Nothing but a paragraph of text that says little.</p>"
    assert read_page(page, url=URL).title == URL
    assert read_page(page, url=None, path="/news/bridge.html").title == "bridge"


@pytest.mark.parametrize(
    ("head", "byline", "authors"),
    [
        (json_ld(author={"@type": "Person", "name": "Anna Meier"}), "", ("Anna Meier",)),
        (json_ld(author=[{"name": "Anna Meier"}, {"name": "Jan de Vries"}]), "", ("Anna Meier", "Jan de Vries")),
        (json_ld(author="By Anna Meier and Jan de Vries, Berlin"), "", ("Anna Meier", "Jan de Vries")),
        (json_ld(author={"name": "Anna Meier | Aldermoor Post"}) + SITE, "", ("Anna Meier",)),
        ('<meta name="author" content="Von Anna Meier und Jan de Vries">', "", ("Anna Meier", "Jan de Vries")),
        ('<meta name="author" content="Meier, Anna">', "", ("Anna Meier",)),
        ('<meta name="author" content="ANNA MEIER">', "", ("Anna Meier",)),
        ('<meta name="author" content="José Ortega y Gasset y Ana Ruiz">', "", ("José Ortega y Gasset", "Ana Ruiz")),
        (
            '<meta property="article:author" content="https://www.facebook.com/post"><meta name="author" content="Ana Silva">',
            "",
            ("Ana Silva",),
        ),
        ('<meta name="author" content="Aldermoor Post">' + SITE, "", ()),
        (
            '<meta name="author" content="Aldermoor Post">' + SITE,
            "Von <a rel=author href=/x>Anna Meier</a>",
            ("Anna Meier",),
        ),
        ('<meta name="author" content="Redaktion">', "", ("Redaktion",)),
        ('<meta name="author" content="admin">', "", ()),
        ("", "<span itemprop=author><span itemprop=name>Anna Meier</span></span>", ("Anna Meier",)),
        ("", "<div class=byline>Par Éloïse Dupont, correspondante</div>", ("Éloïse Dupont",)),
        ("", "<div class=byline>Updated 3 min ago</div>", ()),
        ("", "", ()),
    ],
)
def test_authors(head: str, byline: str, authors: tuple[str, ...]) -> None:
    assert read(head, article=f"<h1>T</h1>{byline}<p>{STORY.body[0]}</p>").authors == authors


def test_an_author_by_reference() -> None:
    graph = {
        "@graph": [
            {"@type": "WebSite", "name": "Aldermoor Post"},
            {"@type": ["NewsArticle"], "headline": "T", "author": {"@id": "#anna"}, "publisher": {"@id": "#post"}},
            {"@type": "Person", "@id": "#anna", "name": "Anna Meier"},
        ]
    }
    assert read(f'<script type="application/ld+json">{json.dumps(graph)}</script>').authors == ("Anna Meier",)


@pytest.mark.parametrize(
    ("head", "published", "updated"),
    [
        (
            json_ld(datePublished="2026-01-06T10:30:00+01:00", dateModified="2026-01-07"),
            datetime(2026, 1, 6, 9, 30, tzinfo=UTC),
            datetime(2026, 1, 7, tzinfo=UTC),
        ),
        (
            '<meta property="article:published_time" content="2026-01-06T09:30Z">',
            datetime(2026, 1, 6, 9, 30, tzinfo=UTC),
            None,
        ),
        ('<meta name="date" content="6. Januar 2026">', datetime(2026, 1, 6, tzinfo=UTC), None),
        ("<script type='application/ld+json'>{broken</script>", None, None),
        ("", None, None),
    ],
)
def test_dates(head: str, published: datetime | None, updated: datetime | None) -> None:
    article = read(head)
    assert (article.published, article.updated) == (published, updated)


def test_a_date_in_the_text_and_in_the_address() -> None:
    marked = read(article=f"<h1>T</h1><time datetime='2026-01-06T08:00:00Z'>heute</time><p>{STORY.body[0]}</p>")
    assert marked.published == datetime(2026, 1, 6, 8, tzinfo=UTC)
    page = read_page(build(), url="https://post.example/2026/01/06/bruecke")
    assert page.published == datetime(2026, 1, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    ("byline", "published"),
    [
        ("<p class=article-date>Aldermoor, 6. Januar 2026, 10:30 Uhr</p>", datetime(2026, 1, 6, 10, 30, tzinfo=UTC)),
        ("<span class='meta published'>6 de janeiro de 2026</span>", datetime(2026, 1, 6, tzinfo=UTC)),
        ("<aside><span class=date>6 January 2026</span></aside>", None),
        ("<p class=intro>On 6 January 2026 the bridge was opened.</p>", None),
    ],
)
def test_a_date_that_is_only_shown(byline: str, published: datetime | None) -> None:
    assert read(article=f"<h1>T</h1>{byline}<p>{STORY.body[0]}</p>").published == published
    today = "<header class=top><span class=date>7 January 2026</span></header>"
    assert read(article=f"<h1>T</h1><p>{STORY.body[0]}</p>", body=today).published is None


@pytest.mark.parametrize(
    ("root", "head", "language"),
    [
        ("de-AT", "", "de-AT"),
        ("", '<meta property="og:locale" content="pt_BR">', "pt-BR"),
        ("", json_ld(inLanguage={"@type": "Language", "name": "German", "alternateName": "de"}), "de"),
        ("", '<meta http-equiv="content-language" content="fr">', "fr"),
        # a template's root against two that agree
        ("en", '<meta property="og:locale" content="de_DE">' + json_ld(inLanguage="de"), "de"),
        ("en", '<meta property="og:locale" content="de_DE">', "en"),
        ("", "", None),
        ("klingon", "", None),
    ],
)
def test_the_language(root: str, head: str, language: str | None) -> None:
    article = read(head, language=root)
    assert article.language == language
    assert (article.language_origin is LanguageOrigin.DECLARED) is (language is not None)


EN = "https://post.example/en/town/old-bridge-open-again-123"
FR = "https://post.example/fr/ville/vieux-pont-rouvert-123"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (f'<link rel="alternate" hreflang="en" href="{EN}"><link rel="alternate" hreflang="fr" href="{FR}">', ""),
        (
            (
                '<link rel="alternate" hreflang="en-GB" href="/en/town/old-bridge-open-again-123"><link rel=alternate hreflang=x-default href="/"><link rel=alternate hreflang=es href="/es/">'
                f'<link rel="alternate" hreflang="fr_FR" href="{FR}">'
            ),
            "",
        ),
        (
            json_ld(
                workTranslation=[
                    {"@type": "NewsArticle", "inLanguage": "en", "url": EN},
                    {"inLanguage": {"name": "French"}, "@id": FR},
                ]
            ),
            "",
        ),
        (
            json_ld(translationOfWork={"inLanguage": "en", "url": EN}, workTranslation={"inLanguage": "fr", "url": FR}),
            "",
        ),
        (
            "",
            f'<ul class=languages><li><a href="{EN}">English</a></li><li><a href="{FR}">Français</a></li><li><a href="/es">Español</a></li></ul>',
        ),
        (
            "",
            f'<a hreflang=en href="{EN}">Read on</a> <a hreflang=fr href="{FR}">FR</a> <a href="/reise/land-123-georgien-urlaub">Georgien</a>',
        ),
        (
            f'<link rel="alternate" hreflang="en" href="{EN}">',
            f'<a href="{FR}">Français</a> <a href="/en/other-story-456">English</a>',
        ),
        (f'<link rel=alternate lang=en href="{EN}"><link rel=alternate lang=fr href="{FR}">', ""),
        ("", f'<nav><a href="{EN}">EN</a> | <a href="{FR}">fr</a> | <a href="/es/">ES</a></nav>'),
        ("", f'<a href="{EN}">Read this story in English</a> <a href="{FR}">Lire en français</a>'),
        ("", f'<select><option value="{EN}">English</option><option value="{FR}">Français</option></select>'),
        ("", f'<a rel=alternate lang=en href="{EN}">Read on</a> <a rel=alternate lang=fr href="{FR}">La suite</a>'),
    ],
)
def test_declared_editions(head: str, body: str) -> None:
    article = read(head, body=body)
    found = sorted((edition.language.split("-")[0], edition.url) for edition in article.editions)
    assert found == [("en", EN), ("fr", FR)]
    assert all(edition.reason is Reason.DECLARED and not edition.available for edition in article.editions)


@pytest.mark.parametrize(
    "body",
    [
        f'<a href="{EN}">EN</a> is all there is',
        '<a href="https://elsewhere.example/old-bridge-open-again-123">Read in English</a>',
        '<a href="/it/old-bridge-computers-123">IT</a> <a href="/us/old-bridge-states-123">US</a>',
        '<a href="/en/">EN</a> <a href="/fr/">FR</a>',
        '<a href="/de/stadt/alte-bruecke-123?x=1">DE</a> <a href="/en/stadt/alte-bruecke-123?x=1">EN</a>',
    ],
)
def test_links_that_only_look_like_a_switch(body: str) -> None:
    assert read("", body=body).editions == ()


def test_other_locales_name_languages_where_nothing_gives_an_address() -> None:
    locales = "".join(
        f'<meta property="og:locale:alternate" content="{each}">' for each in ("de_DE", "en_GB", "fr-FR", "rubbish")
    )
    article = read('<meta property="og:locale" content="de_AT">' + locales)
    assert article.editions == (Edition("en-GB", reason=Reason.LISTED), Edition("fr-FR", reason=Reason.LISTED))
    article = read(locales + f'<link rel="alternate" hreflang="en" href="{EN}">')
    assert [(edition.language, edition.url) for edition in article.editions] == [("en", EN)]


def test_editions_in_an_http_header() -> None:
    header = f'<{EN}>; rel="alternate"; hreflang="en", </fr/ville/vieux-pont-rouvert-123>; hreflang=fr; rel=alternate, </feed>; rel=alternate; type="application/rss+xml"; hreflang=es'
    article = read_page(build(), url=URL, link_header=header)
    assert [(edition.language, edition.url) for edition in article.editions] == [("en", EN), ("fr", FR)]


def test_feeds_home_pages_and_the_page_itself_are_no_editions() -> None:
    article = read(
        f'<link rel="alternate" hreflang="de" href="{URL}?utm_source=x">'
        '<link rel="alternate" hreflang="de-CH" href="https://post.example/ch/stadt/alte-bruecke-wieder-offen-123">'
        '<link rel="alternate" type="application/rss+xml" hreflang="en" href="/en/town/feed-of-all-news-2026">'
        '<link rel="alternate" hreflang="en" href="/en/start"><link rel="alternate" hreflang="fr" href="/fr">'
    )
    assert article.editions == ()


def test_a_saved_page_knows_its_address_by_its_own_word() -> None:
    for head in (
        f'<link rel="canonical" href="{URL}">',
        f'<meta property="og:url" content="{URL}">',
        json_ld(mainEntityOfPage={"@id": URL}),
    ):
        article = read_page(
            build(head + f'<link rel="alternate" hreflang="en" href="{EN}">'), url=None, path="/x/page.html"
        )
        assert (article.url, article.guid, article.path) == (URL, "/x/page.html", "/x/page.html")
        assert [edition.url for edition in article.editions] == [EN]


def test_image_and_categories() -> None:
    article = read('<meta property="og:image" content="/bild.jpg"><meta property="article:section" content="Stadt">')
    assert (article.image, article.categories) == ("https://post.example/bild.jpg", ("Stadt",))
    assert read(json_ld(image={"url": "https://post.example/b.jpg"})).image == "https://post.example/b.jpg"
    assert read('<meta property="og:image" content="data:image/png;base64,xx">').image is None


@pytest.mark.parametrize(
    ("data", "content_type", "word"),
    [
        (
            "<html><head><title>Größe</title></head><body><p>x</p></body></html>".encode("cp1252"),
            "text/html; charset=iso-8859-1",
            "Größe",
        ),
        ("<html><head><meta charset=windows-1251><title>Мост</title></head></html>".encode("cp1251"), None, "Мост"),
        (
            "<html><head><meta http-equiv=Content-Type content='text/html; charset=shift_jis'><title>橋</title></head></html>".encode(
                "shift_jis"
            ),
            None,
            "橋",
        ),
        (
            '<?xml version="1.0" encoding="iso-8859-1"?><html><head><title>Été</title></head></html>'.encode("latin-1"),
            None,
            "Été",
        ),
        ("<html><head><meta charset=iso-8859-1><title>Größe</title></head></html>".encode(), None, "Größe"),
        ("<html><head><title>Größe</title></head></html>".encode("utf-16"), None, "Größe"),
        (
            "<html><head><title>Größe über alles</title></head></html>".encode("cp1252"),
            "text/html; charset=nonsense",
            "Größe über alles",
        ),
    ],
)
def test_encodings(data: bytes, content_type: str | None, word: str) -> None:
    assert read_page(data, url=URL, content_type=content_type).title == word


def test_a_home_page_still_gives_what_it_has() -> None:
    links = "".join(f'<li><a href="/a/{number}">Meldung {number}</a></li>' for number in range(5))
    article = read_page(
        f"<html><head><title>Aldermoor Post</title></head><body><ul>{links}</ul></body></html>".encode(),
        url="https://post.example/",
    )
    assert article.title == "Aldermoor Post"
    assert "Meldung 3" in article.document.plain_text()
    assert article.editions == ()


@pytest.mark.parametrize("data", [b"", b" \n ", b"<!-- nothing -->"])
def test_an_empty_page_says_so(data: bytes) -> None:
    with pytest.raises(SourceError, match="empty"):
        read_page(data, url=URL)


def test_nothing_in_a_page_acts_on_a_terminal() -> None:
    article = read_page(
        build(
            '<title>T\x1b]0;x\x07itle\u202e</title><meta name="author" content="An\x9bna Mei\x1b[2Jer"><meta name=description content="S\x1b[1mummary">'
        ),
        url=URL,
    )
    for text in (article.title, article.summary or "", *article.authors):
        assert not any(letter < " " or "\x7f" <= letter < "\xa0" or letter == "\u202e" for letter in text)
