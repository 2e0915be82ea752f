"""Languages: the pane, the menu, the keys; and the interface's own language."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest

from newstui.i18n import _, current_language
from newstui.model import Article, Edition, LanguageOrigin, Reason
from newstui.ui.commands import Pane
from newstui.ui.dialogs.languages import choose_letters
from newstui.ui.panes.languages import REASONS, order_editions, tell_origin
from tests.ui.driver import open_reader
from tests.ui.fake_library import FakeLibrary


async def wait_until(holds: Callable[[], bool]) -> None:
    """Wait for something that is seen while a thread still works."""
    for _turn in range(2000):
        if holds():
            return
        await asyncio.sleep(0.005)
    raise AssertionError


def test_the_order_does_not_depend_on_the_edition_shown() -> None:
    library = FakeLibrary()
    orders = {
        tuple(
            edition.language
            for edition in order_editions(article, article.editions, ("fr", "de"))
        )
        for article in (library.get_reading(f"ferry-{tag}").article for tag in ("en", "de", "fr"))
    }  # fmt: skip
    assert orders == {("fr", "de", "en", "es", "nl")}


@pytest.mark.parametrize(
    ("languages", "letters"),
    [
        (["nl", "en", "de", "fr", "es", "pt"], ["n", "e", "d", "f", "s", "p"]),
        (["hu", "lt", "gl"], ["u", "t", ""]),
        (["de", "de-CH", ""], ["d", "e", ""]),
    ],
)
def test_letters(languages: list[str], letters: list[str]) -> None:
    assert choose_letters(languages) == letters


async def test_the_pane_lists_every_edition_with_its_reason() -> None:
    async with open_reader(size=(140, 40)) as reader:
        await reader.press("enter", "4")
        assert [edition.language for edition in reader.room.languages.editions] == ["en", "de", "fr", "es", "nl"]
        pane = reader.text()
        for said in ("● English", "shown", "○ German", "declared", "· Spanish", "listed only", "↗ Dutch"):
            assert said in pane


async def test_enter_in_the_pane_changes_the_edition() -> None:
    async with open_reader(size=(140, 40)) as reader:
        await reader.press("enter", "4", "j", "enter")
        assert reader.title == "Die Nachtfähre kehrt zurück"
        assert reader.said == "German"
        assert reader.pane() is Pane.LANGUAGES


@pytest.mark.parametrize(
    ("keys", "title"),
    [
        (["L", "d"], "Die Nachtfähre kehrt zurück"),
        (["L", "3"], "Le ferry de nuit revient"),
        (["L", "j", "enter"], "Die Nachtfähre kehrt zurück"),
        ([">"], "Die Nachtfähre kehrt zurück"),
        (["<"], "Le ferry de nuit revient"),
        (["L", "escape"], "The night ferry comes back"),
    ],
)
async def test_keys_that_change_the_edition(keys: list[str], title: str) -> None:
    async with open_reader() as reader:
        await reader.press("enter", *keys)
        assert reader.title == title


async def test_the_paragraph_stays_at_its_height() -> None:
    async with open_reader(size=(80, 24)) as reader:
        await reader.press("enter")
        article = reader.room.article
        article.scroll_to_block(5, row=0)
        await reader.settle()
        before = article.position()
        await reader.press("L", "f")
        assert reader.title == "Le ferry de nuit revient"
        assert article.position() == replace(before, offset=article.position().offset)
        await reader.press("L", "e")
        assert article.position().block == before.block


async def test_the_editions_that_were_read_are_remembered_and_said() -> None:
    library = FakeLibrary()
    async with open_reader(library, size=(140, 40)) as reader:
        await reader.press("enter", "L", "d", "L", "f")
        pane = {line.strip() for line in reader.text().splitlines() if "declared" in line}
        assert sum("declared, read" in line for line in pane) == 2
        assert [library.status(f"ferry-{tag}").read for tag in ("en", "de", "fr")] == [True, True, True]


async def test_the_title_stays_the_title() -> None:
    async with open_reader() as reader:
        await reader.press("enter", "L", "d")
        assert reader.room.article.scroll_offset.y == 0


async def test_an_edition_that_is_not_here_says_what_can_be_done() -> None:
    async with open_reader() as reader:
        await reader.press("enter", "L", "s")
        assert reader.title == "The night ferry comes back"
        assert reader.said == "Nothing more is known of this edition; press , f to look for it: Spanish"


async def test_an_edition_that_is_declared_is_fetched_and_shown_at_the_same_paragraph() -> None:
    async with open_reader(size=(80, 16)) as reader:
        await reader.press("enter", "space")
        block = reader.room.article.position().block
        assert block > 0
        await reader.press("L", "n")
        assert reader.title == "The night ferry comes back (nl)"
        assert reader.said == "Dutch"
        assert reader.room.article.position().block == block
        await reader.press("L", "e", "L", "n")
        assert reader.title == "The night ferry comes back (nl)"
        assert sum(call.startswith("fetch_edition") for call in reader.library.calls) == 1


async def test_an_edition_is_fetched_from_the_pane_while_another_article_is_opened() -> None:
    library = FakeLibrary()
    library.page_pause = 0.3
    async with open_reader(library, size=(140, 40)) as reader:
        await reader.press("enter", "4", "G")
        reader.send("enter")
        reader.send("enter")
        await asyncio.sleep(0.1)
        assert reader.said == "The page is being fetched already."
        reader.send("J")
        await reader.settle()
        assert reader.title == "Council votes on the tram"
        assert reader.said == "The edition in this language is here: Dutch"
        await reader.press("K", "4", "G", "k", "enter")
        assert reader.title == "The night ferry comes back (nl)"


async def test_an_edition_on_its_way_is_shown_and_can_be_stopped() -> None:
    library = FakeLibrary()
    library.page_pause = 0.4
    async with open_reader(library, size=(140, 40)) as reader:
        await reader.press("enter", "4", "G")
        reader.send("enter")
        await wait_until(lambda: "being fetched …" in reader.text())
        assert reader.said == "Fetching the edition; press esc to stop: Dutch …"
        reader.send("escape")
        await wait_until(lambda: "being fetched …" not in reader.text())
        await reader.settle()
        assert reader.said == "Stopped."
        assert reader.title == "The night ferry comes back", "what comes too late changes nothing before the eyes"
        library.offline = True
        await reader.press("J", "K", "L", "n")
        assert reader.title == "The night ferry comes back (nl)", "what has been fetched is read offline"


async def test_an_edition_that_cannot_be_fetched() -> None:
    library = FakeLibrary()
    library.walled = {"https://ferry.example/nl"}
    async with open_reader(library) as reader:
        await reader.press("enter", "L", "n")
        assert "https://ferry.example/nl" in reader.said
        assert reader.room.status.severity == "error"
        library.offline = True
        await reader.press("L", "n")
        assert reader.said == "The edition in this language is not available offline: Dutch."
        assert reader.title == "The night ferry comes back"


async def test_an_article_without_other_editions() -> None:
    async with open_reader(size=(140, 40)) as reader:
        await reader.press("j", "enter")
        assert "No other edition is known." in reader.text()
        await reader.press(">")
        assert reader.said == "No other edition of this story is here."
        await reader.press("L")
        assert "No other edition is known." in reader.text()
        assert reader.said == (
            ", f looks for editions on the article’s page and in its site’s sitemaps; T ties one by hand."
        )


async def test_editions_are_looked_for_and_shown_where_they_are_found() -> None:
    library = FakeLibrary()
    library.findable = (Edition("pt", url="https://ferry.example/pt"), Edition("it", url="https://ferry.example/it"))
    async with open_reader(library, size=(140, 40)) as reader:
        await reader.press("j", "enter", "comma", "f")
        assert reader.said == "Other editions: Portuguese, Italian"
        assert [edition.language for edition in reader.room.languages.editions] == ["en", "it", "pt"]
        assert "Italian" in reader.text()


async def test_why_no_edition_was_found_is_said() -> None:
    library = FakeLibrary()
    async with open_reader(library) as reader:
        await reader.press("comma", "f")
        assert reader.said == "No article is open."
        await reader.press("j", "enter", "comma", "f")
        assert reader.said == "Neither its page nor its site names another edition; press T to tie one."
        reading = reader.room.article.reading
        assert reading is not None
        library.walled = {reading.article.id}
        await reader.press("comma", "f")
        assert "answers 500" in reader.said
        assert reader.room.status.severity == "error"


async def test_looking_for_editions_can_be_stopped() -> None:
    library = FakeLibrary()
    library.page_pause = 0.4
    library.findable = (Edition("pt", url="https://ferry.example/pt"),)
    async with open_reader(library) as reader:
        await reader.press("j", "enter")
        reader.send("comma")
        reader.send("f")
        await wait_until(lambda: reader.said == "Looking for editions of this article … press esc to stop.")
        reader.send("comma")
        reader.send("f")
        await wait_until(lambda: reader.said == "Editions are being looked for already.")
        reader.send("escape")
        await reader.settle()
        assert reader.said == "Stopped."
        assert [edition.language for edition in reader.room.languages.editions] == ["en"]


async def test_the_ladder_decides_which_edition_is_shown_first() -> None:
    async with open_reader(FakeLibrary(ladder=("fr", "en"))) as reader:
        await reader.press("enter")
        assert reader.title == "Le ferry de nuit revient"


async def test_the_interface_changes_its_language_at_once() -> None:
    async with open_reader(size=(140, 40)) as reader:
        await reader.press("enter", "ctrl+p")
        await reader.type("language of")
        await reader.press("enter")
        assert "Language of the program" in reader.text()
        await reader.type("german")
        await reader.press("enter")
        assert current_language() == "de"
        assert str(reader.room.sources.border_title) == _("Sources")
        assert "Deutsch" in reader.text(), "names of languages are the interface's"
        assert "2. März 2026" in reader.text(), "and so are dates"
        assert "1 Std" in reader.text(), "and ages"


@pytest.mark.parametrize(
    ("language", "origin", "overruled", "said"),
    [
        ("en", LanguageOrigin.DECLARED, None, ""),
        ("en", LanguageOrigin.DETECTED, "de", "Declared: German; but the text is in another language: English."),
        ("uk", LanguageOrigin.DETECTED, None, "The language was told from the text: Ukrainian."),
        ("en", LanguageOrigin.CONFIGURED, None, "You say that this source is in this language: English."),
        (None, None, None, "Nothing says which language this is in."),
    ],
)
def test_how_a_language_is_known_is_told(
    language: str | None, origin: LanguageOrigin | None, overruled: str | None, said: str
) -> None:
    article = Article(id="a", title="t", language=language, language_origin=origin, overruled=overruled)
    assert tell_origin(article) == said


async def test_a_wrong_declaration_is_said_beside_the_article() -> None:
    library = FakeLibrary()
    reading = library.get_reading("ferry-en")
    article = replace(reading.article, language_origin=LanguageOrigin.DETECTED, overruled="de")
    library.add(replace(reading, article=article), story=1)
    async with open_reader(library, size=(140, 40)) as reader:
        await reader.press("enter")
        assert "Declared: German; but the" in reader.text()


def test_every_reason_has_words() -> None:
    assert set(REASONS) == set(Reason)
