"""Stories in two languages for reading side by side: with gaps, with quotations, in other scripts."""

from __future__ import annotations

from collections.abc import Sequence

from newstui.model import (
    Article,
    Block,
    BlockKind,
    Document,
    Edition,
    LanguageOrigin,
    Quote,
    QuoteKind,
    QuoteSpan,
    Reading,
)
from tests.ui.fake_library import NOW, FakeLibrary

_TEXTS = {
    "en": (
        "Bread from the old mill",
        "After forty years flour is ground again in Marnau.",
        "The mill on the Aller has turned again since Monday, 3 March. Its stones weigh 900 kilograms each.",
        "“We grind what the village sows,” said the miller Lena Horn. She learnt it from her grandfather in 1985.",
        "A loaf costs 4.20 euros. Bakers from three towns have ordered 12 tons of flour.",
        "“Nobody asked us,” said Piet Maas of the anglers, who count fewer eels below the weir.",
        "In summer the mill will be open on 14 Sundays.",
    ),
    "de": (
        "Brot aus der alten Mühle",
        "Nach vierzig Jahren wird in Marnau wieder Mehl gemahlen.",
        "Die Mühle an der Aller dreht sich seit Montag, dem 3. März, wieder. Ihre Steine wiegen je 900 Kilogramm.",
        "„Wir mahlen, was das Dorf sät“, sagte die Müllerin Lena Horn. Gelernt hat sie es 1985 bei ihrem Großvater.",
        "Ein Laib kostet 4,20 Euro. Bäckereien aus drei Städten haben 12 Tonnen Mehl bestellt.",
        "Im Sommer ist die Mühle an 14 Sonntagen geöffnet.",
    ),
    "ar": (
        "خبز من الطاحونة القديمة",
        "بعد أربعين عامًا يُطحن الدقيق من جديد في مارناو.",
        "تدور الطاحونة على نهر Aller منذ يوم الاثنين 3 مارس. يزن كل حجر 900 كيلوغرام.",
        "قالت الطحانة لينا هورن: «نحن نطحن ما تزرعه القرية». تعلمت ذلك من جدها عام 1985.",
        "سعر الرغيف 4.20 يورو. طلبت مخابز من ثلاث مدن 12 طنًا من الدقيق.",
        "في الصيف تفتح الطاحونة أبوابها في 14 يوم أحد.",
    ),
    "ja": (
        "古い水車小屋のパン",
        "四十年ぶりに、マルナウで再び小麦が挽かれている。",
        "アラー川の水車は3月3日月曜日から再び回っている。石臼の重さはそれぞれ900キログラムある。",
        "「私たちは村がまいたものを挽くのです」と粉屋のレナ・ホルンさんは語った。1985年に祖父から学んだという。",
        "パンは一つ4.20ユーロ。三つの町のパン屋が12トンの小麦粉を注文した。",
        "夏には14回の日曜日に公開される。",
    ),
}
_SAID = {
    "en": ("We grind what the village sows,", "Nobody asked us,"),
    "de": ("Wir mahlen, was das Dorf sät",),
    "ar": ("نحن نطحن ما تزرعه القرية",),
    "ja": ("私たちは村がまいたものを挽くのです",),
}


def edition(language: str, others: Sequence[str] = ()) -> Reading:
    """The story of the mill in a language; the editions in `others` are known to it and here."""
    title, summary, *texts = _TEXTS[language]
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in texts)
    quotes: list[Quote] = []
    for said in _SAID[language]:
        block = next(number for number, text in enumerate(texts) if said in text)
        start = texts[block].index(said)
        speaker = "Lena Horn" if not quotes else "Piet Maas"
        quotes.append(Quote(said, QuoteKind.SPEECH, (QuoteSpan(block, start, start + len(said)),), speaker))
    article = Article(
        id=f"mill-{language}",
        title=title,
        source="harbour",
        source_title="The Mill Letter",
        url=f"https://mill.example/{language}",
        summary=summary,
        published=NOW,
        language=language,
        language_origin=LanguageOrigin.DECLARED,
        editions=tuple(Edition(tag, id=f"mill-{tag}", available=True) for tag in others if tag != language),
    )
    return Reading(article, Document(blocks), tuple(quotes))


def mill_library(*languages: str) -> FakeLibrary:
    """A library whose first story is the mill's, in these languages, the dearest first."""
    library = FakeLibrary(ladder=languages)
    story = library.add(edition(languages[0], languages))
    for language in languages[1:]:
        library.add(edition(language, languages), story=story)
    return library


def long_edition(language: str, paragraphs: int) -> Reading:
    """Paragraphs that each begin with their number, of four sentences."""
    words = {"en": "The tide of {n} comes in. ", "de": "Die Flut von {n} kommt. "}[language]
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, f"{number}. " + "".join(words.format(n=number * 10 + turn) for turn in range(4)))
        for number in range(paragraphs)
    )
    other = {"en": "de", "de": "en"}[language]
    editions = (Edition(other, id=f"long-{other}", available=True),)
    article = Article(id=f"long-{language}", title="Tides", language=language, published=NOW, editions=editions)
    return Reading(article, Document(blocks))


def long_library(paragraphs: int) -> FakeLibrary:
    """A library whose first story is a long one in English and German."""
    library = FakeLibrary(ladder=("en", "de"))
    story = library.add(long_edition("en", paragraphs))
    library.add(long_edition("de", paragraphs), story=story)
    return library
